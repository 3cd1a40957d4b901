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
import { compareStep, type Difference } from './compare-step.ts'

/** What came of a test: the conversation as it went, and for each step the first thing that is not as expected. */
export type TestRun = Readonly<{
  simulation: Simulation
  differences: readonly (Difference | null)[]
  /** The first step that differs, counted from 0; null: passed. */
  failedAt: number | null
}>

/** Plays a test with a bot. Pure: the same bot and test give the same run. */
export function runTestcase(program: Program, { start, steps }: TestcaseRecord): TestRun {
  const { channel, locale, contact, at: startAt, seed } = start
  const trigger = { channel, contact, ...(locale === null ? {} : { locale }) }
  let simulation = startSimulation(program, { trigger, seed, startAt })
  let host: Surroundings | undefined
  const differences = steps.map(step => {
    host = step.surroundings ?? host
    const at = presentTime(simulation) + step.afterMs
    const happening = sameAgain(simulation, step.input as Happening)
    simulation = happen(simulation, program, happening, { at, ...(host ? { host } : {}) })
    return differenceOf(simulation, step)
  })
  const failedAt = differences.findIndex(difference => difference !== null)
  return { simulation, differences, failedAt: failedAt < 0 ? null : failedAt }
}

function differenceOf({ turns }: Simulation, step: TestStep): Difference | null {
  const turn = turns.at(-1)
  return turn ? compareStep(turn, step) : null
}
