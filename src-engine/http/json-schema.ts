import { z } from 'zod'

type Json = Readonly<Record<string, unknown>>

/** Shapes by their name, which many answers share. */
export type Components = Map<string, unknown>

/**
 * The JSON Schema (draft 2020-12) of a shape. One that was given a name with `.meta({ id })` is put to the components
 * and referred to. What only code can check is left open: the engine refuses it all the same.
 */
export function jsonSchemaOf(shape: z.ZodType, io: 'input' | 'output', components: Components): unknown {
  const made = z.toJSONSchema(shape, { io, unrepresentable: 'any', target: 'draft-2020-12' })
  const { $schema: _, $defs = {}, id, ...schema } = made as Json & { $defs?: Json; id?: string }
  for (const [name, part] of Object.entries($defs)) components.set(name, moved(part))
  if (id === undefined) return moved(schema)
  components.set(id, moved(schema))
  return { $ref: `#/components/schemas/${id}` }
}

/** References of a schema of its own, as they are where all are in one document. */
function moved(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(moved)
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(
    Object.entries(part)
      .filter(([key, value]) => !(key === 'id' && typeof value === 'string'))
      .map(([key, value]) => [
        key,
        key === '$ref' && typeof value === 'string'
          ? value.replace(/^#\/\$defs\//, '#/components/schemas/')
          : moved(value),
      ]),
  )
}
