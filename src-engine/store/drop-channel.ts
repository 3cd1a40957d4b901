import { listOf, type ReadDb, type WriteDb } from './db.ts'
import { eventsNaming, namesOf } from './erase-person.ts'

type Dropping = Readonly<{
  channel: string
  /** Of whom nothing may go, under all their names. */
  kept: readonly string[]
}>

/** Its addresses and event log go, besides those of who is kept; what was said stays with the conversations. */
export async function deleteChannel(tx: WriteDb, { channel, kept }: Dropping): Promise<void> {
  const people = listOf(kept.map(contact => [tx.vault.name(contact)]))
  const naming = listOf((await mentionsOf(tx, { channel, kept })).map(seq => [seq]))
  for (const table of ['channel_address', 'channel_waiting'])
    await tx.run(
      `delete from ${table} where channel = ? and contact not in (select value->>0 from json_each(?))`,
      channel,
      people,
    )
  await tx.run(
    `delete from channel_event where channel = ? and contact not in (select value->>0 from json_each(?))
       and seq not in (select cast(value->>0 as bigint) from json_each(?))`,
    channel,
    people,
    naming,
  )
  await tx.run('delete from channel where id = ?', channel)
}

/** What nothing became of, and still names them. */
async function mentionsOf(db: ReadDb, { channel, kept }: Dropping): Promise<readonly number[]> {
  if (kept.length === 0) return []
  return eventsNaming(db, channel, await namesOf(db, channel, kept))
}
