import type { EditorView } from '@codemirror/view'
import { useEffect } from 'react'
import type { Control } from '../fields/form-field.tsx'
import { describeEditor, showText } from './create-editor.ts'

type Shown = Readonly<{
  control: Control
  label: string
  placeholder: string
  text: string
  /** Of the text; null for what is in no language, such as a formula. */
  language: string | null
}>

/** What an editor shows follows its field: the text from outside, and what the field is called. */
export function useShownText(view: EditorView | null, shown: Shown): void {
  const { control, label, language, placeholder, text } = shown
  const { id, 'aria-describedby': about, 'aria-invalid': invalid } = control
  useEffect(() => {
    if (view) showText(view, text)
  }, [view, text])
  useEffect(() => {
    // A label only knows fields of the page's own kind.
    const caption = view && document.querySelector<HTMLElement>(`label[for="${id}"]`)
    const focus = () => view?.focus()
    caption?.addEventListener('click', focus)
    return () => caption?.removeEventListener('click', focus)
  }, [view, id])
  useEffect(() => {
    if (!view) return
    const attributes = {
      id,
      'aria-label': label,
      'aria-autocomplete': 'list',
      ...(about ? { 'aria-describedby': about } : {}),
      ...(invalid ? { 'aria-invalid': 'true' } : {}),
      ...(language === null ? { spellcheck: 'false' } : { lang: language, dir: 'auto', spellcheck: 'true' }),
    }
    describeEditor(view, { attributes, placeholder })
  }, [view, id, about, invalid, label, language, placeholder])
}
