import type { EditorView } from '@codemirror/view'
import { MARKS, type MarkName, toggleMark } from './toggle-mark.ts'

/** Formats what is selected, or ends its formatting. */
export function toggleFormat(view: EditorView, name: MarkName): boolean {
  const { from, to } = view.state.selection.main
  const { changes, select } = toggleMark(view.state.sliceDoc(), { from, to }, MARKS[name])
  view.dispatch({
    changes: [...changes],
    selection: { anchor: select.from, head: select.to },
    userEvent: 'input.format',
    scrollIntoView: true,
  })
  return true
}

/** Writes over what is selected, and goes on behind it. */
export function insertText(view: EditorView, text: string): void {
  view.dispatch(view.state.replaceSelection(text), { userEvent: 'input.insert', scrollIntoView: true })
  view.focus()
}
