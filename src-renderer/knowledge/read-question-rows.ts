import { MAX_TEXT_LENGTH } from '../../src-shared/document/localized.ts'
import type { QuestionRow } from '../../src-shared/edit/add-questions.ts'

export type RowProblem = Readonly<{
  line: number
  is: 'noQuestion' | 'noAnswer' | 'longQuestion' | 'longAnswer' | 'longTopic' | 'openQuote'
}>
type Row = Readonly<{ line: number; cells: readonly string[]; isOpen: boolean }>

/** As in the schema of src-shared/document/records.ts. */
const MAX_QUESTION = 500
const MAX_TOPIC = 64
const HEADINGS = new Set(['question', 'questions', 'pergunta', 'perguntas', 'pregunta', 'preguntas'])

/**
 * Questions and answers out of a list: cells between `;`, tabs or commas, whichever comes first in that order; a cell
 * between `"` may hold them and line ends, and `""` stands for one `"`. A first line of headings is left out.
 */
export function readQuestionRows(text: string): {
  rows: readonly QuestionRow[]
  problems: readonly RowProblem[]
} {
  const rows: QuestionRow[] = []
  const problems: RowProblem[] = []
  const source = text.replace(/^\uFEFF/, '')
  for (const row of cellsOf(source, separatorOf(source))) {
    const [question = '', answer = '', topic = ''] = row.cells.map(cell => cell.trim())
    if (row.cells.every(cell => cell.trim() === '')) continue
    if (row.line === 1 && HEADINGS.has(question.toLowerCase())) continue
    const is = row.isOpen ? 'openQuote' : problemOf(question, answer, topic)
    if (is) problems.push({ line: row.line, is })
    else rows.push({ question, answer, topic })
  }
  return { rows, problems }
}

function problemOf(question: string, answer: string, topic: string): RowProblem['is'] | null {
  if (question === '') return 'noQuestion'
  if (answer === '') return 'noAnswer'
  if (question.length > MAX_QUESTION) return 'longQuestion'
  if (answer.length > MAX_TEXT_LENGTH) return 'longAnswer'
  return topic.length > MAX_TOPIC ? 'longTopic' : null
}

function separatorOf(text: string): string {
  const first = text.split(/[\r\n]/).find(line => line.trim() !== '') ?? ''
  const bare = first.replace(/"(?:[^"]|"")*"/g, '')
  return ['\t', ';', ','].find(separator => bare.includes(separator)) ?? ';'
}

function* cellsOf(text: string, separator: string): Iterable<Row> {
  let line = 1
  let start = 1
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (sign === '\n') line += 1
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (text.charAt(at + 1) === '"') {
        cell += sign
        at += 1
      } else isQuoted = false
    } else if (sign === '"' && cell.trim() === '') {
      cell = ''
      isQuoted = true
    } else if (sign === separator) {
      cells.push(cell)
      cell = ''
    } else if (sign === '\n') {
      yield { line: start, cells: [...cells, cell], isOpen: false }
      cells = []
      cell = ''
      start = line
    } else if (sign !== '\r') cell += sign
  }
  yield { line: start, cells: [...cells, cell], isOpen: isQuoted }
}
