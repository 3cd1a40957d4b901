import type { z } from 'zod'
import { type FieldRole, fieldRoles } from './field-types.ts'

/** A path into a block's data; `*` stands for every item of a list. */
type FieldPath = readonly string[]
export type FieldPlan = readonly Readonly<{ role: FieldRole; required: boolean; path: FieldPath }>[]

/** One field found in a block's data: where it is, what it means, and its value. */
export type FoundField = Readonly<{
  role: FieldRole
  required: boolean
  path: readonly (string | number)[]
  value: unknown
}>

const plans = new WeakMap<z.ZodType, FieldPlan>()

/** Where a schema holds fields with a role; worked out once per schema, so that walking a bot asks zod nothing. */
export function fieldPlan(schema: z.ZodType): FieldPlan {
  const known = plans.get(schema)
  if (known) return known
  const plan = [...planOf(schema, [])]
  plans.set(schema, plan)
  return plan
}

type AnyDef = {
  type: string
  shape?: Record<string, z.ZodType>
  element?: z.ZodType
  innerType?: z.ZodType
  options?: z.ZodType[]
}

function* planOf(schema: z.ZodType, path: FieldPath): Iterable<FieldPlan[number]> {
  const meta = fieldRoles.get(schema)
  if (meta) {
    yield { role: meta.role, required: meta.required ?? false, path }
    return
  }
  const def = schema.def as unknown as AnyDef
  if (def.shape) for (const [key, member] of Object.entries(def.shape)) yield* planOf(member, [...path, key])
  if (def.element) yield* planOf(def.element, [...path, '*'])
  if (def.innerType) yield* planOf(def.innerType, path)
  for (const option of def.options ?? []) yield* planOf(option, path)
}

/** Calls `visit` for every field with a role in a block's data. */
export function visitFields(plan: FieldPlan, data: unknown, visit: (field: FoundField) => void): void {
  for (const { role, required, path } of plan)
    walk(data, path, 0, [], (value, found) => visit({ role, required, path: found, value }))
}

function walk(
  at: unknown,
  path: FieldPath,
  depth: number,
  found: readonly (string | number)[],
  visit: (value: unknown, path: readonly (string | number)[]) => void,
): void {
  const step = path[depth]
  if (step === undefined) {
    visit(at, found)
    return
  }
  if (step === '*') {
    if (Array.isArray(at))
      for (const [index, item] of at.entries()) walk(item, path, depth + 1, [...found, index], visit)
    return
  }
  if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return
  walk((at as Record<string, unknown>)[step], path, depth + 1, [...found, step], visit)
}

/** A copy of the data with every field that `map` changes replaced; the very same object when it changes none. */
export function mapFields<Data>(plan: FieldPlan, data: Data, map: (field: FoundField) => unknown): Data {
  let copy: unknown = data
  visitFields(plan, data, field => {
    const value = map(field)
    if (value !== field.value) copy = replaceAt(copy, field.path, 0, value)
  })
  return copy as Data
}

function replaceAt(at: unknown, path: readonly (string | number)[], depth: number, value: unknown): unknown {
  const step = path[depth]
  if (step === undefined) return value
  if (Array.isArray(at))
    return at.map((item, index) => (index === step ? replaceAt(item, path, depth + 1, value) : item))
  const record = at as Record<string, unknown>
  return { ...record, [step]: replaceAt(record[step], path, depth + 1, value) }
}
