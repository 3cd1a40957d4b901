import type { DeskAgent } from '../store/desk-agents.ts'
import type { OpenChat } from '../store/desk-chats.ts'

/** How often the page of an agent is known to be there, and after which silence the agent is gone. */
export const BEAT_MS = 15_000
export const GONE_AFTER_MS = 45_000

export function isThere({ seenAt }: Pick<DeskAgent, 'seenAt'>, now: number): boolean {
  return seenAt !== null && seenAt > now - GONE_AFTER_MS
}

/** How many conversations each agent has. */
export function loadsOf(chats: readonly Pick<OpenChat, 'state' | 'agent'>[]): ReadonlyMap<string, number> {
  const loads = new Map<string, number>()
  for (const { state, agent } of chats)
    if (state === 'taken' && agent !== null) loads.set(agent, (loads.get(agent) ?? 0) + 1)
  return loads
}

type Desk = Readonly<{ agents: readonly DeskAgent[]; loads: ReadonlyMap<string, number>; now: number }>

/** Who would take a conversation now: there, accepting, with the skill, and below their limit (CM-06, NHN-76). */
export function takersOf({ agents, loads, now }: Desk, skill: string | null): readonly DeskAgent[] {
  return agents.filter(
    agent =>
      agent.accepting &&
      isThere(agent, now) &&
      hasSkill(agent.accepts, skill) &&
      (loads.get(agent.name) ?? 0) < agent.mostChats,
  )
}

/** Bots write skills as they like; who is asked for none can be anybody. */
export function hasSkill(skills: readonly string[], skill: string | null): boolean {
  return skill === null || skills.some(one => fold(one) === fold(skill))
}

function fold(skill: string): string {
  return skill.normalize('NFC').trim().toLowerCase()
}
