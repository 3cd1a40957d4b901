/** A webhook has so long to answer (requirements.md IMI-17). */
export const WEBHOOK_TIMEOUT_MS = 5000
const MINUTE_MS = 60_000
/** When a failed event is tried again, from its first attempt on (D-11): four times, within one hour. */
export const RETRY_AT_MS = [1, 5, 20, 60].map(minutes => minutes * MINUTE_MS)
/** So many consecutive failures make a webhook inactive (IMI-18). */
export const FAILURES_TO_OPEN = 5
/** What is held for an inactive webhook is kept so long; then it is a dead letter (IMI-18). */
export const HELD_FOR_MS = 24 * 60 * MINUTE_MS

/** What came back from a webhook. `token`: of the header that may carry it in place of the body. */
export type WebhookAnswer =
  | Readonly<{ outcome: 'answered'; status: number; body: string; token: string | null }>
  | Readonly<{ outcome: 'timeout' }>
  | Readonly<{ outcome: 'unreachable'; message: string }>

export type FailureCode = 'TIMEOUT' | 'UNREACHABLE' | 'STATUS' | 'TOKEN_MISMATCH' | 'GONE'

/** How an attempt went; `GONE` is not tried again. */
export type Attempted = Readonly<{ ok: true }> | Readonly<{ ok: false; code: FailureCode; message: string }>

/** Judges an answer; with a verification token the answer must hold it (D-12), null where none is expected. */
export function judgeAnswer(answer: WebhookAnswer, expected: string | null): Attempted {
  if (answer.outcome === 'timeout')
    return { ok: false, code: 'TIMEOUT', message: 'It did not answer within five seconds.' }
  if (answer.outcome === 'unreachable') return { ok: false, code: 'UNREACHABLE', message: answer.message }
  const { status } = answer
  if (status === 410) return { ok: false, code: 'GONE', message: 'It says it is gone (410).' }
  if (status < 200 || status > 299)
    return { ok: false, code: 'STATUS', message: `It answered with status ${status}.` }
  if (expected !== null && answer.token !== expected && tokenIn(answer.body) !== expected)
    return { ok: false, code: 'TOKEN_MISMATCH', message: 'Its answer does not hold the verification token.' }
  return { ok: true }
}

function tokenIn(body: string): unknown {
  try {
    const answer: unknown = JSON.parse(body)
    const isObject = typeof answer === 'object' && answer !== null
    return isObject && 'verificationToken' in answer ? answer.verificationToken : null
  } catch {
    return null
  }
}

/** When an event is tried again after so many failed attempts; null when it is given up. Epoch milliseconds. */
export function nextAttemptAt(firstAt: number, attempts: number): number | null {
  const after = RETRY_AT_MS[attempts - 1]
  return after === undefined ? null : firstAt + after
}

/**
 * `inactive` was opened by failures and is closed by a verification only; `paused` was stopped by a person.
 * `failures` counts consecutive ones of whatever event.
 */
export type Breaker = Readonly<{ state: 'active' | 'inactive' | 'paused'; failures: number }>

export const CLOSED_BREAKER: Breaker = { state: 'active', failures: 0 }

/** What is counted: each failed attempt, or each event that was given up (D-11). */
export const FAILURE_UNITS = ['attempt', 'event'] as const
export type FailureUnit = (typeof FAILURE_UNITS)[number]

/** How a webhook stands after an attempt; `isLast`: its event is not tried again. */
export function afterAttempt(
  { state, failures }: Breaker,
  attempted: Attempted,
  { unit, isLast }: Readonly<{ unit: FailureUnit; isLast: boolean }>,
): Breaker {
  if (attempted.ok) return { state, failures: 0 }
  const counted = failures + (unit === 'attempt' || isLast ? 1 : 0)
  const opens = state === 'active' && counted >= FAILURES_TO_OPEN
  return { state: opens ? 'inactive' : state, failures: counted }
}
