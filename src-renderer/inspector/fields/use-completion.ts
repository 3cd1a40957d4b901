import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { applySuggestion, type Completion, type Suggestion } from './completion.ts'
import { listStep } from './list-step.ts'

type Options = Readonly<{
  text: string
  complete: (text: string, caret: number, forced: boolean) => Completion | null
  onType: (text: string) => void
  input: RefObject<HTMLTextAreaElement | null>
}>

export type CompletionState = Readonly<{
  completion: Completion | null
  active: number
  ask: (text: string, caret: number) => void
  take: (suggestion: Suggestion) => void
  close: () => void
  /** Whether the key was meant for the suggestions. */
  handleKey: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean
}>

/** The suggestions at the caret of a text area, and the keys that choose among them. */
export function useCompletion({ text, complete, onType, input }: Options): CompletionState {
  const [completion, setCompletion] = useState<Completion | null>(null)
  const [active, setActive] = useState(0)
  const caret = useCaret(input)

  const ask = (value: string, at: number, forced = false) => {
    setCompletion(complete(value, at, forced))
    setActive(0)
  }
  const take = (suggestion: Suggestion) => {
    if (!completion) return
    const next = applySuggestion(text, completion, suggestion)
    caret.current = next.caret
    onType(next.text)
    setCompletion(null)
  }
  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === ' ' && event.ctrlKey) ask(text, event.currentTarget.selectionStart, true)
    else {
      const suggestion = completion?.suggestions[active]
      if (!completion || !suggestion || event.shiftKey) return false
      const step = listStep(event.key, active, completion.suggestions.length)
      if (step === null) return false
      if (step === 'take') take(suggestion)
      else if (step === 'close') setCompletion(null)
      else setActive(step)
    }
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  return { completion, active, ask, take, close: () => setCompletion(null), handleKey }
}

/** Puts the caret where a suggestion was taken, once the new text is in the field. */
function useCaret(input: RefObject<HTMLTextAreaElement | null>): RefObject<number | null> {
  const caret = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (caret.current === null) return
    input.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  })
  return caret
}
