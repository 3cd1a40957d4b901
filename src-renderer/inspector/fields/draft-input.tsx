import type { ClipboardEvent, KeyboardEvent, ReactNode, Ref } from 'react'
import css from './field.module.css'
import type { FieldPath } from './field-scope.ts'
import { FormField } from './form-field.tsx'
import { useDraft } from './use-draft.ts'

type Props = Readonly<{
  /** Names the field among all fields of the bot; give the component the same as its `key`. */
  field: string
  label: string
  value: string
  commit: (text: string) => boolean
  check?: (text: string) => string | null
  quiet?: boolean
  path?: FieldPath
  hint?: ReactNode
  action?: ReactNode
  placeholder?: string
  multiline?: boolean
  /** See useDraft. */
  whole?: boolean
  /** Turns what is typed into what is meant, such as capitals. */
  tidy?: (text: string) => string
  mono?: boolean
  /** Quieter than the field it belongs to. */
  soft?: boolean
  lang?: string
  numeric?: boolean
  autoFocus?: boolean
  inputRef?: Ref<HTMLInputElement>
  onEnter?: () => void
  onKeyDown?: (event: KeyboardEvent) => void
  onPaste?: (event: ClipboardEvent<HTMLInputElement>) => void
}>

/**
 * A line or a few lines of plain text: one edit per gesture. Enter and Escape make it at once; Escape gives up what
 * cannot be kept, or is kept only whole.
 */
export function DraftInput(props: Props) {
  const { field, value, check, commit, multiline = false, tidy = asTyped } = props
  const draft = useDraft({ field, value, check, commit, whole: props.whole })
  const onKeyDown = (event: KeyboardEvent) => {
    props.onKeyDown?.(event)
    if (event.defaultPrevented || event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !multiline) {
      draft.flush()
      props.onEnter?.()
    } else if (event.key === 'Escape' && draft.pending) {
      if (!props.whole && draft.error === null) draft.flush()
      else {
        event.stopPropagation()
        draft.drop()
      }
    }
  }
  return (
    <FormField
      label={props.label}
      quiet={props.quiet}
      hint={props.hint}
      path={props.path}
      action={props.action}
      error={draft.error}
    >
      {control => {
        const common = {
          ...control,
          className: [css.input, props.mono && css.mono, props.soft && css.soft].filter(Boolean).join(' '),
          value: draft.text,
          placeholder: props.placeholder,
          lang: props.lang,
          dir: 'auto',
          spellCheck: !props.mono,
          // Only where the person has just asked for this field.
          autoFocus: props.autoFocus,
          onBlur: draft.flush,
          onKeyDown,
        } as const
        return multiline ? (
          <textarea
            {...common}
            rows={2}
            style={{ minHeight: 50 }}
            onChange={event => draft.type(tidy(event.target.value))}
          />
        ) : (
          <input
            {...common}
            ref={props.inputRef}
            type="text"
            inputMode={props.numeric ? 'decimal' : undefined}
            autoComplete="off"
            onPaste={props.onPaste}
            onChange={event => draft.type(tidy(event.target.value))}
          />
        )
      }}
    </FormField>
  )
}

function asTyped(text: string): string {
  return text
}
