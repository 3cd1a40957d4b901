import { z } from 'zod'

// The documented shape of Meta's Send API without its recipient, written from research and not from the renderer.

const https = z.string().regex(/^https?:\/\/\S+$/)
const blank = (text: string) => text.trim() === ''
const filled = z.string().refine(text => !blank(text), 'blank')
const bytesOf = (text: string) => new TextEncoder().encode(text).length

function schemaOf(channel: 'messenger' | 'instagram') {
  const text = channel === 'messenger' ? filled.max(2000) : filled.refine(words => bytesOf(words) <= 1000)
  const link = z.strictObject({ type: z.literal('web_url'), url: https, title: filled })
  const call = z.strictObject({
    type: z.literal('phone_number'),
    title: filled,
    payload: z.string().regex(/^\+\d+$/),
  })
  const postback = z.strictObject({
    type: z.literal('postback'),
    title: filled,
    payload: z.string().max(1000),
  })
  const button = channel === 'messenger' ? z.union([link, call, postback]) : z.union([link, postback])
  const element = z
    .strictObject({
      title: filled.max(80),
      subtitle: z.string().max(80).optional(),
      image_url: https.optional(),
      buttons: z.array(button).min(1).max(3).optional(),
    })
    .refine(card => Object.keys(card).length > 1, 'a card needs more than its title')
  const templates = z.discriminatedUnion('template_type', [
    z.strictObject({
      template_type: z.literal('button'),
      text: filled.max(640),
      buttons: z.array(button).min(1).max(3),
    }),
    z.strictObject({ template_type: z.literal('generic'), elements: z.array(element).min(1).max(10) }),
  ])
  const files = channel === 'messenger' ? ['image', 'video', 'audio', 'file'] : ['image', 'video', 'audio']
  const attachment = z.union([
    z.strictObject({ type: z.enum(files), payload: z.strictObject({ url: https }) }),
    z.strictObject({ type: z.literal('template'), payload: templates }),
  ])
  const quickReplies = z
    .array(
      z.strictObject({
        content_type: z.literal('text'),
        title: filled.max(20),
        payload: z.string().max(1000),
      }),
    )
    .min(1)
    .max(13)
    .optional()
  return z.strictObject({
    messaging_type: z.literal('RESPONSE'),
    message: z.union([
      z.strictObject({ text, quick_replies: quickReplies }),
      z.strictObject({ attachment, quick_replies: quickReplies }),
    ]),
  })
}

export const messengerSchema = schemaOf('messenger')
export const instagramSchema = schemaOf('instagram')
