import type { CheckContext } from '../blocks/kind.ts'
import type { BotDocument } from '../document/bot-document.ts'
import type { VariableId } from '../document/ids.ts'
import type { VariableRecord } from '../document/records.ts'
import type { BotSettings } from '../document/settings.ts'
import { checkExpression, type ExpressionProblem, type Known } from '../expression/check-expression.ts'
import type { Expression } from '../expression/parse-expression.ts'
import { normaliseText } from '../runtime/normalise-text.ts'
import { byId } from './by-id.ts'

/** What the check of any block may depend on beyond the block and its neighbours: languages, settings and variables. */
export type BotWide = Readonly<{
  locales: readonly string[]
  settings: BotSettings
  variables: ReadonlyMap<string, VariableRecord>
  variablesById: ReadonlyMap<VariableId, VariableRecord>
  known: Known
  /** What is wrong with an expression; asked once for all blocks it stands in. */
  problemsOf(expression: Expression): readonly ExpressionProblem[]
  /** The same for the checks of kinds. */
  context: CheckContext
}>

/** Everything in it is in the order of ids, so that advice does not depend on how the bot came to be. */
export function botWideOf(document: BotDocument): BotWide {
  const { locales } = document.bot
  const sorted = byId(document.all('variable'))
  const variables = new Map(sorted.map(variable => [variable.name, variable]))
  const variablesById = new Map(sorted.map(variable => [variable.id, variable]))
  const variable = (id: VariableId | null) => (id === null ? null : (variablesById.get(id) ?? null))
  const isSecret = (name: string) => variables.get(name)?.secret === true
  const typeOf = (name: string) => variables.get(name)?.valueType
  const known = Object.assign(typeOf, { names: [...variables.keys()] })
  return {
    locales,
    settings: document.bot.settings ?? NO_SETTINGS,
    variables,
    variablesById,
    known,
    problemsOf: rememberedProblems(known),
    context: { locales, variable, isSecret, normalise: normaliseText },
  }
}

/** Of a bot that says nothing of itself; exported so that it is always the same. */
export const NO_SETTINGS: BotSettings = {}

function rememberedProblems(known: Known): BotWide['problemsOf'] {
  const found = new WeakMap<Expression, readonly ExpressionProblem[]>()
  return expression => {
    const before = found.get(expression)
    if (before) return before
    const { problems } = checkExpression(expression, known)
    found.set(expression, problems)
    return problems
  }
}
