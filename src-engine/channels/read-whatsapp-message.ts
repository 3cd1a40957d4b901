import { z } from 'zod'
import { type FarFile, type Heard, idOf, ignored, type Person } from './heard.ts'
import { optionOf } from './option-of.ts'
import { text } from './read-one.ts'
import type { WhatsappContact } from './whatsapp-contact.ts'

const file = z.looseObject({
  id: text,
  caption: text.optional(),
  filename: text.optional(),
})
const reply = z.looseObject({ id: text, title: text })
const schema = z.looseObject({
  id: text,
  type: text,
  from: text.optional(),
  from_user_id: text.optional(),
  referral: z.looseObject({ source_id: text.optional(), source_url: text.optional() }).optional(),
  text: z.looseObject({ body: text }).optional(),
  image: file.optional(),
  video: file.optional(),
  audio: file.optional(),
  document: file.optional(),
  location: z
    .looseObject({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      name: text.optional(),
      address: text.optional(),
    })
    .optional(),
  interactive: z
    .looseObject({ type: text, button_reply: reply.optional(), list_reply: reply.optional() })
    .optional(),
  button: z.looseObject({ payload: text.optional(), text }).optional(),
  system: z
    .looseObject({ type: text, wa_id: text.optional(), new_wa_id: text.optional(), user_id: text.optional() })
    .optional(),
})
type Incoming = z.infer<typeof schema>
type Said = Extract<Heard, { sort: 'message' }>['said']

/** Said by the customer, or about them; a reaction wants no answer. */
const SILENT = new Set(['reaction', 'ephemeral', 'edit', 'revoke', 'request_welcome'])
const FILES = { image: 'image', video: 'video', audio: 'audio', document: 'document' } as const

/** A message as it came, whether or not the phone number is told. Throws a ZodError when it cannot be read. */
export function readWhatsappMessage(payload: unknown, people: readonly WhatsappContact[]): Heard {
  const message = schema.parse(payload)
  const contact = contactOf(message, people)
  const from: Person = {
    phone: message.from ?? contact?.wa_id,
    user: message.from_user_id ?? contact?.user_id,
  }
  if (from.phone === undefined && from.user === undefined)
    return ignored('It does not say whom it is from.', payload)
  if (SILENT.has(message.type))
    return ignored(`Nothing is answered to a message of type ${message.type}.`, payload)
  if (message.type === 'system') return readSystem(message, from, payload)
  const { referral } = message
  return {
    sort: 'message',
    id: idOf(message.id),
    from,
    profile: {
      name: contact?.profile?.name ?? contact?.profile?.username,
      number: from.phone === undefined ? undefined : `+${from.phone}`,
    },
    said: saidIn(message),
    files: filesIn(message),
    ref: referral?.source_id ?? referral?.source_url,
  }
}

function contactOf({ from, from_user_id: user }: Incoming, people: readonly WhatsappContact[]) {
  const theirs = people.find(
    person =>
      (from !== undefined && person.wa_id === from) || (user !== undefined && person.user_id === user),
  )
  return theirs ?? (people.length === 1 ? people[0] : undefined)
}

function saidIn(message: Incoming): Said {
  const { type, text: said, interactive, button, location } = message
  const chosen = interactive?.button_reply ?? interactive?.list_reply
  if (said) return { text: said.body }
  if (chosen) return { text: chosen.title, ...optionOf(chosen.id) }
  if (button) return { text: button.text, ...optionOf(button.payload) }
  if (location) {
    const { latitude, longitude, name, address } = location
    return {
      text: '',
      location: {
        latitude,
        longitude,
        ...(name ? { name: name.slice(0, 200) } : {}),
        ...(address ? { address: address.slice(0, 500) } : {}),
      },
    }
  }
  if (filesIn(message).length > 0) return { text: fileOf(message)?.caption ?? '' }
  return { text: '', unsupported: (interactive?.type ?? type).slice(0, 64) }
}

function fileOf({ type, image, video, audio, document }: Incoming) {
  const files = { image, video, audio, document }
  return Object.hasOwn(files, type) ? files[type as keyof typeof files] : undefined
}

function filesIn(message: Incoming): readonly FarFile[] {
  const found = fileOf(message)
  if (!found) return []
  const kind = FILES[message.type as keyof typeof FILES]
  return [{ kind, at: { id: found.id }, name: (found.filename ?? '').slice(0, 255) }]
}

/** A customer has a new number, or a new id. */
function readSystem({ id, system }: Incoming, from: Person, payload: unknown): Heard {
  const phone = system?.new_wa_id ?? system?.wa_id
  const user = system?.user_id
  if (phone === undefined && user === undefined) return ignored('A notice of the system.', payload)
  return { sort: 'moved', id: idOf(id), from, to: { phone, user } }
}
