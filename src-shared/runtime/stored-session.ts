import { fault, ok, type Result } from '../kit/result.ts'
import { readSession, SESSION_VERSION, type Session } from './session.ts'

/**
 * The form hosts keep sessions in: a JSON list in this order, without what says nothing at its end. Names of members
 * are most of a small session's JSON and of the time it takes to write and read one at every turn.
 */
const STATES = ['asleep', 'open', 'closed'] as const

type Stored = readonly [
  version: number,
  state: number,
  block: string | 0,
  sent: number,
  steps: number,
  last: string | 0,
  tries?: number,
  values?: Session['values'] | 0,
  stack?: Session['stack'] | 0,
  locale?: string | 0,
]

export function storeSession(session: Session): string {
  const { version, state, block, sent, steps, last, tries, values, stack, locale } = session
  const number = state === 'open' ? 1 : state === 'closed' ? 2 : 0
  const begin = [version, number, block ?? 0, sent ?? 0, steps ?? 0, last ?? 0] as const
  if (stack !== undefined || locale !== undefined)
    return JSON.stringify([...begin, tries ?? 0, values ?? 0, stack ?? 0, locale ?? 0])
  if (values !== undefined) return JSON.stringify([...begin, tries ?? 0, values])
  return JSON.stringify(tries === undefined ? begin : [...begin, tries])
}

/** Reads what `storeSession` wrote; the host's own writing is trusted but for its version. */
export function restoreSession(text: string): Session {
  const [version, state, block, sent, steps, last, tries, values, stack, locale] = JSON.parse(text) as Stored
  return {
    version,
    state: STATES[state] ?? 'closed',
    block: (block || undefined) as Session['block'],
    stack: stack || undefined,
    values: values || undefined,
    tries: tries || undefined,
    sent: sent || undefined,
    steps: steps || undefined,
    locale: locale || undefined,
    last: last === 0 ? undefined : last,
  }
}

/** Reads a stored session from a place that cannot be trusted, such as a restored backup or another host. */
export function readStoredSession(text: string): Result<Session> {
  try {
    const list = JSON.parse(text) as Stored
    if (!Array.isArray(list)) return fault('session/invalid', 'It is not a stored session.')
    if (list[0] > SESSION_VERSION) return readSession({ version: list[0] })
    const checked = readSession(JSON.parse(JSON.stringify(restoreSession(text))))
    return checked.ok ? ok(checked.value) : checked
  } catch (error) {
    return fault('session/invalid', (error as Error).message)
  }
}
