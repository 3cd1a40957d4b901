import { z } from 'zod'
import type { Channel } from '../../../src-shared/channels/channel.ts'
import { instagramSchema, messengerSchema } from './send-api-schema.ts'
import { whatsappSchema } from './whatsapp-schema.ts'

/** What each channel takes. The web page's shape is our own, and an SMS is one text. */
export const PAYLOAD_SCHEMAS: Readonly<Record<Channel, z.ZodType>> = {
  whatsapp: whatsappSchema,
  messenger: messengerSchema,
  instagram: instagramSchema,
  web: z.looseObject({ type: z.literal('message'), direction: z.enum(['ltr', 'rtl']) }),
  sms: z.strictObject({ Body: z.string().min(1).max(1600) }),
}
