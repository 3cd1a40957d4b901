import { compileExpression } from '../../../src-shared/expression/compile-expression.ts'
import { ExpressionError } from '../../../src-shared/expression/expression-error.ts'
import { parseExpression } from '../../../src-shared/expression/parse-expression.ts'
import type { Value } from '../../../src-shared/kit/value.ts'

export const NOON = Date.UTC(2026, 2, 1, 12)

/** The conversation the examples of the function table are asked in. */
const CONVERSATION = { locale: 'en', channel: 'whatsapp', heard: 'Great, thanks!', sentiment: 'positive' }

/** A context over these variables; only own ones count, as in a session. */
export function contextOf(variables: Readonly<Record<string, Value>> = {}, cost = 10_000) {
  const scope = { get: (name: string) => (Object.hasOwn(variables, name) ? (variables[name] ?? null) : null) }
  return { scope, now: NOON, cost, ...CONVERSATION }
}

/** The value of a formula; a formula that cannot be read is a mistake of the test. */
export function evaluate(source: string, variables?: Readonly<Record<string, Value>>, cost?: number): Value {
  const parsed = parseExpression(source)
  if (!parsed.ok) throw new Error(`${source}: ${parsed.message}`)
  return compileExpression(parsed.value)(contextOf(variables, cost))
}

/** The code and the place a formula fails with. */
export function failure(source: string, variables?: Readonly<Record<string, Value>>, cost?: number): string {
  try {
    return `no failure: ${String(evaluate(source, variables, cost))}`
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    return `${error.code} ${source.slice(error.start, error.end)}`
  }
}
