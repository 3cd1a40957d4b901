import type { BotDocument } from '../document/bot-document.ts'
import type { FieldRole } from '../document/field-types.ts'
import type { RecordId } from '../document/ids.ts'
import { isObject } from './is-same.ts'
import { labelOf, quoted, recordName } from './record-name.ts'

const MOST_SIGNS = 120

/** A value in words: a record that was chosen by its name, a text in quotes, an item by its label. */
export function valueWords(value: unknown, role: FieldRole | null, document: BotDocument): string {
  if (value === undefined || value === null || value === '') return 'nothing'
  if (typeof value === 'string') {
    const record = ID.test(value) ? document.get(value as RecordId) : undefined
    if (record) return recordName(record, document)
    return role === 'formula' ? value : quoted(value)
  }
  if (isRecord(value)) return recordName(value as never, document)
  const label = labelOf(value, document)
  return label ? quoted(label) : cut(JSON.stringify(value))
}

const ID = /^[a-z]+_[A-Za-z0-9-]{1,48}$/

function isRecord(value: unknown): boolean {
  return isObject(value) && typeof value.id === 'string' && typeof value.type === 'string'
}

function cut(text: string): string {
  return text.length > MOST_SIGNS ? `${text.slice(0, MOST_SIGNS - 1)}…` : text
}
