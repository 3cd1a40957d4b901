import type { ValueType } from '../../src-shared/kit/value.ts'
import { type Rule, type RuleOperator, takesValue } from './condition-rules.ts'

export type SubjectType = ValueType

const ORDER: readonly RuleOperator[] = ['is', 'isNot', 'less', 'atMost', 'more', 'atLeast']
const FILLED: readonly RuleOperator[] = ['isFilled', 'isEmpty']

const OPERATORS: Readonly<Record<SubjectType, readonly RuleOperator[]>> = {
  text: ['is', 'isNot', 'contains', 'startsWith', ...FILLED],
  number: [...ORDER, ...FILLED],
  date: [...ORDER, ...FILLED],
  boolean: ['isTrue', 'isFalse'],
  list: ['contains', ...FILLED],
}

/** How things of a type can be compared, the usual way first. */
export function operatorsOf(type: SubjectType): readonly RuleOperator[] {
  return OPERATORS[type]
}

/** The rule about something else: its operator and value stay where they fit. */
export function ruleAbout(subject: string, type: SubjectType, { operator, value }: Rule): Rule {
  const operators = operatorsOf(type)
  const fitting = operators.includes(operator) ? operator : (operators[0] ?? operator)
  if (!takesValue(fitting)) return { subject, operator: fitting, value: '' }
  if (type === 'number') return { subject, operator: fitting, value: Number(value) || 0 }
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(String(value))
  return { subject, operator: fitting, value: type === 'date' && !isDate ? '' : String(value) }
}
