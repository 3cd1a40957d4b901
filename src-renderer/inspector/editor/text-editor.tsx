import { useRef } from 'react'
import css from '../fields/field.module.css'
import type { MessageEditor, MessageEditorProps } from './message-editor.tsx'
import { type FetchedEditor, useFetchedEditor } from './use-fetched-editor.ts'

type Props = Omit<MessageEditorProps, 'selected'>

const EDITOR: FetchedEditor<typeof MessageEditor> = {
  fetched: null,
  fetch: async () => (await import('./message-editor.tsx')).MessageEditor,
}

/**
 * The editor of a text. Until it is fetched, which happens once, a plain field stands in its place: what is typed and
 * selected there is taken over.
 */
export function TextEditor(props: Props) {
  const plain = useRef<HTMLTextAreaElement>(null)
  const shown = useFetchedEditor(EDITOR, plain)
  if (shown) return <shown.Editor {...props} selected={shown.selected} />
  const { control, text, rows, lang, placeholder, onType, onBlur } = props
  return (
    <textarea
      {...control}
      ref={plain}
      className={css.input}
      value={text}
      rows={rows}
      lang={lang}
      dir="auto"
      placeholder={placeholder}
      onChange={event => onType(event.target.value)}
      onBlur={onBlur}
    />
  )
}
