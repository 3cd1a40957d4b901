import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readQuestionRows } from '../../../src-renderer/knowledge/read-question-rows.ts'

const seed = 20_261_121

describe('a list of questions and answers (NHN-11)', () => {
  test.each([
    ['semicolons', 'When?;At 9, always;Shops\nWhere?;Here'],
    ['tabs of a spreadsheet', 'When?\tAt 9, always\tShops\nWhere?\tHere'],
    ['commas and quotes', 'When?,"At 9, always",Shops\nWhere?,Here'],
    [
      'headings, a byte order mark and CR LF',
      '\uFEFFquestion;answer;topic\r\nWhen?;At 9, always;Shops\r\nWhere?;Here',
    ],
  ])('is read with %s', (_, text) => {
    expect(readQuestionRows(text)).toEqual({
      rows: [
        { question: 'When?', answer: 'At 9, always', topic: 'Shops' },
        { question: 'Where?', answer: 'Here', topic: '' },
      ],
      problems: [],
    })
  })

  test('tells the line and what is wrong, and keeps the others', () => {
    const text = `;no question\nWhen?;\n\n${'x'.repeat(501)};yes\nWhere?;Here`
    const { rows, problems } = readQuestionRows(text)
    expect(rows.map(({ question }) => question)).toEqual(['Where?'])
    expect(problems).toEqual([
      { line: 1, is: 'noQuestion' },
      { line: 2, is: 'noAnswer' },
      { line: 4, is: 'longQuestion' },
    ])
  })

  test('tells where a quotation mark stays open', () => {
    expect(readQuestionRows('Hi?;Yes\nWhen?;"At 9').problems).toEqual([{ line: 2, is: 'openQuote' }])
  })

  test('gives back whatever cells were written with quotation marks', () => {
    const cell = fc
      .string({ minLength: 1, maxLength: 40 })
      .filter(text => text.trim() !== '' && !text.includes('\r'))
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), pairs => {
        const text = pairs.map(([question, answer]) => `${quoted(question)};${quoted(answer)}`).join('\n')
        const { rows, problems } = readQuestionRows(`Q;A\n${text}`)
        expect(problems).toEqual([])
        expect(rows.slice(1).map(({ question, answer }) => [question, answer])).toEqual(
          pairs.map(pair => pair.map(part => part.trim())),
        )
      }),
      { seed, numRuns: 300 },
    )
  })
})
