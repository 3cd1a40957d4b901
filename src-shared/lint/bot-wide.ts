import type { BotDocument } from '../document/bot-document.ts'
import type { VariableId } from '../document/ids.ts'
import type { VariableRecord } from '../document/records.ts'
import type { Known } from '../expression/check-expression.ts'

/** What the check of any block may depend on beyond the block and its neighbours: the languages and the variables. */
export type BotWide = Readonly<{
  locales: readonly string[]
  variables: ReadonlyMap<string, VariableRecord>
  variablesById: ReadonlyMap<VariableId, VariableRecord>
  known: Known
}>

/** Gives back the very same object as `before` when nothing in it would differ, so that it can be a key. */
export function botWideOf(document: BotDocument, before: BotWide | null): BotWide {
  if (before && isStill(before, document)) return before
  const variables = [...document.all('variable')]
  const byName = new Map(variables.map(variable => [variable.name, variable]))
  const typeOf = (name: string) => byName.get(name)?.valueType
  return {
    locales: document.bot.locales,
    variables: byName,
    variablesById: new Map(variables.map(variable => [variable.id, variable])),
    known: Object.assign(typeOf, { names: [...byName.keys()] }),
  }
}

function isStill({ locales, variablesById }: BotWide, document: BotDocument): boolean {
  if (variablesById.size !== document.count('variable')) return false
  if (locales.join() !== document.bot.locales.join()) return false
  for (const variable of document.all('variable'))
    if (variablesById.get(variable.id) !== variable) return false
  return true
}
