import { type EditorState, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'
import { type FormulaToken, formulaTokens } from '../../../src-shared/expression/formula-tokens.ts'

/** A place of a formula that is wrong. */
export type WrongPlace = Readonly<{ start: number; end: number }>

const COLOURS: Readonly<Record<FormulaToken['kind'], Decoration>> = {
  name: Decoration.mark({ class: 'cm-name' }),
  call: Decoration.mark({ class: 'cm-function' }),
  number: Decoration.mark({ class: 'cm-number' }),
  word: Decoration.mark({ class: 'cm-number' }),
  text: Decoration.mark({ class: 'cm-text' }),
  operator: Decoration.mark({ class: 'cm-operator' }),
}
const WRONG = Decoration.mark({ class: 'cm-wrong' })

const colours = StateField.define<DecorationSet>({
  create: colouredIn,
  update: (shown, { docChanged, state }) => (docChanged ? colouredIn(state) : shown),
  provide: field => EditorView.decorations.from(field),
})

function colouredIn(state: EditorState): DecorationSet {
  const tokens = formulaTokens(state.sliceDoc())
  return Decoration.set(tokens.map(({ kind, start, end }) => COLOURS[kind].range(start, end)))
}

const setWrong = StateEffect.define<readonly WrongPlace[]>()

const wrong = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(setWrong)) return underlined(transaction.state, effect.value)
    return shown.map(transaction.changes)
  },
  provide: field => EditorView.decorations.from(field),
})

/** At the very end there is nothing to underline: the last sign is, then. */
function underlined({ doc }: EditorState, places: readonly WrongPlace[]): DecorationSet {
  const ranges = places.flatMap(({ start, end }) => {
    const to = Math.min(Math.max(end, start + 1), doc.length)
    const from = Math.max(0, Math.min(start, to - 1))
    return to > from ? [WRONG.range(from, to)] : []
  })
  return Decoration.set(ranges, true)
}

export function showWrong(view: EditorView, places: readonly WrongPlace[]): void {
  view.dispatch({ effects: setWrong.of(places) })
}

/** The words and signs of a formula in their colours, and what is wrong underlined. */
export const formulaLook = [colours, wrong]
