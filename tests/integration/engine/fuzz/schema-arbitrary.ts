import fc from 'fast-check'

export type Schema = Readonly<Record<string, unknown>>

const MAX_DEPTH = 5
const MAX_ITEMS = 4
const MAX_LENGTH = 300

/** Values that fit a JSON Schema of draft 2020-12 as the engine serves them; `refer` finds what a `$ref` names. */
export function fitting(schema: unknown, refer: (name: string) => unknown, depth = 0): fc.Arbitrary<unknown> {
  if (typeof schema !== 'object' || schema === null || depth > MAX_DEPTH) return fc.constant(null)
  const s = schema as Schema
  const deeper = (part: unknown) => fitting(part, refer, depth + 1)
  if (typeof s.$ref === 'string') return deeper(refer(s.$ref))
  if ('const' in s) return fc.constant(s.const)
  if (Array.isArray(s.enum)) return fc.constantFrom(...s.enum)
  const choices = (s.anyOf ?? s.oneOf) as unknown[] | undefined
  if (choices) return fc.oneof(...choices.map(deeper))
  if (Array.isArray(s.allOf))
    return fc.tuple(...s.allOf.map(deeper)).map(parts => Object.assign({}, ...parts))
  return ofType(s, deeper)
}

function ofType(s: Schema, deeper: (part: unknown) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  switch (Array.isArray(s.type) ? s.type[0] : s.type) {
    case 'object':
      return objectOf(s, deeper)
    case 'array':
      return fc.array(deeper(s.items), {
        minLength: Math.min(Number(s.minItems ?? 0), MAX_ITEMS),
        maxLength: Math.min(Number(s.maxItems ?? MAX_ITEMS), MAX_ITEMS),
      })
    case 'string':
      return textOf(s)
    case 'integer':
    case 'number':
      return fc.integer({ min: bounded(s.minimum, -1_000_000), max: bounded(s.maximum, 1_000_000) })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

function bounded(limit: unknown, otherwise: number): number {
  return typeof limit === 'number' && Math.abs(limit) < 1e9 ? Math.ceil(limit) : otherwise
}

function textOf({ pattern, minLength = 0, maxLength = MAX_LENGTH }: Schema): fc.Arbitrary<string> {
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern))
  const least = Math.min(Number(minLength), MAX_LENGTH)
  return fc.string({ unit: 'binary', minLength: least, maxLength: Math.min(Number(maxLength), MAX_LENGTH) })
}

function objectOf(s: Schema, deeper: (part: unknown) => fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  const properties = (s.properties ?? {}) as Schema
  const named = Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, deeper(part)]))
  const required = Array.isArray(s.required) ? (s.required as string[]).filter(name => name in named) : []
  const own = fc.record(named, { requiredKeys: required })
  const more = s.additionalProperties
  if (typeof more !== 'object' || more === null) return own
  const extra = fc.dictionary(fc.string({ maxLength: 12 }), deeper(more), { maxKeys: 3 })
  return fc.tuple(extra, own).map(([others, mine]) => ({ ...others, ...mine }))
}
