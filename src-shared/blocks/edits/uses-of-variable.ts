import type { BotDocument } from '../../document/bot-document.ts'
import type { FieldRole } from '../../document/field-types.ts'
import type { FoundField } from '../../document/fields.ts'
import type { RecordId, VariableId } from '../../document/ids.ts'
import type { VariableRecord } from '../../document/records.ts'
import { parseExpression } from '../../expression/parse-expression.ts'
import { parseTemplate } from '../../expression/template.ts'
import { visitRecordFields } from '../record-fields.ts'

/** One field of a record that uses a variable; a block's path begins in its data. */
export type VariableUse = Readonly<{ record: RecordId; path: readonly (string | number)[]; role: FieldRole }>

/** Where a variable is used: chosen in a field, or named in a formula or a `{{ }}` place. */
export function usesOfVariable(document: BotDocument, variable: VariableRecord): readonly VariableUse[] {
  const uses: VariableUse[] = []
  visitBotFields(document, (record, field) => {
    const used = field.role === 'variable' ? field.value === variable.id : namesIn(field).has(variable.name)
    if (used) uses.push({ record, path: field.path, role: field.role })
  })
  return uses
}

/** How often each variable is used, in one walk; variables that are not used are not listed. */
export function usesOfVariables(document: BotDocument): ReadonlyMap<VariableId, number> {
  const ids = new Map([...document.all('variable')].map(({ id, name }) => [name, id]))
  const counts = new Map<VariableId, number>()
  const count = (id: VariableId | undefined) => id && counts.set(id, (counts.get(id) ?? 0) + 1)
  visitBotFields(document, (_, field) => {
    if (field.role === 'variable') count((field.value ?? undefined) as VariableId | undefined)
    else for (const name of namesIn(field)) count(ids.get(name))
  })
  return counts
}

function visitBotFields(document: BotDocument, visit: (record: RecordId, field: FoundField) => void): void {
  for (const record of document.values()) visitRecordFields(record, field => visit(record.id, field))
}

const NO_NAMES: ReadonlySet<string> = new Set()

/** The names a field's formula or texts use, in all languages. */
export function namesIn({ role, value }: Pick<FoundField, 'role' | 'value'>): ReadonlySet<string> {
  if (role === 'formula') {
    const parsed = parseExpression(value as string)
    return parsed.ok ? new Set(parsed.value.names.map(({ name }) => name)) : NO_NAMES
  }
  if (role !== 'text' && role !== 'template') return NO_NAMES
  const written = role === 'text' ? Object.values(value as Record<string, string>) : [value as string]
  const texts = written.filter(text => text.includes('{{'))
  return texts.length === 0
    ? NO_NAMES
    : new Set(texts.flatMap(text => parseTemplate(text).names.map(({ name }) => name)))
}
