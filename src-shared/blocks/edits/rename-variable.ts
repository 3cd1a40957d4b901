import type { BotDocument } from '../../document/bot-document.ts'
import type { FoundField } from '../../document/fields.ts'
import type { VariableId } from '../../document/ids.ts'
import { isPredefined } from '../../document/predefined-variables.ts'
import { variableNameSchema } from '../../document/records.ts'
import { ChangeSet } from '../../edit/changes.ts'
import type { Changes } from '../../edit/edit.ts'
import { renameInExpression, renameInTemplate } from '../../expression/rename-in-expression.ts'
import { fault, ok, type Result } from '../../kit/result.ts'
import { mapRecordFields } from '../record-fields.ts'

/** Gives a variable another name and rewrites every use of it, in one edit (requirements.md KAR-13). */
export function renameVariable(document: BotDocument, id: VariableId, name: string): Result<Changes> {
  const variable = document.get(id)
  if (!variable) return fault('edit/conflict', 'The variable is not there any more.')
  const refused = refusedName(document, id, variable.name, name)
  if (refused) return fault('document/invalid', refused)
  const set = new ChangeSet(document)
  if (name === variable.name) return ok(set.done())
  set.put({ ...variable, name })
  for (const record of document.values()) {
    if (record.id === id) continue
    const changed = mapRecordFields(record, field => renamed(field, variable.name, name))
    if (changed !== record) set.put(changed)
  }
  return ok(set.done())
}

function refusedName(document: BotDocument, id: VariableId, from: string, to: string): string | null {
  if (to !== from && isPredefined(from))
    return `${from} is one of the six names every bot has; give it another value instead.`
  const parsed = variableNameSchema.safeParse(to)
  if (!parsed.success) return `For the name, ${parsed.error.issues[0]?.message}.`
  const other = document.variableNamed(to)
  return other && other.id !== id ? `There already is a variable named ${to}.` : null
}

function renamed({ role, value }: FoundField, from: string, to: string): unknown {
  if (role === 'formula') return renameInExpression(value as string, from, to)
  if (role === 'template') return renameInTemplate(value as string, from, to)
  if (role !== 'text') return value
  const texts = value as Record<string, string>
  const rewritten = Object.entries(texts).map(
    ([locale, text]) => [locale, renameInTemplate(text, from, to)] as const,
  )
  return rewritten.some(([locale, text]) => text !== texts[locale]) ? Object.fromEntries(rewritten) : value
}
