import type { TestcaseRecord } from '../document/testcase.ts'
import type { Program } from '../runtime/program.ts'
import type { Simulation } from '../runtime/simulation.ts'
import { compareStep, type Difference } from './compare-step.ts'
import { playConversation } from './play-conversation.ts'

/** What came of a test: the conversation as it went, and for each step the first thing that is not as expected. */
export type TestRun = Readonly<{
  simulation: Simulation
  differences: readonly (Difference | null)[]
  /** The first step that differs, counted from 0; null: passed. */
  failedAt: number | null
}>

/** Plays a test with a bot. Pure: the same bot and test give the same run. */
export function runTestcase(program: Program, test: TestcaseRecord): TestRun {
  const simulation = playConversation(program, test)
  const differences = test.steps.map((step, at) => {
    const turn = simulation.turns[at]
    return turn ? compareStep(turn, step) : null
  })
  const failedAt = differences.findIndex(difference => difference !== null)
  return { simulation, differences, failedAt: failedAt < 0 ? null : failedAt }
}
