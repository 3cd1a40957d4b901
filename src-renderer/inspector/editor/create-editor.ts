import { history, historyKeymap, standardKeymap } from '@codemirror/commands'
import { Annotation, Compartment, EditorState, type Extension, Transaction } from '@codemirror/state'
import { EditorView, keymap, placeholder, tooltips } from '@codemirror/view'
import { styleNonce } from '../../shell/theme.ts'
import { editorTheme } from './editor-theme.ts'
import { lineDirection } from './line-direction.ts'

export type EditorOptions = Readonly<{
  parent: HTMLElement
  text: string
  extensions: readonly Extension[]
  onText: (text: string) => void
}>

/** A text that came from outside, such as from undo: not typed, and no step of the field's own undo. */
const fromOutside = Annotation.define<boolean>()
const attributes = new Compartment()

/** A text field with its own undo; Tab leaves it, as it leaves every other field. */
export function createEditor({ parent, text, extensions, onText }: EditorOptions): EditorView {
  return new EditorView({
    parent,
    doc: text,
    extensions: [
      ...extensions,
      // A carriage return is a character like others, so that no text changes by being shown.
      EditorState.lineSeparator.of('\n'),
      EditorView.cspNonce.of(styleNonce()),
      EditorView.lineWrapping,
      history(),
      lineDirection,
      tooltips({ parent: document.body, position: 'fixed' }),
      keymap.of([...historyKeymap, ...standardKeymap]),
      attributes.of([]),
      editorTheme,
      EditorView.updateListener.of(update => {
        const isOurs = update.transactions.some(transaction => transaction.annotation(fromOutside))
        if (update.docChanged && !isOurs) onText(update.state.sliceDoc())
      }),
    ],
  })
}

/** Shows another text, as little of it changed as can be, so that the caret keeps its place. */
export function showText(view: EditorView, text: string): void {
  const present = view.state.sliceDoc()
  if (present === text) return
  let from = 0
  while (from < Math.min(present.length, text.length) && present[from] === text[from]) from += 1
  let after = 0
  const most = Math.min(present.length, text.length) - from
  while (after < most && present.at(-1 - after) === text.at(-1 - after)) after += 1
  view.dispatch({
    changes: { from, to: present.length - after, insert: text.slice(from, text.length - after) },
    annotations: [fromOutside.of(true), Transaction.addToHistory.of(false)],
  })
}

type Shown = Readonly<{ attributes: Readonly<Record<string, string>>; placeholder: string }>

/** How assistive technology and the speller know the field, and what stands in it while it is empty. */
export function describeEditor(view: EditorView, shown: Shown): void {
  view.dispatch({
    effects: attributes.reconfigure([
      EditorView.contentAttributes.of(shown.attributes),
      shown.placeholder === '' ? [] : placeholder(shown.placeholder),
    ]),
  })
}
