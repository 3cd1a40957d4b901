import { z } from 'zod'
import { textSchema } from './localized.ts'

/** A value of a variable, wherever one is stored or sent. */
export const valueSchema = z.union([
  textSchema,
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.union([textSchema, z.number()])).max(1000),
])
