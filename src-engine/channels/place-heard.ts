import {
  addressKey,
  type ChannelAddress,
  contactsAt,
  type KnownContact,
  keepAddresses,
} from '../store/channel-addresses.ts'
import type { Channel } from '../store/channels.ts'
import type { To } from '../store/conversations.ts'
import type { WriteDb } from '../store/db.ts'
import { contactNow, contactOf, isTalking } from './channel-contact.ts'
import type { Heard, Person } from './heard.ts'

export type One = Readonly<{ channel: Channel; heard: Heard }>
/** Something that was heard, and the conversation it is of. */
export type Placed = One & Readonly<{ to: To | null }>

/** Whose each is. A person known by one name is known by all the names that come with it. */
export async function placeAll(tx: WriteDb, all: readonly One[], at: number): Promise<readonly Placed[]> {
  const known = await contactsAt(
    tx,
    all.flatMap(({ channel, heard }) => namesOf(heard).map(address => ({ channel: channel.id, address }))),
  )
  const learnt: ChannelAddress[] = []
  const placed = all.map(({ channel, heard }): Placed => {
    if (!('from' in heard) || !isTalking(channel.kind)) return { channel, heard, to: null }
    const before = knownContact(known, channel.id, heard.from)
    const contact = before ? contactNow(before, channel) : contactOf(channel.kind, channel, heard.from)
    for (const [sort, address] of addressesOf(heard)) {
      const key = addressKey({ channel: channel.id, address })
      if (known.get(key)?.contact === contact) continue
      known.set(key, { contact, hasUser: sort === 'user' || (known.get(key)?.hasUser ?? false) })
      learnt.push({ channel: channel.id, address, sort, contact })
    }
    return { channel, heard, to: { bot: channel.bot, contact } }
  })
  await keepAddresses(tx, learnt, at)
  return placed
}

function namesOf(heard: Heard): readonly string[] {
  if (!('from' in heard)) return []
  return addressesOf(heard).map(([, address]) => address)
}

function addressesOf(heard: Heard): readonly (readonly ['user' | 'phone', string])[] {
  const people: readonly Person[] =
    heard.sort === 'moved' ? [heard.from, heard.to] : 'from' in heard ? [heard.from] : []
  return people.flatMap(({ user, phone }) => [
    ...(user === undefined ? [] : [['user', user] as const]),
    ...(phone === undefined ? [] : [['phone', phone] as const]),
  ])
}

/**
 * Who a person is by what is known of them. A number that comes with another id than before belongs to somebody else
 * now, who must not meet the old conversation.
 */
export function knownContact(
  known: ReadonlyMap<string, KnownContact>,
  channel: string,
  { user, phone }: Person,
): string | undefined {
  const of = (address: string | undefined) =>
    address === undefined ? undefined : known.get(addressKey({ channel, address }))
  const byUser = of(user)
  if (byUser) return byUser.contact
  const byPhone = of(phone)
  return user !== undefined && byPhone?.hasUser ? undefined : byPhone?.contact
}
