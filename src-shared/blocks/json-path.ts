/** One step into an answer: a member by name, an item by number, or every item of a list. */
export type JsonStep = Readonly<{ member: string }> | Readonly<{ item: number }> | 'all'
export type JsonPath = readonly JsonStep[]

/** What a path leads to: one place, the places in all items of a list, nothing, or more than anybody can hold. */
export type JsonFinding =
  | Readonly<{ found: 'one'; value: unknown }>
  | Readonly<{ found: 'list'; values: readonly unknown[] }>
  | Readonly<{ found: 'nothing' }>
  | Readonly<{ found: 'tooMany' }>

export const MAX_PATH_LENGTH = 200
/** What a list variable holds at most (src-shared/document/records.ts). */
export const MAX_FOUND = 1000
/** More steps than any answer is deep. */
const MAX_STEPS = 30

const NAME = '[\\p{L}_$][\\p{L}\\p{N}_$-]*'
const STEP = new RegExp(
  `\\.(${NAME})|\\[(?:(0|[1-9]\\d{0,8})|(\\*)|'((?:[^'\\\\]|\\\\['\\\\])*)'|"((?:[^"\\\\]|\\\\["\\\\])*)")\\]`,
  'uy',
)
const WHOLE_NAME = new RegExp(`^${NAME}$`, 'u')

/**
 * Reads a path such as `$.orders[0].id`, `$.orders[*].id` or `$['order id']`: the part of JSONPath (RFC 9535) that
 * names places and computes nothing. Null when it cannot be read.
 */
export function parseJsonPath(source: string): JsonPath | null {
  const text = source.trim()
  if (!text.startsWith('$') || text.length > MAX_PATH_LENGTH) return null
  const steps: JsonStep[] = []
  for (let at = 1; at < text.length; at = STEP.lastIndex) {
    STEP.lastIndex = at
    const found = STEP.exec(text)
    if (!found || steps.length === MAX_STEPS) return null
    steps.push(stepOf(found))
  }
  return steps
}

function stepOf([, name, item, all, single, double]: RegExpExecArray): JsonStep {
  if (all !== undefined) return 'all'
  if (item !== undefined) return { item: Number(item) }
  return { member: name ?? (single ?? double ?? '').replace(/\\(.)/gs, '$1') }
}

/** Writes a path; reading it again gives the same steps. */
export function writeJsonPath(path: JsonPath): string {
  return `$${path.map(written).join('')}`
}

function written(step: JsonStep): string {
  if (step === 'all') return '[*]'
  if ('item' in step) return `[${step.item}]`
  return WHOLE_NAME.test(step.member) ? `.${step.member}` : `['${step.member.replace(/['\\]/g, '\\$&')}']`
}

const NOTHING: JsonFinding = { found: 'nothing' }

/**
 * What a path leads to in a parsed answer. Only own members count, so that no name reaches what every object inherits.
 * Behind `[*]`, an item without the place yields undefined, which keeps lists made of the same items side by side.
 */
export function findByJsonPath(path: JsonPath, answer: unknown): JsonFinding {
  let values: readonly unknown[] = [answer]
  let isList = false
  for (const step of path) {
    if (step === 'all') {
      const lists = values.filter(value => Array.isArray(value))
      if (!isList && lists.length === 0) return NOTHING
      if (lists.reduce((sum, { length }) => sum + length, 0) > MAX_FOUND) return { found: 'tooMany' }
      values = lists.flat()
      isList = true
    } else values = values.map(value => within(value, step))
    if (!isList && values[0] === undefined) return NOTHING
  }
  return isList ? { found: 'list', values } : { found: 'one', value: values[0] }
}

function within(value: unknown, step: Exclude<JsonStep, 'all'>): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  if ('item' in step) return Array.isArray(value) ? value[step.item] : undefined
  if (Array.isArray(value) || !Object.hasOwn(value, step.member)) return undefined
  return (value as Record<string, unknown>)[step.member]
}
