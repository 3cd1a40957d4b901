import type { VariableRecord } from '../document/records.ts'
import { compileExpression } from '../expression/compile-expression.ts'
import type { EvaluationContext } from '../expression/evaluation.ts'
import { ExpressionError } from '../expression/expression-error.ts'
import { parseExpression } from '../expression/parse-expression.ts'
import { compileTemplate, parseTemplate } from '../expression/template.ts'
import type { Value } from '../kit/value.ts'
import { escapeMarkup } from '../message/markup.ts'
import { DEFAULT_LIMITS } from '../runtime/limits.ts'
import type { Filling } from './rehearse.ts'

/** `now`: epoch milliseconds UTC. */
type Examples = Readonly<{ get: (name: string) => Value; locale: string; now: number }>

/** Every place of every text gets an example, as a conversation would fill it in; what fails is left empty. */
export function exampleValues({ get, locale, now }: Examples): Filling {
  const context = (): EvaluationContext => ({
    scope: { get },
    locale,
    now,
    cost: DEFAULT_LIMITS.expressionCost,
  })
  const fill = (source: string, present?: (value: string) => string) =>
    compileTemplate(parseTemplate(source), present)(context(), () => {})
  return {
    text: source => fill(source, escapeMarkup),
    plain: source => fill(source),
    template: source => fill(source),
    formula: source => evaluated(source, context()),
    valueOf: name => get(name),
  }
}

function evaluated(source: string, context: EvaluationContext): Value {
  const parsed = parseExpression(source)
  if (!parsed.ok) return null
  try {
    return compileExpression(parsed.value)(context)
  } catch (error) {
    if (error instanceof ExpressionError) return null
    throw error
  }
}

type Known = Pick<VariableRecord, 'name' | 'valueType' | 'initial'>

/** What stands for a variable until somebody gives it a better example: its initial value, or something of its type. */
export function usualExample({ name, valueType, initial }: Known): Value {
  if (initial !== null && initial !== '') return initial
  switch (valueType) {
    case 'number':
      return 42
    case 'boolean':
      return true
    case 'date':
      return '2026-12-31'
    case 'list':
      return [1, 2, 3].map(number => `${readable(name)} ${number}`)
    default:
      return readable(name)
  }
}

/** `ORDER_ID` as people read it: `Order id`. */
function readable(name: string): string {
  const words = name.replaceAll('_', ' ').trim().toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
