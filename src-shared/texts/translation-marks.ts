import type { BotDocument } from '../document/bot-document.ts'
import type { RecordId, TranslationId } from '../document/ids.ts'
import type { BotDocRecord, TranslationRecord } from '../document/records.ts'
import type { Change, Changes } from '../edit/edit.ts'
import { canonicalJson } from '../kit/canonical-json.ts'
import { sha256Hex } from '../kit/sha256.ts'
import { isWritten, type TextField, textFields } from './text-fields.ts'

/*
 * A translation is outdated when the text it was made from has changed since (docs/decisions/0014). Only those are
 * written down: when an edit changes a source text and leaves a translation as it was, the hash of the text that the
 * translation was made from is kept. Written anew, or declared up to date, the translation loses its mark.
 */

type MadeFrom = TranslationRecord['madeFrom']
type Mark = MadeFrom[string][string]
export type TextPlace = Readonly<{ record: RecordId; key: string; locale: string }>

/** 16 hex digits of the SHA-256 of a text: what it is recognised by. */
export function textHash(text: string): string {
  return sha256Hex(text).slice(0, 16)
}

/** The id of the record that keeps the marks of another one. */
export function translationId(record: RecordId): TranslationId {
  return `tr_${record.replace('_', '-')}` as TranslationId
}

/** Whether the source of this translation changed since it was made. */
export function isOutdated(
  document: BotDocument,
  record: RecordId,
  field: TextField,
  locale: string,
): boolean {
  const mark = document.get(translationId(record))?.madeFrom[field.key]?.[locale]
  if (!mark || locale === document.bot.locales[0] || !isWritten(field.texts[locale])) return false
  return isLeftBehind(mark, field)
}

/** Takes the marks of these translations away: somebody looked at them and found them still right. */
export function markAsUpToDate(document: BotDocument, places: readonly TextPlace[]): Changes {
  const changes: Record<string, Change> = {}
  for (const { record, key, locale } of places) {
    const id = translationId(record)
    const before = document.get(id)
    const after = changes[id] ? changes[id].after : before
    if (!before || after?.type !== 'translation' || !after.madeFrom[key]?.[locale]) continue
    const { [locale]: _, ...left } = after.madeFrom[key]
    changes[id] = { before, after: translationRecord(record, { ...after.madeFrom, [key]: left }) }
  }
  return changes as Changes
}

/**
 * The changes with the marks that follow from them; every commit of a designer passes here. Changes that bring marks
 * of their own are believed.
 */
export function keepTranslationMarks(document: BotDocument, changes: Changes): Changes {
  const marks: Record<string, Change> = {}
  const source = sourceAfter(document, changes)
  for (const { before, after } of Object.values(changes) as Change[]) {
    if (!before || before.type === 'translation') continue
    const id = translationId(before.id)
    if (id in changes) continue
    const present = document.get(id) ?? null
    const next = after
      ? translationRecord(after.id, madeFromAfter(before, after, present?.madeFrom ?? {}, source))
      : null
    if (present !== next && canonicalJson(present) !== canonicalJson(next))
      marks[id] = { before: present, after: next }
  }
  return Object.keys(marks).length > 0 ? ({ ...changes, ...marks } as Changes) : changes
}

/** Adds marks to those that follow from the changes: these translations were made from another text. */
export function withMarks(
  document: BotDocument,
  changes: Changes,
  made: readonly (TextPlace & Readonly<{ from: Mark }>)[],
): Changes {
  const all: Record<string, Change> = { ...keepTranslationMarks(document, changes) }
  for (const { record, key, locale, from } of made) {
    const id = translationId(record)
    const before = document.get(id) ?? null
    const present = id in all ? (all[id]?.after as TranslationRecord | null) : before
    const madeFrom = { ...present?.madeFrom, [key]: { ...present?.madeFrom[key], [locale]: from } }
    all[id] = { before, after: translationRecord(record, madeFrom) }
  }
  return all as Changes
}

function translationRecord(record: RecordId, madeFrom: MadeFrom): TranslationRecord | null {
  const kept = Object.entries(madeFrom).filter(([, marks]) => Object.keys(marks).length > 0)
  if (kept.length === 0) return null
  return { id: translationId(record), type: 'translation', record, madeFrom: Object.fromEntries(kept) }
}

function sourceAfter(document: BotDocument, changes: Changes): string {
  const after = changes[document.bot.id]?.after
  return (after?.type === 'bot' ? after : document.bot).locales[0] ?? 'en'
}

function madeFromAfter(
  before: BotDocRecord,
  after: BotDocRecord,
  present: MadeFrom,
  source: string,
): MadeFrom {
  const old = textFields(before)
  if (old.length === 0) return {}
  const byKey = new Map(old.map(field => [field.key, field]))
  const next: Record<string, Record<string, Mark>> = {}
  for (const field of textFields(after)) {
    const origin = originOf(field, byKey.get(field.key), old)
    if (!origin) continue
    const marks = marksAfter(origin, field, present[origin.key] ?? {}, source)
    if (Object.keys(marks).length > 0) next[field.key] = marks
  }
  return next
}

function marksAfter(
  origin: TextField,
  field: TextField,
  present: MadeFrom[string],
  source: string,
): Record<string, Mark> {
  const marks: Record<string, Mark> = {}
  const was = origin.texts[source]
  const isSourceChanged = isWritten(was) && was !== field.texts[source]
  for (const [locale, text] of Object.entries(field.texts)) {
    if (!isWritten(text) || text !== origin.texts[locale]) continue
    const mark = present[locale] ?? (isSourceChanged ? { locale: source, hash: textHash(was) } : null)
    if (mark && mark.locale !== locale && isLeftBehind(mark, field)) marks[locale] = mark
  }
  return marks
}

/** A source whose language the bot no longer speaks leaves nobody behind. */
function isLeftBehind(mark: Mark, { texts }: TextField): boolean {
  const now = texts[mark.locale]
  return now !== undefined && textHash(now) !== mark.hash
}

/** The text this one was before: in lists whose items have no ids, one that only moved is found by what it says. */
function originOf(
  field: TextField,
  inPlace: TextField | undefined,
  old: readonly TextField[],
): TextField | undefined {
  if (!/\d/.test(field.key) || (inPlace && sameTexts(inPlace, field))) return inPlace
  const shape = shapeOf(field.key)
  return old.find(other => shapeOf(other.key) === shape && sameTexts(other, field)) ?? inPlace
}

function shapeOf(key: string): string {
  return key.replace(/(?<=^|\.)\d+(?=\.|$)/g, '*')
}

function sameTexts(a: TextField, b: TextField): boolean {
  return a.texts === b.texts || canonicalJson(a.texts) === canonicalJson(b.texts)
}
