import { listOf, type ReadDb, type WriteDb } from './db.ts'

/** That nothing of a person may be erased for now; `contact` is without its environment. */
export type LegalHold = Readonly<{ id: string; contact: string; reason: string; key: string; at: number }>

/** The name to lock for whatever places a hold, and for what looks whether there is one before it takes data away. */
export const HOLDS = 'legal-holds'

const SELECT = 'select id, contact, reason, key, at from legal_hold'

export function listHolds(db: ReadDb): Promise<readonly LegalHold[]> {
  return db.all<LegalHold>(`${SELECT} order by at, id`)
}

export async function holdOf(db: ReadDb, contact: string): Promise<LegalHold | null> {
  return (await db.get<LegalHold>(`${SELECT} where contact = ?`, db.vault.name(contact))) ?? null
}

/** Those of some contacts that are held. */
export async function heldOf(db: ReadDb, contacts: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.all<{ contact: string }>(
    'select contact from legal_hold where contact in (select value->>0 from json_each(?))',
    listOf([...new Set(contacts)].map(contact => [db.vault.name(contact)])),
  )
  return new Set(rows.map(({ contact }) => contact))
}

export async function keepHold(tx: WriteDb, hold: LegalHold): Promise<void> {
  await tx.insert('legal_hold', [hold])
}

export async function dropHold(tx: WriteDb, id: string): Promise<void> {
  await tx.run('delete from legal_hold where id = ?', id)
}
