import type { BotDocument } from '../document/bot-document.ts'
import type { FlowId, RecordId } from '../document/ids.ts'
import type { BotDocRecord } from '../document/records.ts'
import { outline } from '../outline/outline.ts'
import { isWritten, type TextField, textFields } from './text-fields.ts'

/** One text of a bot, in every language. */
export type TextRow = Readonly<{
  /** The record's id, `:`, and the key of the text in it: the name it has in files for translators. */
  id: string
  record: RecordId
  /** Of texts in blocks. */
  flow: FlowId | null
  field: TextField
}>

/** What the texts that are in no flow belong to, in the order they are listed. */
const OTHER_TYPES = ['bot', 'intent', 'faq', 'template', 'media'] as const

const NO_ROWS: readonly TextRow[] = []
const known = new WeakMap<BotDocRecord, readonly TextRow[]>()

/**
 * Every text that is written in some language or has to be: flow by flow, the main one first, in the order of Steps,
 * then the others.
 */
export function textRows(document: BotDocument): readonly TextRow[] {
  const { mainFlow } = document.bot
  const rows: TextRow[] = []
  const add = (record: BotDocRecord | undefined) => {
    if (!record) return
    for (const row of rowsOf(record)) rows.push(row)
  }
  const flows = [...document.all('flow')]
  for (const flow of [
    ...flows.filter(({ id }) => id === mainFlow),
    ...flows.filter(({ id }) => id !== mainFlow),
  ])
    for (const { steps } of outline(document, flow.id)) for (const id of steps) add(document.get(id))
  for (const type of OTHER_TYPES) for (const record of document.all(type)) add(record)
  return rows
}

/** The texts of one record; the very same rows as long as it is the same record. */
export function rowsOf(record: BotDocRecord): readonly TextRow[] {
  const found = known.get(record)
  if (found) return found
  const flow = record.type === 'block' ? record.flow : null
  const rows = textFields(record)
    .filter(({ required, texts }) => required || Object.values(texts).some(isWritten))
    .map(field => ({ id: `${record.id}:${field.key}`, record: record.id, flow, field }))
  const kept = rows.length > 0 ? rows : NO_ROWS
  known.set(record, kept)
  return kept
}
