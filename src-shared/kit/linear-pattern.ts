/**
 * Patterns for what customers type: the part of regular expressions that can be matched in one pass, whatever the
 * text. An engine that goes back and tries again, as the language's own does, can be kept busy for ever by a short
 * pattern and a short text. Left out for that: references to groups, and looking ahead or behind.
 */
export type LinearPattern =
  | Readonly<{
      ok: true /** Whether the pattern describes the whole text. */
      fits: (text: string) => boolean
    }>
  | Readonly<{ ok: false; message: string }>

/** Steps of a pattern with its repetitions written out; times the text's length, the most a match takes. */
const MAX_STEPS = 500
const MAX_DEPTH = 50

type CharTest = (char: string) => boolean
type Node =
  | Readonly<{ kind: 'char'; fits: CharTest }>
  | Readonly<{ kind: 'sequence' | 'choice'; of: readonly Node[] }>
  | Readonly<{ kind: 'repeat'; of: Node; min: number; max: number }>

/** Reads a pattern; what it cannot do is said in a sentence. Never throws. */
export function linearPattern(source: string): LinearPattern {
  try {
    const node = new Reader(unanchored(source)).read()
    if (stepsOf(node) > MAX_STEPS) throw new Refusal('it is too large; repeat less')
    const program = [...programOf(node, 0), { op: 'end' } as const]
    return { ok: true, fits: text => matches(program, text) }
  } catch (error) {
    if (error instanceof Refusal)
      return { ok: false, message: `The pattern cannot be used: ${error.message}.` }
    throw error
  }
}

/** What ends the reading of a pattern; never leaves this file. */
class Refusal extends Error {}

/** A pattern describes the whole text anyway. */
function unanchored(source: string): string {
  const begun = source.startsWith('^') ? source.slice(1) : source
  return /(?:^|[^\\])(?:\\\\)*\$$/.test(begun) ? begun.slice(0, -1) : begun
}

const SET = /\[\^?(?:\\.|[^\]\\])*\]/suy
const ESCAPE = /\\(?:[pP]\{[A-Za-z_=]{1,40}\}|u\{[0-9A-Fa-f]{1,6}\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|.)/suy
const COUNT = /\{(\d{1,4})(,(\d{1,4})?)?\}/y

class Reader {
  private readonly source: string
  private at = 0
  private depth = 0

  constructor(source: string) {
    this.source = source
  }

  read(): Node {
    const node = this.choice()
    if (this.at < this.source.length) throw new Refusal('a bracket is closed that was never opened')
    return node
  }

  private choice(): Node {
    const of = [this.sequence()]
    while (this.takes('|')) of.push(this.sequence())
    return { kind: 'choice', of }
  }

  private sequence(): Node {
    const of: Node[] = []
    while (this.at < this.source.length && !'|)'.includes(this.source.charAt(this.at)))
      of.push(this.repeated(this.atom()))
    return { kind: 'sequence', of }
  }

  private atom(): Node {
    if (this.takes('(')) return this.group()
    const char = String.fromCodePoint(this.source.codePointAt(this.at) ?? 0)
    if ('*+?{'.includes(char)) throw new Refusal(`there is nothing before “${char}” to repeat`)
    if (char === '^' || char === '$') throw new Refusal(`“${char}” can stand only at its end or beginning`)
    const set = this.match(SET) ?? this.match(ESCAPE)
    if (set) return { kind: 'char', fits: charTest(set[0]) }
    if (char === '[' || char === '\\') throw new Refusal(`“${char}” is not finished`)
    this.at += char.length
    return { kind: 'char', fits: char === '.' ? other => other !== '\n' : other => other === char }
  }

  private group(): Node {
    if (this.takes('?') && !this.takes(':')) throw new Refusal('it looks ahead or behind, or names a group')
    this.depth += 1
    if (this.depth > MAX_DEPTH) throw new Refusal('its brackets are nested too deeply')
    const node = this.choice()
    this.depth -= 1
    if (!this.takes(')')) throw new Refusal('a bracket is never closed')
    return node
  }

  private repeated(of: Node): Node {
    const count = this.match(COUNT)
    const [min, max] = count ? countOf(count) : this.signCount()
    // How greedily it repeats makes no difference to whether the whole text fits.
    if (min !== 1 || max !== 1) this.takes('?')
    if (min > max) throw new Refusal('it repeats at most fewer times than at least')
    return min === 1 && max === 1 ? of : { kind: 'repeat', of, min, max }
  }

  private signCount(): readonly [number, number] {
    if (this.takes('*')) return [0, Number.POSITIVE_INFINITY]
    if (this.takes('+')) return [1, Number.POSITIVE_INFINITY]
    return this.takes('?') ? [0, 1] : [1, 1]
  }

  private takes(char: string): boolean {
    if (this.source[this.at] !== char) return false
    this.at += 1
    return true
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.source)
    if (found) this.at += found[0].length
    return found
  }
}

