import type { ReadDb, WriteDb } from './db.ts'

/** A message that the company began, and the input it became. */
export type ProactiveRow = Readonly<{
  id: string
  bot: string
  contact: string
  channel: string
  recipient: string
  seq: number
  key: string
  at: number
}>

/** What was answered to a sender's own key. */
export type KnownRequest = Readonly<{ digest: string; answer: string }>

/** The tokens that may begin conversations of a bot (requirements.md KAR-10). */
export async function tokensOf(db: ReadDb, bot: string): Promise<readonly string[]> {
  const sql = 'select key from proactive_token where bot = ? order by key'
  return (await db.all<{ key: string }>(sql, bot)).map(({ key }) => key)
}

export async function replaceTokens(tx: WriteDb, bot: string, tokens: readonly string[]): Promise<void> {
  await tx.run('delete from proactive_token where bot = ?', bot)
  await tx.insert(
    'proactive_token',
    [...new Set(tokens)].map(key => ({ bot, key })),
  )
}

export async function keepProactive(tx: WriteDb, rows: readonly ProactiveRow[]): Promise<void> {
  await tx.insert('proactive_message', rows)
}

export async function findProactive(db: ReadDb, bot: string, id: string): Promise<ProactiveRow | null> {
  const sql = `select id, bot, contact, channel, recipient, seq, key, at from proactive_message
    where id = ? and bot = ?`
  return (await db.get<ProactiveRow>(sql, id, bot)) ?? null
}

/** What was answered to a key since a time; null for nothing. */
export async function findRequest(
  db: ReadDb,
  { bot, dedupeKey, since }: Readonly<{ bot: string; dedupeKey: string; since: number }>,
): Promise<KnownRequest | null> {
  const sql =
    'select bot, dedupe_key, digest, answer from proactive_request where bot = ? and dedupe_key = ? and at > ?'
  return (await db.get<KnownRequest>(sql, bot, db.vault.name(dedupeKey), since)) ?? null
}

/** Keeps an answer, and forgets those that came before a time. */
export async function keepRequest(
  tx: WriteDb,
  request: KnownRequest & Readonly<{ bot: string; dedupeKey: string; at: number; since: number }>,
): Promise<void> {
  const { bot, dedupeKey, digest, answer, at, since } = request
  await tx.run('delete from proactive_request where at <= ?', since)
  await tx.insert('proactive_request', [{ bot, dedupe_key: dedupeKey, digest, answer, at }])
}

/** What was reported on the messages of a contact after an input, in its order: JSON of inputs. */
export async function reportsAfter(
  db: ReadDb,
  { bot, contact, seq }: Readonly<{ bot: string; contact: string; seq: number }>,
): Promise<readonly string[]> {
  const sql = `select bot, contact, id, input from inbound
    where bot = ? and contact = ? and seq > ? and kind = 'delivery' order by seq limit 500`
  const rows = await db.all<{ input: string | null }>(sql, bot, db.vault.name(contact), seq)
  return rows.flatMap(({ input }) => input ?? [])
}
