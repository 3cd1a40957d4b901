import { type ReactNode, useId } from 'react'
import css from './integrations.module.css'

type Choice<T extends string> = Readonly<{ value: T; label: string; hint: string; icon: ReactNode }>
type Props<T extends string> = Readonly<{
  label: string
  value: T
  choices: readonly Choice<T>[]
  onChoose: (value: T) => void
}>

/** A choice of one among a few, each with a sentence that says what it is; arrows move among them. */
export function ChoiceCards<T extends string>({ label, value, choices, onChoose }: Props<T>) {
  const name = useId()
  return (
    <div className={css.cards} role="radiogroup" aria-label={label}>
      {choices.map(choice => (
        <label key={choice.value} className={css.card} data-chosen={choice.value === value || undefined}>
          <input
            type="radio"
            name={name}
            aria-labelledby={`${name}-${choice.value}`}
            aria-describedby={`${name}-${choice.value}-hint`}
            checked={choice.value === value}
            // biome-ignore lint/a11y/noAutofocus: one chose to come here, and goes on from the choice
            autoFocus={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          {choice.icon}
          <span>
            <strong id={`${name}-${choice.value}`}>{choice.label}</strong>
            <span className={css.hint} id={`${name}-${choice.value}-hint`}>
              {choice.hint}
            </span>
          </span>
        </label>
      ))}
    </div>
  )
}
