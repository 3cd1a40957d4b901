import type { BotDocument } from '../document/bot-document.ts'
import type { RecordId } from '../document/ids.ts'
import type { ExchangeFile, ExchangeUnit } from './exchange.ts'
import { placeDifference } from './places-of.ts'
import { setTexts } from './set-texts.ts'
import { isWritten, textFields } from './text-fields.ts'
import { textRows } from './text-rows.ts'
import { type TextPlace, textHash } from './translation-marks.ts'
import { cellToWords, wordsToCell } from './words-cell.ts'

/** What taking a text of a file would do. `same` is not worth showing; `unknown` cannot be taken. */
export const REVIEW_STATES = ['new', 'changed', 'conflict', 'same', 'unknown'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

/**
 * Why a text must not just be taken: the bot's translation was changed since the file was made, its source was, both
 * were, the file does not say what it was made from, or the file says two things.
 */
export type ReviewReason = 'target' | 'source' | 'both' | 'unsure' | 'twice'

export type ReviewRow = TextPlace &
  Readonly<{
    /** Of the unit, in the file. */
    id: string
    place: string
    state: ReviewState
    reason: ReviewReason | null
    source: string
    /** What the bot has. */
    present: string
    /** What the file has. */
    text: string
    places: ReturnType<typeof placeDifference>
    /** Why it cannot be taken, such as too long; null where it can. */
    unfit: string | null
    /** Hash of the source the translation was made from, where it is not today's. */
    madeFrom: string | null
  }>

export type Review = Readonly<{
  rows: readonly ReviewRow[]
  /** The file is of another bot. */
  isOther: boolean
  /** Languages of the file that the bot does not speak. */
  foreign: readonly string[]
  /** Texts whose source was changed in the file: sources are written in Parley. */
  sourcesChanged: number
}>

/** Compares a file with the bot, text by text. Empty cells say nothing: an import never takes a text away. */
export function reviewImport(document: BotDocument, file: ExchangeFile): Review {
  const { bot } = document
  const source = bot.locales[0] ?? 'en'
  const rows = new Map(textRows(document).map(row => [row.id, row]))
  const locales = file.locales.filter(locale => bot.locales.includes(locale) && locale !== source)
  const found = new Map<string, ReviewRow>()
  let sourcesChanged = 0
  for (const unit of file.units) {
    const row = rows.get(unit.id)
    const now = row?.field.texts[source] ?? ''
    if (row && isSourceEdited(unit, now, source)) sourcesChanged += 1
    for (const locale of locales) {
      const text = unit.targets[locale] ?? ''
      if (!isWritten(text)) continue
      const compared = compare(document, unit, { locale, text, now, source })
      const place = `${unit.id} ${locale}`
      const other = found.get(place)
      found.set(place, other ? twice(other, compared) : compared)
    }
  }
  return {
    rows: [...found.values()],
    isOther: file.bot !== null && file.bot !== bot.id,
    foreign: file.locales.filter(locale => !bot.locales.includes(locale)),
    sourcesChanged,
  }
}

/** Whether a row is taken unless the person says otherwise: never where something newer could be lost. */
export function isTakenAtFirst({ state, places, unfit }: ReviewRow): boolean {
  return (state === 'new' || state === 'changed') && places === null && unfit === null
}

export function canBeTaken({ state, unfit }: ReviewRow): boolean {
  return state !== 'same' && state !== 'unknown' && unfit === null
}

type Incoming = Readonly<{ locale: string; text: string; now: string; source: string }>

function compare(document: BotDocument, unit: ExchangeUnit, incoming: Incoming): ReviewRow {
  const { locale, now, source } = incoming
  const [record, key] = split(unit.id)
  const owner = document.get(record)
  const field = owner && textFields(owner).find(each => each.key === key)
  const text = field?.role === 'words' ? wordsToCell(cellToWords(incoming.text)) : incoming.text
  const base = { id: unit.id, place: unit.place, record, key, locale, source: now, text }
  const calm = { reason: null, places: null, unfit: null, madeFrom: null, present: '' }
  if (!field) return { ...base, ...calm, source: unit.source, state: 'unknown' }
  const present = field.texts[locale] ?? ''
  // What the translator left as it was says nothing, however new the bot's text is.
  if (text === present || incoming.text === present || textHash(incoming.text) === unit.made[locale])
    return { ...base, ...calm, present, state: 'same' }
  const reason = reasonAgainst(unit, { present, now, locale, source })
  const madeOf = madeHash(unit, source)
  return {
    ...base,
    present,
    state: reason ? 'conflict' : isWritten(present) ? 'changed' : 'new',
    reason,
    places: field.role === 'text' ? placeDifference(now, text) : null,
    unfit: unfitness(document, { record, key, locale, text }),
    madeFrom: madeOf !== null && madeOf !== textHash(now) ? madeOf : null,
  }
}

function reasonAgainst(
  unit: ExchangeUnit,
  {
    present,
    now,
    locale,
    source,
  }: Readonly<{ present: string; now: string; locale: string; source: string }>,
): ReviewReason | null {
  const had = unit.made[locale]
  const madeOf = madeHash(unit, source)
  const isTargetNewer = had === undefined ? false : textHash(present) !== had && isWritten(present)
  const isSourceNewer = madeOf !== null && madeOf !== textHash(now)
  if (isTargetNewer) return isSourceNewer ? 'both' : 'target'
  if (isSourceNewer) return 'source'
  return had === undefined && isWritten(present) ? 'unsure' : null
}

/** Of the source a unit was made from: as it was noted, or else as the file shows it. */
function madeHash(unit: ExchangeUnit, source: string): string | null {
  return unit.made[source] ?? (unit.source === '' ? null : textHash(unit.source))
}

function isSourceEdited(unit: ExchangeUnit, now: string, source: string): boolean {
  const had = unit.made[source]
  return had !== undefined && unit.source !== '' && unit.source !== now && textHash(unit.source) !== had
}

/** A text that stands in the file twice: once is enough where both say the same, and a question where they do not. */
function twice(a: ReviewRow, b: ReviewRow): ReviewRow {
  if (a.text === b.text || b.state === 'same') return a
  if (a.state === 'same') return b
  return { ...b, state: b.state === 'unknown' ? 'unknown' : 'conflict', reason: 'twice' }
}

/** Shorter than every limit there is: need not be tried. */
const SURELY_FITS = 60

function unfitness(document: BotDocument, write: TextPlace & { text: string }): string | null {
  if (write.text.length <= SURELY_FITS && !write.text.includes('\n')) return null
  const tried = setTexts(document, [write])
  return tried.ok ? null : tried.message
}

function split(id: string): [RecordId, string] {
  const at = id.indexOf(':')
  return at < 0 ? [id as RecordId, ''] : [id.slice(0, at) as RecordId, id.slice(at + 1)]
}
