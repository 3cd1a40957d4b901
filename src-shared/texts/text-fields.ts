import { mapRecordFields, visitRecordFields } from '../blocks/record-fields.ts'
import type { Localized } from '../document/localized.ts'
import type { BlockRecord, BotDocRecord, TemplateRecord } from '../document/records.ts'
import { cellToWords, wordsToCell } from './words-cell.ts'

/** One text of a record, in every language it is written in. Lists of words are cells with one on each line. */
export type TextField = Readonly<{
  /** Names the text in its record for good: the members on the way, items of lists by their own ids where they have one. */
  key: string
  path: readonly (string | number)[]
  role: 'text' | 'words'
  required: boolean
  texts: Localized
}>

const NO_FIELDS: readonly TextField[] = []
const known = new WeakMap<BotDocRecord, readonly TextField[]>()

/** Every text of a record that people translate; worked out once per record. */
export function textFields(record: BotDocRecord): readonly TextField[] {
  const found = known.get(record)
  if (found) return found
  const fields = record.type === 'template' ? templateFields(record) : fieldsByRole(record)
  known.set(record, fields)
  return fields
}

export function isWritten(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== ''
}

/**
 * A copy of the record with one text in one language changed; the very same one where there is no such text. An
 * emptied text of another language than the bot's first goes away, so that the first one's is shown (NHN-22).
 */
export function withText<T extends BotDocRecord>(
  record: T,
  { key, locale, text }: Readonly<{ key: string; locale: string; text: string }>,
  source: string | undefined,
): T {
  const field = textFields(record).find(each => each.key === key)
  if (!field || (field.texts[locale] ?? '') === text) return record
  const change = (value: unknown) => {
    const { [locale]: _, ...others } = (value ?? {}) as Record<string, unknown>
    if (text === '' && locale !== source) return others
    return { ...others, [locale]: field.role === 'words' ? cellToWords(text) : text }
  }
  if (record.type === 'template') {
    const member = field.path[0] as 'body' | 'footer'
    return { ...record, [member]: change(record[member]) }
  }
  return mapRecordFields(record, ({ path, value }) => (samePath(path, field.path) ? change(value) : value))
}

function fieldsByRole(record: BotDocRecord): readonly TextField[] {
  const fields: TextField[] = []
  const taken = new Set<string>()
  const root = record.type === 'block' ? (record as BlockRecord).data : record
  visitRecordFields(record, ({ role, required, path, value }) => {
    if (role !== 'text' && role !== 'words') return
    const named = keyOf(root, path)
    const key = taken.has(named) ? path.join('.') : named
    taken.add(key)
    fields.push({ key, path, role, required, texts: role === 'text' ? (value as Localized) : cellsOf(value) })
  })
  return fields.length > 0 ? fields : NO_FIELDS
}

function cellsOf(value: unknown): Localized {
  const lists = Object.entries(value as Localized<readonly string[]>)
  return Object.fromEntries(lists.map(([locale, words]) => [locale, wordsToCell(words)]))
}

/** The places of a template are numbers, so its texts have no role of texts with formulas. */
function templateFields({ body, footer }: TemplateRecord): readonly TextField[] {
  return [
    { key: 'body', path: ['body'], role: 'text', required: true, texts: body },
    { key: 'footer', path: ['footer'], role: 'text', required: false, texts: footer },
  ]
}

function keyOf(root: unknown, path: TextField['path']): string {
  let at: unknown = root
  const steps = path.map(step => {
    at = (at as Record<string | number, unknown>)[step]
    const id = typeof step === 'number' ? (at as { id?: unknown } | null)?.id : null
    return typeof id === 'string' ? id : String(step)
  })
  return steps.join('.')
}

function samePath(a: TextField['path'], b: TextField['path']): boolean {
  return a.length === b.length && a.every((step, at) => step === b[at])
}
