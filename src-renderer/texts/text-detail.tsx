import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { placeDifference } from '../../src-shared/texts/places-of.ts'
import { isWritten } from '../../src-shared/texts/text-fields.ts'
import { languageName } from '../inspector/fields/language-name.ts'
import { showPlace } from '../state/show-place.ts'
import { rowPlace } from './head-label.ts'
import styles from './texts.module.css'
import { declareUpToDate, outdatedCells } from './texts-actions.ts'
import { useTextsView } from './texts-view.ts'
import type { TextsModel } from './use-texts-model.ts'

/** What there is to know of the chosen cells, and what can be done about it. */
export function TextDetail({ model }: Readonly<{ model: TextsModel }>) {
  const { t } = useTranslation()
  const { cursor, anchor, said } = useTextsView()
  const row = model.texts[cursor.text]
  const late = outdatedCells(model, cursor, anchor)
  const count = (Math.abs(cursor.text - anchor.text) + 1) * (Math.abs(cursor.column - anchor.column) + 1)
  return (
    <footer className={styles.detail}>
      <span className={styles.where}>
        {count > 1 ? t('texts.detail.selected', { count }) : row && rowPlace(t, model.document, row)}
      </span>
      <span className={styles.why}>{count === 1 && <CellWords model={model} />}</span>
      {late.length > 0 && (
        <Button size="compact-xs" variant="default" onClick={() => declareUpToDate(model, late)}>
          {t('texts.detail.upToDate')}
        </Button>
      )}
      {row && count === 1 && (
        <Button size="compact-xs" variant="subtle" onClick={() => showPlace(row.record, row.field.path)}>
          {t('texts.detail.show')}
        </Button>
      )}
      <span className={styles.live} role="status">
        {said}
      </span>
    </footer>
  )
}

function CellWords({ model }: Readonly<{ model: TextsModel }>) {
  const { t, i18n } = useTranslation()
  const { cursor, anchor } = useTextsView()
  const row = model.texts[cursor.text]
  const [source = 'en'] = model.columns
  const locale = model.columns[cursor.column]
  if (!row || locale === undefined || cursor.column === 0) return t('texts.detail.none')
  const text = row.field.texts[locale]
  const language = languageName(source, i18n.language)
  if (!isWritten(text)) return t('texts.detail.missing', { language })
  if (outdatedCells(model, cursor, anchor).length > 0) return t('texts.detail.outdated', { language })
  const differs = row.field.role === 'text' ? placeDifference(row.field.texts[source] ?? '', text) : null
  if (!differs) return t('texts.detail.none')
  const { missing, added } = differs
  return missing.length > 0
    ? t('texts.detail.placesMissing', { places: missing.join(', ') })
    : t('texts.detail.placesAdded', { places: added.join(', ') })
}
