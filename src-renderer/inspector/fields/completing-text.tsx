import { Popover } from '@mantine/core'
import { type KeyboardEvent, type RefObject, useId } from 'react'
import type { Completion } from './completion.ts'
import { CompletionList } from './completion-list.tsx'
import css from './field.module.css'
import type { Control } from './form-field.tsx'
import { useCompletion } from './use-completion.ts'

type Props = Readonly<{
  control: Control
  text: string
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

/** Pixels. The area grows with its text, which leaves `rows` without effect on its least height. */
const LINE_HEIGHT = 19
const AROUND = 12

/**
 * A text area that suggests what can be written at the caret. Arrows choose, Enter or Tab takes, Escape closes, and
 * Ctrl+Space asks for suggestions where none are shown by themselves.
 */
export function CompletingText(props: Props) {
  const { control, text, onType, inputRef, complete } = props
  const { completion, active, ask, take, close, handleKey } = useCompletion({
    text,
    complete,
    onType,
    input: inputRef,
  })
  const list = useId()
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || handleKey(event)) return
    if (event.key === 'Enter' && props.onEnter && !event.shiftKey) {
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
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <textarea
          {...control}
          ref={inputRef}
          className={props.mono ? `${css.input} ${css.mono}` : css.input}
          value={text}
          rows={props.rows ?? 1}
          style={{ minHeight: (props.rows ?? 1) * LINE_HEIGHT + AROUND }}
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
          onClick={close}
          onBlur={() => {
            close()
            props.onBlur()
          }}
        />
      </Popover.Target>
      <Popover.Dropdown p={0} className={css.floating} onMouseDown={event => event.preventDefault()}>
        {completion && (
          <CompletionList id={list} suggestions={completion.suggestions} active={active} onTake={take} />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
