import {
  Compartment,
  EditorSelection,
  type EditorState,
  type Extension,
  Facet,
  StateField,
} from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, keymap, WidgetType } from '@codemirror/view'
import { placesOf, type TextPlace } from './places-of.ts'

/** What the chips need to know of the bot, and the words they are announced with. */
export type ChipWords = Readonly<{
  /** What is wrong with a place, if anything. */
  problem: (inside: string) => string | null
  title: (inside: string) => string
}>

const NO_WORDS: ChipWords = { problem: () => null, title: inside => inside }

const chipWords = Facet.define<ChipWords, ChipWords>({ combine: given => given[0] ?? NO_WORDS })

const words = new Compartment()

/** Tells the chips what has become of the bot. */
export function setChipWords(view: EditorView, known: ChipWords): void {
  view.dispatch({ effects: words.reconfigure(chipWords.of(known)) })
}

type Shown = Readonly<{ places: readonly TextPlace[]; chips: DecorationSet }>

/** A place is written out while the caret is in it, and a chip otherwise. */
const shownField = StateField.define<Shown>({
  create: state => shownIn(state, placesOf(state.doc.toString())),
  update(shown, transaction) {
    const { docChanged, selection, state, startState } = transaction
    const isReconfigured = startState.facet(chipWords) !== state.facet(chipWords)
    if (!docChanged && !selection && !isReconfigured) return shown
    return shownIn(state, docChanged ? placesOf(state.doc.toString()) : shown.places)
  },
  provide: field => [
    EditorView.decorations.from(field, ({ chips }) => chips),
    EditorView.atomicRanges.of(view => view.state.field(field).chips),
  ],
})

function shownIn(state: EditorState, places: readonly TextPlace[]): Shown {
  const { main } = state.selection
  const known = state.facet(chipWords)
  const chips = places
    .filter(place => !isOpen(place, main.head) && !isOpen(place, main.anchor) && place.inside.trim() !== '')
    .map(place => {
      const isChosen = main.from === place.from && main.to === place.to
      const widget = new Chip(place.inside, { isChosen, known })
      return Decoration.replace({ widget }).range(place.from, place.to)
    })
  return { places, chips: Decoration.set(chips) }
}

function isOpen({ from, to }: TextPlace, caret: number): boolean {
  return from < caret && caret < to
}

class Chip extends WidgetType {
  private readonly inside: string
  private readonly isChosen: boolean
  private readonly title: string
  private readonly problem: string | null

  constructor(inside: string, { isChosen, known }: { isChosen: boolean; known: ChipWords }) {
    super()
    this.inside = inside
    this.isChosen = isChosen
    this.title = known.title(inside)
    this.problem = known.problem(inside)
  }

  override eq(other: Chip): boolean {
    return (
      other.inside === this.inside &&
      other.isChosen === this.isChosen &&
      other.title === this.title &&
      other.problem === this.problem
    )
  }

  override toDOM(): HTMLElement {
    const chip = document.createElement('span')
    chip.className = 'cm-chip'
    chip.dataset.chip = this.inside
    chip.dataset.chosen = String(this.isChosen)
    if (this.problem !== null) chip.dataset.wrong = ''
    chip.title = this.problem ?? this.title
    chip.textContent = this.inside.trim()
    return chip
  }

  override ignoreEvent(): boolean {
    return false
  }
}

/** Opens a place: its braces are shown and what is in them is selected. */
function openPlace(view: EditorView, { from, to }: TextPlace): void {
  view.dispatch({ selection: { anchor: from + 2, head: to - 2 }, scrollIntoView: true })
  view.focus()
}

function chosenPlace(view: EditorView): TextPlace | undefined {
  const { from, to } = view.state.selection.main
  return view.state.field(shownField).places.find(place => place.from === from && place.to === to)
}

/** An arrow first chooses the chip it comes to; the next one passes it. */
function stepTo(view: EditorView, forward: boolean): boolean {
  const { main } = view.state.selection
  const chosen = chosenPlace(view)
  const to = chosen && (forward ? chosen.to : chosen.from)
  if (to !== undefined) {
    view.dispatch({ selection: EditorSelection.cursor(to), scrollIntoView: true })
    return true
  }
  if (!main.empty) return false
  const { places } = view.state.field(shownField)
  const next = places.find(place => (forward ? place.from : place.to) === main.head)
  if (!next || next.inside.trim() === '') return false
  view.dispatch({
    selection: EditorSelection.range(next.from, next.to),
    scrollIntoView: true,
    effects: EditorView.announce.of(view.state.facet(chipWords).title(next.inside)),
  })
  return true
}

function openChosen(view: EditorView): boolean {
  const chosen = chosenPlace(view)
  if (chosen) openPlace(view, chosen)
  return chosen !== undefined
}

/** Enter and Escape in an open place close it behind its braces. */
function closeOpen(view: EditorView): boolean {
  const { head, anchor } = view.state.selection.main
  const { places } = view.state.field(shownField)
  const opened = places.find(place => isOpen(place, head) || isOpen(place, anchor))
  if (opened) view.dispatch({ selection: EditorSelection.cursor(opened.to) })
  return opened !== undefined
}

const isAhead = (view: EditorView, key: 'left' | 'right') =>
  (view.textDirectionAt(view.state.selection.main.head) === 0) === (key === 'right')

/** Places of a text as chips: one thing to the caret, opened by a click or by Enter. */
export function placeChips(): Extension {
  return [
    words.of([]),
    shownField,
    keymap.of([
      { key: 'ArrowLeft', run: view => stepTo(view, isAhead(view, 'left')) },
      { key: 'ArrowRight', run: view => stepTo(view, isAhead(view, 'right')) },
      { key: 'Enter', run: view => openChosen(view) || closeOpen(view) },
      { key: 'Escape', run: closeOpen },
    ]),
    EditorView.domEventHandlers({
      mousedown(event, view) {
        const chip = event.target instanceof Element ? event.target.closest('.cm-chip') : null
        if (!chip || event.button !== 0 || event.shiftKey) return false
        const at = view.posAtDOM(chip)
        const place = view.state.field(shownField).places.find(({ from }) => from === at)
        if (!place) return false
        event.preventDefault()
        openPlace(view, place)
        return true
      },
      blur: (_, view) => void closeOpen(view),
    }),
  ]
}
