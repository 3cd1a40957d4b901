import { z } from 'zod'
import { type HeardAt, ignored } from './heard.ts'
import { readOne, text } from './read-one.ts'
import { readWhatsappMessage } from './read-whatsapp-message.ts'
import { readWhatsappStatus } from './read-whatsapp-status.ts'
import { whatsappContactSchema } from './whatsapp-contact.ts'

const bodySchema = z.looseObject({
  object: z.literal('whatsapp_business_account'),
  entry: z.array(z.looseObject({ changes: z.array(z.unknown()) })),
})
const changeSchema = z.looseObject({ field: text, value: z.looseObject({}) })
const valueSchema = z.looseObject({
  metadata: z.looseObject({ phone_number_id: text }),
  contacts: z.array(z.unknown()).optional(),
  messages: z.array(z.unknown()).optional(),
  statuses: z.array(z.unknown()).optional(),
})
const movedSchema = z.looseObject({
  user_id_update: z.array(
    z.looseObject({
      wa_id: text.optional(),
      user_id: z.looseObject({ previous: text, current: text }),
    }),
  ),
})

/**
 * All that a request of WhatsApp tells: every message and status of every change of every entry
 * (research/designers.md 4.1). What cannot be read takes nothing else with it; null when the whole is something else.
 */
export function readWhatsapp(body: unknown): readonly HeardAt[] | null {
  const read = bodySchema.safeParse(body)
  if (!read.success) return null
  return read.data.entry.flatMap(({ changes }) => changes.flatMap(readChange))
}

function readChange(change: unknown): readonly HeardAt[] {
  const read = changeSchema.safeParse(change)
  if (!read.success)
    return [{ account: '', heard: ignored('It has no field and value.', change, 'unreadable') }]
  const { field, value } = read.data
  const known = valueSchema.safeParse(value)
  if (!known.success) return [{ account: '', heard: ignored(`Nothing is done with ${field}.`, value) }]
  const { metadata, contacts = [], messages = [], statuses = [] } = known.data
  const account = metadata.phone_number_id
  if (field === 'user_id_update') return readMoved(account, value)
  if (field !== 'messages') return [{ account, heard: ignored(`Nothing is done with ${field}.`, value) }]
  const people = contacts.flatMap(contact => {
    const known = whatsappContactSchema.safeParse(contact)
    return known.success ? [known.data] : []
  })
  return [
    ...messages.map(message => readOne(message, () => readWhatsappMessage(message, people))),
    ...statuses.map(status => readOne(status, () => readWhatsappStatus(status))),
  ].map(heard => ({ account, heard }))
}

function readMoved(account: string, value: unknown): readonly HeardAt[] {
  const read = movedSchema.safeParse(value)
  if (!read.success)
    return [{ account, heard: ignored('A change of ids cannot be read.', value, 'unreadable') }]
  return read.data.user_id_update.map(({ wa_id: phone, user_id: { previous, current } }) => ({
    account,
    heard: { sort: 'moved', id: `moved-${current}`, from: { user: previous, phone }, to: { user: current } },
  }))
}
