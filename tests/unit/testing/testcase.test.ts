import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRecord } from '../../../src-shared/blocks/parse-document.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BlockId, TestcaseId } from '../../../src-shared/document/ids.ts'
import type { TestcaseRecord } from '../../../src-shared/document/testcase.ts'
import { bundleOf } from '../../../src-shared/publish/bundle.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import type { Program } from '../../../src-shared/runtime/program.ts'
import { USUAL_HOST } from '../../../src-shared/runtime/simulated-host.ts'
import { happen, presentTime, send, startSimulation } from '../../../src-shared/runtime/simulation.ts'
import { holdsSecret, recordTestcase } from '../../../src-shared/testing/record-testcase.ts'
import { runTestcase } from '../../../src-shared/testing/run-testcase.ts'
import { loadBot } from '../../data/recording/conversation.ts'
import { type ArbitraryInput, arbitraryBot, arbitraryInputs } from '../runtime/arbitrary-bot.ts'

const ORDERS = 'assets/samples/orders.json'
const named = (match: 'exact' | 'loose' = 'exact') => ({
  id: 'test_a1' as TestcaseId,
  name: 'An order',
  tags: ['orders'],
  match,
})
const play = (program: Program, inputs: readonly ArbitraryInput[]) =>
  inputs.reduce(
    (before, { happening, afterMs }, index) =>
      happen(before, program, happening, {
        at: presentTime(before) + afterMs,
        host: index % 3 === 2 ? { ...USUAL_HOST, agents: 'offline' } : USUAL_HOST,
      }),
    startSimulation(program, { seed: 7 }),
  )

function order(): { document: BotDocument; test: TestcaseRecord } {
  const document = BotDocument.of(loadBot(ORDERS).values())
  const program = compile(document)
  const said = ['Hi', '1', '2'].reduce(
    (before, text) => send(before, program, { text }),
    startSimulation(program),
  )
  return { document, test: recordTestcase(said, named()) }
}

function changeText(document: BotDocument, id: string, text: string): void {
  const block = document.get(id as BlockId)
  if (!block) throw new Error(`the sample has no ${id}`)
  document.put({ ...block, data: { ...block.data, text: { en: text } } })
}

describe('conversations as tests (issue 4, point 8; issue 5, point 6)', () => {
  for (const seed of [8, 20_260_408])
    test(`what was recorded passes with the same bot, exactly and loosely; seed ${seed}`, () => {
      fc.assert(
        fc.property(arbitraryBot, arbitraryInputs, (document, inputs) => {
          const program = compile(document)
          const simulation = play(program, inputs)
          for (const match of ['exact', 'loose'] as const) {
            const record = JSON.parse(JSON.stringify(recordTestcase(simulation, named(match))))
            const read = parseRecord(record)
            if (!read.ok) throw new Error(read.message)
            const run = runTestcase(program, read.value as TestcaseRecord)
            expect(run.failedAt).toBe(null)
            expect(JSON.stringify(run.simulation.turns)).toBe(JSON.stringify(simulation.turns))
          }
        }),
        { seed, numRuns: 60 },
      )
    })

  test('tells the first difference and its step', () => {
    const { document, test: record } = order()
    changeText(document, 'block_welcome', 'Hello!')
    const run = runTestcase(compile(document), record)
    expect(run.failedAt).toBe(0)
    expect(run.differences[0]).toEqual({
      is: 'message',
      expected: 'Welcome to the shop!',
      actual: 'Hello!',
    })
  })

  test('loosely, case, markup, blanks and messages in between do not matter', () => {
    const { document, test: record } = order()
    changeText(document, 'block_welcome', '*welcome*   to the SHOP')
    const loosely = { ...record, steps: record.steps.map(step => ({ ...step, match: 'loose' as const })) }
    expect(runTestcase(compile(document), record).failedAt).toBe(0)
    expect(runTestcase(compile(document), loosely).failedAt).toBe(null)
  })

  test('variables and blocks can be expected', () => {
    const { document, test: record } = order()
    const program = compile(document)
    const steps = (expected: TestcaseRecord['steps'][number]['expected']) =>
      record.steps.map((step, at) => (at === 1 ? { ...step, match: 'loose' as const, expected } : step))
    const passes = steps([
      { is: 'variable', name: 'PRODUCT', value: 'beans' },
      { is: 'block', block: 'block_quantity' as BlockId },
    ])
    expect(runTestcase(program, { ...record, steps: passes }).failedAt).toBe(null)
    const fails = steps([{ is: 'variable', name: 'PRODUCT', value: 'tea' }])
    expect(runTestcase(program, { ...record, steps: fails }).differences[1]).toEqual({
      is: 'variable',
      name: 'PRODUCT',
      expected: 'tea',
      actual: 'beans',
    })
  })

  test('a message can be expected by a part of it, or whatever it is, and a person to be asked for', () => {
    const { document, test: record } = order()
    const program = compile(document)
    const runWith = (expected: TestcaseRecord['steps'][number]['expected'], match: 'exact' | 'loose') =>
      runTestcase(program, {
        ...record,
        steps: record.steps.map((step, at) => (at === 0 ? { ...step, match, expected } : step)),
      }).differences[0]
    const part = { is: 'message', text: 'TO the *shop*', fit: 'contains' } as const
    const any = { is: 'message', text: '', fit: 'any' } as const
    for (const match of ['exact', 'loose'] as const) expect(runWith([part, any], match)).toBe(null)
    expect(runWith([any], 'exact')).toMatchObject({ is: 'message', expected: null })
    expect(runWith([any, any, any], 'loose')).toEqual({
      is: 'message',
      expected: '',
      actual: null,
      fit: 'any',
    })
    expect(runWith([{ is: 'message', text: 'welcome to the shop!', fit: 'exact' }], 'loose')).toMatchObject({
      fit: 'exact',
    })
    expect(runWith([{ is: 'handover', skill: null }], 'loose')).toEqual({
      is: 'handover',
      expected: null,
      actual: null,
    })
  })

  test('tests are no part of what an engine gets (requirements.md D-02)', () => {
    const { document, test: record } = order()
    const before = bundleOf(document).hash
    document.put(record)
    expect(bundleOf(document).hash).toBe(before)
  })

  test('says whether it holds what a bot keeps secret', () => {
    const { document } = order()
    const program = compile(document)
    expect(holdsSecret(send(startSimulation(program), program, { text: 'Hi' }))).toBe(false)
  })
})
