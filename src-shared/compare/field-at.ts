import { kindNamed } from '../blocks/kinds.ts'
import type { FieldRole } from '../document/field-types.ts'
import { type FieldPlan, fieldPlan } from '../document/fields.ts'
import { type BotDocRecord, recordSchemas } from '../document/records.ts'

/** Places with a role, by the member they begin with; `*` in them is any item of a list. */
type Table = ReadonlyMap<string, readonly Readonly<{ steps: readonly string[]; role: FieldRole }>[]>

const tables = new WeakMap<FieldPlan, Table>()

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
  const from = isBlock ? 1 : 0
  const patterns = tableOf(fieldPlan(schema)).get(path[from] ?? '') ?? []
  for (const { steps, role } of patterns) {
    if (!begins(path, from, steps)) continue
    const isLocalized = role === 'text' || role === 'words'
    return { role, locale: isLocalized ? (path[from + steps.length] ?? null) : null }
  }
  return PLAIN
}

function begins(path: readonly string[], from: number, steps: readonly string[]): boolean {
  if (path.length < from + steps.length) return false
  for (let at = 0; at < steps.length; at += 1)
    if (steps[at] !== '*' && steps[at] !== path[from + at]) return false
  return true
}

function tableOf(plan: FieldPlan): Table {
  const known = tables.get(plan)
  if (known) return known
  const table = new Map<string, { steps: readonly string[]; role: FieldRole }[]>()
  for (const { role, root } of plan) {
    const first = root.step ?? ''
    table.set(first, [...(table.get(first) ?? []), { steps: [first, ...root.left], role }])
  }
  tables.set(plan, table)
  return table
}
