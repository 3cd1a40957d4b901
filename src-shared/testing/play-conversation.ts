import type { Surroundings } from '../document/surroundings.ts'
import type { TestcaseRecord, TestStep } from '../document/testcase.ts'
import type { Input } from '../runtime/advance.ts'
import type { Program } from '../runtime/program.ts'
import { USUAL_HOST } from '../runtime/simulated-host.ts'
import {
  type Happening,
  playTurn,
  presentTime,
  type SimulatedTurn,
  type Simulation,
  sameAgain,
  startSimulation,
} from '../runtime/simulation.ts'

/** What happens to a conversation, without what is expected of it: any test is one. */
export type Conversation = Readonly<{
  start: TestcaseRecord['start']
  steps: readonly Readonly<Pick<TestStep, 'afterMs' | 'input' | 'surroundings'>>[]
}>

/** Plays it with a bot, from the first input to the last. Pure: the same two give the same conversation. */
export function playConversation(program: Program, { start, steps }: Conversation): Simulation {
  const { channel, locale, contact, at: startAt, seed } = start
  const trigger = { channel, contact, ...(locale === null ? {} : { locale }) }
  // One list that grows: copies of it at every turn would cost more than the turns.
  const turns: SimulatedTurn[] = []
  const simulation: Simulation = { ...startSimulation(program, { trigger, seed, startAt }), turns }
  let host: Surroundings = USUAL_HOST
  for (const step of steps) {
    host = step.surroundings ?? host
    const at = presentTime(simulation) + step.afterMs
    const happening = sameAgain(simulation, step.input as Happening)
    const input = { ...happening, id: `in-${turns.length + 1}` } as Input
    turns.push(playTurn(program, { simulation, input, at, host }))
  }
  return simulation
}
