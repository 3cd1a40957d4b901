import type { Effect } from '../blocks/effect.ts'
import { canonicalJson } from '../kit/canonical-json.ts'
import type { World } from '../kit/world.ts'
import { advance, type Input, start, type Trigger } from './advance.ts'
import type { Event } from './events.ts'
import { dueAt } from './expire.ts'
import type { Program } from './program.ts'
import { SeededWorld } from './seeded-world.ts'
import { NOWHERE, type Session } from './session.ts'
import { answerEffect, type SimulatedHost, USUAL_HOST } from './simulated-host.ts'
import type { Trace } from './trace.ts'

/** An input without its id, which the simulation gives. */
export type Happening = Input extends infer One ? (One extends Input ? Omit<One, 'id'> : never) : never

/**
 * One turn of a tried conversation: what happened, and all that followed from what the simulated host answered at
 * once. `before` is what a step back returns to; `at` is in epoch milliseconds.
 */
export type SimulatedTurn = Readonly<{
  input: Input
  at: number
  before: Session
  after: Session
  events: readonly Event[]
  /** How the world outside behaved, where that was not the usual. */
  host?: SimulatedHost
}>

/** What is said or tapped: typed text, or an option with the label it showed. */
export type Said = Readonly<{ text: string; option?: string }>

/** The virtual time a simulation begins at unless told otherwise; each turn is a second later. 2026-01-01T12:00:00Z. */
export const SIMULATION_START_AT = Date.UTC(2026, 0, 1, 12)
const TURN_MS = 1000
const USUAL = canonicalJson(USUAL_HOST)
/** Results of effects that ask for effects, in one turn. */
const MAX_ROUNDS = 20

/**
 * A conversation with a bot that is being drawn: an immutable value, so that stepping back is dropping the last turn.
 * Each turn has its own seeded world, so the same inputs give the same events whatever was tried in between.
 */
export type Simulation = Readonly<{
  first: Session
  turns: readonly SimulatedTurn[]
  seed: number
  startAt: number
}>

/** `startAt` is in epoch milliseconds. */
export function startSimulation(
  program: Program,
  options: { trigger?: Trigger; seed?: number; startAt?: number } = {},
): Simulation {
  const { trigger = {}, seed = 1, startAt = SIMULATION_START_AT } = options
  return { first: start(program, trigger), turns: [], seed, startAt }
}

export function presentSession(simulation: Simulation): Session {
  return simulation.turns.at(-1)?.after ?? simulation.first
}

/** The virtual time of the last turn, epoch ms. */
export function presentTime(simulation: Simulation): number {
  return simulation.turns.at(-1)?.at ?? simulation.startAt
}

/**
 * Sends a message. The program may be another one than last time: the bot was edited and the conversation goes on
 * from where it is.
 */
export function send(simulation: Simulation, program: Program, said: Said, host?: SimulatedHost): Simulation {
  return happen(simulation, program, { type: 'message', ...said }, { host })
}

/** Lets anything happen; a second after the last turn, unless `at` says when. */
export function happen(
  simulation: Simulation,
  program: Program,
  happening: Happening,
  { at = presentTime(simulation) + TURN_MS, host = USUAL_HOST }: { at?: number; host?: SimulatedHost } = {},
): Simulation {
  const { turns } = simulation
  const input = { ...happening, id: `in-${turns.length + 1}` } as Input
  const turn = playTurn(program, { simulation, input, at, host })
  return { ...simulation, turns: [...turns, turn] }
}

type Played = Readonly<{
  simulation: Simulation
  input: Input
  at: number
  host: SimulatedHost
  /** Left out: the seeded one of the turn. */
  world?: World
}>

/** The next turn of a conversation, with all that follows from what the simulated host answers at once. */
export function playTurn(
  program: Program,
  { simulation, input, at, host, world = worldOf(simulation, at) }: Played,
  trace?: Trace,
): SimulatedTurn {
  const before = presentSession(simulation)
  let { session, events, effects } = advance(program, before, input, world, trace)
  for (let round = 0; effects.length > 0 && round < MAX_ROUNDS; round += 1) {
    const results = effects.flatMap(effect => resultInput(effect, host, events) ?? [])
    effects = []
    for (const result of results) {
      const next = advance(program, session, result, world, trace)
      session = next.session
      events = [...events, ...next.events]
      effects = [...effects, ...next.effects]
    }
  }
  const turn: SimulatedTurn = { input, at, before, after: session, events }
  return isUsual(host) ? turn : { ...turn, host }
}

function worldOf({ seed, turns }: Simulation, at: number): World {
  return new SeededWorld(seed * 100_003 + turns.length + 1, at)
}

function resultInput(effect: Effect, host: SimulatedHost, events: readonly Event[]): Input | null {
  const asked = events.find(event => event.type === 'effectRequested' && event.effect === effect.id)
  const block = asked?.type === 'effectRequested' ? asked.block : NOWHERE
  const result = answerEffect(effect, host, block)
  return result && { id: `${effect.id}#`, type: 'effect', effect: effect.id, result }
}

function isUsual(host: SimulatedHost): boolean {
  return host === USUAL_HOST || canonicalJson(host) === USUAL
}

/** Moves the clock on; what becomes due on the way happens at its time. Milliseconds. */
export function skipTime(
  simulation: Simulation,
  program: Program,
  ms: number,
  host?: SimulatedHost,
): Simulation {
  const until = presentTime(simulation) + ms
  let moved = simulation
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const due = dueAt(program, presentSession(moved))
    if (due === null || due > until) break
    moved = happen(moved, program, { type: 'time' }, { at: Math.max(due, presentTime(moved)), host })
  }
  return presentTime(moved) >= until ? moved : happen(moved, program, { type: 'time' }, { at: until, host })
}

/** The conversation as it was before the last turn. */
export function stepBack(simulation: Simulation): Simulation {
  return { ...simulation, turns: simulation.turns.slice(0, -1) }
}

/** The same in another run of the conversation: a result is of the effect that is waited for there. */
export function sameAgain(simulation: Simulation, happening: Happening): Happening {
  if (happening.type !== 'effect') return happening
  return { ...happening, effect: presentSession(simulation).more?.effect ?? happening.effect }
}

/**
 * The same inputs at the same times in the same world again, from the beginning: what the conversation would be with
 * the bot as it is now.
 */
export function replay(simulation: Simulation, program: Program): Simulation {
  const fresh: Simulation = { ...simulation, turns: [] }
  return simulation.turns.reduce<Simulation>((again, { input, at, host }) => {
    const { id: _, ...happening } = input
    return happen(again, program, sameAgain(again, happening as Happening), { at, host })
  }, fresh)
}
