import { EditorView } from '@codemirror/view'

/** Puts the cursor of the editor this element belongs to on a part of its text, if that is the text it holds. */
export function selectInEditor(content: HTMLElement, text: string, start: number, end: number): void {
  const view = EditorView.findFromDOM(content)
  if (!view) return
  view.focus()
  if (view.state.sliceDoc() === text)
    view.dispatch({ selection: { anchor: start, head: end }, scrollIntoView: true })
}
