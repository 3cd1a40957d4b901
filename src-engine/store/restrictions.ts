import { bareContact, contactIn, ENVIRONMENTS } from '../../src-shared/lifecycle/environments.ts'
import { listOf, type ReadDb, type WriteDb } from './db.ts'

/** That what is kept of a person is kept and nothing else is done with it; `contact` is without its environment. */
export type Restriction = Readonly<{ id: string; contact: string; reason: string; key: string; at: number }>

const SELECT = 'select id, contact, reason, key, at from restriction'

export function listRestrictions(db: ReadDb): Promise<readonly Restriction[]> {
  return db.all<Restriction>(`${SELECT} where environment = 'live' order by at, id`)
}

/** The restriction of a person, under whichever of their names. */
export async function restrictionOf(db: ReadDb, contact: string): Promise<Restriction | null> {
  const row = await db.get<Restriction>(`${SELECT} where contact = ?`, db.vault.name(bareContact(contact)))
  return row ?? null
}

/** Those of some contacts, as they are called there, with whose data nothing is done. */
export async function restrictedOf(db: ReadDb, contacts: readonly string[]): Promise<ReadonlySet<string>> {
  if (contacts.length === 0) return new Set()
  const rows = await db.all<{ contact: string }>(
    'select contact from restriction where contact in (select value->>0 from json_each(?))',
    listOf([...new Set(contacts)].map(contact => [db.vault.name(contact)])),
  )
  return new Set(rows.map(({ contact }) => contact))
}

export async function keepRestriction(tx: WriteDb, { contact, ...rest }: Restriction): Promise<void> {
  const rows = ENVIRONMENTS.map(environment => {
    return { contact: contactIn(environment, contact), environment, ...rest }
  })
  await tx.insert('restriction', rows)
}

/** Answers how many there were: one or none. */
export async function dropRestriction(tx: WriteDb, contact: string): Promise<number> {
  const bare = bareContact(contact)
  const names = ENVIRONMENTS.map(environment => [tx.vault.name(contactIn(environment, bare))])
  const sql = 'delete from restriction where contact in (select value->>0 from json_each(?))'
  return (await tx.run(sql, listOf(names))) > 0 ? 1 : 0
}
