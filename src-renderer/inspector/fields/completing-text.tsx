import { Popover } from '@mantine/core'
import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react'
import { applySuggestion, type Completion, type Suggestion } from './completion.ts'
import { CompletionList } from './completion-list.tsx'
import css from './field.module.css'
import type { Control } from './form-field.tsx'

type Props = Readonly<{
  control: Control
  text: string
  /** Puts a new text; the caret of `selection` is set once it is shown. */
  onType: (text: string) => void
  onBlur: () => void
  onEscape?: () => void
  /** Enter makes the edit instead of a new line. */
  onEnter?: () => void
  complete: (text: string, caret: number, forced: boolean) => Completion | null
  inputRef: RefObject<HTMLTextAreaElement | null>
  placeholder?: string
  rows?: number
  mono?: boolean
  lang?: string
}>

/**
 * A text area that suggests what can be written at the caret. Arrows choose, Enter or Tab takes, Escape closes, and
 * Ctrl+Space asks for suggestions where none are shown by themselves.
 */
export function CompletingText(props: Props) {
  const { control, text, onType, inputRef, complete } = props
  const [completion, setCompletion] = useState<Completion | null>(null)
  const [active, setActive] = useState(0)
  const caret = useCaret(inputRef)
  const list = useId()

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
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    const suggestion = completion?.suggestions[active]
    if (completion && suggestion) {
      const count = completion.suggestions.length
      const steps: Partial<Record<string, () => void>> = {
        ArrowDown: () => setActive((active + 1) % count),
        ArrowUp: () => setActive((active + count - 1) % count),
        Enter: () => take(suggestion),
        Tab: () => take(suggestion),
        Escape: () => setCompletion(null),
      }
      const step = event.shiftKey ? undefined : steps[event.key]
      if (step) {
        event.preventDefault()
        event.stopPropagation()
        return step()
      }
    }
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault()
      ask(text, event.currentTarget.selectionStart, true)
    } else if (event.key === 'Enter' && props.onEnter && !event.shiftKey) {
      event.preventDefault()
      props.onEnter()
    } else if (event.key === 'Escape') props.onEscape?.()
  }

  return (
    <Popover
      withRoles={false}
      opened={completion !== null}
      position="bottom-start"
      width="target"
      offset={4}
      trapFocus={false}
      returnFocus={false}
      shadow="md"
    >
      <Popover.Target>
        <textarea
          {...control}
          ref={inputRef}
          className={props.mono ? `${css.input} ${css.mono}` : css.input}
          value={text}
          rows={props.rows ?? 1}
          lang={props.lang}
          dir="auto"
          spellCheck={!props.mono}
          placeholder={props.placeholder}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={completion ? list : undefined}
          aria-activedescendant={completion ? `${list}-${active}` : undefined}
          onChange={event => {
            onType(event.target.value)
            ask(event.target.value, event.target.selectionStart)
          }}
          onKeyDown={onKeyDown}
          onClick={() => setCompletion(null)}
          onBlur={() => {
            setCompletion(null)
            props.onBlur()
          }}
        />
      </Popover.Target>
      <Popover.Dropdown p={0} onMouseDown={event => event.preventDefault()}>
        {completion && (
          <CompletionList id={list} suggestions={completion.suggestions} active={active} onTake={take} />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

/** Puts the caret where a suggestion was taken, once the new text is in the field. */
function useCaret(inputRef: RefObject<HTMLTextAreaElement | null>): RefObject<number | null> {
  const caret = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (caret.current === null) return
    inputRef.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  })
  return caret
}
