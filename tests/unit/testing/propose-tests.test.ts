import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRecord } from '../../../src-shared/blocks/parse-document.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { TestcaseRecord } from '../../../src-shared/document/testcase.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import { behaviourDifference } from '../../../src-shared/testing/behaviour-difference.ts'
import { countCoverage, coverageOf, joinCoverage, NO_COVERAGE } from '../../../src-shared/testing/coverage.ts'
import { finish } from '../../../src-shared/testing/explore.ts'
import { proposeTests } from '../../../src-shared/testing/propose-tests.ts'
import { runTestcase } from '../../../src-shared/testing/run-testcase.ts'
import { loadBot } from '../../data/recording/conversation.ts'
import { arbitraryBot } from '../runtime/arbitrary-bot.ts'

function proposalsOf(document: BotDocument, covered = NO_COVERAGE) {
  const newId = counter()
  const bounds = { states: 400, turns: 6000 }
  return finish(proposeTests(document, compile(document), { covered, newId, bounds })).proposed
}
function counter(): () => string {
  let ids = 0
  return () => {
    ids += 1
    return `t${ids}`
  }
}

const played = (document: BotDocument, tests: readonly TestcaseRecord[]) =>
  tests.map(each => runTestcase(compile(document), each).simulation)

describe('tests for what no test came by, coverage, and what changes (issue 5, points 6 and 7)', () => {
  for (const seed of [5, 20_260_505])
    test(`laws of proposals, coverage and differences, any bot; seed ${seed}`, () => {
      fc.assert(
        fc.property(arbitraryBot, document => {
          const program = compile(document)
          const proposed = proposalsOf(document)
          expect(JSON.stringify(proposalsOf(document))).toBe(JSON.stringify(proposed))
          let covered = NO_COVERAGE
          for (const { test: record } of proposed) {
            const read = parseRecord(JSON.parse(JSON.stringify(record)))
            if (!read.ok) throw new Error(read.message)
            const run = runTestcase(program, read.value as TestcaseRecord)
            expect(run.failedAt).toBe(null)
            covered = joinCoverage(covered, coverageOf(document, [run.simulation]))
          }
          const tests = proposed.map(({ test: each }) => each)
          expect(coverageOf(document, played(document, tests))).toEqual(covered)
          const { blocks, edges, options } = countCoverage(document, covered)
          for (const { covered: some, all } of [blocks, edges, options]) expect(some).toBeLessThanOrEqual(all)
          expect(behaviourDifference(document, document, tests).changed).toEqual([])
        }),
        { seed, numRuns: 12 },
      )
    })

  for (const name of ['casey', 'orders'])
    test(`the proposals for ${name} come by nearly all of it, and each adds something`, () => {
      const document = loadBot(`assets/samples/${name}.json`)
      const newId = counter()
      const { proposed } = finish(proposeTests(document, compile(document), { covered: NO_COVERAGE, newId }))
      for (const { blocks, edges } of proposed) expect(blocks.length + edges.length).toBeGreaterThan(0)
      const covered = coverageOf(
        document,
        played(
          document,
          proposed.map(({ test: each }) => each),
        ),
      )
      const counts = countCoverage(document, covered)
      expect(counts.blocks.covered / counts.blocks.all).toBeGreaterThan(0.85)
      expect(counts.edges.covered / counts.edges.all).toBeGreaterThan(0.8)
      expect(
        finish(proposeTests(document, compile(document), { covered, newId })).proposed.length,
      ).toBeLessThan(proposed.length / 2 + 1)
    })

  test('only conversations whose replies change are told, with the words of both', () => {
    const before = loadBot('assets/samples/orders.json')
    const after = BotDocument.of(before.values())
    const welcome = [...after.all('block')].find(({ id }) => id === 'block_welcome')
    if (!welcome) throw new Error('the sample has no welcome')
    after.put({ ...welcome, data: { ...welcome.data, text: { en: 'Hello!' } } })
    const tests = proposalsOf(before).map(({ test: each }) => each)
    const { played: count, changed } = behaviourDifference(before, after, tests)
    expect(count).toBe(tests.length)
    expect(changed.length).toBeGreaterThan(0)
    const first = changed[0]
    const pair = first?.turns[first.firstAt]
    expect(pair?.before.said[0]?.text).toBe('Welcome to the shop!')
    expect(pair?.after.said[0]?.text).toBe('Hello!')
    expect(first?.turns.filter(({ isSame }) => !isSame)).toHaveLength(1)
  })
})
