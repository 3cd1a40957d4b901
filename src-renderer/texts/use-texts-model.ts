import type { TFunction } from 'i18next'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { isWritten } from '../../src-shared/texts/text-fields.ts'
import { type TextRow, textRows } from '../../src-shared/texts/text-rows.ts'
import { isOutdated } from '../../src-shared/texts/translation-marks.ts'
import { useDocument } from '../state/edits.ts'
import { useWorkbench } from '../state/workbench.ts'
import { headLabel, rowPlace } from './head-label.ts'
import { type TextsFilter, type TextsView, useTextsView } from './texts-view.ts'

/** More columns than this are shown when they are asked for. */
const COLUMNS_AT_FIRST = 5

/** A line of the table: what texts stand under, or a text. */
export type TextLine =
  | Readonly<{ type: 'head'; record: TextRow['record'] }>
  | Readonly<{ type: 'text'; at: number; row: TextRow }>

export type TextsModel = Readonly<{
  document: BotDocument
  /** The source first, then the languages shown beside it. */
  columns: readonly string[]
  texts: readonly TextRow[]
  lines: readonly TextLine[]
  /** By text, the place of its line. */
  lineOf: readonly number[]
  counts: Readonly<Record<TextsFilter, number>>
}>

/** The table as it is shown. Texts that the filter once let through stay while they are worked on. */
export function useTextsModel(): TextsModel | null {
  const { t } = useTranslation()
  const document = useDocument()
  const rev = useWorkbench(state => state.rev)
  const filter = useTextsView(view => view.filter)
  const flow = useTextsView(view => view.flow)
  const search = useTextsView(view => view.search)
  const chosen = useTextsView(view => view.columns)
  const kept = useRef({ of: '', ids: new Set<string>() })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the document changes in place, and `rev` with it.
  return useMemo(() => {
    if (!document) return null
    const columns = columnsOf(document, chosen)
    const of = JSON.stringify([document.bot.id, filter, flow, search, columns])
    if (kept.current.of !== of) kept.current = { of, ids: new Set() }
    return modelOf(t, document, { columns, filter, flow, search, kept: kept.current.ids })
  }, [document, rev, filter, flow, search, chosen, t])
}

export function columnsOf({ bot }: BotDocument, chosen: readonly string[] | null): readonly string[] {
  const [source = 'en', ...others] = bot.locales
  const shown = chosen ? others.filter(locale => chosen.includes(locale)) : others.slice(0, COLUMNS_AT_FIRST)
  return [source, ...shown]
}

type Wish = Pick<TextsView, 'filter' | 'flow' | 'search'> &
  Readonly<{ columns: readonly string[]; kept: Set<string> }>

function modelOf(t: TFunction, document: BotDocument, wish: Wish): TextsModel {
  const { columns, filter, flow, kept } = wish
  const sought = wish.search.trim().toLocaleLowerCase()
  const counts = { all: 0, missing: 0, outdated: 0 }
  const texts: TextRow[] = []
  const lines: TextLine[] = []
  const lineOf: number[] = []
  for (const row of textRows(document)) {
    if (flow !== null && (row.flow ?? 'other') !== flow) continue
    const state = { all: true, missing: isMissing(row, columns), outdated: isBehind(document, row, columns) }
    counts.all += 1
    if (state.missing) counts.missing += 1
    if (state.outdated) counts.outdated += 1
    if (!kept.has(row.id)) {
      if (!state[filter] || (sought !== '' && !says(t, document, row, columns, sought))) continue
      kept.add(row.id)
    }
    if (texts.at(-1)?.record !== row.record) lines.push({ type: 'head', record: row.record })
    lineOf.push(lines.length)
    lines.push({ type: 'text', at: texts.length, row })
    texts.push(row)
  }
  return { document, columns, texts, lines, lineOf, counts }
}

export function isMissing({ field }: TextRow, columns: readonly string[]): boolean {
  return columns.some(locale => !isWritten(field.texts[locale]))
}

function isBehind(document: BotDocument, row: TextRow, columns: readonly string[]): boolean {
  if (document.count('translation') === 0) return false
  return columns.some(locale => isOutdated(document, row.record, row.field, locale))
}

function says(
  t: TFunction,
  document: BotDocument,
  row: TextRow,
  columns: readonly string[],
  sought: string,
): boolean {
  if (columns.some(locale => row.field.texts[locale]?.toLocaleLowerCase().includes(sought))) return true
  return (
    headLabel(t, document, row.record).toLocaleLowerCase().includes(sought) ||
    rowPlace(t, document, row).toLocaleLowerCase().includes(sought)
  )
}
