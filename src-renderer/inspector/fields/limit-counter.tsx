import { useTranslation } from 'react-i18next'
import { type FieldMeasure, tightest } from '../../../src-shared/lint/field-measures.ts'
import { showNumber } from '../../words/show-number.ts'
import css from './field.module.css'

/** From this share of a limit on, it is time to know. */
const NEAR = 0.85

export type LimitState = 'fits' | 'near' | 'over'

export function limitState(measure: FieldMeasure | null): LimitState {
  if (!measure || measure.value < measure.max * NEAR) return 'fits'
  return measure.value > measure.max ? 'over' : 'near'
}

/** How long a text is: against the tightest limit of the bot's channels where there are any. */
export function LimitCounter({ length, measures }: { length: number; measures: readonly FieldMeasure[] }) {
  const { t } = useTranslation()
  const measure = tightest(measures)
  if (length === 0) return null
  if (!measure) {
    const formatted = showNumber(length)
    return (
      <span className={css.counter} title={t('inspector.field.characters', { count: length, formatted })}>
        {formatted}
      </span>
    )
  }
  const words = {
    value: showNumber(measure.value),
    max: showNumber(measure.max),
    channel: measure.channelName,
  }
  const isBytes = measure.unit === 'bytes'
  return (
    <span
      className={css.counter}
      data-limit={limitState(measure)}
      data-severity={measure.severity}
      title={t('editor.counter.hint', words)}
    >
      {t(isBytes ? 'editor.counter.bytes' : 'editor.counter.characters', words)}
    </span>
  )
}
