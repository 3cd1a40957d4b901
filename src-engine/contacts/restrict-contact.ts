import { randomBytes } from 'node:crypto'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { bareContact } from '../../src-shared/lifecycle/environments.ts'
import type { RestrictRequest } from '../../src-shared/publish/contact-protocol.ts'
import { channelOf } from '../channels/channel-contact.ts'
import { closeSession } from '../conversations/close-session.ts'
import type { Engine } from '../engine.ts'
import type { By } from '../keys/manage-keys.ts'
import { AUDIT, appendAudit } from '../store/audit.ts'
import { listBots } from '../store/bots.ts'
import { findConversation, saveConversations, type To } from '../store/conversations.ts'
import type { WriteDb } from '../store/db.ts'
import { endChat, noteChat } from '../store/desk-chats.ts'
import { dropEffects } from '../store/effects.ts'
import { conversationsNamed } from '../store/erase-person.ts'
import { HOLDS } from '../store/legal-holds.ts'
import { dropRestriction, keepRestriction, type Restriction, restrictionOf } from '../store/restrictions.ts'
import { everyName } from './every-name.ts'
import { lockPerson } from './lock-person.ts'

type Host = Pick<Engine, 'db' | 'turns'>
type Ask = RestrictRequest & Readonly<{ by: By }>

/**
 * From now on nothing is done with what is kept of a person but to keep it (requirements.md NHN-144; GDPR, article 18):
 * what is under way with them ends, and take-restricted.ts has what they write kept and not answered. The same again is
 * the same restriction.
 */
export async function restrictContact(
  { db, turns }: Host,
  { contact, reason, by }: Ask,
): Promise<Result<Restriction>> {
  const names = everyName(contact)
  const bots = await listBots(db)
  const { restriction, ended } = await db.atomically(async tx => {
    await lockPerson(tx, bots, contact)
    const person = bareContact(contact)
    const known = await restrictionOf(tx, person)
    if (known) return { restriction: known, ended: [] }
    const made = { id: `restriction-${randomBytes(8).toString('hex')}`, contact: person, reason, ...by }
    await keepRestriction(tx, made)
    const conversations = await conversationsNamed(tx, channelOf(contact) ?? '', names)
    for (const to of conversations) await endWhatGoesOn(tx, to, by.at)
    const detail = { restriction: made.id, reason }
    await appendAudit(tx, { ...by, action: 'contact.restrict', bot: '', version: '', detail })
    return { restriction: made, ended: conversations }
  })
  // Who waits for an answer that is not given any more is told so.
  for (const to of ended) turns.lookAt(to)
  return ok(restriction)
}

/** What they write is answered again, from the beginning; what they wrote meanwhile stays unanswered. */
export function liftRestriction({ db }: Host, { contact, reason, by }: Ask): Promise<Result<Restriction>> {
  return db.atomically(async (tx): Promise<Result<Restriction>> => {
    await tx.lock([AUDIT, HOLDS])
    const known = await restrictionOf(tx, contact)
    if (!known) return fault('contact/not-restricted')
    await dropRestriction(tx, contact)
    const detail = { restriction: known.id, reason }
    await appendAudit(tx, { ...by, action: 'contact.liftRestriction', bot: '', version: '', detail })
    return ok(known)
  })
}

async function endWhatGoesOn(tx: WriteDb, to: To, at: number): Promise<void> {
  const conversation = await findConversation(tx, to.bot, to.contact)
  const { session } = conversation
  if (session)
    await saveConversations(tx, [
      { ...conversation, session: session.state === 'open' ? closeSession(session) : session, dueAt: null },
    ])
  await dropEffects(tx, to.bot, to.contact)
  const chat = await endChat(tx, to, { by: 'restriction', at })
  if (chat !== null) await noteChat(tx, chat, { at, kind: 'ended', text: 'restriction' })
}
