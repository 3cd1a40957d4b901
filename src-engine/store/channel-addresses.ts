import { listOf, type ReadDb, type WriteDb } from './db.ts'

/** What a channel calls a person. A phone number is what is sent to where it is known. */
export type AddressSort = 'phone' | 'user'
export type Address = Readonly<{ address: string; sort: AddressSort }>
export type ChannelAddress = Address & Readonly<{ channel: string; contact: string }>

export function addressKey({ channel, address }: Readonly<{ channel: string; address: string }>): string {
  return `${channel}/${address}`
}

/** `hasUser`: whether the channel has told an id of them, besides a number. */
export type KnownContact = Readonly<{ contact: string; hasUser: boolean }>

/** Whom the addresses are of, by `addressKey`. */
export async function contactsAt(
  db: ReadDb,
  places: readonly Readonly<{ channel: string; address: string }>[],
): Promise<Map<string, KnownContact>> {
  if (places.length === 0) return new Map()
  const rows = await db.all<{ channel: string; address: string; contact: string; users: number }>(
    `select a.channel, a.address, a.contact, (select count(*) from channel_address u
       where u.channel = a.channel and u.contact = a.contact and u.sort = 'user') as users
     from channel_address a
     where (a.channel, a.address) in (select value->>0, value->>1 from json_each(?))`,
    listOf(places.map(({ channel, address }) => [channel, db.vault.name(address)])),
  )
  return new Map(rows.map(row => [addressKey(row), { contact: row.contact, hasUser: row.users > 0 }]))
}

/** Remembers addresses; one that is there already goes to its new contact. */
export async function keepAddresses(
  tx: WriteDb,
  addresses: readonly ChannelAddress[],
  at: number,
): Promise<void> {
  const last = new Map(addresses.map(address => [addressKey(address), { ...address, at }]))
  await tx.insert('channel_address', [...last.values()], {
    conflict:
      'on conflict (channel, address) do update set contact = excluded.contact, sort = excluded.sort, at = excluded.at',
  })
}

/** How somebody is named in `addressesOf`. */
export function personName({ channel, contact }: Pick<ChannelAddress, 'channel' | 'contact'>): string {
  return `${channel}/${contact}`
}

/**
 * Where people are reached, each by their `personName`, the newest address first. The addresses of one are few: to have
 * SQLite sort them costs more than to find them.
 */
export async function addressesOf(
  db: ReadDb,
  people: readonly string[],
): Promise<ReadonlyMap<string, readonly Address[]>> {
  const pairs = people.map(name => {
    const at = name.indexOf('/')
    return [name.slice(0, at), db.vault.name(name.slice(at + 1))]
  })
  const rows = await db.all<ChannelAddress & Readonly<{ at: number }>>(
    `select channel, contact, address, sort, at from channel_address
     where (contact, channel) in (select value->>1, value->>0 from json_each(?))`,
    listOf(pairs),
  )
  const found = new Map<string, Address[]>()
  for (const row of rows.sort((one, other) => other.at - one.at || (one.address < other.address ? -1 : 1))) {
    const { address, sort } = row
    found.set(personName(row), [...(found.get(personName(row)) ?? []), { address, sort }])
  }
  return found
}
