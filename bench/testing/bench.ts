import type { TestcaseId } from '../../src-shared/document/ids.ts'
import { advance, start } from '../../src-shared/runtime/advance.ts'
import { compile } from '../../src-shared/runtime/compile.ts'
import { SeededWorld } from '../../src-shared/runtime/seeded-world.ts'
import { send, startSimulation } from '../../src-shared/runtime/simulation.ts'
import { recordTestcase } from '../../src-shared/testing/record-testcase.ts'
import { runTestcase } from '../../src-shared/testing/run-testcase.ts'
import { machine, median, type Report, ratio } from '../report.ts'
import { benchBot } from '../runtime/bench-bot.ts'
import { SCRIPT } from '../runtime/script.ts'

const TESTS = 3000
const ROUNDS = 15
const WARM_UPS = 5

/**
 * Conversation tests against the runtime's own turns: the same script of the sample menu bot, played as tests that
 * expect every message, option and place, and played by the bare runtime, in the same rounds. Turns per second.
 */
export async function bench(): Promise<Report> {
  const program = compile(benchBot(10))
  const texts = [...SCRIPT]
  const talked = texts.reduce((before, text) => send(before, program, { text }), startSimulation(program))
  const tests = (['exact', 'loose'] as const).map(match => ({
    match,
    test: recordTestcase(talked, { id: 'test_bench' as TestcaseId, name: 'Bench', tags: [], match }),
    speeds: [] as number[],
  }))
  const first = start(program, {})
  const bare: number[] = []
  for (let round = -WARM_UPS; round < ROUNDS; round += 1) {
    const speed = turnsPerSecond(texts.length, () => {
      let session = first
      const world = new SeededWorld(1, talked.startAt)
      for (const [at, text] of texts.entries())
        session = advance(program, session, { id: `in-${at + 1}`, type: 'message', text }, world).session
    })
    if (round >= 0) bare.push(speed)
    for (const { test, speeds } of tests) {
      const played = turnsPerSecond(texts.length, () => {
        if (runTestcase(program, test).failedAt !== null) throw new Error('the test does not pass')
      })
      if (round >= 0) speeds.push(played)
    }
  }
  const row = (subject: string, speeds: readonly number[]) => ({
    ...{ subject, metric: 'turns', unit: '/s' },
    value: median([...speeds]),
  })
  return {
    name: 'testing',
    machine: machine(),
    rows: [
      row('the runtime', bare),
      ...tests.map(({ match, speeds }) =>
        row(`tests, ${match === 'exact' ? 'exact' : 'much the same'}`, speeds),
      ),
    ],
    ratios: tests.map(({ match, speeds }) =>
      ratio(
        `tests against the runtime, ${match === 'exact' ? 'exact' : 'much the same'}`,
        median([...speeds]) / median([...bare]),
        'higher',
        0.5,
      ),
    ),
  }
}

function turnsPerSecond(turns: number, play: () => void): number {
  const begin = performance.now()
  for (let at = 0; at < TESTS; at += 1) play()
  return (TESTS * turns * 1000) / (performance.now() - begin)
}
