import type { ReadDb } from './db.ts'

/** Whether something of a kind was to be handed to a contact after a time. */
export async function wasAskedSince(
  db: ReadDb,
  { bot, contact, kind, since }: Readonly<{ bot: string; contact: string; kind: string; since: number }>,
): Promise<boolean> {
  const sql = 'select 1 as found from delivery where bot = ? and contact = ? and kind = ? and at > ? limit 1'
  return (await db.get(sql, bot, db.vault.name(contact), kind, since)) !== undefined
}
