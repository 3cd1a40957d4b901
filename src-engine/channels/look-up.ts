import { type Address, addressesOf, personName } from '../store/channel-addresses.ts'
import { type Channel, channelsOf } from '../store/channels.ts'
import type { ReadDb } from '../store/db.ts'
import { together } from '../store/together.ts'

/** What each message that goes out needs to know, looked up together for all that go out at once. */
export type LookUp = Readonly<{
  channel: (id: string) => Promise<Channel | undefined>
  /** Where somebody is reached, the newest address first. */
  addresses: (channel: string, contact: string) => Promise<readonly Address[]>
}>

export function lookUpIn(db: ReadDb): LookUp {
  const addresses = together(people => addressesOf(db, people))
  return {
    channel: together(ids => channelsOf(db, ids)),
    addresses: async (channel, contact) => (await addresses(personName({ channel, contact }))) ?? [],
  }
}
