import { type Expression as AcornExpression, type Options, Parser, type TokenType, tokTypes } from 'acorn'
import { say } from '../kit/say.ts'
import { refuse } from './refusal.ts'

/** What formulas may be nested: brackets, signs, powers, and terms in a row. */
export const MAX_DEPTH = 200
/** A level takes at most three steps of the grammar; they are counted, so that the stack cannot run out. */
const MAX_STEPS = 3 * MAX_DEPTH

/** The words and signs of formulas. With no others most of JavaScript's grammar is out of reach. */
const ALLOWED: ReadonlySet<TokenType> = new Set([
  ...[tokTypes.num, tokTypes.string, tokTypes.name, tokTypes._true, tokTypes._false, tokTypes._null],
  ...[tokTypes.parenL, tokTypes.parenR, tokTypes.bracketL, tokTypes.bracketR, tokTypes.comma],
  ...[tokTypes.question, tokTypes.colon, tokTypes.logicalOR, tokTypes.logicalAND, tokTypes.prefix],
  ...[tokTypes.plusMin, tokTypes.star, tokTypes.slash, tokTypes.modulo, tokTypes.starstar],
  ...[tokTypes.relational, tokTypes.equality, tokTypes.eof],
])

/** Signs of arithmetic that JavaScript does not know, or reads as something else (requirements.md NHN-18). */
const SIGNS: Readonly<Record<string, TokenType>> = {
  '^': tokTypes.starstar,
  '×': tokTypes.star,
  '÷': tokTypes.slash,
  '−': tokTypes.plusMin,
}

/** The parts of acorn's parser that its plugins may use and override; its types leave them out. */
type Internals = new (
  options: Options,
  input: string,
) => {
  readonly start: number
  readonly pos: number
  readonly input: string
  readonly type: TokenType
  nextToken(): void
  finishToken(type: TokenType, value: unknown): void
  finishOp(type: TokenType, size: number): void
  getTokenFromCode(code: number): void
  parseExpression(): AcornExpression
  parseMaybeAssign(...args: unknown[]): unknown
  parseExprOp(...args: unknown[]): unknown
  parseMaybeUnary(...args: unknown[]): unknown
}

/** acorn with the words of formulas only, with `^` as the power sign, and with bounded depth. */
class FormulaParser extends (Parser as unknown as Internals) {
  private steps = 0

  readAll(): AcornExpression {
    this.nextToken()
    const expression = this.parseExpression()
    if (this.type !== tokTypes.eof)
      refuse('expression/syntax', this.token, say('formula/unexpected', { written: this.written }))
    return expression
  }

  override finishToken(type: TokenType, value: unknown): void {
    // A keyword of JavaScript, but a function here, in any case.
    if (type === tokTypes._if) super.finishToken(tokTypes.name, 'IF')
    else if (!ALLOWED.has(type) || value === '~') refuseToken(this.written, this.token)
    else super.finishToken(type, value)
  }

  override getTokenFromCode(code: number): void {
    const sign = SIGNS[String.fromCharCode(code)]
    if (sign === undefined) super.getTokenFromCode(code)
    else this.finishOp(sign, 1)
  }

  override parseMaybeAssign(...args: unknown[]): unknown {
    this.deeper()
    const parsed = super.parseMaybeAssign(...args)
    this.steps -= 1
    return parsed
  }

  override parseExprOp(...args: unknown[]): unknown {
    this.deeper()
    const parsed = super.parseExprOp(...args)
    this.steps -= 1
    return parsed
  }

  override parseMaybeUnary(...args: unknown[]): unknown {
    this.deeper()
    const parsed = super.parseMaybeUnary(...args)
    this.steps -= 1
    return parsed
  }

  private deeper(): void {
    this.steps += 1
    if (this.steps > MAX_STEPS) refuseDepth(this.token)
  }

  private get token(): { start: number; end: number } {
    return { start: this.start, end: this.pos }
  }

  private get written(): string {
    return this.input.slice(this.start, Math.min(this.pos, this.start + 20))
  }
}

function refuseToken(written: string, at: { start: number; end: number }): never {
  if (written === '=') refuse('expression/syntax', at, say('formula/equals', {}))
  refuse('expression/not-allowed', at, say('formula/sign', { written }))
}

export function refuseDepth(at: { start: number; end: number }): never {
  refuse('expression/too-deep', at, say('formula/depth', { max: MAX_DEPTH }))
}

const options: Options = {
  ecmaVersion: 2022,
  onComment: (_block, _text, start, end) =>
    refuse('expression/not-allowed', { start, end }, say('formula/remarks', {})),
}

/** Setting acorn up takes as long as reading most formulas, so one parser, set back each time, reads them all. */
const parser = new FormulaParser(options, '')
const BLANK = { ...parser } as unknown as Readonly<{ context: readonly unknown[] }>

/** acorn's tree of the whole source; throws a Refusal, or acorn's SyntaxError with its `pos`. */
export function parseFormula(source: string): AcornExpression {
  Object.assign(parser, BLANK, { input: source, context: [...BLANK.context] })
  return parser.readAll()
}
