import type { RecordId } from '../document/ids.ts'
import type { BotDocRecord } from '../document/records.ts'
import type { Difference, FieldDifference } from './difference.ts'

/** All that differs of one record: in content, design and place. */
export type Subject = Readonly<{
  key: string
  is: 'added' | 'removed' | 'changed'
  before: BotDocRecord | null
  after: BotDocRecord | null
  fields: readonly FieldDifference[]
  /** The ids of its parts. */
  parts: readonly string[]
}>

/** The records that differ, by their key. */
export function subjectsOf(difference: Difference): ReadonlyMap<string, Subject> {
  const subjects = new Map<string, Subject>()
  for (const { id: key, is, before, after, fields } of [...difference.content, ...difference.design]) {
    const known = subjects.get(key)
    const own = is === 'changed' ? fields.map(({ id }) => id) : [key]
    subjects.set(key, {
      ...{ key, is, before, after },
      fields: [...(known?.fields ?? []), ...fields],
      parts: [...(known?.parts ?? []), ...own],
    })
  }
  for (const { id, record } of difference.moved) {
    const known = subjects.get(record)
    const before = difference.before.get(record as RecordId) ?? null
    const after = difference.after.get(record as RecordId) ?? null
    const { fields = [], parts = [] } = known ?? {}
    subjects.set(record, { key: record, is: 'changed', before, after, fields, parts: [...parts, id] })
  }
  return subjects
}
