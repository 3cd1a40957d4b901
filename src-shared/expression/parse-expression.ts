import type { Expression as AcornExpression } from 'acorn'
import { type Fault, ok, type Result } from '../kit/result.ts'
import { say, type Words } from '../kit/say.ts'
import type { Slip } from '../kit/sentences/en/formula-problems.ts'
import type { BinaryOperator, ExpressionNode, LogicalOperator, UnaryOperator } from './expression-node.ts'
import { MAX_DEPTH, parseFormula, refuseDepth } from './formula-parser.ts'
import { FUNCTIONS, functionNamed } from './functions.ts'
import { nearestName } from './nearest-name.ts'
import { Refusal, refuse, refused } from './refusal.ts'
import { simpleExpression } from './simple-expression.ts'

/** A name in a source, by character offsets. */
export type NameUse = Readonly<{ name: string; start: number; end: number }>
export type Expression = Readonly<{ source: string; ast: ExpressionNode; names: readonly NameUse[] }>

const MAX_SOURCE_LENGTH = 10_000

/**
 * Reads a formula: the expression part of JavaScript, without assignment, members, or calls beyond the function table
 * (design/runtime.md, Expressions). `^` is a power like `**`: 2 ^ 3 ^ 2 is 512, and -2 ^ 2 is refused, for people
 * disagree on it. `×`, `÷` and `−` are read too (requirements.md NHN-18).
 * Total: any text gives an expression or a fault whose problem points at `start-end`.
 */
export function parseExpression(source: string): Result<Expression> {
  const all = { start: 0, end: source.length }
  if (source.length > MAX_SOURCE_LENGTH)
    return refused('expression/syntax', all, say('formula/too-long', { max: MAX_SOURCE_LENGTH }))
  if (source.trim() === '') return refused('expression/syntax', all, say('formula/nothing', {}))
  const simple = simpleExpression(source)
  if (simple) return ok({ source, ast: simple.ast, names: simple.names })
  try {
    const names: NameUse[] = []
    return ok({ source, ast: new Conversion(source, names).convert(parseFormula(source), 0), names })
  } catch (error) {
    if (error instanceof Refusal) return error.fault
    if (error instanceof SyntaxError) return syntaxFault(error, source)
    throw error
  }
}

/** acorn's own complaint, with what to write instead where the slip is a common one. */
function syntaxFault(error: SyntaxError, source: string): Fault {
  const start = Math.min((error as { pos?: number }).pos ?? 0, source.length)
  const at = { start, end: Math.min(start + 1, source.length) }
  const seen = source.slice(start, start + 20).trim()
  if (seen === '') return refused('expression/syntax', at, say('formula/ends', {}))
  const slip = SLIPS.find(({ before, after }) => before.test(source.slice(0, start)) && after.test(seen))
  const sentence = error.message.replace(/\s*\(\d+:\d+\)$/, '').toLowerCase()
  return refused(
    'expression/syntax',
    at,
    say('formula/near', { seen, slip: slip?.slip ?? null, said: sentence }),
  )
}

