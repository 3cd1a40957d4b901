import type { ConversationType } from '../../src-shared/integrations/payloads.ts'
import { type Routing, UNROUTED } from '../../src-shared/integrations/routing.ts'
import type { To } from './conversations.ts'
import { listOf, type ReadDb, type WriteDb } from './db.ts'

/** Where a contact stands with a service. */
export type RoutingKey = To & Readonly<{ service: string }>

export async function findRouting(db: ReadDb, { bot, contact, service }: RoutingKey): Promise<Routing> {
  const sql = 'select bot, contact, service, state from routing where bot = ? and contact = ? and service = ?'
  const row = await db.get<{ state: string }>(sql, bot, db.vault.name(contact), service)
  return row ? { ...UNROUTED, ...JSON.parse(row.state) } : UNROUTED
}

/** The asset a contact was last routed on. */
export async function routedAsset(db: ReadDb, { bot, contact }: To): Promise<string | null> {
  const sql = 'select asset from routing where bot = ? and contact = ?'
  return (await db.get<{ asset: string }>(sql, bot, db.vault.name(contact)))?.asset ?? null
}

export async function saveRouting(
  tx: WriteDb,
  { bot, contact, service, asset }: RoutingKey & Readonly<{ asset: string }>,
  routing: Routing,
): Promise<void> {
  const row = { bot, contact, service, asset, state: JSON.stringify(routing) }
  const conflict = `on conflict (bot, contact, service) do update set state = excluded.state, asset = excluded.asset`
  await tx.insert('routing', [row], { conflict })
}

/** A conversation as a bot or a desk elsewhere knows it; `integration` is empty for the engine's own desk. */
export type RoutedConversation = To &
  Readonly<{
    id: string
    type: ConversationType
    asset: string
    service: string
    integration: string
    openedAt: number
    closedAt: number | null
  }>

const COLUMNS = `id, type, bot, contact, asset, service, integration, opened_at as "openedAt", closed_at as "closedAt"`

export async function findRoutedConversation(db: ReadDb, id: string): Promise<RoutedConversation | null> {
  const sql = `select ${COLUMNS} from routed_conversation where id = ?`
  return (await db.get<RoutedConversation>(sql, id)) ?? null
}

/** All of a contact, the oldest first. */
export function routedConversationsOf(
  db: ReadDb,
  { bot, contact }: To,
): Promise<readonly RoutedConversation[]> {
  const sql = `select ${COLUMNS} from routed_conversation where bot = ? and contact = ? order by opened_at, type, id`
  return db.all<RoutedConversation>(sql, bot, db.vault.name(contact))
}

export async function openRouted(tx: WriteDb, opened: readonly RoutedConversation[]): Promise<void> {
  const rows = opened.map(({ openedAt, closedAt, ...row }) => {
    return { ...row, opened_at: openedAt, closed_at: closedAt }
  })
  if (rows.length > 0) await tx.insert('routed_conversation', rows)
}

export async function closeRouted(tx: WriteDb, ids: readonly string[], at: number): Promise<void> {
  if (ids.length === 0) return
  const sql = `update routed_conversation set closed_at = ?
    where closed_at is null and id in (select value->>0 from json_each(?))`
  await tx.run(sql, at, listOf(ids.map(id => [id])))
}
