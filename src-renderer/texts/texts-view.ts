import { create } from 'zustand'
import type { FlowId } from '../../src-shared/document/ids.ts'

export const TEXTS_FILTERS = ['all', 'missing', 'outdated'] as const
export type TextsFilter = (typeof TEXTS_FILTERS)[number]

/** A cell by its places in the table as it is shown: text and column, where column 0 is the source. */
export type CellAt = Readonly<{ text: number; column: number }>

export type TextsView = Readonly<{
  filter: TextsFilter
  flow: FlowId | 'other' | null
  search: string
  /** The languages shown beside the source; null shows the first few of the bot. */
  columns: readonly string[] | null
  cursor: CellAt
  /** The other corner of what is chosen. */
  anchor: CellAt
  /** Whether a pointer chose it: then it is in sight, and scrolling would put another cell under a second click. */
  isPointed: boolean
  /** The text being written in the cell of the cursor. */
  editing: Readonly<{ draft: string }> | null
  dialog: 'export' | 'import' | null
  said: string
}>

const START: CellAt = { text: 0, column: 1 }

/** How the table of texts is shown; of the window, not of the bot. */
export const useTextsView = create<TextsView>()(() => ({
  filter: 'all',
  flow: null,
  search: '',
  columns: null,
  cursor: START,
  anchor: START,
  isPointed: false,
  editing: null,
  dialog: null,
  said: '',
}))

/** Shows other texts, from the top. */
export function filterTexts(
  changed: Partial<Pick<TextsView, 'filter' | 'flow' | 'search' | 'columns'>>,
): void {
  useTextsView.setState({ ...changed, cursor: START, anchor: START, isPointed: false, editing: null })
}

type Move = Readonly<{ isExtending?: boolean; isPointed?: boolean }>

export function moveCursor(cursor: CellAt, { isExtending = false, isPointed = false }: Move = {}): void {
  useTextsView.setState(({ anchor }) => ({ cursor, anchor: isExtending ? anchor : cursor, isPointed }))
}
