import { advance, type Input, start, type Trigger } from './advance.ts'
import type { Event } from './events.ts'
import type { Program } from './program.ts'
import { SeededWorld } from './seeded-world.ts'
import type { Session } from './session.ts'

/** One turn of a tried conversation. `before` is what a step back returns to. */
export type SimulatedTurn = Readonly<{
  input: Input
  before: Session
  after: Session
  events: readonly Event[]
}>

/** What is said or tapped: typed text, or an option with the label it showed. */
export type Said = Readonly<{ text: string; option?: string }>

/** The virtual time a simulation begins at unless told otherwise; each turn is a second later. 2026-01-01T12:00:00Z. */
export const SIMULATION_START_AT = Date.UTC(2026, 0, 1, 12)
const TURN_MS = 1000

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

/**
 * Sends a message. The program may be another one than last time: the bot was edited and the conversation goes on
 * from where it is.
 */
export function send(simulation: Simulation, program: Program, said: Said): Simulation {
  const { turns, seed, startAt } = simulation
  const before = presentSession(simulation)
  const number = turns.length + 1
  const input: Input = { id: `in-${number}`, type: 'message', ...said }
  const world = new SeededWorld(seed * 100_003 + number, startAt + number * TURN_MS)
  const { session: after, events } = advance(program, before, input, world)
  return { ...simulation, turns: [...turns, { input, before, after, events }] }
}

/** The conversation as it was before the last turn. */
export function stepBack(simulation: Simulation): Simulation {
  return { ...simulation, turns: simulation.turns.slice(0, -1) }
}

/** The same inputs again, from the beginning: what the conversation would be with the bot as it is now. */
export function replay(simulation: Simulation, program: Program): Simulation {
  const fresh: Simulation = { ...simulation, turns: [] }
  return simulation.turns.reduce<Simulation>((again, { input }) => {
    const said: Said =
      input.option === undefined ? { text: input.text } : { text: input.text, option: input.option }
    return send(again, program, said)
  }, fresh)
}
