import type { Event } from '../../src-shared/runtime/events.ts'
import { normaliseText } from '../../src-shared/runtime/normalise-text.ts'
import { type DoneTurn, type Standing, unanswered } from '../conversations/run-turn.ts'
import type { TakeTurn } from '../conversations/take-turn.ts'
import type { Engine } from '../engine.ts'
import type { ReadDb } from '../store/db.ts'
import type { Inbound } from '../store/inbound.ts'

type Host = Pick<Engine, 'programs'>

/**
 * Makes the turns of people with whose data nothing is done (requirements.md NHN-144): what they write is kept, and
 * nobody answers. That they do not want to be written to is honoured all the same.
 */
export function takeRestricted(host: Host, db: ReadDb, inputs: readonly Inbound[]): TakeTurn | null {
  if (!inputs.some(isRestricted)) return null
  return async (standing, inbound) =>
    isRestricted(inbound) ? restrictedTurn(host, db, standing, inbound) : null
}

function isRestricted({ restricted = 0 }: Inbound): boolean {
  return restricted > 0
}

async function restrictedTurn(
  host: Host,
  db: ReadDb,
  standing: Standing,
  inbound: Inbound,
): Promise<DoneTurn> {
  const turn = unanswered(standing, inbound, 'restricted')
  if (!(await isOptOut(host, db, standing, inbound))) return turn
  const { conversation, answer } = turn
  const { session } = conversation
  const events: Event[] = [{ type: 'consentChanged', consent: 'withdrawn' }]
  return {
    ...turn,
    conversation: session
      ? { ...conversation, session: { ...session, more: { ...session.more, optedOut: true } } }
      : conversation,
    answer: { ...answer, events },
  }
}

async function isOptOut(
  { programs }: Host,
  db: ReadDb,
  { conversation, active }: Standing,
  { kind, text }: Inbound,
): Promise<boolean> {
  const hash = active ?? conversation.hash
  if (kind !== 'message' || hash === null) return false
  return (await programs.get(hash, db)).words.get(normaliseText(text)) === 'optOut'
}
