import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BotId } from '../../../src-shared/document/ids.ts'
import { ok } from '../../../src-shared/kit/result.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import { bringConversations } from '../../../src-shared/testing/bring-conversations.ts'
import {
  distinctConversations,
  type ReceivedTurn,
  recordedConversations,
} from '../../../src-shared/testing/recorded-conversations.ts'
import {
  readRecordings,
  recordingsText,
  testsOfConversations,
} from '../../../src-shared/testing/recordings-file.ts'
import { runTestcase } from '../../../src-shared/testing/run-testcase.ts'
import { withoutContactData } from '../../../src-shared/testing/without-contact-data.ts'
import { loadBot } from '../../data/recording/conversation.ts'

const AT = Date.UTC(2026, 2, 4, 9, 30, 17)

function said(text: string, at: number, events: readonly { type: string }[] = []): ReceivedTurn {
  const input = { type: 'message', text } as const
  return { at, outcome: 'answered', input, locale: 'en', channel: 'whatsapp', events }
}

const closes = [{ type: 'conversationClosed' }]
const asks = (effect: string, kind: string) => [{ type: 'effectRequested', effect, kind }]

describe('texts without contact data', () => {
  test.each([
    ['my mail is ana.maria+x@clinic.com.br, thanks', 'my mail is someone@example.com, thanks'],
    ['+55 (71) 99988-7766', '+55 (71) 99900-0000'],
    ['4111 1111 1111 1234', '4111 1111 1100 0000'],
    ['see https://social.example/ana?x=1', 'see https://example.com'],
    ['2026-12-24', '2026-12-24'],
    ['on 24/12/2026 at 10:30', 'on 24/12/2026 at 10:30'],
    ['12.50, option 3, 28195', '12.50, option 3, 28195'],
    ['', ''],
  ])('%s', (text, without) => {
    expect(withoutContactData(text)).toBe(without)
  })

  test('what is left says the same said twice; no long number keeps its end; seed 5', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '@', '.', '1', '7', '-', ' ', '+', '/') }), text => {
        const once = withoutContactData(text)
        expect(withoutContactData(once)).toBe(once)
        expect(once).not.toMatch(/[1-9]{8}/)
      }),
      { seed: 5 },
    )
  })
})

