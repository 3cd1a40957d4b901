import type { To } from './conversations.ts'
import type { ReadDb, WriteDb } from './db.ts'
import { SEALED } from './sealed-columns.ts'

/** The files that a person sent or was sent by agents, by their hashes. */
export async function filesSentBy(db: ReadDb, { bot, contact }: To): Promise<readonly string[]> {
  const of = async (table: string) =>
    db.sound<{ input: string }>(
      `select bot, contact, id, input from ${table} where bot = ? and contact = ? and input is not null`,
      bot,
      db.vault.name(contact),
    )
  const hashes = [...(await of('inbound')), ...(await of('channel_waiting'))].flatMap(({ input }) =>
    [...input.matchAll(/(?:\/media\/|parley-media:)([0-9a-f]{64})/g)].map(([, hash = '']) => hash),
  )
  return [...new Set(hashes)]
}

/** Where files are named besides in bundles. */
const NAMING_FILES = [
  ['inbound', 'input'],
  ['channel_waiting', 'input'],
  ['message', 'content'],
  ['delivery', 'payload'],
] as const

/** Deletes files that nothing else in the data names; answers how many. What is sealed has to be looked through. */
export async function dropFiles(tx: WriteDb, hashes: readonly string[]): Promise<number> {
  if (hashes.length === 0) return 0
  const used = new Set<string>()
  for (const [table, column] of NAMING_FILES)
    for await (const text of textsOf(tx, table, column))
      for (const hash of hashes) if (text.includes(hash)) used.add(hash)
  let count = 0
  for (const hash of hashes)
    if (!used.has(hash))
      count += await tx.run(
        'delete from media where hash = ? and not exists (select 1 from bundle where text like ?)',
        hash,
        `%${hash}%`,
      )
  return count
}

const PAGE = 1000

/** All texts of a column, page by page. */
async function* textsOf(tx: WriteDb, table: string, column: string): AsyncGenerator<string> {
  const bound = SEALED[table]?.bodies[column] ?? []
  const key = table === 'message' ? ['bot', 'contact', 'number'] : ['seq']
  const columns = [...new Set([...bound, ...key])].join(', ')
  for (let after: readonly (string | number)[] = []; ; ) {
    const from = after.length > 0 ? `and (${key.join(', ')}) > (${after.map(() => '?').join(', ')})` : ''
    const rows = await tx.sound<Record<string, string | number>>(
      `select ${columns}, ${column} as text from ${table} where ${column} is not null ${from}
       order by ${key.join(', ')} limit ${PAGE}`,
      ...after,
    )
    for (const { text } of rows) yield String(text)
    const last = rows.at(-1)
    // A page with rows that do not open is shorter than others.
    if (!last) return
    after = key.map(name => (name === 'contact' ? tx.vault.name(String(last[name])) : (last[name] ?? 0)))
  }
}
