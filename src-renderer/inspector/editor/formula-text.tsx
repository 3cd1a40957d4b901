import { useRef } from 'react'
import { CompletingText } from '../fields/completing-text.tsx'
import { completeFormula } from '../fields/completion.ts'
import { useSuggestions } from '../fields/use-suggestions.ts'
import type { FormulaEditor, FormulaEditorProps } from './formula-editor.tsx'
import { type FetchedEditor, useFetchedEditor } from './use-fetched-editor.ts'

type Props = Omit<FormulaEditorProps, 'selected'>

const EDITOR: FetchedEditor<typeof FormulaEditor> = {
  fetched: null,
  fetch: async () => (await import('./formula-editor.tsx')).FormulaEditor,
}

/** The editor of a formula; a plain field stands in its place until it is fetched, which happens once. */
export function FormulaText(props: Props) {
  const plain = useRef<HTMLTextAreaElement>(null)
  const suggestions = useSuggestions()
  const shown = useFetchedEditor(EDITOR, plain)
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
