import { z } from 'zod'
import { DOCUMENT_VERSION } from '../document/migrations.ts'
import { blockSchema, recordSchemas } from '../document/records.ts'
import { KINDS } from './kinds.ts'

/** The JSON Schema (2020-12) of a bot document as it is in packages; `parley schema` prints it. */
export function documentJsonSchema(): object {
  const blocks = KINDS.map(kind =>
    blockSchema.extend({ kind: z.literal(kind.name), data: kind.schema as z.ZodType }),
  )
  const { block: _, ...others } = recordSchemas
  const record = z.union([...Object.values(others), ...blocks])
  const document = z.strictObject({ parley: z.literal(DOCUMENT_VERSION), records: z.array(record) })
  return { title: 'Parley bot document', ...z.toJSONSchema(document, { io: 'input' }) }
}
