import { assertNever } from '../kit/assert-never.ts'
import { say } from '../kit/say.ts'
import type { Value } from '../kit/value.ts'
import { compileCall } from './compile-call.ts'
import { add, remainder } from './decimal-arithmetic.ts'
import type { Evaluate } from './evaluation.ts'
import { allowText, charge, compare, equal, finite, isTrue, toNumber, toText } from './evaluation.ts'
import { ExpressionError } from './expression-error.ts'
import type { ExpressionNode } from './expression-node.ts'
import { roundTo15 } from './normalise-number.ts'
import type { Expression } from './parse-expression.ts'

export type { Evaluate, EvaluationContext, Scope } from './evaluation.ts'

/**
 * Makes a function of an expression: closures over closures, no eval. It throws ExpressionError and nothing else.
 * Every node that is evaluated costs 1; so does every 64 characters of text that are read by a function or made.
 */
export function compileExpression(expression: Expression): Evaluate {
  return compileNode(expression.ast)
}

function compileNode(node: ExpressionNode): Evaluate {
  switch (node.kind) {
    case 'literal':
      return compileLiteral(node)
    case 'name':
      return compileName(node)
    case 'unary':
      return compileUnary(node)
    case 'binary':
      return compileBinary(node)
    case 'logical':
      return compileLogical(node)
    case 'conditional':
      return compileConditional(node)
    case 'list':
      return compileList(node)
    case 'call':
      return compileCall(node, node.arguments.map(compileNode))
    default:
      return assertNever(node)
  }
}

type Node<Kind extends ExpressionNode['kind']> = Extract<ExpressionNode, { kind: Kind }>

function compileLiteral(node: Node<'literal'>): Evaluate {
  const { value } = node
  return context => {
    charge(context, node)
    return value
  }
}

function compileName(node: Node<'name'>): Evaluate {
  const { name } = node
  return context => {
    charge(context, node)
    return context.scope.get(name)
  }
}

function compileLogical(node: Node<'logical'>): Evaluate {
  const left = compileNode(node.left)
  const right = compileNode(node.right)
  if (node.operator === '&&')
    return context => {
      charge(context, node)
      return isTrue(left(context)) && isTrue(right(context))
    }
  return context => {
    charge(context, node)
    return isTrue(left(context)) || isTrue(right(context))
  }
}

function compileConditional(node: Node<'conditional'>): Evaluate {
  const test = compileNode(node.test)
  const then = compileNode(node.then)
  const otherwise = compileNode(node.otherwise)
  return context => {
    charge(context, node)
    return isTrue(test(context)) ? then(context) : otherwise(context)
  }
}

function compileList(node: Node<'list'>): Evaluate {
  const items = node.items.map(compileNode)
  return context => {
    charge(context, node)
    return items.map((item, index) => listItem(item(context), node.items[index] ?? node))
  }
}

function listItem(value: Value, at: ExpressionNode): string | number {
  if (typeof value === 'string' || typeof value === 'number') return value
  if (value === null) return ''
  throw new ExpressionError('expression/type', at, say('formula/list-items', {}))
}

function compileUnary(node: Node<'unary'>): Evaluate {
  const operand = compileNode(node.operand)
  switch (node.operator) {
    case '!':
      return context => {
        charge(context, node)
        return !isTrue(operand(context))
      }
    case '-':
      return context => {
        charge(context, node)
        return 0 - number(operand(context), node)
      }
    case '+':
      return context => {
        charge(context, node)
        return number(operand(context), node)
      }
    default:
      return assertNever(node.operator)
  }
}

/** What the operator does is decided once, here; arithmetic on two numbers is the path that has to be quick. */
function compileBinary(node: Node<'binary'>): Evaluate {
  const { operator } = node
  if (operator === '+') return compilePlus(node)
  if (operator in ARITHMETIC) return compileArithmetic(node, ARITHMETIC[operator as keyof typeof ARITHMETIC])
  return compileComparison(node)
}

function compileArithmetic(
  node: Node<'binary'>,
  combine: (a: number, b: number, at: At) => number,
): Evaluate {
  const left = compileNode(node.left)
  const right = compileNode(node.right)
  return context => {
    charge(context, node)
    return finite(combine(number(left(context), node.left), number(right(context), node.right), node), node)
  }
}

type At = Readonly<{ start: number; end: number }>

const ARITHMETIC = {
  '-': (a: number, b: number) => add(a, -b),
  '*': (a: number, b: number) => roundTo15(a * b),
  '/': (a: number, b: number, at: At) => roundTo15(a / divisor(b, at)),
  '%': (a: number, b: number, at: At) => remainder(a, divisor(b, at)),
  '^': (a: number, b: number) => roundTo15(a ** b),
}

function number(value: Value, at: At): number {
  return typeof value === 'number' ? value : toNumber(value, at)
}

function divisor(value: number, at: At): number {
  if (value === 0) throw new ExpressionError('expression/division-by-zero', at)
  return value
}

function compilePlus(node: Node<'binary'>): Evaluate {
  const left = compileNode(node.left)
  const right = compileNode(node.right)
  return context => {
    charge(context, node)
    const a = left(context)
    const b = right(context)
    if (typeof a === 'number' && typeof b === 'number') return finite(add(a, b), node)
    if (typeof a !== 'string' && typeof b !== 'string')
      return finite(add(toNumber(a, node.left), toNumber(b, node.right)), node)
    const [x, y] = [toText(a), toText(b)]
    allowText(x.length + y.length, context, node)
    return x + y
  }
}

const COMPARISON = {
  '==': (a: Value, b: Value) => equal(a, b),
  '!=': (a: Value, b: Value) => !equal(a, b),
  '<': (a: Value, b: Value, at: At) => compare(a, b, at) < 0,
  '<=': (a: Value, b: Value, at: At) => compare(a, b, at) <= 0,
  '>': (a: Value, b: Value, at: At) => compare(a, b, at) > 0,
  '>=': (a: Value, b: Value, at: At) => compare(a, b, at) >= 0,
}

function compileComparison(node: Node<'binary'>): Evaluate {
  const left = compileNode(node.left)
  const right = compileNode(node.right)
  const decide = COMPARISON[node.operator as keyof typeof COMPARISON]
  return context => {
    charge(context, node)
    return decide(left(context), right(context), node)
  }
}
