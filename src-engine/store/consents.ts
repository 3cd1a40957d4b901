import type { Consent, ConsentCategory } from '../../src-shared/publish/proactive-protocol.ts'
import { listOf, type ReadDb, type WriteDb } from './db.ts'

/** A person as the ledger knows them: `contact` without its environment, `channel` empty for none. */
export type Consenting = Readonly<{ channel: string; contact: string }>

/** One entry: who said what about being written to, when and how (requirements.md NHN-36). */
export type ConsentEntry = Consenting &
  Readonly<{
    category: ConsentCategory
    consent: Consent
    source: string
    wording: string
    key: string
    at: number
    notedAt: number
  }>

const COLUMNS = 'channel, contact, category, consent, source, wording, key, at, noted_at as "notedAt"'

export async function appendConsents(tx: WriteDb, entries: readonly ConsentEntry[]): Promise<void> {
  const rows = entries.map(({ notedAt, ...entry }) => ({ ...entry, noted_at: notedAt }))
  await tx.insert('consent', rows)
}

/** All that is known of some people, in the order it was noted. */
export function consentsOf(db: ReadDb, people: readonly Consenting[]): Promise<readonly ConsentEntry[]> {
  return db.all<ConsentEntry>(
    `select ${COLUMNS} from consent
     where (channel, contact) in (select value->>0, value->>1 from json_each(?)) order by seq`,
    listOf(people.map(({ channel, contact }) => [channel, db.vault.name(contact)])),
  )
}
