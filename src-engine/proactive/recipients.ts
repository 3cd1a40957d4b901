import { type Fault, fault } from '../../src-shared/kit/result.ts'
import { bareContact } from '../../src-shared/lifecycle/environments.ts'
import { contactNow, contactOf, isTalking, type TalkingKind } from '../channels/channel-contact.ts'
import type { Person } from '../channels/heard.ts'
import { knownContact } from '../channels/place-heard.ts'
import { type ChannelAddress, contactsAt } from '../store/channel-addresses.ts'
import { type Channel, channelsOf } from '../store/channels.ts'
import type { Consenting } from '../store/consents.ts'
import type { To } from '../store/conversations.ts'
import type { ReadDb } from '../store/db.ts'

export type Wanted = Readonly<{ channel: string; to: string }>

/** Somebody who can be written to: over which channel, in which conversation, and how they are called there. */
export type Recipient = Readonly<{
  channel: Channel & Readonly<{ kind: TalkingKind }>
  to: To
  address: ChannelAddress
  /** As the ledger of consent knows them. */
  consenting: Consenting
  profile: Readonly<{ number?: string }>
}>

/** Whom some recipients are, in their order; a fault for each that this bot cannot write to (requirements.md KAR-22). */
export async function recipientsOf(
  db: ReadDb,
  bot: string,
  wanted: readonly Wanted[],
): Promise<readonly (Recipient | Fault)[]> {
  const channels = await channelsOf(
    db,
    wanted.map(({ channel }) => channel),
  )
  const people = wanted.map(one => personOf(channels.get(one.channel), bot, one))
  const known = await contactsAt(
    db,
    people.flatMap(found => ('ok' in found ? [] : [{ channel: found.channel.id, address: found.address }])),
  )
  return people.map(found => {
    if ('ok' in found) return found
    const { channel, person, address } = found
    const before = knownContact(known, channel.id, person)
    const contact = before ? contactNow(before, channel) : contactOf(channel.kind, channel, person)
    return {
      channel,
      to: { bot, contact },
      address: { channel: channel.id, address, sort: person.user === undefined ? 'phone' : 'user', contact },
      consenting: { channel: channel.id, contact: bareContact(contact) },
      profile: person.phone === undefined ? {} : { number: person.phone },
    }
  })
}

type Found = Readonly<{ channel: Recipient['channel']; person: Person; address: string }>

function personOf(channel: Channel | undefined, bot: string, { channel: id, to }: Wanted): Found | Fault {
  if (channel?.bot !== bot) return fault('proactive/unknown-channel', `${id} is no channel of this bot.`)
  const { kind } = channel
  if (!isTalking(kind))
    return fault('proactive/unknown-channel', 'People begin their conversations themselves there.')
  const person = readPerson(kind, to.trim())
  const address = person?.user ?? person?.phone
  if (!person || address === undefined) return fault('proactive/bad-recipient', EXPECTED[kind])
  return { channel: { ...channel, kind }, person, address }
}

const EXPECTED: Readonly<Record<TalkingKind, string>> = {
  whatsapp:
    'WhatsApp has phone numbers with their country, such as +55 71 99999-0000, and ids such as BR.1349.',
  messenger: 'Messenger has ids of digits.',
  instagram: 'Instagram has ids of digits.',
  webhook: 'It is empty.',
}

const WRITTEN_NUMBER = /^\+?[\d ().-]+$/

/** Who is meant, in the channel's words; null for nobody it could have. */
function readPerson(kind: TalkingKind, to: string): Person | null {
  if (kind === 'webhook') return to === '' ? null : { user: to }
  if (kind !== 'whatsapp') return /^\d{1,64}$/.test(to) ? { user: to } : null
  if (/^[A-Z]{2}\.[A-Za-z0-9.]{1,120}$/.test(to)) return { user: to }
  const digits = to.replace(/\D/g, '')
  return WRITTEN_NUMBER.test(to) && /^\d{6,15}$/.test(digits) ? { phone: digits } : null
}
