import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Suggestion } from './completion.ts'
import css from './field.module.css'

type Props = Readonly<{
  id: string
  suggestions: readonly Suggestion[]
  active: number
  onTake: (suggestion: Suggestion) => void
}>

/** What fits at the caret: name and type or signature, and one sentence on the one that is chosen. */
export function CompletionList({ id, suggestions, active, onTake }: Props) {
  const { t } = useTranslation()
  const shown = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is what has to be brought into view
  useEffect(() => shown.current?.scrollIntoView({ block: 'nearest' }), [active])
  return (
    <div id={id} role="listbox" aria-label={t('inspector.field.suggestions')} className={css.popup}>
      {suggestions.map((suggestion, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text field, which keeps the focus
        <div
          key={suggestion.name}
          id={`${id}-${at}`}
          ref={at === active ? shown : undefined}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          className={css.option}
          onClick={() => onTake(suggestion)}
        >
          <code>{suggestion.name}</code>
          <span>{suggestion.kind === 'variable' ? suggestion.detail : 'ƒ'}</span>
          {at === active && suggestion.kind === 'function' && <small>{suggestion.detail}</small>}
          {at === active && suggestion.summary !== '' && <small>{suggestion.summary}</small>}
        </div>
      ))}
    </div>
  )
}
