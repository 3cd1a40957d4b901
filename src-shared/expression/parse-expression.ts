import { type Expression as AcornExpression, Parser, tokTypes } from 'acorn'
import { fault, ok, type Fault, type Result } from '../kit/result.ts'
import type { FaultCode } from '../kit/faults.ts'
import type { BinaryOperator, ExpressionNode, LogicalOperator, UnaryOperator } from './expression-node.ts'
import { FUNCTIONS, functionNamed } from './functions.ts'
import { nearestName } from './nearest-name.ts'

/** A name in a source, by character offsets. */
export type NameUse = Readonly<{ name: string; start: number; end: number }>
export type Expression = Readonly<{ source: string; ast: ExpressionNode; names: readonly NameUse[] }>

const MAX_SOURCE_LENGTH = 10_000
const MAX_DEPTH = 500

/** `^` is the power sign of spreadsheets (requirements.md NHN-18); JavaScript would read it as exclusive or. */
const FormulaParser = Parser.extend(
  (Base) =>
    class extends (Base as unknown as new (...args: unknown[]) => { finishOp(type: unknown, size: number): void }) {
      readToken_caret(): void {
        this.finishOp((tokTypes as unknown as { starstar: unknown }).starstar, 1)
      }
    } as unknown as typeof Parser,
) as typeof Parser

/** A refusal on its way out of the recursion; it never leaves this file. */
class Refusal extends Error {
  readonly fault: Fault
  constructor(refused: Fault) {
    super(refused.message)
    this.fault = refused
  }
}

/**
 * Reads a formula: the expression part of JavaScript, without assignment, members, or calls beyond the function table
 * (design/runtime.md, Expressions). Total: any text gives an expression or a fault whose problem points at `start-end`.
 */
export function parseExpression(source: string): Result<Expression> {
  if (source.trim() === '') return at('expression/syntax', 0, source.length, 'It is empty.')
  if (source.length > MAX_SOURCE_LENGTH) return at('expression/too-deep', 0, 0, `It has ${source.length} characters; at most ${MAX_SOURCE_LENGTH} are read.`)
  try {
    const parsed = FormulaParser.parseExpressionAt(source, 0, { ecmaVersion: 2022 })
    const rest = source.slice(parsed.end).search(/\S/)
    if (rest >= 0) return at('expression/syntax', parsed.end + rest, source.length, `“${source.slice(parsed.end + rest, parsed.end + rest + 20)}” was not expected.`)
    const names: NameUse[] = []
    return ok({ source, ast: convert(parsed, names, 0), names })
  } catch (error) {
    return toFault(error, source)
  }
}

function toFault(error: unknown, source: string): Fault {
  if (error instanceof Refusal) return error.fault
  if (error instanceof RangeError) return at('expression/too-deep', 0, source.length)
  const { pos = 0, message = '' } = error as { pos?: number; message?: string }
  if (message.startsWith('Not enough stack')) return at('expression/too-deep', 0, source.length)
  const sentence = message.replace(/\s*\(\d+:\d+\)$/, '')
  const seen = source.slice(pos, pos + 20).trim()
  return at('expression/syntax', pos, Math.min(source.length, pos + 1), seen ? `Near “${seen}”: ${sentence.toLowerCase()}.` : 'It ends too early.')
}

function at(code: FaultCode, start: number, end: number, detail?: string): Fault {
  const made = fault(code, detail)
  return fault(code, detail, [{ code, message: made.message, pointer: `${start}-${end}` }])
}

function refuse(code: FaultCode, node: { start: number; end: number }, detail: string): never {
  throw new Refusal(at(code, node.start, node.end, detail))
}

const UNARY = new Set<string>(['-', '+', '!'] satisfies UnaryOperator[])
const BINARY: Readonly<Record<string, BinaryOperator>> = {
  '+': '+', '-': '-', '*': '*', '/': '/', '%': '%', '**': '^',
  '==': '==', '===': '==', '!=': '!=', '!==': '!=', '<': '<', '<=': '<=', '>': '>', '>=': '>=',
}

