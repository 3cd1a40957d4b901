import { assertNever } from '../kit/assert-never.ts'
import {
  compare,
  type Evaluate,
  equal,
  finite,
  isTrue,
  spend,
  textOut,
  toNumber,
  toText,
} from './evaluation.ts'
import { ExpressionError } from './expression-error.ts'
import type { BinaryOperator, ExpressionNode } from './expression-node.ts'
import { arity, type FunctionSpec } from './function-spec.ts'
import { FUNCTIONS } from './functions.ts'
import type { Expression } from './parse-expression.ts'

export type { Evaluate, EvaluationContext, Scope } from './evaluation.ts'

/** Makes a function of an expression: closures over closures, no eval. It throws ExpressionError and nothing else. */
export function compileExpression(expression: Expression): Evaluate {
  return compileNode(expression.ast)
}

function compileNode(node: ExpressionNode): Evaluate {
  switch (node.kind) {
    case 'literal': {
      const { value } = node
      return () => value
    }
    case 'name': {
      const { name } = node
      return context => context.scope.get(name)
    }
    case 'unary':
      return compileUnary(node)
    case 'binary':
      return compileBinary(node)
    case 'logical': {
      const left = compileNode(node.left)
      const right = compileNode(node.right)
      return node.operator === '&&'
        ? context => isTrue(left(context)) && isTrue(right(context))
        : context => isTrue(left(context)) || isTrue(right(context))
    }
    case 'conditional': {
      const test = compileNode(node.test)
      const then = compileNode(node.then)
      const otherwise = compileNode(node.otherwise)
      return context => (isTrue(test(context)) ? then(context) : otherwise(context))
    }
    case 'list': {
      const items = node.items.map(compileNode)
      return context => {
        spend(context, items.length, node)
        return items.map(item => listItem(item(context), node))
      }
    }
    case 'call':
      return compileCall(node)
    default:
      return assertNever(node)
  }
}

function listItem(value: ReturnType<Evaluate>, at: ExpressionNode): string | number {
  if (typeof value === 'string' || typeof value === 'number') return value
  throw new ExpressionError('expression/type', at, 'A list holds texts and numbers.')
}

function compileUnary(node: Extract<ExpressionNode, { kind: 'unary' }>): Evaluate {
  const operand = compileNode(node.operand)
  switch (node.operator) {
    case '!':
      return context => !isTrue(operand(context))
    case '-':
      return context => -toNumber(operand(context), node) || 0
    case '+':
      return context => toNumber(operand(context), node)
    default:
      return assertNever(node.operator)
  }
}

/** Arithmetic on two numbers is the path that has to be quick; everything else is sorted out by `coerce`. */
function compileBinary(node: Extract<ExpressionNode, { kind: 'binary' }>): Evaluate {
  const left = compileNode(node.left)
  const right = compileNode(node.right)
  const { operator } = node
  if (operator === '+') return compilePlus(node, left, right)
  if (operator in ARITHMETIC) {
    const combine = ARITHMETIC[operator as keyof typeof ARITHMETIC]
    return context => {
      if (--context.cost < 0) spend(context, 0, node)
      const a = left(context)
      const b = right(context)
      const x = typeof a === 'number' ? a : toNumber(a, node.left)
      const y = typeof b === 'number' ? b : toNumber(b, node.right)
      return finite(combine(x, y, node), node)
    }
  }
  const decide = COMPARISON[operator as keyof typeof COMPARISON]
  return context => {
    if (--context.cost < 0) spend(context, 0, node)
    return decide(left(context), right(context), node)
  }
}

function compilePlus(
  node: Extract<ExpressionNode, { kind: 'binary' }>,
  left: Evaluate,
  right: Evaluate,
): Evaluate {
  return context => {
    if (--context.cost < 0) spend(context, 0, node)
    const a = left(context)
    const b = right(context)
    if (typeof a === 'number' && typeof b === 'number') return finite(a + b, node)
    if (typeof a === 'string' || typeof b === 'string') return textOut(toText(a) + toText(b), context, node)
    return finite(toNumber(a, node.left) + toNumber(b, node.right), node)
  }
}

type At = Readonly<{ start: number; end: number }>

const ARITHMETIC = {
  '-': (a: number, b: number) => a - b,
  '*': (a: number, b: number) => a * b,
  '/': (a: number, b: number, at: At) => a / divisor(b, at),
  '%': (a: number, b: number, at: At) => a % divisor(b, at),
  '^': (a: number, b: number) => a ** b,
} satisfies Partial<Record<BinaryOperator, (a: number, b: number, at: At) => number>>

function divisor(value: number, at: At): number {
  if (value === 0) throw new ExpressionError('expression/division-by-zero', at)
  return value
}

type Operand = ReturnType<Evaluate>

const COMPARISON = {
  '==': (a: Operand, b: Operand) => equal(a, b),
  '!=': (a: Operand, b: Operand) => !equal(a, b),
  '<': (a: Operand, b: Operand, at: At) => compare(a, b, at) < 0,
  '<=': (a: Operand, b: Operand, at: At) => compare(a, b, at) <= 0,
  '>': (a: Operand, b: Operand, at: At) => compare(a, b, at) > 0,
  '>=': (a: Operand, b: Operand, at: At) =>
    typeof a === 'number' && typeof b === 'number' ? a >= b : compare(a, b, at) >= 0,
} satisfies Partial<Record<BinaryOperator, (a: Operand, b: Operand, at: At) => boolean>>

function compileCall(node: Extract<ExpressionNode, { kind: 'call' }>): Evaluate {
  const spec: FunctionSpec = FUNCTIONS[node.name]
  const { least, most } = arity(spec)
  const args = node.arguments.map(compileNode)
  const at = { start: node.start, end: node.end }
  if (args.length < least || args.length > most)
    return () => {
      throw new ExpressionError('expression/arguments', at, argumentsWanted(node.name))
    }
  if ('runLazily' in spec)
    return context => {
      spend(context, 1, at)
      return spec.runLazily(args, { context, at })
    }
  return context => {
    spend(context, 1 + args.length, at)
    return spec.run(
      args.map(arg => arg(context)),
      { context, at },
    )
  }
}

/** `ROUND takes 1 or 2 values: ROUND(number, digits).` */
export function argumentsWanted(name: keyof typeof FUNCTIONS): string {
  const spec: FunctionSpec = FUNCTIONS[name]
  const { least, most } = arity(spec)
  const amount =
    most === Number.POSITIVE_INFINITY
      ? `at least ${least}`
      : least === most
        ? String(least)
        : `${least} to ${most}`
  return `${name} takes ${amount} ${amount === '1' ? 'value' : 'values'}: ${signatureOf(name)}.`
}

/** `IF(condition, then, [else])`, as completion shows it. */
export function signatureOf(name: keyof typeof FUNCTIONS): string {
  const { parameters }: FunctionSpec = FUNCTIONS[name]
  const shown = parameters.map(parameter => {
    const label = parameter.repeats ? `${parameter.name}, …` : parameter.name
    return parameter.optional ? `[${label}]` : label
  })
  return `${name}(${shown.join(', ')})`
}
