import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { type Answer, openLoopback } from './open-loopback.ts'

// Meta's Graph API as its pages document it (research/designers.md part 4): what an engine sends is checked against the
// documented shape to the last member, and answered as documented.

export const TOKEN = 'EAAG-token-of-the-tests'
export const APP_SECRET = 'app-secret-of-the-tests'
export const VERIFY_TOKEN = 'verify-token-of-the-tests'

const text = (most: number) => z.string().min(1).max(most)
const link = z.strictObject({ link: z.url(), caption: text(1024).optional(), filename: text(240).optional() })
const body = (most: number) => z.strictObject({ text: text(most) })
const header = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: text(60) }),
  z.strictObject({ type: z.literal('image'), image: link }),
  z.strictObject({ type: z.literal('video'), video: link }),
  z.strictObject({ type: z.literal('document'), document: link }),
])
const frame = (most: number) => ({ header: header.optional(), body: body(most), footer: body(60).optional() })
const interactive = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('button'),
    ...frame(1024),
    action: z.strictObject({
      buttons: z
        .array(
          z.strictObject({
            type: z.literal('reply'),
            reply: z.strictObject({ id: text(256), title: text(20) }),
          }),
        )
        .min(1)
        .max(3),
    }),
  }),
  z.strictObject({
    type: z.literal('list'),
    ...frame(4096),
    action: z.strictObject({
      button: text(20),
      sections: z
        .array(
          z.strictObject({
            title: text(24).optional(),
            rows: z
              .array(z.strictObject({ id: text(200), title: text(24), description: text(72).optional() }))
              .min(1)
              .max(10),
          }),
        )
        .min(1)
        .max(10),
    }),
  }),
  z.strictObject({
    type: z.literal('cta_url'),
    ...frame(1024),
    action: z.strictObject({
      name: z.literal('cta_url'),
      parameters: z.strictObject({ display_text: text(20), url: z.url() }),
    }),
  }),
  z.strictObject({
    type: z.literal('location_request_message'),
    body: body(1024),
    action: z.strictObject({ name: z.literal('send_location') }),
  }),
])
const envelope = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual'),
  to: z
    .string()
    .regex(/^\d{6,15}$/)
    .optional(),
  recipient: z
    .string()
    .regex(/^[A-Z]{2}\.[A-Za-z0-9.]{1,128}$/)
    .optional(),
  biz_opaque_callback_data: text(512).optional(),
}
const whatsappSchema = z
  .discriminatedUnion('type', [
    z.strictObject({
      ...envelope,
      type: z.literal('text'),
      text: z.strictObject({ body: text(4096), preview_url: z.boolean().optional() }),
    }),
    z.strictObject({ ...envelope, type: z.literal('image'), image: link }),
    z.strictObject({ ...envelope, type: z.literal('video'), video: link }),
    z.strictObject({ ...envelope, type: z.literal('audio'), audio: link }),
    z.strictObject({ ...envelope, type: z.literal('document'), document: link }),
    z.strictObject({
      ...envelope,
      type: z.literal('location'),
      location: z.strictObject({
        latitude: z.number(),
        longitude: z.number(),
        name: text(1000).optional(),
        address: text(1000).optional(),
      }),
    }),
    z.strictObject({ ...envelope, type: z.literal('contacts'), contacts: z.array(z.looseObject({})).min(1) }),
    z.strictObject({ ...envelope, type: z.literal('interactive'), interactive }),
    z.strictObject({
      ...envelope,
      type: z.literal('template'),
      template: z.looseObject({ name: text(512) }),
    }),
  ])
  .refine(({ to, recipient }) => (to === undefined) !== (recipient === undefined), 'to or recipient')

const button = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('web_url'), url: z.url(), title: text(20) }),
  z.strictObject({ type: z.literal('postback'), title: text(20), payload: text(1000) }),
  z.strictObject({ type: z.literal('phone_number'), title: text(20), payload: text(100) }),
])
const attachment = z.union([
  z.strictObject({
    type: z.enum(['image', 'video', 'audio', 'file']),
    payload: z.strictObject({ url: z.url() }),
  }),
  z.strictObject({
    type: z.literal('template'),
    payload: z.discriminatedUnion('template_type', [
      z.strictObject({
        template_type: z.literal('button'),
        text: text(640),
        buttons: z.array(button).min(1).max(3),
      }),
      z.strictObject({
        template_type: z.literal('generic'),
        elements: z
          .array(z.looseObject({ title: text(80) }))
          .min(1)
          .max(10),
      }),
    ]),
  }),
])
const sendApi = (metadata: boolean) =>
  z
    .strictObject({
      recipient: z.strictObject({ id: z.string().regex(/^\d+$/) }),
      messaging_type: z.enum(['RESPONSE', 'UPDATE', 'MESSAGE_TAG']),
      tag: z.literal('HUMAN_AGENT').optional(),
      message: z.strictObject({
        text: text(2000).optional(),
        attachment: attachment.optional(),
        quick_replies: z
          .array(z.strictObject({ content_type: z.literal('text'), title: text(20), payload: text(1000) }))
          .max(13)
          .optional(),
        ...(metadata ? { metadata: text(999).optional() } : {}),
      }),
    })
    .refine(({ messaging_type: type, tag }) => (type === 'MESSAGE_TAG') === (tag !== undefined), 'tag')

