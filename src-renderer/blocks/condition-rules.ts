import type { ExpressionNode } from '../../src-shared/expression/expression-node.ts'
import { parseExpression } from '../../src-shared/expression/parse-expression.ts'

export const RULE_OPERATORS = [
  'is',
  'isNot',
  'less',
  'atMost',
  'more',
  'atLeast',
  'contains',
  'startsWith',
  'isEmpty',
  'isFilled',
  'isTrue',
  'isFalse',
] as const
export type RuleOperator = (typeof RULE_OPERATORS)[number]

export type RuleValue = string | number | boolean

/** `subject` is the name of a variable, or a function of the conversation as it is written, such as `CHANNEL()`. */
export type Rule = Readonly<{ subject: string; operator: RuleOperator; value: RuleValue }>

/** Rules of which all hold, or any (requirements.md NHN-16). */
export type RuleSet = Readonly<{ join: 'all' | 'any'; rules: readonly Rule[] }>

/** What rules can ask of a conversation, besides its variables. */
export const RULE_FUNCTIONS = ['CHANNEL', 'LANGUAGE', 'MESSAGE', 'SENTIMENT'] as const

const COMPARISONS = {
  is: '==',
  isNot: '!=',
  less: '<',
  atMost: '<=',
  more: '>',
  atLeast: '>=',
} as const satisfies Partial<Record<RuleOperator, string>>

/** Whether the operator compares with a value. */
export function takesValue(operator: RuleOperator): boolean {
  return operator in COMPARISONS || operator === 'contains' || operator === 'startsWith'
}

/** The rules a formula is made of; null when it says more than rules can. An empty formula has no rules. */
export function readRules(source: string): RuleSet | null {
  if (source.trim() === '') return { join: 'all', rules: [] }
  const parsed = parseExpression(source)
  if (!parsed.ok) return null
  const { ast } = parsed.value
  const join = joinOf(ast)
  const rules = (join ? partsOf(ast, join) : [ast]).map(ruleOf)
  return rules.length === 0 || rules.includes(null) ? null : { join: join ?? 'all', rules: rules as Rule[] }
}

/** The formula that says what the rules say. */
export function writeRules({ join, rules }: RuleSet): string {
  return rules.map(writeRule).join(join === 'all' ? ' && ' : ' || ')
}

type Join = RuleSet['join']

function joinOf(node: ExpressionNode): Join | null {
  if (node.kind === 'logical') return node.operator === '&&' ? 'all' : 'any'
  if (node.kind !== 'call') return null
  return node.name === 'AND' ? 'all' : node.name === 'OR' ? 'any' : null
}

function partsOf(node: ExpressionNode, join: Join): readonly ExpressionNode[] {
  if (joinOf(node) !== join) return [node]
  const parts = node.kind === 'logical' ? [node.left, node.right] : node.kind === 'call' ? node.arguments : []
  return parts.flatMap(part => partsOf(part, join))
}

function ruleOf(node: ExpressionNode): Rule | null {
  const alone = (operator: RuleOperator, subject: string | null): Rule | null =>
    subject === null ? null : { subject, operator, value: '' }
  switch (node.kind) {
    case 'name':
      return alone('isTrue', node.name)
    case 'unary':
      return node.operator === '!' ? negated(ruleOf(node.operand)) : null
    case 'call':
      return callRule(node)
    case 'binary': {
      const operator = (Object.keys(COMPARISONS) as (keyof typeof COMPARISONS)[]).find(
        key => COMPARISONS[key] === node.operator,
      )
      return operator ? withValue(operator, node.left, node.right) : null
    }
    default:
      return null
  }
}

function callRule({ name, arguments: args }: Extract<ExpressionNode, { kind: 'call' }>): Rule | null {
  const [first, second] = args
  if (!first) return null
  if (name === 'NOT' && args.length === 1) return negated(ruleOf(first))
  if (name === 'ISEMPTY' && args.length === 1) {
    const subject = subjectOf(first)
    return subject === null ? null : { subject, operator: 'isEmpty', value: '' }
  }
  if (!second || args.length !== 2) return null
  if (name === 'CONTAINS') return withValue('contains', first, second)
  return name === 'STARTSWITH' ? withValue('startsWith', first, second) : null
}

const OPPOSITES: Partial<Record<RuleOperator, RuleOperator>> = { isTrue: 'isFalse', isEmpty: 'isFilled' }

function negated(rule: Rule | null): Rule | null {
  const operator = rule && OPPOSITES[rule.operator]
  return operator ? { ...rule, operator } : null
}

function withValue(operator: RuleOperator, left: ExpressionNode, right: ExpressionNode): Rule | null {
  const subject = subjectOf(left)
  const value = literalOf(right)
  return subject === null || value === null ? null : { subject, operator, value }
}

function subjectOf(node: ExpressionNode): string | null {
  if (node.kind === 'name') return node.name
  const isKnown = (RULE_FUNCTIONS as readonly string[]).includes(node.kind === 'call' ? node.name : '')
  return node.kind === 'call' && isKnown && node.arguments.length === 0 ? `${node.name}()` : null
}

function literalOf(node: ExpressionNode): RuleValue | null {
  if (node.kind === 'literal') return node.value
  if (node.kind !== 'unary' || node.operator !== '-' || node.operand.kind !== 'literal') return null
  return typeof node.operand.value === 'number' ? -node.operand.value : null
}

function writeRule({ subject, operator, value }: Rule): string {
  const written = JSON.stringify(value)
  switch (operator) {
    case 'contains':
      return `CONTAINS(${subject}, ${written})`
    case 'startsWith':
      return `STARTSWITH(${subject}, ${written})`
    case 'isEmpty':
      return `ISEMPTY(${subject})`
    case 'isFilled':
      return `!ISEMPTY(${subject})`
    case 'isTrue':
      return subject
    case 'isFalse':
      return `!${subject}`
    default:
      return `${subject} ${COMPARISONS[operator]} ${written}`
  }
}