function countOf([, min, upTo, max]: RegExpExecArray): readonly [number, number] {
  const least = Number(min)
  if (upTo === undefined) return [least, least]
  return [least, max === undefined ? Number.POSITIVE_INFINITY : Number(max)]
}

const BOUNDARY_OR_REFERENCE = /^\\(?:[bB1-9k])/

/** A set or an escape is one character long: the language's own engine cannot be kept busy by that. */
function charTest(source: string): CharTest {
  if (BOUNDARY_OR_REFERENCE.test(source)) throw new Refusal(`it cannot use “${source}”`)
  try {
    const one = new RegExp(`^${source}$`, 'u')
    return char => one.test(char)
  } catch {
    throw new Refusal(`“${source}” cannot be read`)
  }
}

function stepsOf(node: Node): number {
  if (node.kind === 'char') return 1
  if (node.kind === 'repeat') {
    const most = node.max === Number.POSITIVE_INFINITY ? node.min + 1 : node.max
    return Math.max(1, most) * (stepsOf(node.of) + 2)
  }
  return node.of.reduce((sum, each) => sum + stepsOf(each) + 2, 0)
}

type Step =
  | Readonly<{ op: 'char'; fits: CharTest }>
  | Readonly<{ op: 'go'; to: readonly number[] }>
  | Readonly<{ op: 'end' }>

/** The steps of a node when its first one has the number `from`; after them comes the next. */
function programOf(node: Node, from: number): Step[] {
  switch (node.kind) {
    case 'char':
      return [{ op: 'char', fits: node.fits }]
    case 'sequence':
      return node.of.reduce<Step[]>((steps, each) => {
        steps.push(...programOf(each, from + steps.length))
        return steps
      }, [])
    case 'choice':
      return choiceOf(node.of, from)
    case 'repeat':
      return repeatOf(node.of, node.min, node.max, from)
  }
}

function choiceOf(of: readonly Node[], from: number): Step[] {
  const [first, ...others] = of
  if (!first) return []
  if (others.length === 0) return programOf(first, from)
  const left = programOf(first, from + 1)
  const right = from + left.length + 2
  const rest = choiceOf(others, right)
  return [{ op: 'go', to: [from + 1, right] }, ...left, { op: 'go', to: [right + rest.length] }, ...rest]
}

function repeatOf(of: Node, min: number, max: number, from: number): Step[] {
  const steps: Step[] = []
  for (let count = 0; count < min; count += 1) steps.push(...programOf(of, from + steps.length))
  if (max === Number.POSITIVE_INFINITY) {
    const start = from + steps.length
    const body = programOf(of, start + 1)
    return [
      ...steps,
      { op: 'go', to: [start + 1, start + body.length + 2] },
      ...body,
      { op: 'go', to: [start] },
    ]
  }
  for (let count = min; count < max; count += 1) {
    const start = from + steps.length
    const body = programOf(of, start + 1)
    steps.push({ op: 'go', to: [start + 1, start + 1 + body.length] }, ...body)
  }
  return steps
}

/** Follows all ways through the program at once, one character after the other. */
function matches(program: readonly Step[], text: string): boolean {
  let ways = reached(program, [0])
  for (const char of text) {
    const next: number[] = []
    for (const way of ways) {
      const step = program[way]
      if (step?.op === 'char' && step.fits(char)) next.push(way + 1)
    }
    if (next.length === 0) return false
    ways = reached(program, next)
  }
  return [...ways].some(way => program[way]?.op === 'end')
}

function reached(program: readonly Step[], from: readonly number[]): ReadonlySet<number> {
  const seen = new Set<number>()
  const ahead = [...from]
  for (let way = ahead.pop(); way !== undefined; way = ahead.pop()) {
    if (seen.has(way)) continue
    seen.add(way)
    const step = program[way]
    if (step?.op === 'go') ahead.push(...step.to)
  }
  return seen
}
