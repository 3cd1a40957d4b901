import type { Surroundings } from '../document/surroundings.ts'
import type { TestcaseRecord, TestStep } from '../document/testcase.ts'
import type { Program } from '../runtime/program.ts'
import {
  type Happening,
  happen,
  presentTime,
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
  let simulation = startSimulation(program, { trigger, seed, startAt })
  let host: Surroundings | undefined
  for (const step of steps) {
    host = step.surroundings ?? host
    const at = presentTime(simulation) + step.afterMs
    const happening = sameAgain(simulation, step.input as Happening)
    simulation = happen(simulation, program, happening, { at, ...(host ? { host } : {}) })
  }
  return simulation
}
