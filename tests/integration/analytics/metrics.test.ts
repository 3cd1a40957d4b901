import Database from 'better-sqlite3'
import { beforeEach, describe, expect, test } from 'vitest'
import { ANALYTICS_TABLES, METRICS, type MetricName } from '../../../src-shared/analytics/definitions.ts'
import { type MessageFact, messageFacts } from '../../../src-shared/analytics/message-facts.ts'
import { advance, type Input, start } from '../../../src-shared/runtime/advance.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import { SeededWorld } from '../../../src-shared/runtime/seeded-world.ts'
import type { Session } from '../../../src-shared/runtime/session.ts'
import { loadBot } from '../../data/recording/conversation.ts'

const DAY_MS = 86_400_000
const time = (text: string) => Date.parse(text)
const day = (text: string) => ({ from: time(`${text}T00:00:00Z`), until: time(`${text}T00:00:00Z`) + DAY_MS })
const month = (text: string) => {
  const from = new Date(`${text}-01T00:00:00Z`)
  return { from: from.getTime(), until: Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1) }
}

let db: Database.Database
const sessions = new Map<string, Session>()
let inputs = 0

beforeEach(() => {
  db = new Database(':memory:')
  db.exec(ANALYTICS_TABLES)
  sessions.clear()
})

function contact(id: string, at: string): void {
  db.prepare('insert into fact_contact (id, created_at) values (?, ?)').run(id, time(at))
}

