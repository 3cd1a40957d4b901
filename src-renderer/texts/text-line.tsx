// biome-ignore-all lint/a11y/useSemanticElements: a grid of windowed cells; the grid itself has the focus and the keys, and names the active cell
// biome-ignore-all lint/a11y/useFocusableInteractive: a grid of windowed cells; the grid itself has the focus and the keys, and names the active cell
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a grid of windowed cells; the grid itself has the focus and the keys, and names the active cell
// biome-ignore-all lint/a11y/useKeyWithClickEvents: a grid of windowed cells; the grid itself has the focus and the keys, and names the active cell
// biome-ignore-all lint/a11y/noStaticElementInteractions: a grid of windowed cells; the grid itself has the focus and the keys, and names the active cell
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: a grid of windowed cells; the grid itself has the focus and the keys, and names the active cell
import { IconClockExclamation, IconVariableOff } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { placeDifference } from '../../src-shared/texts/places-of.ts'
import { isWritten } from '../../src-shared/texts/text-fields.ts'
import type { TextRow } from '../../src-shared/texts/text-rows.ts'
import { isOutdated } from '../../src-shared/texts/translation-marks.ts'
import { fieldLabel } from './field-label.ts'
import { textDirection } from './text-direction.ts'
import { TextEditor } from './text-editor.tsx'
import styles from './texts.module.css'
import { type CellAt, moveCursor, useTextsView } from './texts-view.ts'
import { beginEditing } from './use-grid-keys.ts'
import type { TextsModel } from './use-texts-model.ts'

type Props = Readonly<{ model: TextsModel; row: TextRow; at: number; focusTable: () => void }>

export function cellId({ text, column }: CellAt): string {
  return `text-${text}-${column}`
}

/** One text in every language that is shown. */
export function TextLine({ model, row, at, focusTable }: Props) {
  return model.columns.map((locale, column) => (
    <Cell
      key={locale}
      model={model}
      row={row}
      locale={locale}
      text={at}
      column={column}
      focusTable={focusTable}
    />
  ))
}

type CellProps = Omit<Props, 'at'> & CellAt & Readonly<{ locale: string }>

const Cell = memo(function Cell({ model, row, locale, text, column, focusTable }: CellProps) {
  const { t } = useTranslation()
  const isChosen = useTextsView(({ cursor, anchor }) => isBetween({ text, column }, cursor, anchor))
  const isCursor = useTextsView(({ cursor }) => cursor.text === text && cursor.column === column)
  const isEdited = useTextsView(({ editing }) => editing !== null) && isCursor
  const { field } = row
  const said = field.texts[locale] ?? ''
  const [source = 'en'] = model.columns
  const isMissing = !isWritten(said)
  const isLate = column > 0 && isOutdated(model.document, row.record, field, locale)
  const differs =
    column > 0 && !isMissing && field.role === 'text' && placeDifference(field.texts[source] ?? '', said)
  const state = isMissing ? 'missing' : isLate ? 'outdated' : differs ? 'places' : undefined
  const label = column === 0 ? fieldLabel(t, field) : null
  return (
    <div
      id={cellId({ text, column })}
      className={column === 0 ? styles.sourceCell : styles.cell}
      role={column === 0 ? 'rowheader' : 'gridcell'}
      aria-colindex={column + 1}
      aria-selected={isChosen}
      data-cursor={isCursor || undefined}
      data-state={state}
      onClick={event => {
        moveCursor({ text, column }, { isExtending: event.shiftKey, isPointed: true })
        focusTable()
      }}
      onDoubleClick={() => beginEditing(model)}
    >
      {label && <span className={styles.label}>{label}</span>}
      <span className={styles.said} lang={locale} dir={textDirection(locale)}>
        {isMissing ? <em className={styles.missing}>{t('texts.missing')}</em> : said.slice(0, 400)}
      </span>
      {isLate && (
        <IconClockExclamation className={styles.mark} size={14} aria-label={t('texts.cell.outdated')} />
      )}
      {differs && <IconVariableOff className={styles.mark} size={14} aria-label={t('texts.cell.places')} />}
      {isEdited && <TextEditor model={model} focusTable={focusTable} />}
    </div>
  )
})

function isBetween({ text, column }: CellAt, a: CellAt, b: CellAt): boolean {
  const within = (value: number, x: number, y: number) => value >= Math.min(x, y) && value <= Math.max(x, y)
  return within(text, a.text, b.text) && within(column, a.column, b.column)
}