export const PHONE = '106540352242922'
export const PAGE = '1906385232743451'
export const IG = '17841405309211844'

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  [PHONE]: whatsappSchema,
  [PAGE]: sendApi(true),
  me: sendApi(false),
  [IG]: sendApi(false),
}
const THINGS: Readonly<Record<string, object>> = {
  [PHONE]: { id: PHONE, display_phone_number: '+1 555-078-3881', verified_name: 'Casa Azul' },
  [PAGE]: { id: PAGE, name: 'Casa Azul' },
  [IG]: { id: IG, username: 'casaazul' },
}

export type Sent = Readonly<{ path: string; body: Readonly<Record<string, unknown>> }>

export type MetaLoopback = Readonly<{
  url: string
  /** The messages that were taken, in their order. */
  sent: Sent[]
  /** Files by their id at Meta. */
  files: Map<string, Readonly<{ bytes: Buffer; mime: string; size?: number }>>
  /** Answers given instead of the usual ones, first to last; for messages only. */
  instead: (Answer | null)[]
  /** Requests that were not as documented, in words. */
  wrong: readonly string[]
  close: () => void
}>

export function graphError(code: number, status = 400, subcode?: number): Answer {
  const error = {
    message: `(#${code}) In Meta's words`,
    type: 'OAuthException',
    code,
    ...(subcode === undefined ? {} : { error_subcode: subcode }),
    fbtrace_id: 'Az8or2yhqkZfEZ-_4Qn_Bam',
  }
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ error }) }
}

/** A server that stands for Meta's. */
export async function openMeta(): Promise<MetaLoopback> {
  const sent: Sent[] = []
  const files: MetaLoopback['files'] = new Map()
  const instead: (Answer | null)[] = []
  const wrong: string[] = []
  const json = (value: object): Answer => ({ status: 200, body: JSON.stringify(value) })
  const server = await openLoopback(({ method, path, headers, body: raw }) => {
    const url = new URL(path, 'http://meta')
    if (headers.authorization !== `Bearer ${TOKEN}`) return graphError(190, 401)
    const file = files.get(url.pathname.replace('/files/', ''))
    if (url.pathname.startsWith('/files/')) return file ? { status: 200, body: file.bytes } : { status: 404 }
    const [, version, id = '', edge] = url.pathname.split('/')
    if (version !== 'v25.0') wrong.push(`${path}: no version`)
    if (method === 'GET') return json(thingAt(id, server.url))
    const schema = SCHEMAS[id]
    if (!schema || edge !== 'messages') return graphError(100)
    const read = schema.safeParse(JSON.parse(raw))
    if (!read.success) wrong.push(`${path} ${raw}: ${z.prettifyError(read.error)}`)
    if (headers['content-type'] !== 'application/json') wrong.push(`${path}: no JSON`)
    const other = instead.shift()
    if (other !== undefined) return other
    sent.push({ path: url.pathname, body: JSON.parse(raw) })
    const number = sent.length
    return json(
      id === PHONE
        ? { messaging_product: 'whatsapp', contacts: [], messages: [{ id: `wamid.sent${number}` }] }
        : { recipient_id: '1', message_id: `m_sent${number}` },
    )
  })
  const thingAt = (id: string, base: string) => {
    const file = files.get(id)
    if (!file) return THINGS[id] ?? { id: 'nothing' }
    const { bytes, mime, size = bytes.length } = file
    const about = { mime_type: mime, sha256: 'x', file_size: size, id, messaging_product: 'whatsapp' }
    return { url: `${base}/files/${id}`, ...about }
  }
  return { url: server.url, sent, files, instead, wrong, close: server.close }
}

/** Sends what Meta would, signed over its bytes; whatever is given replaces what would be right. */
export async function tellAsMeta(
  url: string,
  channel: string,
  value: unknown,
  { secret = APP_SECRET, header }: Readonly<{ secret?: string; header?: string }> = {},
): Promise<number> {
  const raw = typeof value === 'string' ? value : JSON.stringify(value)
  const mac = createHmac('sha256', secret).update(raw).digest('hex')
  const response = await fetch(`${url}/channels/${channel}/webhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': header ?? `sha256=${mac}` },
    body: raw,
  })
  await response.text()
  return response.status
}

/** A change of WhatsApp with these messages and statuses, of one contact unless said otherwise. */
export function whatsappBody(
  messages: readonly object[],
  more: Readonly<{ contacts?: readonly object[]; statuses?: readonly object[]; phone?: string }> = {},
) {
  return { object: 'whatsapp_business_account', entry: [whatsappEntry(messages, more)] }
}

export function whatsappEntry(
  messages: readonly object[],
  {
    contacts = [{ wa_id: '16505551234', profile: { name: 'Ana' } }],
    statuses,
    phone = PHONE,
  }: Parameters<typeof whatsappBody>[1] = {},
) {
  const metadata = { display_phone_number: '15550783881', phone_number_id: phone }
  const value = {
    messaging_product: 'whatsapp',
    metadata,
    contacts,
    messages,
    ...(statuses ? { statuses } : {}),
  }
  return { id: '102290129340398', changes: [{ field: 'messages', value }] }
}

let messages = 0

/** A message as WhatsApp sends it. */
export function whatsappMessage(parts: object, from: object = { from: '16505551234' }) {
  messages += 1
  return {
    ...from,
    id: `wamid.in${messages}`,
    timestamp: '1749416383',
    type: Object.keys(parts)[0],
    ...parts,
  }
}
