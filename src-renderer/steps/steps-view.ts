import { create } from 'zustand'
import type { BlockId } from '../../src-shared/document/ids.ts'
import type { EdgeEnd } from '../../src-shared/document/records.ts'

/** A place on the screen that a list or menu opens at, and what gets the focus back when nothing was chosen. */
export type Anchor = Readonly<{ x: number; y: number; opener: HTMLElement | null }>

/** What only the Steps view knows. `at` tells two requests for the same apart. */
export type StepsView = Readonly<{
  /** What was just done, for those who hear the window. */
  said: Readonly<{ text: string; at: number }>
  /** The step that shall have the focus as soon as it is there. */
  focus: Readonly<{ id: BlockId; at: number }> | null
  /** The port that is being led somewhere; `after` offers new steps only. */
  picking: Readonly<{ from: EdgeEnd; only: 'new' | 'any'; anchor: Anchor }> | null
  menu: Readonly<{ id: BlockId; anchor: Anchor }> | null
}>

export const useStepsView = create<StepsView>()(() => ({
  said: { text: '', at: 0 },
  focus: null,
  picking: null,
  menu: null,
}))

export function announce(text: string): void {
  useStepsView.setState(({ said }) => ({ said: { text, at: said.at + 1 } }))
}

let asked = 0

export function focusStep(id: BlockId): void {
  asked += 1
  useStepsView.setState({ focus: { id, at: asked } })
}

/** Left of a step's card is its number. Pixels, as in the style sheet. */
const GUTTER = 44

/** Below an element, or the card of a step: where what it opens belongs. */
export function anchorAt(opener: HTMLElement): Anchor {
  const { left, bottom } = opener.getBoundingClientRect()
  return { x: opener.role === 'row' ? left + GUTTER : left, y: bottom, opener }
}
