import { fitValue } from '../../src-shared/blocks/fit-value.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { Value } from '../../src-shared/kit/value.ts'
import { bareContact } from '../../src-shared/lifecycle/environments.ts'
import type { Rectified, RectifyRequest } from '../../src-shared/publish/contact-protocol.ts'
import { channelOf } from '../channels/channel-contact.ts'
import type { Engine } from '../engine.ts'
import type { By } from '../keys/manage-keys.ts'
import { appendAudit } from '../store/audit.ts'
import { listBots } from '../store/bots.ts'
import {
  type Conversation,
  conversationName,
  findConversation,
  saveConversations,
} from '../store/conversations.ts'
import { correctProfiles } from '../store/correct-profiles.ts'
import type { WriteDb } from '../store/db.ts'
import { conversationsNamed } from '../store/erase-person.ts'
import { holdOf } from '../store/legal-holds.ts'
import { everyName } from './every-name.ts'
import { OF_PERSON, ownVariable } from './kept-values.ts'
import { lockPerson } from './lock-person.ts'
import { programOf } from './look-at-person.ts'

type Host = Pick<Engine, 'db' | 'programs'>
type Ask = RectifyRequest & Readonly<{ by: By }>

/**
 * Corrects what is kept of a person (requirements.md NHN-144): what they are called and their number, in every
 * conversation and in what channels told; and values of single conversations. What was said, and what happened, stays
 * as it was. The audit log says what was corrected, and no value. Nothing changes while a legal hold is on them.
 */
export async function rectifyContact(host: Host, ask: Ask): Promise<Result<Rectified>> {
  const { contact, by } = ask
  const names = everyName(contact)
  const bots = await listBots(host.db)
  return host.db.atomically(async (tx): Promise<Result<Rectified>> => {
    await lockPerson(tx, bots, contact)
    const hold = await holdOf(tx, bareContact(contact))
    if (hold) return fault('contact/held', `${hold.id} says why.`)
    const known = await conversationsNamed(tx, channelOf(contact) ?? '', names)
    const before = await Promise.all(known.map(to => findConversation(tx, to.bot, to.contact)))
    const corrected = await correctAll(host, tx, before, ask)
    if (!corrected.ok) return corrected
    let profiles = 0
    for (const to of known) profiles += await correctProfiles(tx, to, ask)
    const changed = corrected.value
    if (changed.length === 0 && profiles === 0) return fault('contact/unknown')
    await saveConversations(tx, changed)
    await appendAudit(tx, { ...by, action: 'contact.rectify', bot: '', version: '', detail: detailOf(ask) })
    return ok({ at: by.at, conversations: changed.length, profiles })
  })
}

/** The conversations that are other than before. */
async function correctAll(
  host: Host,
  tx: WriteDb,
  before: readonly Conversation[],
  ask: Ask,
): Promise<Result<readonly Conversation[]>> {
  const next = new Map(before.map(one => [conversationName(one), withPerson(one, ask)]))
  for (const { bot, contact, name, value } of ask.values ?? []) {
    const at = conversationName({ bot, contact })
    const one = next.get(at)
    if (!one?.session) return fault('contact/no-variable', name)
    const variable = ownVariable(await programOf(host, tx, one), name)
    if (!variable || variable.isSecret) return fault('contact/no-variable', name)
    const fitting = fitValue(value, variable.type)
    if (fitting === undefined) return fault('contact/wrong-value', `${name}: ${variable.type}`)
    next.set(at, withValues(one, { [name]: fitting }))
  }
  return ok([...next.values()].filter(one => !before.includes(one)))
}

/** A conversation that never began knows nothing: the channel tells it when it does. */
function withPerson(one: Conversation, { name, number }: Ask): Conversation {
  const values = {
    ...(name === undefined ? {} : { [OF_PERSON.name]: name }),
    ...(number === undefined ? {} : { [OF_PERSON.number]: number }),
  }
  return one.session && Object.keys(values).length > 0 ? withValues(one, values) : one
}

function withValues(one: Conversation, values: Readonly<Record<string, Value>>): Conversation {
  const { session } = one
  if (!session) return one
  const next = Object.entries({ ...session.values, ...values }).map(([name, value]) => {
    return [name, typeof value === 'object' && value !== null ? [...value] : value] as const
  })
  return { ...one, session: { ...session, values: Object.fromEntries(next) } }
}

function detailOf({ reason, name, number, values = [] }: Ask) {
  const corrected = [
    ...(name === undefined ? [] : ['name']),
    ...(number === undefined ? [] : ['number']),
    ...new Set(values.map(one => one.name)),
  ]
  return { reason, corrected, bots: [...new Set(values.map(({ bot }) => bot))].sort() }
}
