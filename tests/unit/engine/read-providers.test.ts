import { describe, expect, test } from 'vitest'
import { resultOfRefusal, retryAfterMs, wordsForCode } from '../../../src-engine/channels/graph-errors.ts'
import type { Heard } from '../../../src-engine/channels/heard.ts'
import { readMessenger } from '../../../src-engine/channels/read-messenger.ts'
import { readWhatsapp } from '../../../src-engine/channels/read-whatsapp.ts'
import { SeededWorld } from '../../../src-shared/runtime/seeded-world.ts'

const whatsapp = (value: object) => ({
  object: 'whatsapp_business_account',
  entry: [
    { id: '1', changes: [{ field: 'messages', value: { metadata: { phone_number_id: '9' }, ...value } }] },
  ],
})
const page = (...messaging: readonly object[]) => ({
  object: 'page',
  entry: [{ id: '7', time: 1, messaging }],
})
const heardIn = (body: unknown): readonly Heard[] => (readWhatsapp(body) ?? []).map(({ heard }) => heard)

const MESSAGES = [
  { from: '1', id: 'a', timestamp: '1', type: 'text', text: { body: 'hi' } },
  {
    from_user_id: 'BR.1',
    id: 'b',
    timestamp: '1',
    type: 'image',
    image: { id: 'm', mime_type: 'image/png' },
  },
  {
    from: '1',
    id: 'c',
    type: 'interactive',
    interactive: { type: 'list_reply', list_reply: { id: 'opt_a', title: 'A' } },
  },
  { from: '1', id: 'd', type: 'location', location: { latitude: 1, longitude: 2 } },
  { from: '1', id: 'e', type: 'unsupported', errors: [{ code: 131051 }] },
  { from: '1', id: 'f', type: 'interactive', errors: [{ code: 131000 }] },
]
const WHOLE = whatsapp({
  contacts: [{ wa_id: '1', profile: { name: 'Ana' } }],
  messages: MESSAGES,
  statuses: [{ id: 's', status: 'read', timestamp: '1' }],
})
const PAGE = page(
  { sender: { id: '5' }, message: { mid: 'a', text: 'hi', quick_reply: { payload: 'opt_a' } } },
  { sender: { id: '5' }, message: { mid: 'b', attachments: [{ type: 'fallback' }] } },
  { sender: { id: '5' }, postback: { title: 'Go', payload: 'x', referral: { ref: 'r' } } },
  { sender: { id: '5' }, delivery: { mids: ['x', 'y'] } },
)

describe('what providers send (research/designers.md part 4)', () => {
  test('one message that cannot be read takes no other with it', () => {
    const broken = { from: 1, id: 'x', type: 'text', text: 'no object' }
    const heard = heardIn(whatsapp({ messages: [broken, ...MESSAGES], statuses: [{ id: 3 }] }))
    expect(heard.map(({ sort }) => sort)).toEqual([
      'unreadable',
      ...MESSAGES.map(() => 'message'),
      'unreadable',
    ])
  })

  test('an answer without its body, and what is not known, are messages nothing can be done with', () => {
    const said = heardIn(WHOLE).flatMap(heard => (heard.sort === 'message' ? [heard.said.unsupported] : []))
    expect(said).toEqual([undefined, undefined, undefined, undefined, 'unsupported', 'interactive'])
  })

  test('ids that cannot be kept are kept as their hash, the same for the same', () => {
    const long = heardIn(whatsapp({ messages: [{ ...MESSAGES[0], id: 'x'.repeat(500) }] }))
    expect(long).toEqual(heardIn(whatsapp({ messages: [{ ...MESSAGES[0], id: 'x'.repeat(500) }] })))
    expect(long[0]?.id).toMatch(/^[0-9a-f]{40}$/)
  })

  test('whatever is changed in it, nothing is thrown, and all of it has an id', () => {
    const world = new SeededWorld(20_261_121, 0)
    for (const [whole, read] of [
      [WHOLE, readWhatsapp],
      [PAGE, (body: unknown) => readMessenger(body, {})],
    ] as const)
      for (let round = 0; round < 1500; round += 1) {
        const sent = mutated(JSON.parse(JSON.stringify(whole)), () => world.random())
        const heard = read(JSON.parse(JSON.stringify(sent)))
        for (const one of heard ?? []) expect(one.heard.id).toMatch(/^[\x21-\x7e]{1,200}$/)
      }
  })
})

const VALUES = [null, 0, -1, 1e300, '', 'x', '\ud800', [], {}, true, [[]], '__proto__', 'x'.repeat(300)]

/** A copy with one to three of its values replaced or left out. */
function mutated(whole: unknown, random: () => number): unknown {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  for (let times = 1 + Math.floor(random() * 3); times > 0; times -= 1) {
    const places: [Record<string, unknown>, string][] = []
    const walk = (value: unknown) => {
      if (typeof value !== 'object' || value === null) return
      for (const key of Object.keys(value)) {
        places.push([value as Record<string, unknown>, key])
        walk((value as Record<string, unknown>)[key])
      }
    }
    walk(whole)
    const [parent, key] = pick(places) ?? [{}, '']
    if (random() < 0.3) delete parent[key]
    else parent[key] = pick(VALUES)
  }
  return whole
}

describe('what the provider refuses', () => {
  const answer = (status: number, error?: object, retryAfter: string | null = null) => ({
    status,
    body: error ? JSON.stringify({ error }) : 'gateway',
    retryAfter,
    headers: {},
  })

  test.each([
    [answer(400, { code: 131047 }), 'refused'],
    [answer(400, { code: 130429 }), 'failed'],
    [answer(401, { code: 190 }), 'held'],
    [answer(400, { code: 10 }), 'held'],
    [answer(400, { code: 10, error_subcode: 2018278 }), 'refused'],
    [answer(400, { code: 299 }), 'held'],
    [answer(400, { code: 987_654 }), 'refused'],
    [answer(400, { code: 987_654, is_transient: true }), 'failed'],
    [answer(502), 'failed'],
    [answer(429), 'failed'],
    [answer(404), 'refused'],
  ])('%j is %s', (given, outcome) => {
    expect(resultOfRefusal(given)).toMatchObject({ outcome })
  })

  test('words name the code, and are the provider’s where there are none of ours', () => {
    expect(wordsForCode(131026, 'Undeliverable')).toContain('cannot get this message')
    expect(wordsForCode(987_654, 'In Meta’s words')).toBe('In Meta’s words (987654)')
  })

  test.each([
    [null, null],
    ['7', 7000],
    ['99999999', 3_600_000],
    ['Thu, 01 Jan 1970 00:01:00 GMT', 60_000],
    ['soon', null],
  ])('Retry-After: %s', (header, ms) => {
    expect(retryAfterMs(header, 0)).toBe(ms)
  })
})
