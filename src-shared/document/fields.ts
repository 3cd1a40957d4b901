import type { z } from 'zod'
import { type FieldRole, fieldRoles } from './field-types.ts'

/** A path into a block's data; `*` stands for every item of a list. */
type FieldPath = readonly string[]
export type FieldPlan = readonly Readonly<{
  role: FieldRole
  required: boolean
  path: FieldPath
  found: PathTree
}>[]

/** Paths that were found are made once per plan: a large bot has tens of thousands of fields at a few hundred paths. */
type PathTree = { readonly path: readonly (string | number)[]; readonly branches: PathTree[] }

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
    yield { role: meta.role, required: meta.required ?? false, path, found: { path: [], branches: [] } }
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
  for (const field of plan) walk(data, field, field.found, visit)
}

/** A step by name has one branch; items of a list have one each. */
function branchOf(tree: PathTree, index: number, step: string | number): PathTree {
  const known = tree.branches[index]
  if (known) return known
  const made: PathTree = { path: [...tree.path, step], branches: [] }
  tree.branches[index] = made
  return made
}

function walk(
  at: unknown,
  field: FieldPlan[number],
  found: PathTree,
  visit: (field: FoundField) => void,
): void {
  const step = field.path[found.path.length]
  if (step === undefined) {
    visit({ role: field.role, required: field.required, path: found.path, value: at })
  } else if (step === '*') {
    if (!Array.isArray(at)) return
    for (let index = 0; index < at.length; index += 1)
      walk(at[index], field, branchOf(found, index, index), visit)
  } else if (typeof at === 'object' && at !== null) {
    // A member that is left out has no value; schemas name none that every object inherits.
    const value = (at as Record<string, unknown>)[step]
    if (value !== undefined) walk(value, field, branchOf(found, 0, step), visit)
  }
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