function store(facts: readonly MessageFact[], accepted = 1): void {
  const insert = db.prepare(`insert into fact_message
    (id, logical_id, bot, contact, channel, direction, kind, author, accepted, is_test, at)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  for (const fact of facts) {
    const { id, logicalId, bot, contact, channel, direction, kind, author, isTest, at } = fact
    insert.run(id, logicalId, bot, contact, channel, direction, kind, author, accepted, Number(isTest), at)
  }
}

const program = compile(loadBot('tests/fixtures/bots/support.json'))

type Happening = Readonly<{ who: string; at: string; channel?: string; isTest?: boolean }>

/** Lets something happen to a real conversation and counts what the runtime said of it. */
function happen({ who, at, channel = 'web', isTest = false }: Happening, input: Omit<Input, 'id'>): void {
  inputs += 1
  const id = `m${String(inputs).padStart(5, '0')}`
  const before = sessions.get(who) ?? start(program, {})
  const { session, events } = advance(
    program,
    before,
    { ...input, id } as Input,
    new SeededWorld(1, time(at)),
  )
  sessions.set(who, session)
  store(messageFacts({ bot: 'bot_support', contact: who, channel, input: id, at: time(at), isTest }, events))
}

/** A message nothing answers, so that only what is said here is counted. */
const says = (who: string, at: string, more: Partial<Happening> = {}) =>
  happen({ who, at, ...more }, { type: 'message', text: 'zzz' } as Omit<Input, 'id'>)
const agentSays = (who: string, at: string) =>
  happen({ who, at }, { type: 'agent', action: 'message', text: 'Hello' } as Omit<Input, 'id'>)

function metric(name: MetricName, period: { from: number; until: number }): number | null {
  const statement = db.prepare(METRICS[name]).pluck()
  return statement.get(METRICS[name].includes(':from') ? period : {}) as number | null
}

const spans = (who: string) =>
  db.prepare('select duration_ms, closed_at from session where person = ? order by started_at').all(who)

describe('sessions (requirements.md D-05)', () => {
  test('a pause of more than 30 minutes makes two, each as long as its messages', () => {
    contact('A', '2026-03-01T00:00:00Z')
    says('A', '2026-03-02T10:00:00Z')
    agentSays('A', '2026-03-02T10:15:00Z')
    says('A', '2026-03-02T12:00:00Z')
    agentSays('A', '2026-03-02T12:10:00Z')
    expect(spans('A')).toEqual([
      { duration_ms: 15 * 60_000, closed_at: time('2026-03-02T10:45:00Z') },
      { duration_ms: 10 * 60_000, closed_at: time('2026-03-02T12:40:00Z') },
    ])
  })

  test.each([
    ['2026-03-02T10:45:00.000Z', 1],
    ['2026-03-02T10:45:00.001Z', 2],
  ])('exactly 30 minutes belong to it, a millisecond more does not: %s', (second, count) => {
    contact('B', '2026-03-02T00:00:00Z')
    says('B', '2026-03-02T10:15:00Z')
    says('B', second)
    expect(spans('B')).toHaveLength(count)
  })

  test('one over midnight belongs to the day it began on, and the next day has no average', () => {
    contact('D', '2026-03-03T00:00:00Z')
    says('D', '2026-03-03T23:50:00Z')
    says('D', '2026-03-04T00:10:00Z')
    expect(metric('sessionSeconds', day('2026-03-03'))).toBe(20 * 60)
    expect(metric('sessionSeconds', day('2026-03-04'))).toBeNull()
  })
})

describe('what counts', () => {
  test('tests and what a channel refused do not; one notification on two channels counts once (D-21)', () => {
    contact('E', '2026-03-05T00:00:00Z')
    const at = time('2026-03-05T09:00:00Z')
    const fact: MessageFact = {
      id: 'n1',
      logicalId: 'L1',
      bot: 'bot_support',
      contact: 'E',
      channel: 'whatsapp',
      direction: 'out',
      kind: 'notification',
      author: 'system',
      isTest: false,
      at,
    }
    store([fact, { ...fact, id: 'n2', channel: 'messenger', at: at + 1000 }])
    store([{ ...fact, id: 'n3', logicalId: 'L3' }], 0)
    says('E', '2026-03-05T09:01:00Z', { isTest: true })
    expect(metric('outgoing', day('2026-03-05'))).toBe(1)
    expect(metric('incoming', day('2026-03-05'))).toBe(0)
    expect(metric('sessions', day('2026-03-05'))).toBe(1)
    expect(metric('sessionsPerUser', day('2026-03-05'))).toBeNull()
  })

  test('16 messages in a month make an engaged user, 15 do not (D-08)', () => {
    for (const [who, count] of [
      ['F', 15],
      ['G', 16],
    ] as const) {
      contact(who, '2026-04-01T00:00:00Z')
      for (let date = 1; date <= count; date += 1)
        says(who, `2026-04-${String(date).padStart(2, '0')}T10:00:00Z`)
    }
    expect(metric('engagedUsers', month('2026-04'))).toBe(1)
  })

  test('reports of delivery and an agent who closes are no messages; what comes after 24 hours is a notification', () => {
    contact('H', '2026-05-01T00:00:00Z')
    says('H', '2026-05-01T10:00:00Z')
    happen({ who: 'H', at: '2026-05-01T10:01:00Z' }, { type: 'delivery', message: 1, status: 'read' } as Omit<
      Input,
      'id'
    >)
    happen({ who: 'H', at: '2026-05-01T10:02:00Z' }, { type: 'agent', action: 'close', text: '' } as Omit<
      Input,
      'id'
    >)
    expect(metric('incoming', day('2026-05-01'))).toBe(1)
    expect(metric('outgoing', day('2026-05-01'))).toBe(0)
    sessions.set('I', start(program, { channel: 'whatsapp' }))
    contact('I', '2026-05-02T00:00:00Z')
    happen({ who: 'I', at: '2026-05-02T10:00:00Z', channel: 'whatsapp' }, { type: 'proactive' } as Omit<
      Input,
      'id'
    >)
    expect(db.prepare("select kind from fact_message where contact = 'I'").pluck().all()).toEqual([
      'notification',
    ])
  })
})

test('three people, five sessions, six messages on one day (requirements.md part 3, golden figures)', () => {
  for (const who of ['A', 'B', 'C']) contact(who, '2026-03-02T00:00:00Z')
  says('A', '2026-03-02T10:00:00Z')
  agentSays('A', '2026-03-02T10:15:00Z')
  says('A', '2026-03-02T12:00:00Z')
  agentSays('A', '2026-03-02T12:10:00Z')
  says('B', '2026-03-02T10:00:00Z')
  agentSays('B', '2026-03-02T10:15:00Z')
  says('B', '2026-03-02T10:45:00Z')
  says('C', '2026-03-02T10:15:00.000Z')
  says('C', '2026-03-02T10:45:00.001Z')
  const that = day('2026-03-02')
  expect(metric('activeUsers', that)).toBe(3)
  expect(metric('newUsers', month('2026-03'))).toBe(3)
  expect(metric('sessionsPerUser', that)).toBe(5 / 3)
  expect(metric('sessionSeconds', that)).toBe(840)
  expect(metric('messagesPerSession', that)).toBe(1.2)
  expect(metric('outgoing', that)).toBe(3)
})
