import { botIdSchema } from '../../src-shared/document/ids.ts'
import { bareContact } from '../../src-shared/lifecycle/environments.ts'
import type { PersonView } from '../../src-shared/publish/contact-protocol.ts'
import { channelOf } from '../channels/channel-contact.ts'
import type { Engine } from '../engine.ts'
import type { By } from '../keys/manage-keys.ts'
import { AUDIT, appendAudit } from '../store/audit.ts'
import { listBots } from '../store/bots.ts'
import { consentsOf } from '../store/consents.ts'
import type { Conversation } from '../store/conversations.ts'
import type { ReadDb } from '../store/db.ts'
import { holdOf } from '../store/legal-holds.ts'
import { restrictionOf } from '../store/restrictions.ts'
import { type Gathered, gather, rowsOf } from './export-contact.ts'
import { keptValues, OF_PERSON } from './kept-values.ts'

/** What is kept of a person in short; that somebody looked is audited. */
export function lookAtPerson(engine: Engine, contact: string, by: By): Promise<PersonView> {
  return engine.db.atomically(async tx => {
    await tx.lock([AUDIT])
    const gathered = await gather(engine, tx, contact)
    const detail = { rows: rowsOf(gathered.records) }
    await appendAudit(tx, { ...by, action: 'contact.look', bot: '', version: '', detail })
    return personOf(engine, tx, { contact, at: by.at, gathered })
  })
}

type Seen = Readonly<{ contact: string; at: number; gathered: Gathered }>

async function personOf(engine: Engine, db: ReadDb, { contact, at, gathered }: Seen): Promise<PersonView> {
  const { records, files, conversations } = gathered
  const names = new Map((await listBots(db)).map(({ id, name }) => [String(id), name]))
  const person = bareContact(contact)
  const consents = await consentsOf(db, [{ channel: channelOf(contact) ?? '', contact: person }])
  return {
    contact,
    at,
    name: known(gathered, OF_PERSON.name, 'name'),
    number: known(gathered, OF_PERSON.number, 'number'),
    conversations: await Promise.all(
      conversations.map(async one => ({
        bot: botIdSchema.parse(one.bot),
        botName: names.get(one.bot) ?? one.bot,
        contact: one.contact,
        state: one.session?.state ?? 'asleep',
        messages: one.lastNumber,
        heardAt: one.session?.more?.heardAt ?? one.session?.at ?? null,
        values: keptValues(one, await programOf(engine, db, one)),
      })),
    ),
    addresses: (records.channel_address ?? []).map(({ channel, address, sort }) => {
      return { channel: String(channel), address: String(address), sort: String(sort) }
    }),
    consents: consents.map(({ channel, category, consent, source, at: saidAt }) => {
      return { channel, category, consent, source, at: saidAt }
    }),
    records: Object.fromEntries(Object.entries(records).map(([table, rows]) => [table, rows.length])),
    files: files.length,
    hold: await holdOf(db, person),
    restriction: await restrictionOf(db, person),
  }
}

/** The content a conversation is on; null where it never began. */
export async function programOf({ programs }: Pick<Engine, 'programs'>, db: ReadDb, { hash }: Conversation) {
  return hash === null ? null : programs.get(hash, db)
}

/** As the bots know it, else as the channel told it last. */
function known({ conversations, records }: Gathered, variable: string, part: string): string | null {
  for (const { session } of conversations) {
    const value = session?.values?.[variable]
    if (typeof value === 'string' && value !== '') return value
  }
  const told = (records.inbound ?? []).findLast(({ profile }) => partOf(profile, part) !== null)
  return partOf(told?.profile, part)
}

function partOf(profile: unknown, part: string): string | null {
  const value = typeof profile === 'object' && profile !== null ? Reflect.get(profile, part) : null
  return typeof value === 'string' ? value : null
}
