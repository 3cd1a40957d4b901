import { useEffect, useRef, useState } from 'react'
import css from '../fields/field.module.css'
import type { MessageEditor as Editor, MessageEditorProps } from './message-editor.tsx'

type Props = Omit<MessageEditorProps, 'selected'>
type Shown = Readonly<{ Editor: typeof Editor; selected: MessageEditorProps['selected'] }>

let fetched: typeof Editor | null = null

/**
 * The editor of a text. Until it is fetched, which happens once, a plain field stands in its place: what is typed and
 * selected there is taken over.
 */
export function TextEditor(props: Props) {
  const plain = useRef<HTMLTextAreaElement>(null)
  const [shown, setShown] = useState<Shown | null>(fetched && { Editor: fetched, selected: null })
  useEffect(() => {
    if (shown) return
    let isCurrent = true
    void import('./message-editor.tsx').then(({ MessageEditor }) => {
      fetched = MessageEditor
      const field = plain.current
      const isUsed = field !== null && field === document.activeElement
      const selected = isUsed ? { start: field.selectionStart, end: field.selectionEnd } : null
      if (isCurrent) setShown({ Editor: MessageEditor, selected })
    })
    return () => {
      isCurrent = false
    }
  }, [shown])
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
