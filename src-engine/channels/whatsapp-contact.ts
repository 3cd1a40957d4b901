import { z } from 'zod'
import { text } from './read-one.ts'

/** A person as WhatsApp tells of them beside their messages; either of number and id may be absent. */
export const whatsappContactSchema = z.looseObject({
  wa_id: text.optional(),
  user_id: text.optional(),
  profile: z.looseObject({ name: text.optional(), username: text.optional() }).optional(),
})

export type WhatsappContact = z.infer<typeof whatsappContactSchema>
