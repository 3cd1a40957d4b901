import { listOf, type ReadDb, type WriteDb } from './db.ts'

const PAGE = 200

/** Files that came last before a time, in the order of their hashes, after one of them. */
export async function oldFiles(db: ReadDb, before: number, after: string): Promise<readonly string[]> {
  const sql = `select hash from media where at < ? and hash > ? order by hash limit ${PAGE}`
  return (await db.all<{ hash: string }>(sql, before, after)).map(({ hash }) => hash)
}

/** Deletes files, unless they came again. */
export function deleteOldFiles(tx: WriteDb, hashes: readonly string[], before: number): Promise<number> {
  const sql = 'delete from media where at < ? and hash in (select value->>0 from json_each(?))'
  return tx.run(sql, before, listOf(hashes.map(hash => [hash])))
}

export async function bundleHashes(db: ReadDb): Promise<readonly string[]> {
  return (await db.all<{ hash: string }>('select hash from bundle')).map(({ hash }) => hash)
}

/** What is to be sent or waits, where a file may be named. */
export async function waitingTexts(db: ReadDb): Promise<readonly string[]> {
  const sent = await db.sound<{ text: string }>(
    "select id, payload as text from delivery where state in ('waiting', 'held')",
  )
  const came = await db.sound<{ text: string }>('select bot, contact, id, input as text from channel_waiting')
  return [...sent, ...came].map(({ text }) => text)
}

/** Conversations that agents have or wait for. */
export function chatsUnderWay(db: ReadDb): Promise<readonly Readonly<{ bot: string; contact: string }>[]> {
  return db.all("select bot, contact from desk_chat where state <> 'closed'")
}
