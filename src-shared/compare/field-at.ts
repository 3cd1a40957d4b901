import { kindNamed } from '../blocks/kinds.ts'
import type { FieldRole } from '../document/field-types.ts'
import { type FieldPlan, fieldPlan } from '../document/fields.ts'
import { type BotDocRecord, recordSchemas } from '../document/records.ts'

const tables = new WeakMap<FieldPlan, ReadonlyMap<string, FieldRole>>()

export type FieldPlace = Readonly<{
  role: FieldRole | null
  /** For texts and words, where the place is in one language of theirs. */
  locale: string | null
}>

const PLAIN: FieldPlace = { role: null, locale: null }

/** What a place of a record means. Paths are the record's own; items of lists are named by id or number. */
export function fieldAt(record: BotDocRecord, path: readonly string[]): FieldPlace {
  const isBlock = record.type === 'block'
  if (isBlock && path[0] !== 'data') return PLAIN
  const schema = isBlock ? kindNamed(record.kind)?.schema : recordSchemas[record.type]
  if (!schema) return PLAIN
  const table = tableOf(fieldPlan(schema))
  const from = isBlock ? 1 : 0
  for (let end = path.length; end > from; end -= 1) {
    const role = roleOf(table, path.slice(from, end))
    if (role) return { role, locale: role === 'text' || role === 'words' ? (path[end] ?? null) : null }
  }
  return PLAIN
}

/** A step of a path stands for itself or for any item of a list. */
function roleOf(table: ReadonlyMap<string, FieldRole>, path: readonly string[]): FieldRole | null {
  for (const [pattern, role] of table) {
    const steps = pattern.split('/')
    if (steps.length === path.length && steps.every((step, at) => step === '*' || step === path[at]))
      return role
  }
  return null
}

function tableOf(plan: FieldPlan): ReadonlyMap<string, FieldRole> {
  const known = tables.get(plan)
  if (known) return known
  const table = new Map(plan.map(({ role, root }) => [[root.step, ...root.left].join('/'), role]))
  tables.set(plan, table)
  return table
}