describe('conversations an engine recorded (issue 5, point 7)', () => {
  test('one for each time the bot was woken, at its times, without who and when exactly', () => {
    const found = recordedConversations([
      said('Hi', AT),
      said('call me at 71 99988 7766', AT + 5000, closes),
      { at: AT + 6000, outcome: 'asleep', input: { type: 'message', text: 'thanks' }, events: [] },
      said('Hi again', AT + 3_600_000),
    ])
    expect(found).toEqual([
      {
        name: '2026-03-04 09:30 Hi › call me at 71 99900 0000',
        start: { channel: 'whatsapp', locale: 'en', contact: {}, at: AT - 17_000, seed: 1 },
        steps: [
          { afterMs: 0, input: { type: 'message', text: 'Hi' } },
          { afterMs: 5000, input: { type: 'message', text: 'call me at 71 99900 0000' } },
        ],
      },
      expect.objectContaining({ name: '2026-03-04 10:30 Hi again' }),
    ])
  })

  test('what came of calls is how the world outside was; reports and failed turns are left out', () => {
    const result = (effect: string, result: object) =>
      ({
        at: AT + 9000,
        outcome: 'answered',
        input: { type: 'effect', effect, result },
        events: [],
      }) as ReceivedTurn
    const [found] = recordedConversations([
      said('Hi', AT, asks('e1', 'http')),
      result('e1', { outcome: 'timeout' }),
      { ...said('broken', AT + 1000), outcome: 'failed' },
      said('agent', AT + 10_000, asks('e2', 'presence')),
      result('e2', { outcome: 'offline' }),
      said('fine', AT + 11_000, asks('e3', 'http')),
      result('e3', { outcome: 'answered', status: 200, body: '' }),
      {
        ...said('', AT + 12_000),
        input: { type: 'delivery', message: 3, status: 'read' },
      },
    ])
    const usual = { agents: 'online', handover: 'accepted', http: 'mock' }
    expect(found?.steps.map(({ input, surroundings }) => [input, surroundings])).toEqual([
      [
        { type: 'message', text: 'Hi' },
        { ...usual, http: 'timeout' },
      ],
      [
        { type: 'message', text: 'agent' },
        { ...usual, agents: 'offline' },
      ],
      [{ type: 'message', text: 'fine' }, usual],
    ])
  })

  test('places are rounded, files and event values are nameless', () => {
    const [found] = recordedConversations([
      {
        ...said('', AT),
        input: {
          type: 'message',
          text: '',
          location: { latitude: -12.97184, longitude: -38.50123, name: 'Home', address: 'Rua A 5' },
          files: [{ kind: 'image', url: 'https://cdn/x?id=9', name: 'ana.jpg', mime: 'image/jpeg', size: 9 }],
        },
      },
      { ...said('', AT), input: { type: 'event', name: 'paid', values: { MAIL: 'a@b.example', SUM: 12 } } },
    ])
    expect(found?.steps.map(({ input }) => input)).toEqual([
      {
        type: 'message',
        text: '',
        location: { latitude: -13, longitude: -38.5 },
        files: [
          {
            kind: 'image',
            url: 'https://files.example/file.jpeg',
            name: 'file.jpeg',
            mime: 'image/jpeg',
            size: 9,
          },
        ],
      },
      { type: 'event', name: 'paid', values: { MAIL: 'someone@example.com', SUM: 12 } },
    ])
  })

  test('the same inputs are one conversation, whenever they were said', () => {
    const once = recordedConversations([said('Hi', AT), said('1', AT + 1000)])
    const again = recordedConversations([said('Hi', AT + 9_000_000), said('1', AT + 9_005_000)])
    const other = recordedConversations([said('Hi', AT), said('2', AT + 1000)])
    expect(distinctConversations([...once, ...again, ...other])).toEqual([...once, ...other])
  })

  test('become tests that pass with the bot as it is, in a file that comes back whole', () => {
    const document = loadBot('assets/samples/orders.json')
    const conversations = recordedConversations([said('Hi', AT), said('1', AT + 1000), said('2', AT + 2000)])
    const ids = ['r1'].values()
    const tests = testsOfConversations(document, conversations, {
      tags: ['recorded'],
      newId: () => ids.next().value ?? '',
    })
    const read = readRecordings(recordingsText(document, tests))
    expect(read).toEqual(ok(JSON.parse(JSON.stringify(tests))))
    expect(tests.map(each => runTestcase(compile(document), each).failedAt)).toEqual([null])
  })

  test.each([
    ['{', 'recordings/unreadable'],
    ['{"format":"parley-comments","version":1}', 'recordings/unreadable'],
    ['{"format":"parley-recordings","version":2}', 'recordings/too-new'],
    [
      '{"format":"parley-recordings","version":1,"bot":"bot_a","tests":[{"id":"x"}]}',
      'recordings/unreadable',
    ],
  ])('a file that is none is refused: %s', (text, code) => {
    expect(readRecordings(text)).toMatchObject({ ok: false, code })
  })
})

describe('bringing them', () => {
  const bot = 'bot_a' as BotId
  const seqs = (turns: readonly ReceivedTurn[]) => turns.map((turn, seq) => ({ ...turn, seq: seq + 1 }))

  test('goes through all pages, each contact once, and knows whether that was all', async () => {
    const pages = new Map<number | undefined, [string[], number | null]>([
      [undefined, [['ana', 'ben'], 50]],
      [50, [[], 20]],
      [20, [['ben', 'eva'], null]],
    ])
    const asked: string[] = []
    const source = {
      conversations: async (_: BotId, before?: number) => {
        const [contacts, next] = pages.get(before) ?? [[], null]
        return ok({ conversations: contacts.map(contact => ({ contact })), before: next })
      },
      turns: async (_: BotId, contact: string, after: number) => {
        asked.push(`${contact} ${after}`)
        const turns = seqs([said('Hi', AT), said(contact, AT + 1)])
        return ok({ turns: after === 0 ? turns.slice(0, 1) : turns.slice(1), more: after === 0 })
      },
    }
    const brought = await bringConversations(source, bot)
    expect(brought).toMatchObject({ value: { contacts: 3, isAll: true, conversations: [{}, {}, {}] } })
    expect(asked).toEqual(['ana 0', 'ana 1', 'ben 0', 'ben 1', 'eva 0', 'eva 1'])
    expect(await bringConversations(source, bot, 1)).toMatchObject({ value: { contacts: 1, isAll: false } })
  })

  test('an engine that does not tell what was said is named as the reason', async () => {
    const { input: _, ...silent } = said('Hi', AT)
    const source = {
      conversations: async () => ok({ conversations: [{ contact: 'ana' }], before: null }),
      turns: async () => ok({ turns: seqs([silent]), more: false }),
    }
    expect(await bringConversations(source, bot)).toMatchObject({ ok: false, code: 'engine/bad-answer' })
  })
})
