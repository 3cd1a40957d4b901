import type { BlockId } from '../document/ids.ts'
import { fault, ok, type Result } from '../kit/result.ts'
import { readSession, SESSION_VERSION, type Session } from './session.ts'

/**
 * The form hosts keep sessions in: what every session has as words with a space between them, then the JSON of what few
 * have. JSON of it all would be most of the time a small turn takes. A session with a space in the id of its last
 * input, which no channel gives, is kept as a JSON list, as version 1 kept all.
 */
const STATES = ['asleep', 'open', 'closed'] as const

/** The members few sessions have. */
type Rare = Pick<Session, 'values' | 'stack' | 'locale' | 'more'>

/** Stands for what a session does not have. */
const NONE = '-'

export function storeSession(session: Session): string {
  const { version, state, block, sent, steps, last, at, tries, values, stack, locale, more } = session
  if (last !== undefined && (last === '' || last === NONE || last.includes(' ')))
    return JSON.stringify([session])
  const number = state === 'open' ? '1' : state === 'closed' ? '2' : '0'
  // One text at once: what is added piece by piece is put together only when it is read.
  const words = [
    version,
    number,
    block ?? NONE,
    sent ?? 0,
    steps ?? 0,
    tries ?? 0,
    timeWord(at),
    last ?? NONE,
  ]
  const common = words.join(' ')
  if (values === undefined && stack === undefined && locale === undefined && more === undefined) return common
  return `${common} ${JSON.stringify({ values, stack, locale, more } satisfies Rare)}`
}

/** 0 is no time at all. */
function timeWord(at: number | undefined): number {
  return at === undefined ? 0 : at + 1
}

const SPACE = 32
const ZERO = 48
const BRACKET = 91
const NO_RARE: Rare = {}

/** Reads what `storeSession` wrote; the host's own writing is trusted but for its version. */
export function restoreSession(text: string): Session {
  if (text.charCodeAt(0) === BRACKET) return fromList(JSON.parse(text))
  const block = text.slice(4, text.indexOf(' ', 4))
  const sent = numberAt(text, 5 + block.length)
  const steps = numberAt(text, cursor)
  const tries = numberAt(text, cursor)
  const at = numberAt(text, cursor)
  const lastEnd = text.indexOf(' ', cursor)
  const last = lastEnd < 0 ? text.slice(cursor) : text.slice(cursor, lastEnd)
  const rare: Rare = lastEnd < 0 ? NO_RARE : JSON.parse(text.slice(lastEnd + 1))
  return {
    version: SESSION_VERSION,
    state: STATES[text.charCodeAt(2) - ZERO] ?? 'closed',
    block: block === NONE ? undefined : (block as BlockId),
    stack: rare.stack,
    values: rare.values,
    tries: tries > 0 ? tries : undefined,
    sent: sent > 0 ? sent : undefined,
    steps: steps > 0 ? steps : undefined,
    locale: rare.locale,
    last: last === NONE ? undefined : last,
    at: at > 0 ? at - 1 : undefined,
    more: rare.more,
  }
}

/** Where the number that was read last, and the space after it, end. */
let cursor = 0

/** Cutting each number out of the text first would take as long as all the rest. */
function numberAt(text: string, begin: number): number {
  let value = 0
  let index = begin
  for (
    let code = text.charCodeAt(index);
    code !== SPACE && index < text.length;
    code = text.charCodeAt(index)
  ) {
    value = value * 10 + code - ZERO
    index += 1
  }
  cursor = index + 1
  return value
}

/** Version 1, and sessions with an unusual id. */
function fromList(list: readonly unknown[]): Session {
  const [version, state, block, sent, steps, last, tries, values, stack, locale] = list
  if (typeof version === 'object' && version !== null) return version as Session
  if (version !== 1) throw new Error('It is not a stored session.')
  return {
    version: SESSION_VERSION,
    state: STATES[state as number] ?? 'closed',
    block: (block || undefined) as Session['block'],
    stack: (stack || undefined) as Session['stack'],
    values: (values || undefined) as Session['values'],
    tries: (tries || undefined) as Session['tries'],
    sent: (sent || undefined) as Session['sent'],
    steps: (steps || undefined) as Session['steps'],
    locale: (locale || undefined) as Session['locale'],
    last: last === 0 ? undefined : (last as Session['last']),
  }
}

/** Reads a stored session from a place that cannot be trusted, such as a restored backup or another host. */
export function readStoredSession(text: string): Result<Session> {
  try {
    const version = Number(/^\[?(\d+)/.exec(text)?.[1] ?? SESSION_VERSION)
    if (version > SESSION_VERSION) return readSession({ version })
    const checked = readSession(JSON.parse(JSON.stringify(restoreSession(text))))
    return checked.ok ? ok(checked.value) : checked
  } catch (error) {
    return fault('session/invalid', (error as Error).message)
  }
}
