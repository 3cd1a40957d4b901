import { useTranslation } from 'react-i18next'
import { DraftInput } from '../inspector/fields/draft-input.tsx'

const UNITS_MS = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 } as const
const PART = /(\d{1,9})\s*(ms|d|h|m|s)/g
const WHOLE = /^\s*(?:\d{1,9}\s*(?:ms|d|h|m|s)\s*)+$/

type Props = Readonly<{ field: string; label: string; value: number; commit: (ms: number) => boolean }>

/** A length of time, written like `1h 30m`. */
export function DurationField({ field, label, value, commit }: Props) {
  const { t } = useTranslation()
  return (
    <DraftInput
      field={field}
      label={label}
      value={durationText(value)}
      check={text => (readDuration(text) === null ? t('tests.step.notDuration') : null)}
      commit={text => commit(readDuration(text) ?? value)}
    />
  )
}

/** Milliseconds as `1d 2h`; nothing as `0s`. */
export function durationText(ms: number): string {
  let left = ms
  const parts: string[] = []
  for (const [unit, size] of Object.entries(UNITS_MS)) {
    const count = Math.floor(left / size)
    left -= count * size
    if (count > 0) parts.push(`${count}${unit}`)
  }
  return parts.join(' ') || '0s'
}

/** Milliseconds; null where it is no length of time. */
export function readDuration(text: string): number | null {
  if (!WHOLE.test(text)) return null
  return [...text.matchAll(PART)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * UNITS_MS[unit as keyof typeof UNITS_MS],
    0,
  )
}
