import type {
  ChannelKind,
  ChannelOptions,
  ChannelState,
  NewChannel,
} from '../../src-shared/publish/channel-protocol.ts'
import { listOf, type ReadDb, type WriteDb } from './db.ts'

/** A channel as it is kept; `secrets` are sealed. */
export type Channel = Readonly<{
  id: string
  kind: ChannelKind
  name: string
  bot: string
  environment: NewChannel['environment']
  account: string
  handle: string
  options: ChannelOptions
  secrets: string
  state: ChannelState
  reason: string
  /** A person stopped it: what comes in is noted and not answered. */
  isStopped: boolean
  verifiedAt: number | null
  lastError: string | null
  lastErrorAt: number | null
  createdAt: number
  changedAt: number
}>

type Row = Omit<Channel, 'options' | 'isStopped'> & Readonly<{ options: string; stopped: number }>

const COLUMNS = `id, kind, name, bot, environment, account, handle, options, secrets, state, reason, stopped,
  verified_at as "verifiedAt", last_error as "lastError", last_error_at as "lastErrorAt", created_at as "createdAt",
  changed_at as "changedAt"`

/** The name to lock for changing a channel. */
export function channelName(id: string): string {
  return `channel/${id}`
}

export async function findChannel(db: ReadDb, id: string): Promise<Channel | null> {
  const row = await db.get<Row>(`select ${COLUMNS} from channel where id = ?`, id)
  return row ? fromRow(row) : null
}

export async function listChannels(db: ReadDb): Promise<readonly Channel[]> {
  return (await db.all<Row>(`select ${COLUMNS} from channel order by created_at, id`)).map(fromRow)
}

/** Those of some ids that are there. */
export async function channelsOf(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, Channel>> {
  if (ids.length === 0) return new Map()
  const sql = `select ${COLUMNS} from channel where id in (select value->>0 from json_each(?))`
  const rows = await db.all<Row>(sql, listOf([...new Set(ids)].map(id => [id])))
  return new Map(rows.map(row => [row.id, fromRow(row)]))
}

/** The channels of a provider's account. */
export async function channelsOfAccount(
  db: ReadDb,
  kind: ChannelKind,
  account: string,
): Promise<readonly Channel[]> {
  const sql = `select ${COLUMNS} from channel where kind = ? and account = ? order by created_at`
  return (await db.all<Row>(sql, kind, account)).map(fromRow)
}

/** The channels of a kind that talk to a bot. */
export async function channelsOfBot(db: ReadDb, kind: ChannelKind, bot: string): Promise<readonly Channel[]> {
  const sql = `select ${COLUMNS} from channel where kind = ? and bot = ? order by created_at`
  return (await db.all<Row>(sql, kind, bot)).map(fromRow)
}

/** Keeps a channel as it is now. */
export async function saveChannel(tx: WriteDb, channel: Channel): Promise<void> {
  const { options, isStopped, verifiedAt, lastError, lastErrorAt, createdAt, changedAt, ...rest } = channel
  const row = {
    ...rest,
    options: JSON.stringify(options),
    stopped: isStopped ? 1 : 0,
    verified_at: verifiedAt,
    last_error: lastError,
    last_error_at: lastErrorAt,
    created_at: createdAt,
    changed_at: changedAt,
  }
  const changing = Object.keys(row).filter(name => name !== 'id' && name !== 'kind' && name !== 'created_at')
  const conflict = `on conflict (id) do update set ${changing.map(name => `${name} = excluded.${name}`).join(', ')}`
  await tx.insert('channel', [row], { conflict })
}

export async function noteTrouble(tx: WriteDb, id: string, error: string, at: number): Promise<void> {
  const sealed = tx.vault.seal('channel.last_error', error)
  await tx.run('update channel set last_error = ?, last_error_at = ? where id = ?', sealed, at, id)
}

/** The provider does not let it work any more, until it is verified again. */
export async function suspendChannel(tx: WriteDb, id: string, reason: string, at: number): Promise<void> {
  await tx.run(
    `update channel set state = 'inactive', reason = ?, last_error = ?, last_error_at = ?
     where id = ? and state = 'active'`,
    reason,
    tx.vault.seal('channel.last_error', reason),
    at,
    id,
  )
}

function fromRow({ options, stopped, ...row }: Row): Channel {
  return { ...row, options: JSON.parse(options), isStopped: stopped === 1 }
}
