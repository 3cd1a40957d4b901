import { listOf, type ReadDb, type WriteDb } from './db.ts'

export type EventSort = 'message' | 'referral' | 'call' | 'status' | 'ignored' | 'unreadable' | 'trouble'

/** Something that came in over a channel. What became an input has its payload there, and none here. */
export type NewChannelEvent = Readonly<{
  channel: string
  id: string
  sort: EventSort
  bot: string
  contact: string
  note: string | null
  payload: string | null
  at: number
}>

/** `input` of what became one is as the conversation has it now: blotted out where it was a secret. */
export type ChannelEventRow = NewChannelEvent &
  Readonly<{ seq: number; text: string | null; option: string | null; input: string | null }>

/** Notes what came in; answers which of it is new, as `channel/id`. */
export async function keepEvents(
  tx: WriteDb,
  events: readonly NewChannelEvent[],
): Promise<ReadonlySet<string>> {
  if (events.length === 0) return new Set()
  const kept = await tx.insert<{ channel: string; id: string }>('channel_event', events, {
    conflict: 'on conflict (channel, id) do nothing',
    returning: 'channel, id',
  })
  return new Set(kept.map(({ channel, id }) => `${channel}/${id}`))
}

export async function noteOnEvent(tx: WriteDb, channel: string, id: string, note: string): Promise<void> {
  const sealed = tx.vault.seal('channel_event.note', note, [channel, id])
  await tx.run(
    'update channel_event set note = ? where channel = ? and id = ?',
    sealed,
    channel,
    tx.vault.id(id),
  )
}

/** What came in over a channel, the newest first, before the one numbered `before`. */
export function eventsOf(
  db: ReadDb,
  { channel, before, limit }: Readonly<{ channel: string; before: number; limit: number }>,
): Promise<readonly ChannelEventRow[]> {
  return db.all<ChannelEventRow>(
    `select e.seq, e.channel, e.id, e.sort, e.bot, e.contact, e.note, e.payload, e.at, i.text, i.option, i.input
     from channel_event e left join inbound i on i.bot = e.bot and i.contact = e.contact and i.id = e.id
     where e.channel = ? and e.seq < ? order by e.seq desc limit ?`,
    channel,
    before,
    limit,
  )
}

export async function lastReceivedAt(db: ReadDb, channel: string): Promise<number | null> {
  const sql = 'select at from channel_event where channel = ? order by seq desc limit 1'
  return (await db.get<{ at: number }>(sql, channel))?.at ?? null
}

/** When a person last did something that lets them be written to freely; 0 for never. */
export async function lastHeardAt(db: ReadDb, channel: string, contact: string): Promise<number> {
  const sql = `select at from channel_event where channel = ? and contact = ? and sort in ('message', 'referral')
     order by seq desc limit 1`
  return (await db.get<{ at: number }>(sql, channel, db.vault.name(contact)))?.at ?? 0
}

/** The same of many, by `channel/contact`; who never did is not in it. */
export async function lastHeardOf(
  db: ReadDb,
  people: readonly Readonly<{ channel: string; contact: string }>[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.all<{ channel: string; contact: string; at: number }>(
    `select channel, contact, max(at) as at from channel_event
     where (channel, contact) in (select value->>0, value->>1 from json_each(?)) and sort in ('message', 'referral')
     group by channel, contact`,
    listOf(people.map(({ channel, contact }) => [channel, db.vault.name(contact)])),
  )
  return new Map(rows.map(({ channel, contact, at }) => [`${channel}/${contact}`, at]))
}
