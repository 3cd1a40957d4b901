import { describe, expect, test } from 'vitest'
import {
  type Attempted,
  afterAttempt,
  CLOSED_BREAKER,
  judgeAnswer,
  nextAttemptAt,
  WEBHOOK_TIMEOUT_MS,
} from '../../../src-shared/integrations/attempts.ts'

const good: Attempted = { ok: true }
const bad: Attempted = { ok: false, code: 'STATUS', message: '' }

describe('attempts (IMI-17, D-11)', () => {
  test('a webhook has five seconds, and four more tries within the hour', () => {
    expect(WEBHOOK_TIMEOUT_MS).toBe(5000)
    expect([1, 2, 3, 4, 5].map(made => nextAttemptAt(1000, made))).toEqual([
      61_000,
      301_000,
      1_201_000,
      3_601_000,
      null,
    ])
  })

  test('what is not 2xx, or lacks the token, failed (D-12)', () => {
    const answer = { outcome: 'answered', status: 200, body: '', token: null } as const
    const codeOf = (given: Parameters<typeof judgeAnswer>[0], token: string | null) => {
      const judged = judgeAnswer(given, token)
      return judged.ok ? 'ok' : judged.code
    }
    expect(codeOf(answer, null)).toBe('ok')
    expect(codeOf({ ...answer, status: 204 }, null)).toBe('ok')
    expect(codeOf({ ...answer, status: 302 }, null)).toBe('STATUS')
    expect(codeOf({ ...answer, status: 410 }, null)).toBe('GONE')
    expect(codeOf({ outcome: 'timeout' }, null)).toBe('TIMEOUT')
    expect(codeOf({ outcome: 'unreachable', message: 'no' }, null)).toBe('UNREACHABLE')
    expect(codeOf(answer, 't')).toBe('TOKEN_MISMATCH')
    expect(codeOf({ ...answer, body: '{"verificationToken":"t"}' }, 't')).toBe('ok')
    expect(codeOf({ ...answer, token: 't' }, 't')).toBe('ok')
    for (const body of ['{"verificationToken":"u"}', 'null', '"t"', 't', '{'])
      expect(codeOf({ ...answer, body }, 't')).toBe('TOKEN_MISMATCH')
  })
})

describe('the circuit breaker (IMI-18)', () => {
  const counted = (all: readonly Attempted[], unit: 'attempt' | 'event' = 'attempt') =>
    all.reduce((breaker, one) => afterAttempt(breaker, one, { unit, isLast: false }), CLOSED_BREAKER)

  test('opens at the fifth failure in a row, of whatever event', () => {
    expect(counted([bad, bad, bad, bad, good, bad, bad, bad, bad])).toEqual({ state: 'active', failures: 4 })
    expect(counted([bad, bad, bad, bad, bad])).toEqual({ state: 'inactive', failures: 5 })
  })

  test('can count events that were given up instead', () => {
    expect(counted(Array(20).fill(bad), 'event')).toEqual(CLOSED_BREAKER)
    const last = { unit: 'event', isLast: true } as const
    expect(afterAttempt({ state: 'active', failures: 4 }, bad, last).state).toBe('inactive')
  })

  test('leaves alone what a person stopped', () => {
    expect(afterAttempt({ state: 'paused', failures: 4 }, bad, { unit: 'attempt', isLast: true }).state).toBe(
      'paused',
    )
  })
})
