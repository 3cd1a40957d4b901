import { useEffect, useRef, useState } from 'react'
import { CompletingText } from '../fields/completing-text.tsx'
import { completeFormula } from '../fields/completion.ts'
import { useSuggestions } from '../fields/use-suggestions.ts'
import type { FormulaEditor as Editor, FormulaEditorProps } from './formula-editor.tsx'

type Props = Omit<FormulaEditorProps, 'selected'>
type Shown = Readonly<{ Editor: typeof Editor; selected: FormulaEditorProps['selected'] }>

let fetched: typeof Editor | null = null

/** The editor of a formula; a plain field stands in its place until it is fetched, which happens once. */
export function FormulaText(props: Props) {
  const plain = useRef<HTMLTextAreaElement>(null)
  const suggestions = useSuggestions()
  const [shown, setShown] = useState<Shown | null>(fetched && { Editor: fetched, selected: null })
  useEffect(() => {
    if (shown) return
    let isCurrent = true
    void import('./formula-editor.tsx').then(({ FormulaEditor }) => {
      fetched = FormulaEditor
      const field = plain.current
      const isUsed = field !== null && field === document.activeElement
      const selected = isUsed ? { start: field.selectionStart, end: field.selectionEnd } : null
      if (isCurrent) setShown({ Editor: FormulaEditor, selected })
    })
    return () => {
      isCurrent = false
    }
  }, [shown])
  if (shown) return <shown.Editor {...props} selected={shown.selected} />
  return (
    <CompletingText
      control={props.control}
      text={props.text}
      inputRef={plain}
      mono
      placeholder={props.placeholder}
      complete={(text, caret, forced) => completeFormula({ text, caret, known: suggestions, forced })}
      onType={props.onType}
      onBlur={props.onBlur}
      onEnter={props.onEnter}
      onEscape={props.onEscape}
    />
  )
}
