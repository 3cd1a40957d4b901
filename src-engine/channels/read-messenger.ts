import { z } from 'zod'
import { type FarFile, type Heard, type HeardAt, hashOf, idOf, ignored } from './heard.ts'
import { optionOf } from './option-of.ts'
import { readOne, text } from './read-one.ts'

const referral = z.looseObject({
  ref: text.optional(),
  ad_id: z.union([text, z.number()]).optional(),
  source: text.optional(),
})
const attachment = z.looseObject({
  type: text,
  payload: z
    .looseObject({
      url: text.optional(),
      title: text.optional(),
      sticker_id: z.union([text, z.number()]).optional(),
      coordinates: z.looseObject({ lat: z.number(), long: z.number() }).optional(),
    })
    .nullish(),
})
const eventSchema = z.looseObject({
  sender: z.looseObject({ id: text.optional(), user_ref: text.optional() }).optional(),
  recipient: z.looseObject({ id: text }).optional(),
  timestamp: z.number().optional(),
  message: z
    .looseObject({
      mid: text,
      text: text.optional(),
      quick_reply: z.looseObject({ payload: text }).optional(),
      attachments: z.array(attachment).optional(),
      referral: referral.optional(),
      is_echo: z.boolean().optional(),
      is_deleted: z.boolean().optional(),
    })
    .optional(),
  postback: z
    .looseObject({
      mid: text.optional(),
      title: text.optional(),
      payload: text.optional(),
      referral: referral.optional(),
    })
    .optional(),
  referral: referral.optional(),
  delivery: z.looseObject({ mids: z.array(text).optional(), watermark: z.number().optional() }).optional(),
  read: z.looseObject({ mid: text.optional(), watermark: z.number().optional() }).optional(),
})
const bodySchema = z.looseObject({
  object: z.enum(['page', 'instagram']),
  entry: z.array(
    z.looseObject({ id: z.union([text, z.number()]), messaging: z.array(z.unknown()).optional() }),
  ),
})

type Incoming = z.infer<typeof eventSchema>
type Message = NonNullable<Incoming['message']>
export type SendApiOptions = Readonly<{ answersMentions?: boolean | undefined }>

/**
 * All that a request of Messenger or Instagram tells (research/designers.md 4.4, 4.5): every event of every entry.
 * Comments and other changes are noted, not answered. Null when the whole is something else.
 */
export function readMessenger(body: unknown, options: SendApiOptions): readonly HeardAt[] | null {
  const read = bodySchema.safeParse(body)
  if (!read.success) return null
  return read.data.entry.flatMap(({ id, messaging, ...rest }) => {
    const account = String(id)
    const events = messaging?.flatMap(event => readEvents(account, event, options))
    const heard = events ?? [ignored('Only messages are answered.', { id: account, ...rest })]
    return heard.map(one => ({ account, heard: one }))
  })
}

function readEvents(account: string, payload: unknown, options: SendApiOptions): readonly Heard[] {
  const known = eventSchema.safeParse(payload)
  const { delivery } = known.data ?? {}
  if (delivery?.mids)
    return delivery.mids.map(mid => {
      return {
        sort: 'status',
        id: `status-delivered-${hashOf(mid)}`,
        of: { answer: mid },
        status: 'delivered',
      }
    })
  return [readOne(payload, () => readEvent(account, eventSchema.parse(payload), payload, options))]
}

function readEvent(account: string, event: Incoming, payload: unknown, options: SendApiOptions): Heard {
  const { message, postback, read, referral: came } = event
  const user = event.sender?.id
  if (message?.is_echo || user === account) return ignored('It is an echo of what was sent.', payload)
  if (user === undefined) return ignored('It does not say whom it is from.', payload)
  const from = { user }
  if (message) return readMessage(message, from, payload, options)
  if (postback) return readPostback(event, from)
  const ref = refOf(came)
  if (came)
    return ref
      ? { sort: 'referral', id: eventId('referral', event), from, ref }
      : ignored('No reference.', payload)
  if (read?.mid)
    return { sort: 'status', id: `status-read-${hashOf(read.mid)}`, of: { answer: read.mid }, status: 'read' }
  if (read?.watermark) return { sort: 'readUpTo', id: eventId('read', event), from, at: read.watermark }
  return ignored('Nothing is done with it.', payload)
}

function readMessage(
  message: Message,
  from: Readonly<{ user: string }>,
  payload: unknown,
  { answersMentions = false }: SendApiOptions,
): Heard {
  const { mid, attachments = [], quick_reply: reply } = message
  if (message.is_deleted) return ignored('The message was taken back.', payload)
  const isMention = attachments.some(({ type }) => type === 'story_mention')
  if (isMention && !answersMentions) return ignored('Being mentioned in a story is not answered.', payload)
  const files = attachments.flatMap(fileOf)
  return {
    sort: 'message',
    id: idOf(mid),
    from,
    profile: {},
    said: { ...saidIn(message, files.length > 0), ...optionOf(reply?.payload) },
    files,
    ref: refOf(message.referral),
  }
}

function saidIn({ text: said = '', attachments = [] }: Message, hasFiles: boolean) {
  const [first] = attachments
  const place = first?.payload?.coordinates
  if (place && Math.abs(place.lat) <= 90 && Math.abs(place.long) <= 180)
    return { text: said, location: { latitude: place.lat, longitude: place.long } }
  if (said !== '' || hasFiles) return { text: said }
  return {
    text: '',
    unsupported: (first?.payload?.sticker_id ? 'sticker' : (first?.type ?? 'nothing')).slice(0, 64),
  }
}

const KINDS: Readonly<Record<string, FarFile['kind']>> = {
  image: 'image',
  video: 'video',
  audio: 'audio',
  file: 'document',
}

function fileOf({ type, payload }: z.infer<typeof attachment>): readonly FarFile[] {
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined
  if (!kind || !payload?.url || payload.sticker_id) return []
  return [{ kind, at: { url: payload.url }, name: (payload.title ?? '').slice(0, 255) }]
}

/** A link of the page arrives within the button that begins the conversation (requirements.md NHN-51). */
function readPostback(event: Incoming, from: Readonly<{ user: string }>): Heard {
  const { mid, title = '', payload, referral: came } = event.postback ?? {}
  const said = title !== '' ? title : (payload ?? '')
  return {
    sort: 'message',
    id: mid ? idOf(mid) : eventId('postback', event),
    from,
    profile: {},
    said: { text: said, ...optionOf(payload) },
    files: [],
    ref: refOf(came),
  }
}

function refOf(came: z.infer<typeof referral> | undefined): string | undefined {
  const ref = came?.ref || came?.ad_id
  return ref === undefined || ref === '' ? undefined : String(ref)
}

function eventId(sort: string, event: Incoming): string {
  return `${sort}-${hashOf(JSON.stringify(event))}`
}
