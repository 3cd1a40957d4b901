import { useTranslation } from 'react-i18next'
import css from './day-toggles.module.css'

type Props = Readonly<{
  label: string
  /** Monday 1 to Sunday 7. */
  days: readonly number[]
  onPick: (days: number[]) => void
}>

const DAYS = [1, 2, 3, 4, 5, 6, 7]

/** Days of the week to switch on and off; the last one stays on. */
export function DayToggles({ label, days, onPick }: Props) {
  const { i18n } = useTranslation()
  const toggle = (day: number) => {
    const next = DAYS.filter(each => (each === day ? !days.includes(each) : days.includes(each)))
    if (next.length > 0) onPick(next)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame and legend
    <div className={css.days} role="group" aria-label={label}>
      {DAYS.map(day => (
        <button
          key={day}
          type="button"
          className={css.day}
          aria-pressed={days.includes(day)}
          title={dayName(day, i18n.language, 'long')}
          onClick={() => toggle(day)}
        >
          {dayName(day, i18n.language, 'short')}
        </button>
      ))}
    </div>
  )
}

/** 2024-01-01 was a Monday. */
function dayName(day: number, locale: string, width: 'short' | 'long'): string {
  return new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' }).format(Date.UTC(2024, 0, day))
}
