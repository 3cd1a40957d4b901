import type { BotDocument } from '../src-shared/document/bot-document.ts'
import type { RecordId } from '../src-shared/document/ids.ts'
import type { Issue, Severity } from '../src-shared/lint/issue.ts'

const TITLES: readonly (readonly [Severity, string, string])[] = [
  ['error', 'error', 'errors'],
  ['warning', 'warning', 'warnings'],
  ['hint', 'hint', 'hints'],
]

/** The findings of the checks for people: grouped by severity, each with its code, place and sentence. */
export function issueLines(document: BotDocument, issues: readonly Issue[]): readonly string[] {
  return TITLES.flatMap(([severity, one, many]) => {
    const found = issues.filter(issue => issue.severity === severity)
    if (found.length === 0) return []
    const lines = found.flatMap(({ code, record, message }) => [
      `  ${code}  ${placeOf(document, record)}`,
      `    ${message}`,
    ])
    return ['', `${found.length} ${found.length === 1 ? one : many}`, ...lines]
  })
}

/** Where a record is: `“Services” (block_services) in “Main”`. */
export function placeOf(document: BotDocument, id: RecordId): string {
  const record = document.get(id)
  switch (record?.type) {
    case 'block': {
      const flow = document.get(record.flow)
      return `${record.title === '' ? record.kind : `“${record.title}”`} (${id})${flow ? ` in “${flow.name}”` : ''}`
    }
    case 'keyword':
      return `keyword “${record.text}” (${id})`
    case 'flow':
    case 'bot':
    case 'variable':
    case 'intent':
    case 'template':
    case 'auth':
      return `${record.type} “${record.name}” (${id})`
    default:
      return id
  }
}
