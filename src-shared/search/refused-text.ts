import type { BotDocument } from '../document/bot-document.ts'
import { type NameUse, parseExpression } from '../expression/parse-expression.ts'
import { parseTemplate } from '../expression/template.ts'
import type { SearchPlace } from './search-places.ts'

type Reading = Readonly<{ names: readonly NameUse[]; problem: string | null }>

/** Why a place cannot have another text, in a sentence; null when it can. What was wrong before is no reason. */
export function refusedText(
  document: BotDocument,
  { form }: SearchPlace,
  before: string,
  after: string,
): string | null {
  const [present, next] = [read(form, before), read(form, after)]
  if (next.problem !== null && present.problem === null) return next.problem
  const named = new Set(present.names.map(({ name }) => name))
  const unknown = next.names.find(({ name }) => !named.has(name) && !document.variableNamed(name))
  return unknown ? `There is no variable ${unknown.name}. Replace the name of the variable itself.` : null
}

/** Where a text names variables. */
export function nameUsesIn(form: SearchPlace['form'], text: string): readonly NameUse[] {
  return read(form, text).names
}

function read(form: SearchPlace['form'], text: string): Reading {
  if (form === 'formula') {
    const parsed = parseExpression(text)
    return parsed.ok ? { names: parsed.value.names, problem: null } : { names: [], problem: parsed.message }
  }
  if (form === 'plain' || !text.includes('{{')) return { names: [], problem: null }
  const { names, problems } = parseTemplate(text)
  return { names, problem: problems[0]?.message ?? null }
}
