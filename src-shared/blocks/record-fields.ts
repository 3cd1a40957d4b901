import { type FieldPlan, type FoundField, fieldPlan, mapFields, visitFields } from '../document/fields.ts'
import type { BotDocRecord } from '../document/records.ts'
import { recordSchemas } from '../document/records.ts'
import { kindNamed } from './kinds.ts'

const NO_FIELDS: FieldPlan = []

/** The fields with a role of any record. Paths of a block's fields begin in its data. */
export function visitRecordFields(record: BotDocRecord, visit: (field: FoundField) => void): void {
  visitFields(planOf(record), record.type === 'block' ? record.data : record, visit)
}

/** A copy of the record with every field that `map` changes replaced; the very same one when it changes none. */
export function mapRecordFields<T extends BotDocRecord>(record: T, map: (field: FoundField) => unknown): T {
  if (record.type !== 'block') return mapFields(planOf(record), record, map)
  const data = mapFields(planOf(record), record.data, map)
  return data === record.data ? record : { ...record, data }
}

function planOf(record: BotDocRecord): FieldPlan {
  if (record.type !== 'block') return fieldPlan(recordSchemas[record.type])
  const kind = kindNamed(record.kind)
  return kind ? fieldPlan(kind.schema) : NO_FIELDS
}
