import { type KeyboardEvent, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { IS_MAC } from '../commands/platform.ts'
import { clearCells, copyCells, declareUpToDate, outdatedCells, pasteCells } from './texts-actions.ts'
import { type CellAt, moveCursor, useTextsView } from './texts-view.ts'
import type { TextsModel } from './use-texts-model.ts'

const PAGE = 10

/** The keys of a spreadsheet, for the table of texts while no cell is being written. */
export function useGridKeys(model: TextsModel) {
  useClipboard(model)
  const onKeyDown = (event: KeyboardEvent) => {
    if (useTextsView.getState().editing || event.defaultPrevented) return
    if (takeKey(event, model)) event.preventDefault()
  }
  return { onKeyDown }
}

/** The clipboard's events go to where text is selected, not to where the focus is: they are heard of the whole page. */
function useClipboard(model: TextsModel): void {
  const { t } = useTranslation()
  useEffect(() => {
    const say = (said: string) => useTextsView.setState({ said })
    const listen = (take: (clipboard: DataTransfer) => void) => (event: ClipboardEvent) => {
      const isOurs = document.activeElement?.matches('[data-text-grid]') && !useTextsView.getState().editing
      if (!isOurs || !event.clipboardData) return
      event.preventDefault()
      event.stopPropagation()
      take(event.clipboardData)
    }
    const copy = (clipboard: DataTransfer) => {
      const { clip, count } = copyCells(model)
      clipboard.setData('text/plain', clip)
      say(t('texts.said.copied', { count }))
    }
    const cut = (clipboard: DataTransfer) => {
      copy(clipboard)
      clearCells(model)
    }
    const paste = (clipboard: DataTransfer) => {
      const count = pasteCells(model, clipboard.getData('text/plain'))
      if (count > 0) say(t('texts.said.changed', { count }))
    }
    const heard = { copy: listen(copy), cut: listen(cut), paste: listen(paste) }
    const names = ['copy', 'cut', 'paste'] as const
    for (const name of names) document.addEventListener(name, heard[name], true)
    return () => {
      for (const name of names) document.removeEventListener(name, heard[name], true)
    }
  }, [model, t])
}

/** Begins to write in the cell of the cursor, with its text or with the first letter typed. */
export function beginEditing(model: TextsModel, first?: string): void {
  const { cursor } = useTextsView.getState()
  const locale = model.columns[cursor.column]
  const present = locale === undefined ? undefined : model.texts[cursor.text]?.field.texts[locale]
  useTextsView.setState({ anchor: cursor, editing: { draft: first ?? present ?? '' } })
}

/** The cell a step away, within the table; `wraps` goes on in the next row. Null where the table ends. */
export function stepFrom(
  { texts, columns }: TextsModel,
  { text, column }: CellAt,
  step: Readonly<{ down?: number; right?: number; wraps?: boolean }>,
): CellAt | null {
  const { down = 0, right = 0, wraps = false } = step
  if (wraps) {
    const place = text * columns.length + column + right
    if (place < 0 || place >= texts.length * columns.length) return null
    return { text: Math.floor(place / columns.length), column: place % columns.length }
  }
  const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value))
  return { text: clamp(text + down, texts.length - 1), column: clamp(column + right, columns.length - 1) }
}

const MOVES: Readonly<Record<string, Readonly<{ down?: number; right?: number }>>> = {
  ArrowUp: { down: -1 },
  ArrowDown: { down: 1 },
  ArrowLeft: { right: -1 },
  ArrowRight: { right: 1 },
  PageUp: { down: -PAGE },
  PageDown: { down: PAGE },
}

function takeKey(event: KeyboardEvent, model: TextsModel): boolean {
  const { cursor, anchor } = useTextsView.getState()
  const mod = IS_MAC ? event.metaKey : event.ctrlKey
  const move = MOVES[event.key]
  if (move && !event.altKey) {
    const far = mod ? 1_000_000 : 1
    const to = stepFrom(model, cursor, { down: (move.down ?? 0) * far, right: (move.right ?? 0) * far })
    if (to) moveCursor(to, { isExtending: event.shiftKey })
    return true
  }
  if (event.key === 'Home' || event.key === 'End')
    return toEnd(event.key, { mod, shift: event.shiftKey }, model)
  if (event.key === 'Tab') {
    const next = stepFrom(model, cursor, { right: event.shiftKey ? -1 : 1, wraps: true })
    if (next) moveCursor(next)
    return next !== null
  }
  if (mod && event.key.toLowerCase() === 'u') {
    const places = outdatedCells(model, cursor, anchor)
    if (places.length > 0) declareUpToDate(model, places)
    return true
  }
  if (mod || event.altKey || event.metaKey) return false
  if (event.key === 'Enter' || event.key === 'F2') beginEditing(model)
  else if (event.key === 'Delete' || event.key === 'Backspace') clearCells(model)
  else if (event.key === 'Escape') leave(cursor, anchor, event.currentTarget)
  else if (event.key.length === 1) beginEditing(model, event.key)
  else return false
  return true
}

/** Escape first lets go of what is chosen, then leads out of the table, since Tab stays in it. */
function leave(cursor: CellAt, anchor: CellAt, table: EventTarget): void {
  if (cursor.text !== anchor.text || cursor.column !== anchor.column) moveCursor(cursor)
  else if (table instanceof HTMLElement)
    table.closest('[data-texts]')?.querySelector<HTMLElement>('input[type="search"]')?.focus()
}

function toEnd(key: string, { mod, shift }: { mod: boolean; shift: boolean }, model: TextsModel): boolean {
  const { cursor } = useTextsView.getState()
  const isEnd = key === 'End'
  const text = mod ? (isEnd ? model.texts.length - 1 : 0) : cursor.text
  moveCursor({ text, column: isEnd ? model.columns.length - 1 : 0 }, { isExtending: shift })
  return true
}
