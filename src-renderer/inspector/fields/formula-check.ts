import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import {
  checkExpression,
  type ExpressionProblem,
  type Known,
} from '../../../src-shared/expression/check-expression.ts'
import { compileExpression } from '../../../src-shared/expression/compile-expression.ts'
import { ExpressionError } from '../../../src-shared/expression/expression-error.ts'
import { type Expression, parseExpression } from '../../../src-shared/expression/parse-expression.ts'
import type { Value, ValueType } from '../../../src-shared/kit/value.ts'
import { DEFAULT_LIMITS } from '../../../src-shared/runtime/limits.ts'
import { faultInWords } from '../../words/sentences.ts'

/** One fault of a formula; `column` counts characters from 1. */
export type FormulaProblem = Readonly<{ message: string; column: number; start: number; end: number }>

/** What is wrong with a formula, or what it gives, or why it fails, with its initial value or an example in every variable. */
export type FormulaCheck =
  | Readonly<{ state: 'wrong'; problems: readonly FormulaProblem[] }>
  | Readonly<{ state: 'gives'; value: Value }>
  | Readonly<{ state: 'fails'; problem: FormulaProblem }>

/** Reads, checks and tries a formula. `now` is the time that TODAY() and NOW() see, epoch milliseconds UTC. */
export function checkFormula(
  source: string,
  document: BotDocument,
  { now, get }: Readonly<{ now: number; get?: (name: string) => Value }>,
): FormulaCheck {
  const parsed = parseExpression(source)
  if (!parsed.ok) {
    const [start = 0, end = start] = (parsed.problems?.[0]?.pointer ?? '0').split('-').map(Number)
    return { state: 'wrong', problems: [toProblem({ ...parsed, start, end })] }
  }
  const { problems } = checkExpression(parsed.value, knownTypes(document))
  return problems.length > 0
    ? { state: 'wrong', problems: problems.map(toProblem) }
    : evaluate(parsed.value, document, {
        now,
        get: get ?? (name => document.variableNamed(name)?.initial ?? null),
      })
}

/** The type of variable a formula's value fits into; null when that cannot be told. */
export function formulaType(source: string, document: BotDocument): ValueType | null {
  const parsed = parseExpression(source)
  if (!parsed.ok) return null
  const { type } = checkExpression(parsed.value, knownTypes(document))
  return type === 'any' ? null : type
}

/** The declared types, by name. */
export function knownTypes(document: BotDocument): Known {
  const types = new Map([...document.all('variable')].map(({ name, valueType }) => [name, valueType]))
  return Object.assign((name: string) => types.get(name), { names: [...types.keys()] })
}

function evaluate(
  expression: Expression,
  document: BotDocument,
  { now, get }: Readonly<{ now: number; get: (name: string) => Value }>,
): FormulaCheck {
  const scope = { get }
  try {
    return {
      state: 'gives',
      value: compileExpression(expression)({
        scope,
        now,
        locale: document.bot.locales[0] ?? 'en',
        cost: DEFAULT_LIMITS.expressionCost,
      }),
    }
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    return { state: 'fails', problem: toProblem(error) }
  }
}

function toProblem(problem: ExpressionProblem): FormulaProblem {
  const { start, end } = problem
  return { message: faultInWords(problem), column: start + 1, start, end }
}
