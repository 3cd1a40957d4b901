import { isPredefined } from '../../src-shared/document/predefined-variables.ts'
import type { ContactExport } from '../../src-shared/publish/contact-protocol.ts'
import { channelOf } from '../channels/channel-contact.ts'
import type { Engine } from '../engine.ts'
import type { By } from '../keys/manage-keys.ts'
import { AUDIT, appendAudit } from '../store/audit.ts'
import { type Conversation, findConversation } from '../store/conversations.ts'
import { conversationsNamed } from '../store/erase-person.ts'
import { aboutFile } from '../store/media.ts'
import { filesSentBy } from '../store/person-files.ts'
import { channelRecordsOf, recordsOf } from '../store/personal-data.ts'
import { everyName } from './every-name.ts'

type Rows = Record<string, Record<string, unknown>[]>

/** All that the engine keeps of a person, of all bots and environments, read at one moment; that somebody did is audited. */
export async function exportContact(
  { db, publicUrl }: Engine,
  contact: string,
  by: By,
): Promise<ContactExport> {
  const names = everyName(contact)
  const channel = channelOf(contact) ?? ''
  return db.atomically(async tx => {
    await tx.lock([AUDIT])
    const records: Rows = { conversation: [] }
    const add = (more: Readonly<Record<string, readonly object[]>>) => {
      for (const [table, rows] of Object.entries(more))
        records[table] = [...(records[table] ?? []), ...rows.map(row => ({ ...row }))]
    }
    const hashes = new Set<string>()
    for (const to of await conversationsNamed(tx, channel, names)) {
      add({ conversation: [standingOf(await findConversation(tx, to.bot, to.contact))] })
      add(await recordsOf(tx, to))
      for (const hash of await filesSentBy(tx, to)) hashes.add(hash)
    }
    for (const name of names) add(await channelRecordsOf(tx, channel, name))
    const files: ContactExport['files'] = []
    for (const hash of hashes) {
      const about = await aboutFile(tx, hash)
      if (about) files.push({ hash, ...about, url: `${publicUrl()}/media/${hash}` })
    }
    const detail = { rows: Object.values(records).flat().length }
    await appendAudit(tx, { ...by, action: 'contact.export', bot: '', version: '', detail })
    return { contact, at: by.at, records, files }
  })
}

/** The values of a bot's own variables are in the events of its turns, where secrets are masked. */
function standingOf({ session, ...row }: Conversation): Record<string, unknown> {
  const known = Object.entries(session?.values ?? {}).filter(([name]) => isPredefined(name))
  return {
    ...row,
    state: session?.state ?? 'asleep',
    locale: session?.locale ?? null,
    optedOut: session?.more?.optedOut ?? false,
    heardAt: session?.more?.heardAt ?? null,
    values: Object.fromEntries(known),
  }
}
