import { cellsToClip, clipToCells } from '../../src-shared/texts/clip-cells.ts'
import { setTexts, type TextWrite } from '../../src-shared/texts/set-texts.ts'
import type { TextField } from '../../src-shared/texts/text-fields.ts'
import { isOutdated, markAsUpToDate, type TextPlace } from '../../src-shared/texts/translation-marks.ts'
import { commit } from '../state/edits.ts'
import { type CellAt, useTextsView } from './texts-view.ts'
import type { TextsModel } from './use-texts-model.ts'

type Cell = TextPlace & Readonly<{ field: TextField }>

/** The cells between two corners, row by row. */
export function chosenCells(
  { texts, columns }: TextsModel,
  a: CellAt,
  b: CellAt,
): readonly (readonly Cell[])[] {
  const rows = texts.slice(Math.min(a.text, b.text), Math.max(a.text, b.text) + 1)
  const locales = columns.slice(Math.min(a.column, b.column), Math.max(a.column, b.column) + 1)
  return rows.map(({ record, field }) => locales.map(locale => ({ record, key: field.key, locale, field })))
}

/** Writes texts as one edit; false where one does not fit, which the banner says. */
export function writeTexts(model: TextsModel, writes: readonly TextWrite[]): boolean {
  return commit(setTexts(model.document, writes), { key: 'texts.edit.set', count: writes.length })
}

/** What is chosen, for the clipboard, and how many cells that is. */
export function copyCells(model: TextsModel): { clip: string; count: number } {
  const { cursor, anchor } = useTextsView.getState()
  const cells = chosenCells(model, cursor, anchor).map(row =>
    row.map(({ field, locale }) => field.texts[locale] ?? ''),
  )
  const [only] = cells.flat()
  // One cell is copied as it reads, so that it can be pasted into a letter too.
  return cells.flat().length === 1
    ? { clip: only ?? '', count: 1 }
    : { clip: cellsToClip(cells), count: cells.flat().length }
}

/** Fills what is chosen with one copied cell, or writes copied cells from its upper left corner on. */
export function pasteCells(model: TextsModel, clip: string): number {
  const { cursor, anchor } = useTextsView.getState()
  const copied = clipToCells(clip)
  const chosen = chosenCells(model, cursor, anchor)
  const [only = ''] = copied[0] ?? []
  const isOne = copied.length === 1 && copied[0]?.length === 1
  const writes = isOne ? chosen.flat().map(place => ({ ...place, text: only })) : block(model, copied)
  return writes.length > 0 && writeTexts(model, writes) ? writes.length : 0
}

export function clearCells(model: TextsModel): void {
  const { cursor, anchor } = useTextsView.getState()
  writeTexts(
    model,
    chosenCells(model, cursor, anchor)
      .flat()
      .map(place => ({ ...place, text: '' })),
  )
}

/** The chosen translations that are outdated. */
export function outdatedCells(model: TextsModel, cursor: CellAt, anchor: CellAt): readonly TextPlace[] {
  if (model.document.count('translation') === 0) return []
  return chosenCells(model, cursor, anchor)
    .flat()
    .filter(({ record, field, locale }) => isOutdated(model.document, record, field, locale))
}

export function declareUpToDate(model: TextsModel, places: readonly TextPlace[]): void {
  commit(markAsUpToDate(model.document, places), { key: 'texts.edit.upToDate', count: places.length })
}

function block({ texts, columns }: TextsModel, copied: readonly (readonly string[])[]): readonly TextWrite[] {
  const { cursor, anchor } = useTextsView.getState()
  const top = Math.min(cursor.text, anchor.text)
  const left = Math.min(cursor.column, anchor.column)
  return copied.flatMap((row, down) =>
    row.flatMap((text, right) => {
      const into = texts[top + down]
      const locale = columns[left + right]
      return into && locale ? [{ record: into.record, key: into.field.key, locale, text }] : []
    }),
  )
}
