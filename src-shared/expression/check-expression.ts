import { assertNever } from '../kit/assert-never.ts'
import type { FaultCode } from '../kit/faults.ts'
import { faultWords } from '../kit/result.ts'
import { say, type Words } from '../kit/say.ts'
import type { Said } from '../kit/sentences/said.ts'
import type { ValueType } from '../kit/value.ts'
import { numberOf } from './evaluation.ts'
import type { ExpressionNode } from './expression-node.ts'
import { argumentsWanted } from './function-signature.ts'
import { arity, type FunctionSpec, type ParameterType } from './function-spec.ts'
import { FUNCTIONS } from './functions.ts'
import { nearestName } from './nearest-name.ts'
import type { Expression } from './parse-expression.ts'

/** The declared type of a variable; undefined when there is none of that name. `names` are offered for typing slips. */
export type Known = ((name: string) => ValueType | undefined) & { readonly names?: Iterable<string> }

/** What is wrong at one place of a source. */
export type ExpressionProblem = Readonly<{
  code: FaultCode
  message: string
  said?: Said
  start: number
  end: number
}>

/** The type an expression yields, and what can be seen to be wrong before it runs. */
export function checkExpression(
  expression: Expression,
  known: Known,
): { type: ParameterType; problems: readonly ExpressionProblem[] } {
  const problems: ExpressionProblem[] = []
  const type = typeOf(expression.ast, known, problems)
  return { type, problems }
}

function typeOf(node: ExpressionNode, known: Known, problems: ExpressionProblem[]): ParameterType {
  const inner = (child: ExpressionNode) => typeOf(child, known, problems)
  switch (node.kind) {
    case 'literal':
      return literalType(node.value)
    case 'name':
      return nameType(node, known, problems)
    case 'list':
      for (const item of node.items) wantItem(item, inner(item), problems)
      return 'list'
    case 'unary': {
      const type = inner(node.operand)
      if (node.operator === '!') return 'boolean'
      wantNumber(node.operand, type, problems)
      return 'number'
    }
    case 'logical':
      inner(node.left)
      inner(node.right)
      return 'boolean'
    case 'conditional':
      inner(node.test)
      return common(inner(node.then), inner(node.otherwise))
    case 'binary':
      return binaryType(node, inner(node.left), inner(node.right), problems)
    case 'call':
      return callType(node, node.arguments.map(inner), problems)
    default:
      return assertNever(node)
  }
}

function literalType(value: string | number | boolean | null): ParameterType {
  if (value === null) return 'any'
  return typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'boolean'
}

function nameType(
  node: Extract<ExpressionNode, { kind: 'name' }>,
  known: Known,
  problems: ExpressionProblem[],
): ParameterType {
  const type = known(node.name)
  if (type) return type
  const near = nearestName(node.name, known.names ?? [])
  add(problems, 'expression/unknown-name', node, say('formula/unknown-variable', { name: node.name, near }))
  return 'any'
}

function binaryType(
  node: Extract<ExpressionNode, { kind: 'binary' }>,
  left: ParameterType,
  right: ParameterType,
  problems: ExpressionProblem[],
): ParameterType {
  switch (node.operator) {
    case '==':
    case '!=':
      return 'boolean'
    case '<':
    case '<=':
    case '>':
    case '>=':
      if (left === 'list' || right === 'list')
        add(problems, 'expression/type', node, say('formula/list-order', {}))
      else if (comparesNumbers(left)) wantNumber(node.right, right, problems)
      else if (comparesNumbers(right)) wantNumber(node.left, left, problems)
      return 'boolean'
    case '+':
      if (left === 'text' || right === 'text' || left === 'date' || right === 'date') return 'text'
      if (left === 'any' || right === 'any') return 'any'
      break
    default:
  }
  wantNumber(node.left, left, problems)
  wantNumber(node.right, right, problems)
  const divides = node.operator === '/' || node.operator === '%'
  if (divides && node.right.kind === 'literal' && node.right.value === 0)
    add(problems, 'expression/division-by-zero', node.right, say('formula/divide', {}))
  return 'number'
}

function comparesNumbers(type: ParameterType): boolean {
  return type === 'number' || type === 'boolean'
}

function wantItem(node: ExpressionNode, type: ParameterType, problems: ExpressionProblem[]): void {
  if (type === 'list' || type === 'boolean')
    add(problems, 'expression/type', node, say('formula/list-items', {}))
}

function wantDate(node: ExpressionNode, type: ParameterType, problems: ExpressionProblem[]): void {
  if (type !== 'date' && type !== 'text' && type !== 'any')
    add(problems, 'expression/type', node, say('formula/no-date', { type }))
}

/** A text variable may hold digits at run time; a text that is written down and is no number never will. */
function wantNumber(node: ExpressionNode, type: ParameterType, problems: ExpressionProblem[]): void {
  if (type === 'date' || type === 'list')
    add(problems, 'expression/type', node, say('formula/no-number', { type }))
  if (node.kind === 'literal' && typeof node.value === 'string' && numberOf(node.value) === null)
    add(problems, 'expression/type', node, say('formula/text-no-number', { text: node.value }))
}

function callType(
  node: Extract<ExpressionNode, { kind: 'call' }>,
  types: readonly ParameterType[],
  problems: ExpressionProblem[],
): ParameterType {
  const spec: FunctionSpec = FUNCTIONS[node.name]
  const { least, most } = arity(spec)
  if (types.length < least || types.length > most)
    add(problems, 'expression/arguments', node, argumentsWanted(node.name))
  node.arguments.forEach((argument, index) => {
    const parameter = spec.parameters[Math.min(index, spec.parameters.length - 1)]
    if (parameter?.type === 'number') wantNumber(argument, types[index] ?? 'any', problems)
    if (parameter?.type === 'date') wantDate(argument, types[index] ?? 'any', problems)
  })
  if (node.name === 'IF') return common(types[1] ?? 'any', types[2] ?? 'any')
  return spec.returns
}

function common(a: ParameterType, b: ParameterType): ParameterType {
  return a === b ? a : 'any'
}

function add(
  problems: ExpressionProblem[],
  code: FaultCode,
  { start, end }: { start: number; end: number },
  detail: Words,
): void {
  problems.push({ code, ...faultWords(code, detail), start, end })
}
