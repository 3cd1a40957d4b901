import type { BinaryOperator, ExpressionNode, LogicalOperator } from './expression-node.ts'
import { functionNamed } from './functions.ts'

type Name = Readonly<{ name: string; start: number; end: number }>
type Simple = Readonly<{ ast: ExpressionNode; names: readonly Name[] }>

/**
 * Reads formulas of names in capitals, plain numbers and texts, operators, brackets and functions, which is how nearly
 * all are written; null for anything else, for which the parser knows the reasons. The parser reads the same in five
 * times the time, and a bot has thousands of formulas.
 */
export function simpleExpression(source: string): Simple | null {
  const reader = new Reader(source)
  const ast = reader.conditional()
  return ast && reader.isAtEnd() ? { ast, names: reader.names } : null
}

/** How strongly operators bind, weakest first. */
const STRENGTHS: Readonly<Record<string, number>> = {
  ...{ '||': 1, '&&': 2, '==': 3, '!=': 3, '<': 4, '<=': 4, '>': 4, '>=': 4 },
  ...{ '+': 5, '-': 5, '*': 6, '/': 6, '%': 6 },
}
const SPACE = /[ \t\n\r]*/y
const OPERATOR = /(?:==|!=|<=|>=|&&|\|\||[-+*/%<>])(?![-+*/=<>&|])/y
const WORD =
  /[A-Z][A-Z0-9_]*(?![A-Za-z0-9_$\\\u0080-\uffff])|(?:true|false|null)(?![A-Za-z0-9_$\\\u0080-\uffff])/y
const NUMBER = /(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?(?![0-9A-Za-z_$.\\\u0080-\uffff])/y
const TEXT = /"[^"\\\r\n]*"|'[^'\\\r\n]*'/y
const SIGN = /[-+!](?![-+])/y
const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null }
/** Brackets, signs and operators; longer formulas are left to the parser, which knows how deep they may be. */
const MOST_STEPS = 40

class Reader {
  readonly names: Name[] = []
  private readonly source: string
  private pos = 0
  /** Where the last thing that was read ends. */
  private end = 0
  private steps = 0

  constructor(source: string) {
    this.source = source
    this.take(SPACE)
  }

  isAtEnd(): boolean {
    return this.pos === this.source.length
  }

  conditional(): ExpressionNode | null {
    this.steps += 1
    if (this.steps > MOST_STEPS) return null
    const start = this.pos
    const test = this.chain(0)
    if (!test || this.source[this.pos] !== '?') return test
    const next = this.source[this.pos + 1]
    if (next === '.' || next === '?') return null
    this.sign('?')
    const then = this.conditional()
    if (!then || !this.sign(':')) return null
    const otherwise = this.conditional()
    return otherwise && { kind: 'conditional', start, end: this.end, test, then, otherwise }
  }

  /** Operands with operators between that bind more strongly than `least`, from left to right. */
  private chain(least: number): ExpressionNode | null {
    const start = this.pos
    let left = this.operand()
    while (left) {
      const { pos, end } = this
      const operator = this.take(OPERATOR)
      const strength = STRENGTHS[operator ?? ''] ?? 0
      if (strength <= least) {
        this.pos = pos
        this.end = end
        return left
      }
      this.steps += 1
      const right = this.steps > MOST_STEPS ? null : this.chain(strength)
      left = right && pairOf(operator ?? '', { start, end: this.end, left, right })
    }
    return null
  }

  private operand(): ExpressionNode | null {
    const start = this.pos
    const code = this.source.charCodeAt(start)
    if (code === QUOTE || code === APOSTROPHE) return this.literal(this.take(TEXT)?.slice(1, -1), start)
    if (code >= ZERO && code <= NINE) {
      const written = this.take(NUMBER)
      return this.literal(written === null ? undefined : Number(written), start)
    }
    if (code === BRACKET) return this.bracketed()
    const word = this.take(WORD)
    if (word !== null) return this.word(word, start)
    const operator = this.take(SIGN) as '-' | '+' | '!' | null
    this.steps += 1
    const operand = operator && this.steps < MOST_STEPS ? this.operand() : null
    return operator && operand && { kind: 'unary', start, end: this.end, operator, operand }
  }

  private literal(value: string | number | undefined, start: number): ExpressionNode | null {
    return value === undefined ? null : { kind: 'literal', start, end: this.end, value }
  }

  private bracketed(): ExpressionNode | null {
    this.sign('(')
    const inner = this.conditional()
    return inner && this.sign(')') ? inner : null
  }

  private word(word: string, start: number): ExpressionNode | null {
    const { end } = this
    const value = WORDS[word]
    if (value !== undefined) return { kind: 'literal', start, end, value }
    if (this.source[this.pos] === '(') return this.call(word, start)
    this.names.push({ name: word, start, end })
    return { kind: 'name', start, end, name: word }
  }

  private call(word: string, start: number): ExpressionNode | null {
    const name = functionNamed(word)
    if (!name) return null
    this.sign('(')
    const all: ExpressionNode[] = []
    while (!this.sign(')')) {
      if (all.length > 0 && !this.sign(',')) return null
      const next = this.conditional()
      if (!next) return null
      all.push(next)
    }
    return { kind: 'call', start, end: this.end, name, arguments: all }
  }

  private sign(sign: string): boolean {
    if (this.source[this.pos] !== sign) return false
    this.pos += 1
    this.end = this.pos
    this.skip()
    return true
  }

  private take(form: RegExp): string | null {
    form.lastIndex = this.pos
    if (!form.test(this.source)) return null
    const written = this.source.slice(this.pos, form.lastIndex)
    this.pos = form.lastIndex
    if (form === SPACE) return written
    this.end = this.pos
    this.skip()
    return written
  }

  private skip(): void {
    const code = this.source.charCodeAt(this.pos)
    if (code <= BLANK) this.take(SPACE)
  }
}

const [QUOTE, APOSTROPHE, BRACKET, ZERO, NINE, BLANK] = [34, 39, 40, 48, 57, 32]

type Pair = Readonly<{ start: number; end: number; left: ExpressionNode; right: ExpressionNode }>

function pairOf(operator: string, pair: Pair): ExpressionNode {
  return operator === '&&' || operator === '||'
    ? { kind: 'logical', ...pair, operator: operator satisfies LogicalOperator }
    : { kind: 'binary', ...pair, operator: operator as BinaryOperator }
}
