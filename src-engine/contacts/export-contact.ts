import { isPredefined } from '../../src-shared/document/predefined-variables.ts'
import type { ContactExport } from '../../src-shared/publish/contact-protocol.ts'
import { channelOf } from '../channels/channel-contact.ts'
import type { Engine } from '../engine.ts'
import type { By } from '../keys/manage-keys.ts'
import { AUDIT, appendAudit } from '../store/audit.ts'
import { type Conversation, findConversation } from '../store/conversations.ts'
import type { ReadDb } from '../store/db.ts'
import { conversationsNamed } from '../store/erase-person.ts'
import { aboutFile } from '../store/media.ts'
import { filesSentBy } from '../store/person-files.ts'
import { channelRecordsOf, recordsOf } from '../store/personal-data.ts'
import { restrictionOf } from '../store/restrictions.ts'
import { everyName } from './every-name.ts'
import { keptValues } from './kept-values.ts'

type Rows = Record<string, Record<string, unknown>[]>

/** Rows of each table, and the conversations and files among them. */
export type Gathered = Pick<ContactExport, 'files'> &
  Readonly<{ records: Rows; conversations: readonly Conversation[] }>

/** All that the engine keeps of a person, of all bots and environments, read at one moment; that somebody did is audited. */
export async function exportContact(engine: Engine, contact: string, by: By): Promise<ContactExport> {
  return engine.db.atomically(async tx => {
    await tx.lock([AUDIT])
    const { records, files } = await gather(engine, tx, contact)
    const detail = { rows: rowsOf(records) }
    await appendAudit(tx, { ...by, action: 'contact.export', bot: '', version: '', detail })
    return { contact, at: by.at, records, files }
  })
}

export function rowsOf(records: Gathered['records']): number {
  return Object.values(records).flat().length
}

/** All that is kept of a person, under whichever of their names. */
export async function gather(
  { publicUrl, programs }: Pick<Engine, 'publicUrl' | 'programs'>,
  db: ReadDb,
  contact: string,
): Promise<Gathered> {
  const channel = channelOf(contact) ?? ''
  const records: Rows = { conversation: [] }
  const add = (more: Readonly<Record<string, readonly object[]>>) => {
    for (const [table, rows] of Object.entries(more))
      records[table] = [...(records[table] ?? []), ...rows.map(row => ({ ...row }))]
  }
  const hashes = new Set<string>()
  const conversations: Conversation[] = []
  for (const to of await conversationsNamed(db, channel, everyName(contact))) {
    const conversation = await findConversation(db, to.bot, to.contact)
    conversations.push(conversation)
    const program = conversation.hash === null ? null : await programs.get(conversation.hash, db)
    add({ conversation: [standingOf(conversation, keptValues(conversation, program))] })
    add(await recordsOf(db, to))
    for (const hash of await filesSentBy(db, to)) hashes.add(hash)
  }
  for (const name of everyName(contact)) add(await channelRecordsOf(db, channel, name))
  const restriction = await restrictionOf(db, contact)
  add({ restriction: restriction ? [restriction] : [] })
  return { records, conversations, files: await filesNamed(db, [...hashes], publicUrl()) }
}

async function filesNamed(
  db: ReadDb,
  hashes: readonly string[],
  url: string,
): Promise<ContactExport['files']> {
  const files: ContactExport['files'] = []
  for (const hash of hashes) {
    const about = await aboutFile(db, hash)
    if (about) files.push({ hash, ...about, url: `${url}/media/${hash}` })
  }
  return files
}

/** Secrets are left out. */
function standingOf(
  { session, ...row }: Conversation,
  own: ReturnType<typeof keptValues>,
): Record<string, unknown> {
  const known = Object.entries(session?.values ?? {}).filter(([name]) => isPredefined(name))
  const kept = own.flatMap(({ name, isSecret, value }) => (isSecret ? [] : [[name, value] as const]))
  return {
    ...row,
    state: session?.state ?? 'asleep',
    locale: session?.locale ?? null,
    optedOut: session?.more?.optedOut ?? false,
    heardAt: session?.more?.heardAt ?? null,
    values: Object.fromEntries([...known, ...kept]),
  }
}
