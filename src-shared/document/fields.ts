import type { z } from 'zod'
import { type FieldRole, fieldRoles } from './field-types.ts'

/** A path into a block's data; `*` stands for every item of a list. */
type FieldPath = readonly string[]
export type FieldPlan = readonly Readonly<{ role: FieldRole; required: boolean; root: Place }>[]

/**
 * A place that fields are found at, with the way that is left from there: the name of a member, `*` for the items of a
 * list, or none. Places are made once per plan, for a large bot has tens of thousands of fields at a few hundred.
 */
type Place = {
  readonly path: FoundField['path']
  readonly step: string | undefined
  readonly left: FieldPath
  /** By the index of an item, or at 0 for a member. */
  readonly beyond: Place[]
}

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
    yield { role: meta.role, required: meta.required ?? false, root: placeOf([], path) }
    return
  }
  const def = schema.def as unknown as AnyDef
  if (def.shape) for (const [key, member] of Object.entries(def.shape)) yield* planOf(member, [...path, key])
  if (def.element) yield* planOf(def.element, [...path, '*'])
  if (def.innerType) yield* planOf(def.innerType, path)
  for (const option of def.options ?? []) yield* planOf(option, path)
}

function placeOf(path: FoundField['path'], ways: FieldPath): Place {
  const [step, ...left] = ways
  return { path, step, left, beyond: [] }
}

/** Calls `visit` for every field with a role in a block's data. */
export function visitFields(plan: FieldPlan, data: unknown, visit: (field: FoundField) => void): void {
  for (const field of plan) walk(data, field.root, field, visit)
}

function walk(at: unknown, place: Place, field: FieldPlan[number], visit: (field: FoundField) => void): void {
  const { step, beyond } = place
  if (step === undefined) {
    visit({ role: field.role, required: field.required, path: place.path, value: at })
  } else if (step === '*') {
    if (!Array.isArray(at)) return
    for (let index = 0; index < at.length; index += 1)
      walk(at[index], beyond[index] ?? madeBeyond(place, index, index), field, visit)
  } else if (typeof at === 'object' && at !== null) {
    // A member that is left out has no value; schemas name none that every object inherits.
    const value = (at as Record<string, unknown>)[step]
    if (value !== undefined) walk(value, beyond[0] ?? madeBeyond(place, 0, step), field, visit)
  }
}

function madeBeyond({ path, left, beyond }: Place, index: number, step: string | number): Place {
  const made = placeOf([...path, step], left)
  beyond[index] = made
  return made
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
