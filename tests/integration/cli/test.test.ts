import { readFileSync } from 'node:fs'
import { XMLParser } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BlockId, TestcaseId } from '../../../src-shared/document/ids.ts'
import { packBot, readBotPackage } from '../../../src-shared/publish/package.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import { send, startSimulation } from '../../../src-shared/runtime/simulation.ts'
import { recordTestcase } from '../../../src-shared/testing/record-testcase.ts'
import { loadBot } from '../../data/recording/conversation.ts'
import { runParley } from './run-parley.ts'
import { scratchFile, scratchPath } from './scratch-file.ts'

const ORDERS = 'assets/samples/orders.json'

function loadTested(): BotDocument {
  const read = readBotPackage(new Uint8Array(readFileSync(tested())))
  if (!read.ok) throw new Error(read.message)
  return read.value.document
}

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

  test('coverage tells how much they come by, and what they do not', async () => {
    const { code, out } = await runParley(['test', tested(), '--coverage'])
    expect(code).toBe(0)
    expect(out).toMatch(/^2 passed, 0 failed\nblocks +\d+ of 19, \d+ %\nedges .*\noptions .*/)
    expect(out).toContain('not come by: “Ordered” (block_ordered) in “Main”')
    expect(out).not.toContain('block_welcome')
  })

  test('a file that cannot be written', async () => {
    expect((await runParley(['test', ORDERS, '--out', scratchPath('nowhere/out.xml')])).code).toBe(3)
  })
})

describe('diff --behaviour (issue 5, point 7)', () => {
  const greeted = (text: string) => {
    const document = BotDocument.of(loadTested().values())
    const welcome = document.get('block_welcome' as BlockId)
    if (welcome) document.put({ ...welcome, data: { ...welcome.data, text: { en: text } } })
    return scratchFile(`greeted-${text}.parley`, packBot(document))
  }

  test('only conversations that change, turn by turn, with the words of both', async () => {
    const { code, out } = await runParley(['diff', tested(), greeted('Hello'), '--behaviour'])
    expect(code).toBe(0)
    expect(out).toContain('changed  An order')
    expect(out).toContain('  - Orders: Welcome to the shop!')
    expect(out).toContain('  + Orders: Hello')
    expect(out).toContain('2 of 2 conversations change')
    const json = JSON.parse(
      (await runParley(['diff', tested(), greeted('Hello'), '--behaviour', '--json'])).out,
    )
    expect(json).toMatchObject({ played: 2, changed: [{ name: 'An order' }, {}] })
  })

  test('a version does not differ from itself', async () => {
    expect((await runParley(['diff', tested(), tested(), '--behaviour'])).out).toBe(
      '0 of 2 conversations change',
    )
  })
})

describe('paths (issue 5, points 8 and 9)', () => {
  const CASEY = 'assets/samples/casey.json'

  test('a block, and the same without something', async () => {
    const { code, out } = await runParley(['paths', ORDERS, '--to', 'Ordered'])
    expect(code).toBe(0)
    expect(out).toMatch(/^yes: “Ordered” \(block_ordered\) in “Main” can be reached, in 5 turns\n/)
    expect(out).toContain('> Yes, order')
    const without = await runParley(['paths', ORDERS, '--to', 'Ordered', '--without', 'PRODUCT', '--json'])
    expect(without.code).toBe(0)
    expect(JSON.parse(without.out)).toMatchObject({ answer: 'no', example: null, stopped: null })
    expect((await runParley(['paths', ORDERS, '--to', 'Ordered', '--without', 'block_cancelled'])).code).toBe(
      1,
    )
    expect((await runParley(['paths', ORDERS, '--to', 'Ordered', '--within', '4'])).code).toBe(1)
    expect((await runParley(['paths', ORDERS, '--to', 'Nowhere'])).code).toBe(2)
  })

  test('a person or the main menu, dead ends, menu paths', async () => {
    expect(await runParley(['paths', CASEY, '--person-within', '3'])).toMatchObject({
      code: 0,
      out: 'yes: a person or the main menu is always within 3 turns',
    })
    expect((await runParley(['paths', CASEY, '--person-within', '3', '--no-words'])).code).toBe(1)
    expect(await runParley(['paths', CASEY, '--dead-ends'])).toMatchObject({ code: 0, out: 'no dead end' })
    const { out } = await runParley(['paths', CASEY, '--depth', '4'])
    expect(out).toContain('> Opening hours > No, thank you  [over]')
    expect(out).toContain('9 paths')
  })
})
