import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { canBeTaken, type ReviewRow } from '../../src-shared/texts/review-import.ts'
import { languageName } from '../inspector/fields/language-name.ts'
import { textDirection } from './text-direction.ts'
import styles from './texts.module.css'

type Props = Readonly<{
  row: ReviewRow
  isTaken: boolean
  style: React.CSSProperties
  onTake: (isTaken: boolean) => void
}>

/** One text of a file beside what the bot has, and why one might not want it. */
export function ImportRow({ row, isTaken, style, onTake }: Props) {
  const { t, i18n } = useTranslation()
  const { places } = row
  const language = languageName(row.locale, i18n.language)
  const direction = textDirection(row.locale)
  const warnings = [
    row.unfit,
    row.reason && t(`texts.in.reason.${row.reason}`),
    places && places.missing.length > 0 && t('texts.in.placesMissing', { places: places.missing.join(', ') }),
    places && places.added.length > 0 && t('texts.in.placesAdded', { places: places.added.join(', ') }),
  ].filter(Boolean)
  return (
    <div className={styles.reviewRow} style={style} data-review={row.state}>
      <Checkbox
        size="xs"
        aria-label={t('texts.in.take', { place: row.place || row.id, language })}
        disabled={!canBeTaken(row)}
        checked={isTaken}
        onChange={event => onTake(event.currentTarget.checked)}
      />
      <div>
        <small title={row.id}>{row.place || row.id}</small>
        <span className={styles.said}>{row.source.slice(0, 400)}</span>
      </div>
      <div>
        <small>{t('texts.in.present')}</small>
        <span className={styles.said} lang={row.locale} dir={direction}>
          {row.present === '' ? (
            <em className={styles.missing}>{t('texts.in.empty')}</em>
          ) : (
            row.present.slice(0, 400)
          )}
        </span>
      </div>
      <div>
        <small data-tone={warnings.length > 0 ? 'warning' : undefined}>
          {warnings.length > 0 ? warnings.join(' ') : language}
        </small>
        <span className={styles.said} lang={row.locale} dir={direction}>
          {row.text.slice(0, 400)}
        </span>
      </div>
    </div>
  )
}
