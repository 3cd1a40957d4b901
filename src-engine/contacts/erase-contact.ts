import { randomBytes } from 'node:crypto'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { bareContact, environmentOf } from '../../src-shared/lifecycle/environments.ts'
import type { Erased, EraseRequest } from '../../src-shared/publish/contact-protocol.ts'
import { channelOf } from '../channels/channel-contact.ts'
import type { Engine } from '../engine.ts'
import type { By } from '../keys/manage-keys.ts'
import { appendAudit } from '../store/audit.ts'
import { listBots } from '../store/bots.ts'
import type { To } from '../store/conversations.ts'
import type { WriteDb } from '../store/db.ts'
import {
  blotConsent,
  blotMentions,
  conversationsNamed,
  dropJobs,
  type Erasing,
  erasePerson,
  namesOf,
  queuesOf,
} from '../store/erase-person.ts'
import { holdOf } from '../store/legal-holds.ts'
import { dropFiles, filesSentBy } from '../store/person-files.ts'
import { dropRestriction } from '../store/restrictions.ts'
import { blotEvents } from './blot-events.ts'
import { erasedName } from './erased-name.ts'
import { everyName } from './every-name.ts'
import { lockPerson } from './lock-person.ts'

type Ask = EraseRequest & Readonly<{ by: By }>

/**
 * Erases a person from all bots and environments (requirements.md NHN-144), unless a legal hold is on them; so no hold
 * names who is erased. What the audit log then says names them by
 * nothing but a random id, which the rows that stay are called by too. Again does no harm, and cleans the disk again.
 */
export async function eraseContact(engine: Engine, { contact, reason, by }: Ask): Promise<Result<Erased>> {
  const { db } = engine
  const id = randomBytes(8).toString('hex')
  // What was erased stays as it is.
  const names = contact.startsWith('erased:') ? [] : everyName(contact)
  const channel = channelOf(contact) ?? ''
  const bots = await listBots(db)
  const erased = await db.atomically(async tx => {
    await lockPerson(tx, bots, contact)
    const hold = await holdOf(tx, bareContact(contact))
    if (hold) {
      const detail = { hold: hold.id, reason }
      await appendAudit(tx, { ...by, action: 'contact.eraseRefused', bot: '', version: '', detail })
      return hold
    }
    const found = await eraseAll(tx, { id, names, channel, at: by.at, isShared: db.isShared })
    const detail = { erased: found.rows > 0 ? id : null, reason, bots: botsOf(found), records: found.records }
    await appendAudit(tx, { ...by, action: 'contact.erase', bot: '', version: '', detail })
    return { erased: detail.erased, conversations: found.conversations, records: found.records }
  })
  if ('contact' in erased) return fault('contact/held', `${erased.id} says why.`)
  for (const to of erased.conversations) engine.turns.lookAt(to)
  await db.scrub()
  return ok({ erased: erased.erased, at: by.at, records: erased.records })
}

type All = Readonly<{
  id: string
  names: readonly string[]
  channel: string
  at: number
  isShared: boolean
}>
type Found = Readonly<{
  rows: number
  conversations: readonly To[]
  records: Readonly<Record<string, number>>
}>

async function eraseAll(tx: WriteDb, { id, names, channel, at, isShared }: All): Promise<Found> {
  const conversations = await conversationsNamed(tx, channel, names)
  const addresses = await namesOf(tx, channel, names)
  const files = new Set<string>()
  const records: Record<string, number> = {}
  const add = (table: string, count: number) => {
    if (count > 0) records[table] = (records[table] ?? 0) + count
  }
  for (const to of conversations) {
    for (const hash of await filesSentBy(tx, to)) files.add(hash)
    if (isShared) await dropJobs(tx, to, await queuesOf(tx, to))
    const erasing: Erasing = { ...to, alias: erasedName(id, to.contact), channel, at, blotEvents }
    for (const [table, count] of Object.entries(await erasePerson(tx, erasing))) add(table, count)
  }
  const [contact] = names.filter(name => environmentOf(name) === 'live')
  if (contact !== undefined) {
    add('restriction', await dropRestriction(tx, contact))
    add('consent', await blotConsent(tx, { channel, contact, alias: erasedName(id, contact) }))
  }
  add('channel_event', await blotMentions(tx, channel, addresses))
  add('media', await dropFiles(tx, [...files]))
  const rows = Object.values(records).reduce((sum, count) => sum + count, 0)
  return { rows, conversations, records }
}

function botsOf({ conversations }: Found): readonly string[] {
  return [...new Set(conversations.map(({ bot }) => bot))].sort()
}
