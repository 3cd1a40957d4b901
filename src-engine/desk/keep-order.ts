import type { Routing } from '../../src-shared/publish/desk-protocol.ts'
import type { EngineDb, WriteDb } from '../store/db.ts'
import { type DeskAgent, deskAgents, setAssigned } from '../store/desk-agents.ts'
import { noteChat, type OpenChat, openChats, returnChat, takeWaiting } from '../store/desk-chats.ts'
import { routingOf } from '../store/desk-settings.ts'
import { isThere, loadsOf, takersOf } from './presence.ts'

/** The desk as it is: who answers there, and what waits and was taken. */
export type DeskState = Readonly<{
  agents: readonly DeskAgent[]
  chats: readonly OpenChat[]
  routing: Routing
}>

export async function deskState(db: EngineDb): Promise<DeskState> {
  const [agents, chats, routing] = await Promise.all([deskAgents(db), openChats(db), routingOf(db)])
  return { agents, chats, routing }
}

type Host = Readonly<{ db: EngineDb; now: () => number }>

/** The name to lock for giving conversations to agents. */
const DESK = 'desk'

/**
 * Puts back into the queue what agents have who are gone, and, where the desk does it by itself, gives what waits to
 * who is there. Answers the desk as it is then. `mayReturn` is false while agents cannot have come back yet, such as
 * just after the engine's start.
 */
export async function keepOrder({ db, now }: Host, mayReturn: boolean): Promise<DeskState> {
  const state = await deskState(db)
  const gone = mayReturn ? goneChats(state, now()) : []
  if (gone.length === 0 && !canGive(state, now())) return state
  await db.atomically(async tx => {
    await tx.lock([DESK])
    for (const { id, agent, skill } of gone) await returnOf(tx, { id, agent: agent ?? '', skill, at: now() })
    if (state.routing === 'automatic') await giveAll(tx, now())
  })
  return deskState(db)
}

/** Agents who go leave what they have to the queue. */
export async function leaveChats(tx: WriteDb, agent: string, at: number): Promise<void> {
  const chats = await openChats(tx)
  for (const chat of chats)
    if (chat.agent === agent) await returnOf(tx, { id: chat.id, agent, skill: chat.skill, at })
}

type Return = Readonly<{ id: number; agent: string; skill: string | null; at: number }>

async function returnOf(tx: WriteDb, { id, agent, skill, at }: Return): Promise<void> {
  if (await returnChat(tx, id, { from: agent, skill })) await noteChat(tx, id, { at, kind: 'gone', agent })
}

function goneChats({ agents, chats }: DeskState, now: number): readonly OpenChat[] {
  const there = new Set(agents.filter(agent => isThere(agent, now)).map(({ name }) => name))
  return chats.filter(({ state, agent }) => state === 'taken' && agent !== null && !there.has(agent))
}

function canGive({ agents, chats, routing }: DeskState, now: number): boolean {
  if (routing !== 'automatic') return false
  const loads = loadsOf(chats)
  return chats.some(
    ({ state, skill }) => state === 'waiting' && takersOf({ agents, loads, now }, skill).length > 0,
  )
}

/** Oldest first, each to who has least, and of those to who was given something longest ago (D-25, NHN-77). */
async function giveAll(tx: WriteDb, now: number): Promise<void> {
  let agents = await deskAgents(tx)
  const chats = await openChats(tx)
  const loads = new Map(loadsOf(chats))
  // What is given in one go is given in an order, too.
  let at = now
  for (const { id, state, skill } of chats) {
    const [next] = state === 'waiting' ? [...takersOf({ agents, loads, now }, skill)].sort(byTurn(loads)) : []
    if (!next || !(await takeWaiting(tx, id, next.name, now))) continue
    await setAssigned(tx, next.name, at)
    await noteChat(tx, id, { at: now, kind: 'given', agent: next.name })
    loads.set(next.name, (loads.get(next.name) ?? 0) + 1)
    const assignedAt = at
    agents = agents.map(agent => (agent.name === next.name ? { ...agent, assignedAt } : agent))
    at += 1
  }
}

function byTurn(loads: ReadonlyMap<string, number>): (one: DeskAgent, other: DeskAgent) => number {
  return (one, other) =>
    (loads.get(one.name) ?? 0) - (loads.get(other.name) ?? 0) ||
    (one.assignedAt ?? 0) - (other.assignedAt ?? 0) ||
    (one.name < other.name ? -1 : 1)
}
