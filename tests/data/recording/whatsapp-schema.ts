import { z } from 'zod'

// The documented shape of a Cloud API message without its recipient, written from research and not from the renderer.

const https = z.string().regex(/^https?:\/\/\S+$/)
const filled = (max: number) =>
  z
    .string()
    .max(max)
    .refine(text => text.trim() !== '', 'blank')
const file = z.strictObject({ link: https, filename: z.string().optional() })
const withCaption = file.extend({ caption: filled(1024).optional() })
const mediaHeader = [
  z.strictObject({ type: z.literal('image'), image: file }),
  z.strictObject({ type: z.literal('video'), video: file }),
  z.strictObject({ type: z.literal('document'), document: file }),
] as const
const textHeader = z.strictObject({ type: z.literal('text'), text: filled(60) })
const anyHeader = z.union([textHeader, ...mediaHeader])
const body = (max: number) => z.strictObject({ text: filled(max) })
const footer = z.strictObject({ text: filled(60) })

function unique<T>(of: (item: T) => string) {
  return (items: readonly T[]) => new Set(items.map(of)).size === items.length
}

const reply = z.strictObject({
  type: z.literal('reply'),
  reply: z.strictObject({ id: filled(256), title: filled(20) }),
})
const row = z.strictObject({ id: filled(200), title: filled(24), description: filled(72).optional() })

const interactive = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('button'),
    header: anyHeader.optional(),
    body: body(1024),
    footer: footer.optional(),
    action: z.strictObject({
      buttons: z
        .array(reply)
        .min(1)
        .max(3)
        .refine(unique((button: z.infer<typeof reply>) => button.reply.id))
        .refine(unique((button: z.infer<typeof reply>) => button.reply.title)),
    }),
  }),
  z.strictObject({
    type: z.literal('list'),
    header: textHeader.optional(),
    body: body(4096),
    footer: footer.optional(),
    action: z.strictObject({
      button: filled(20),
      sections: z
        .array(
          z.strictObject({
            title: filled(24).optional(),
            rows: z
              .array(row)
              .min(1)
              .max(10)
              .refine(unique(({ id }: z.infer<typeof row>) => id)),
          }),
        )
        .length(1),
    }),
  }),
  z.strictObject({
    type: z.literal('cta_url'),
    header: anyHeader.optional(),
    body: body(1024),
    footer: footer.optional(),
    action: z.strictObject({
      name: z.literal('cta_url'),
      parameters: z.strictObject({ display_text: filled(20), url: https }),
    }),
  }),
  z.strictObject({
    type: z.literal('location_request_message'),
    body: body(1024),
    action: z.strictObject({ name: z.literal('send_location') }),
  }),
])

const parameter = z
  .string()
  .max(1024)
  .regex(/^(?!\s*$)(?!.*( {5}|\t))[^\n\r]*$/)

const component = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), parameters: z.array(z.union(mediaHeader)).length(1) }),
  z.strictObject({
    type: z.literal('body'),
    parameters: z.array(z.strictObject({ type: z.literal('text'), text: parameter })).min(1),
  }),
  z.strictObject({
    type: z.literal('button'),
    sub_type: z.literal('quick_reply'),
    index: z.string().regex(/^\d$/),
    parameters: z.array(z.strictObject({ type: z.literal('payload'), payload: z.string().min(1) })).length(1),
  }),
])

const envelope = { messaging_product: z.literal('whatsapp'), recipient_type: z.literal('individual') }

export const whatsappSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...envelope,
    type: z.literal('text'),
    text: z.strictObject({ body: filled(4096), preview_url: z.boolean().optional() }),
  }),
  z.strictObject({ ...envelope, type: z.literal('image'), image: withCaption.omit({ filename: true }) }),
  z.strictObject({ ...envelope, type: z.literal('video'), video: withCaption.omit({ filename: true }) }),
  z.strictObject({ ...envelope, type: z.literal('audio'), audio: file.omit({ filename: true }) }),
  z.strictObject({ ...envelope, type: z.literal('document'), document: withCaption }),
  z.strictObject({
    ...envelope,
    type: z.literal('location'),
    location: z.strictObject({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      name: z.string().min(1).optional(),
      address: z.string().min(1).optional(),
    }),
  }),
  z.strictObject({
    ...envelope,
    type: z.literal('contacts'),
    contacts: z
      .array(
        z.strictObject({
          name: z.strictObject({ formatted_name: z.string().min(1), first_name: z.string().min(1) }),
          phones: z.array(z.strictObject({ phone: z.string() })).min(1),
          emails: z.array(z.strictObject({ email: z.string() })).optional(),
          org: z.strictObject({ company: z.string() }).optional(),
        }),
      )
      .length(1),
  }),
  z.strictObject({ ...envelope, type: z.literal('interactive'), interactive }),
  z.strictObject({
    ...envelope,
    type: z.literal('template'),
    template: z.strictObject({
      name: filled(512),
      language: z.strictObject({ code: z.string().regex(/^[a-z]{2,3}(_[A-Za-z]{2,4})*$/) }),
      components: z.array(component).min(1).optional(),
    }),
  }),
])