function convert(node: AcornExpression | { type: string; start: number; end: number }, names: NameUse[], depth: number): ExpressionNode {
  const span = { start: node.start, end: node.end }
  if (depth > MAX_DEPTH) refuse('expression/too-deep', node, `At most ${MAX_DEPTH} levels are read.`)
  const inner = (child: { type: string; start: number; end: number }) => convert(child, names, depth + 1)
  const expression = node as AcornExpression
  switch (expression.type) {
    case 'Literal':
      return { kind: 'literal', ...span, value: literalValue(expression) }
    case 'Identifier':
      names.push({ name: expression.name, ...span })
      return { kind: 'name', ...span, name: expression.name }
    case 'UnaryExpression':
      if (!UNARY.has(expression.operator)) refuse('expression/not-allowed', node, `“${expression.operator}” cannot be used.`)
      return { kind: 'unary', ...span, operator: expression.operator as UnaryOperator, operand: inner(expression.argument) }
    case 'BinaryExpression': {
      const operator = BINARY[expression.operator]
      if (!operator) refuse('expression/not-allowed', node, `“${expression.operator}” cannot be used.`)
      return { kind: 'binary', ...span, operator, left: inner(expression.left), right: inner(expression.right) }
    }
    case 'LogicalExpression':
      if (expression.operator === '??') refuse('expression/not-allowed', node, '“??” cannot be used; IF(ISEMPTY(X), …, X) can.')
      return { kind: 'logical', ...span, operator: expression.operator as LogicalOperator, left: inner(expression.left), right: inner(expression.right) }
    case 'ConditionalExpression':
      return { kind: 'conditional', ...span, test: inner(expression.test), then: inner(expression.consequent), otherwise: inner(expression.alternate) }
    case 'ParenthesizedExpression':
      return inner(expression.expression)
    case 'ArrayExpression':
      return { kind: 'list', ...span, items: expression.elements.map((item) => (item && item.type !== 'SpreadElement' ? inner(item) : refuse('expression/not-allowed', node, 'Lists hold plain values.'))) }
    case 'CallExpression':
      return convertCall(expression, names, depth)
    case 'AssignmentExpression':
      return refuse('expression/not-allowed', node, 'To compare, write == with two equals signs.')
    default:
      return refuse('expression/not-allowed', node, REFUSED[expression.type] ?? 'Formulas know values, names, operators and the functions of the list.')
  }
}

const REFUSED: Readonly<Record<string, string>> = {
  MemberExpression: 'A dot or brackets after a name cannot be used.',
  TemplateLiteral: 'Put texts in “double” or ‘single’ straight quotes.',
  SequenceExpression: 'Write one formula; a comma belongs inside a function or a list.',
  ObjectExpression: 'Braces cannot be used in formulas.',
}

function literalValue(node: Extract<AcornExpression, { type: 'Literal' }>): string | number | boolean | null {
  const { value } = node
  if (value === null && node.raw !== 'null') return refuse('expression/not-allowed', node, 'Patterns between slashes cannot be used.')
  if (typeof value === 'bigint') return refuse('expression/not-allowed', node, 'Write the number without the n.')
  if (typeof value === 'number' && !Number.isFinite(value)) return refuse('expression/type', node, 'The number is too large.')
  if (typeof value === 'object' && value !== null) return refuse('expression/not-allowed', node, 'Patterns between slashes cannot be used.')
  return value ?? null
}

function convertCall(node: Extract<AcornExpression, { type: 'CallExpression' }>, names: NameUse[], depth: number): ExpressionNode {
  const { callee } = node
  if (callee.type !== 'Identifier' || node.optional) return refuse('expression/not-allowed', callee, 'Only the functions of the list can be called.')
  const name = functionNamed(callee.name)
  if (!name) {
    const near = nearestName(callee.name, Object.keys(FUNCTIONS))
    return refuse('expression/unknown-name', callee, `There is no function ${callee.name.toUpperCase()}${near ? `; did you mean ${near}?` : '.'}`)
  }
  const args = node.arguments.map((argument) =>
    argument.type === 'SpreadElement' ? refuse('expression/not-allowed', argument, '“...” cannot be used.') : convert(argument, names, depth + 1),
  )
  return { kind: 'call', start: node.start, end: node.end, name, arguments: args }
}
