import { visitRecordFields } from '../blocks/record-fields.ts'
import type { FieldRole } from '../document/field-types.ts'
import type { BotDocRecord } from '../document/records.ts'

/** The ids of the records that must be there for this one to hold together (src-shared/document/integrity.ts). */
export function needsOf(record: BotDocRecord): readonly string[] {
  switch (record.type) {
    case 'bot':
      return present(record.mainFlow, record.mainMenu, record.picture)
    case 'block':
    case 'note':
      return [record.flow]
    case 'edge':
      return [record.flow, record.from, record.to]
    case 'keyword':
      return [record.entry]
    case 'intent':
      return present(record.entry)
    case 'auth':
      return present(record.secret)
    case 'group':
      return [record.flow, ...record.blocks]
    default:
      return []
  }
}

/** Those it has chosen in its fields, which may be gone: the checks tell that then. */
export function choicesOf(record: BotDocRecord): readonly string[] {
  if (!mayChoose(record)) return []
  const chosen: string[] = []
  visitRecordFields(record, ({ role, value }) => {
    if (CHOOSING.has(role) && typeof value === 'string') chosen.push(value)
  })
  return chosen
}

/** The roles whose value is the id of a record. */
export const CHOOSING: ReadonlySet<FieldRole> = new Set([
  'variable',
  'flow',
  'block',
  'intent',
  'messageTemplate',
  'auth',
])

function mayChoose({ type }: BotDocRecord): boolean {
  return type === 'block' || type === 'auth'
}

function present(...ids: readonly (string | null | undefined)[]): readonly string[] {
  return ids.filter(id => typeof id === 'string')
}
