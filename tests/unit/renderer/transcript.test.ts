import { describe, expect, test } from 'vitest'
import { startHints } from '../../../src-renderer/simulator/start-hints.ts'
import { linesOf, linesOfTurn } from '../../../src-renderer/simulator/transcript.ts'
import { variableRows } from '../../../src-renderer/simulator/variable-rows.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BlockId, VariableId } from '../../../src-shared/document/ids.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import { type Event, type InboundRule, MASK } from '../../../src-shared/runtime/events.ts'
import { send, startSimulation } from '../../../src-shared/runtime/simulation.ts'
import { loadBot } from '../../data/recording/conversation.ts'

const block = 'block_1' as BlockId

function received(rule: InboundRule, text = 'Hi'): Event {
  return { type: 'messageReceived', id: 'in-1', text, option: null, rule }
}

describe('the lines of a turn', () => {
  test('texts stay exactly as they are sent, newlines, markup and all', () => {
    const text = '  *Hello*\n\nhttps://example.com <b>&amp;</b> '
    const message = { type: 'messageSent', block, number: 1, text, options: null } as const
    expect(linesOf([received('answer', text), message])).toEqual([
      { type: 'said', text },
      { type: 'message', message },
    ])
  })

  test('a place, files and what an agent writes are lines of their own', () => {
    const location = { latitude: 1, longitude: 2 }
    const file = { kind: 'image', url: 'https://x.example/a', name: 'a', mime: 'image/png', size: 1 } as const
    const sent: Event = { ...received('answer', ''), location, files: [file] } as Event
    expect(linesOf([sent, { type: 'agentMessage', id: 'in-2', text: 'Hello' }])).toEqual([
      { type: 'said', text: '', location, files: [file] },
      { type: 'agent', text: 'Hello' },
    ])
  })

  const effect = 'fx-1'
  const asks = (kind: string): Event => ({ type: 'effectRequested', block, effect, kind, says: 'x' })
  const done: Event = { type: 'effectDone', block, effect, outcome: 'online' }
  test.each<[string, readonly Event[], readonly (readonly Event['type'][])[]]>([
    ['silence', [received('asleep')], [['messageReceived']]],
    ['a message while the bot waits for a clock', [received('busy')], [['messageReceived']]],
    ['a refused reply', [{ type: 'invalidReply', block, tries: 2 }], [['invalidReply']]],
    ['an end', [{ type: 'conversationClosed', reason: 'end', block }], [['conversationClosed']]],
    [
      'a limit, said once',
      [
        { type: 'limitReached', limit: 'stepsPerTurn', block },
        { type: 'conversationClosed', reason: 'limit', block },
      ],
      [['limitReached']],
    ],
    ['a call with its answer, in one line', [asks('http'), done], [['effectRequested', 'effectDone']]],
    ['an answer that comes in a later turn', [done], [['effectDone']]],
    [
      'a handover by what came of it',
      [asks('handover'), done, { type: 'handoverEnded', by: 'agent' }],
      [['handoverEnded']],
    ],
  ])('%s is told', (_, events, told) => {
    const notes = linesOf(events).flatMap(line => (line.type === 'note' ? [line.events] : []))
    expect(notes.map(each => each.map(({ type }) => type))).toEqual(told)
  })

  test('steps leave no line', () => {
    expect(
      linesOf([
        { type: 'blockEntered', block },
        { type: 'edgeTaken', block, port: 'next', to: block },
        { type: 'conversationStarted', entry: block, keyword: null },
      ]),
    ).toEqual([])
  })

  test('what began a turn without a message is told first', () => {
    const input = { id: 'in-1', type: 'referral', ref: 'spring' } as const
    expect(linesOfTurn({ input, at: 5, events: [] })).toEqual([{ type: 'happened', input, at: 5 }])
    const time = { id: 'in-1', type: 'time' } as const
    expect(linesOfTurn({ input: time, at: 5, events: [] })).toHaveLength(1)
    const came: Event = { type: 'timeCame', timer: 'wake', at: 5 }
    expect(linesOfTurn({ input: time, at: 5, events: [came] })).toEqual([{ type: 'note', events: [came] }])
  })
})

describe('variables below the conversation', () => {
  const document = BotDocument.of(loadBot('assets/samples/orders.json').values())
  const program = compile(document)
  const asked = send(startSimulation(program), program, { text: 'Hi' })

  test('what changed in the last turn comes first, old and new', () => {
    const chosen = send(asked, program, { text: '1' })
    const rows = variableRows(document, chosen)
    const changed = rows.filter(({ change }) => change)
    expect(changed.map(({ name }) => name).sort()).toEqual(['PRICE', 'PRODUCT'])
    expect(rows.slice(0, 2)).toEqual(changed)
    expect(changed.find(({ name }) => name === 'PRICE')).toMatchObject({
      value: 12.5,
      change: { before: null },
    })
    expect(variableRows(document, asked).some(({ change }) => change)).toBe(false)
  })

  test('a secret shows only that it has a value', () => {
    const secret = BotDocument.of(document.values())
    const price = secret.get('var_price' as VariableId)
    if (!price) throw new Error('the sample has no var_price')
    secret.put({ ...price, secret: true })
    const hidden = compile(secret)
    const simulation = send(send(startSimulation(hidden), hidden, { text: 'Hi' }), hidden, { text: '1' })
    const row = variableRows(secret, simulation).find(({ name }) => name === 'PRICE')
    expect(row).toMatchObject({ value: MASK, change: { before: null } })
  })
})

describe('how to begin', () => {
  const document = () => BotDocument.of(loadBot('assets/samples/orders.json').values())
  const drop = (
    from: BotDocument,
    type: 'block' | 'keyword',
    kept: (data: Readonly<Record<string, unknown>>) => boolean,
  ) => {
    for (const record of [...from.all(type)]) {
      if (record.type === 'block' ? record.kind === 'entry' && !kept(record.data) : !kept({}))
        from.drop(record.id)
    }
    return from
  }

  test('names keywords of the customer’s language, each once, and whether any message will do', () => {
    const { keywords, anyMessage, missing } = startHints(document(), 'en')
    expect(keywords.length).toBeGreaterThan(0)
    expect(new Set(keywords).size).toBe(keywords.length)
    expect({ anyMessage, missing }).toEqual({ anyMessage: true, missing: null })
  })

  test('says that something else than a message begins it (requirements.md KAR-01, NHN-51)', () => {
    const support = BotDocument.of(loadBot('tests/fixtures/bots/support.json').values())
    for (const { id } of [...support.all('keyword')]) support.drop(id)
    expect(startHints(support, 'en')).toEqual({
      keywords: [],
      anyMessage: false,
      outside: true,
      missing: null,
    })
  })

  test('says what is missing where nothing wakes the bot', () => {
    expect(
      startHints(
        drop(document(), 'block', () => false),
        'en',
      ).missing,
    ).toBe('entry')
    const keywordOnly = drop(document(), 'block', ({ trigger }) => trigger === 'keyword')
    expect(
      startHints(
        drop(keywordOnly, 'keyword', () => false),
        'en',
      ).missing,
    ).toBe('keyword')
  })
})