const SLIPS: readonly Readonly<{ before: RegExp; after: RegExp; slip: Slip }>[] = [
  { before: /[\w)"'\]]\s*$/, after: /^(\^|\*\*)/, slip: 'power' },
  { before: /<$/, after: /^>/, slip: 'notEqual' },
  { before: /$/, after: /^[“”„«»‘’]/, slip: 'quotes' },
]

const BINARY: Readonly<Record<string, BinaryOperator>> = {
  ...{ '+': '+', '-': '-', '−': '-', '*': '*', '×': '*', '/': '/', '÷': '/', '%': '%', '**': '^' },
  ...{ '==': '==', '===': '==', '!=': '!=', '!==': '!=', '<': '<', '<=': '<=', '>': '>', '>=': '>=' },
}
const UNARY: Readonly<Record<string, UnaryOperator>> = { '-': '-', '−': '-', '+': '+', '!': '!' }

type Call = Extract<AcornExpression, { type: 'CallExpression' }>
type Literal = Extract<AcornExpression, { type: 'Literal' }>
type Child = Call['arguments'][number] | Extract<AcornExpression, { type: 'BinaryExpression' }>['left'] | null

/** Turns acorn's tree into ours, and collects the names on the way. Whatever is not named here is refused. */
class Conversion {
  private readonly source: string
  private readonly names: NameUse[]

  constructor(source: string, names: NameUse[]) {
    this.source = source
    this.names = names
  }

  convert(node: Child, depth: number): ExpressionNode {
    if (node === null)
      return refuse('expression/syntax', { start: 0, end: this.source.length }, say('formula/gap', {}))
    const { start, end } = node
    if (depth > MAX_DEPTH) refuseDepth(node)
    const inner = (child: Child) => this.convert(child, depth + 1)
    switch (node.type) {
      case 'Literal':
        return { kind: 'literal', start, end, value: this.literal(node) }
      case 'Identifier':
        return this.name(node)
      case 'UnaryExpression': {
        const operator = UNARY[node.operator] ?? this.refuseOperator(node)
        return { kind: 'unary', start, end, operator, operand: inner(node.argument) }
      }
      case 'BinaryExpression': {
        const operator = BINARY[node.operator] ?? this.refuseOperator(node)
        return { kind: 'binary', start, end, operator, left: inner(node.left), right: inner(node.right) }
      }
      case 'LogicalExpression': {
        const operator = node.operator as LogicalOperator
        return { kind: 'logical', start, end, operator, left: inner(node.left), right: inner(node.right) }
      }
      case 'ConditionalExpression': {
        const [test, then] = [inner(node.test), inner(node.consequent)]
        return { kind: 'conditional', start, end, test, then, otherwise: inner(node.alternate) }
      }
      case 'ArrayExpression':
        return { kind: 'list', start, end, items: node.elements.map(inner) }
      case 'CallExpression':
        return this.call(node, depth)
      case 'MemberExpression':
        return refuse('expression/not-allowed', node, say('formula/brackets', {}))
      case 'SequenceExpression':
        return refuse('expression/not-allowed', node, say('formula/comma', {}))
      default:
        return refuse('expression/not-allowed', node)
    }
  }

  private name(node: Readonly<{ name: string; start: number; end: number }>): ExpressionNode {
    const { name, start, end } = node
    const written = this.source.slice(start, end)
    if (written !== name || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
      refuse('expression/not-allowed', node, say('formula/name', { written: written.slice(0, 40) }))
    this.names.push({ name, start, end })
    return { kind: 'name', start, end, name }
  }

  private literal(node: Literal): string | number | boolean | null {
    const { value } = node
    if (typeof value === 'number') {
      const written = this.source.slice(node.start, node.end)
      if (!/^(0|[1-9]\d*)?(\.\d*)?(e[+-]?\d+)?$/i.test(written))
        refuse('expression/not-allowed', node, say('formula/plain-number', { written: written.slice(0, 40) }))
      if (!Number.isFinite(value)) refuse('expression/type', node, say('formula/number-large', {}))
      return value
    }
    if (typeof value === 'string' || typeof value === 'boolean' || node.raw === 'null')
      return value as string | boolean | null
    return refuse('expression/not-allowed', node, say('formula/number-letter', {}))
  }

  private call(node: Call, depth: number): ExpressionNode {
    const { callee, start, end } = node
    if (callee.type !== 'Identifier')
      return refuse('expression/not-allowed', callee, say('formula/only-functions', {}))
    const name = functionNamed(callee.name)
    if (!name) return refuse('expression/unknown-name', callee, unknownFunction(callee.name))
    return {
      kind: 'call',
      start,
      end,
      name,
      arguments: node.arguments.map(item => this.convert(item, depth + 1)),
    }
  }

  private refuseOperator(node: Readonly<{ operator: string; start: number; end: number }>): never {
    return refuse('expression/not-allowed', node, say('formula/sign', { written: node.operator }))
  }
}

function unknownFunction(written: string): Words {
  const name = written.slice(0, 40).toUpperCase()
  const near = nearestName(name, Object.keys(FUNCTIONS))
  return say('formula/unknown-function', { name, near })
}
