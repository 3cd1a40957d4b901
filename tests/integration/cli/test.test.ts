import { readFileSync } from 'node:fs'
import { XMLParser } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { TestcaseId } from '../../../src-shared/document/ids.ts'
import { packBot } from '../../../src-shared/publish/package.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import { send, startSimulation } from '../../../src-shared/runtime/simulation.ts'
import { recordTestcase } from '../../../src-shared/testing/record-testcase.ts'
import { loadBot } from '../../data/recording/conversation.ts'
import { runParley } from './run-parley.ts'
import { scratchFile, scratchPath } from './scratch-file.ts'

const ORDERS = 'assets/samples/orders.json'

/** The orders bot with two recorded tests; the second is told to expect something else first. */
function tested(expected?: string): string {
  const document = BotDocument.of(loadBot(ORDERS).values())
  const program = compile(document)
  const said = ['Hi', '1'].reduce(
    (simulation, text) => send(simulation, program, { text }),
    startSimulation(program),
  )
  for (const [id, name] of [
    ['test_a', 'An order'],
    ['test_b', 'Orders & “more” <1>'],
  ] as const) {
    const record = recordTestcase(said, { id: id as TestcaseId, name, tags: [], match: 'exact' })
    const [first, ...rest] = record.steps
    const other = { is: 'message', text: expected ?? '' } as const
    const isOther = id === 'test_b' && expected !== undefined && first
    document.put(isOther ? { ...record, steps: [{ ...first, expected: [other] }, ...rest] } : record)
  }
  return scratchFile(`tested-${expected ?? 'as-it-is'}.parley`, packBot(document))
}

describe('test (issue 5, points 6 and 9)', () => {
  test('what was recorded passes', async () => {
    expect(await runParley(['test', tested()])).toEqual({ code: 0, out: '2 passed, 0 failed', err: '' })
  })

  test('a failure tells its step, what was expected and what came', async () => {
    const { code, out } = await runParley(['test', tested('Hello')])
    expect(code).toBe(1)
    expect(out).toBe(
      [
        'failed  Orders & “more” <1>',
        '  step 1, “Hi”',
        '  expected: “Hello”',
        '  actual:   “Welcome to the shop!”',
        '1 passed, 1 failed',
      ].join('\n'),
    )
  })

  test('as JUnit XML in a file', async () => {
    const out = scratchPath('junit.xml')
    const { code, out: printed } = await runParley([
      'test',
      tested('Hello'),
      '--reporter',
      'junit',
      '--out',
      out,
    ])
    expect({ code, printed }).toEqual({ code: 1, printed: '' })
    const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' })
    const { testsuites } = parser.parse(readFileSync(out, 'utf8'))
    expect(testsuites).toMatchObject({ tests: '2', failures: '1' })
    expect(testsuites.testsuite.testcase[1]).toMatchObject({
      name: 'Orders & “more” <1>',
      failure: { message: 'step 1, “Hi”', '#text': 'expected: “Hello”\nactual:   “Welcome to the shop!”' },
    })
  })

  test('a bot without tests passes, and that is said', async () => {
    const { code, err } = await runParley(['test', ORDERS])
    expect({ code, err }).toEqual({ code: 0, err: 'The bot has no tests.' })
  })

  test('a file that cannot be written', async () => {
    expect((await runParley(['test', ORDERS, '--out', scratchPath('nowhere/out.xml')])).code).toBe(3)
  })
})
