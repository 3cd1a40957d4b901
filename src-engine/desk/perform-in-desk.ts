import type { Effect, EffectResult } from '../../src-shared/blocks/effect.ts'
import type { To } from '../store/conversations.ts'
import type { EngineDb } from '../store/db.ts'
import { deskAgents } from '../store/desk-agents.ts'
import { offerChat, openChats } from '../store/desk-chats.ts'
import { loadsOf, takersOf } from './presence.ts'

type Host = Readonly<{ db: EngineDb; now: () => number }>
type Presence = Extract<Effect, { type: 'presence' }>
type Handover = Extract<Effect, { type: 'handover' }>

/** The engine's own desk, for effects of bots. */
export type OwnDesk = Readonly<{
  presence: (effect: Presence) => Promise<EffectResult>
  handover: (effect: Handover, to: To) => Promise<EffectResult>
}>

export function ownDesk(host: Host): OwnDesk {
  return {
    presence: effect => presenceAtDesk(host, effect),
    handover: (effect, to) => handoverToDesk(host, effect, to),
  }
}

/** Whether somebody at the engine's own desk would take a conversation now (requirements.md CM-06). */
async function presenceAtDesk({ db, now }: Host, { skill }: Presence): Promise<EffectResult> {
  const [agents, chats] = await Promise.all([deskAgents(db), openChats(db)])
  const takers = takersOf({ agents, loads: loadsOf(chats), now: now() }, skill)
  return { outcome: takers.length > 0 ? 'online' : 'offline' }
}

/**
 * Offers a conversation to the engine's own desk (requirements.md CM-12). It is in the queue from the turn that hears
 * of it (follow-turns.ts), so that desk and bot never both think that it is theirs, whenever the process ends.
 */
async function handoverToDesk(
  { db, now }: Host,
  { id: effect, skill, reason, webstore, channel, summary }: Handover,
  { bot, contact }: To,
): Promise<EffectResult> {
  if ((await deskAgents(db)).length === 0)
    return {
      outcome: 'failed',
      message: 'The desk has no agents. Add one, or start the engine with PARLEY_ENGINE_DESK_URL.',
    }
  const offer = { bot, contact, effect, skill, reason, webstore, channel, summary }
  await db.atomically(tx => offerChat(tx, offer, now()))
  return { outcome: 'accepted' }
}
