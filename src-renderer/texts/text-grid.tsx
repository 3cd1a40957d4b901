// biome-ignore-all lint/a11y/useSemanticElements: a grid of windowed cells; the grid itself has the focus and the keys, and names the active cell
// biome-ignore-all lint/a11y/useFocusableInteractive: a grid of windowed cells; the grid itself has the focus and the keys, and names the active cell
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a grid of windowed cells; the grid itself has the focus and the keys, and names the active cell
// biome-ignore-all lint/a11y/useKeyWithClickEvents: a grid of windowed cells; the grid itself has the focus and the keys, and names the active cell
// biome-ignore-all lint/a11y/noStaticElementInteractions: a grid of windowed cells; the grid itself has the focus and the keys, and names the active cell
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: a grid of windowed cells; the grid itself has the focus and the keys, and names the active cell
import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { completeness } from '../../src-shared/texts/completeness.ts'
import { KindTile } from '../canvas/kind-tile.tsx'
import { languageName } from '../inspector/fields/language-name.ts'
import { headLabel } from './head-label.ts'
import { cellId, TextLine } from './text-line.tsx'
import styles from './texts.module.css'
import { useTextsView } from './texts-view.ts'
import { useGridKeys } from './use-grid-keys.ts'
import type { TextsModel } from './use-texts-model.ts'

/** Pixels; equal heights, so that ten thousand texts need no measuring. */
const HEAD_LINE = 34
const TEXT_LINE = 62
const HEADING = 34
const NEAR = 8

/** The texts as a grid with one tab stop; what is far away is not there. */
export function TextGrid({ model }: Readonly<{ model: TextsModel }>) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const cursor = useTextsView(view => view.cursor)
  const keys = useGridKeys(model)
  const focusTable = useCallback(() => scroller.current?.focus({ preventScroll: true }), [])
  const { lines, lineOf, columns } = model
  const drawn = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => (lines[index]?.type === 'head' ? HEAD_LINE : TEXT_LINE),
    getItemKey: index => keyOf(lines[index]) ?? index,
    overscan: NEAR,
    scrollMargin: HEADING,
    scrollPaddingStart: HEADING + HEAD_LINE,
  })
  const heights = lines.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines have other heights
  useEffect(() => drawn.measure(), [heights, model.texts[0]?.id])
  const line = lineOf[cursor.text]
  useEffect(() => {
    if (line === undefined || useTextsView.getState().isPointed) return
    if (line <= 1) drawn.scrollToOffset(0)
    else drawn.scrollToIndex(line, { align: 'auto' })
    intoSight(scroller.current, cursor.column)
  }, [line, cursor.column, drawn])
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      tabIndex={0}
      aria-label={t('texts.table')}
      aria-multiselectable
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={line === undefined ? undefined : cellId(cursor)}
      data-text-grid
      style={{ '--columns': columns.length - 1 } as React.CSSProperties}
      {...keys}
    >
      <Heading model={model} />
      <div role="rowgroup" className={styles.lines} style={{ height: drawn.getTotalSize() }}>
        {drawn.getVirtualItems().map(({ index, key, start }) => {
          const shown = lines[index]
          return (
            <div
              key={key}
              role="row"
              aria-rowindex={index + 2}
              className={styles.line}
              data-line={shown?.type}
              style={{ transform: `translateY(${start - HEADING}px)` }}
            >
              {shown?.type === 'head' && <Head model={model} record={shown.record} />}
              {shown?.type === 'text' && (
                <TextLine model={model} row={shown.row} at={shown.at} focusTable={focusTable} />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Heading({ model }: Readonly<{ model: TextsModel }>) {
  const { t, i18n } = useTranslation()
  const shares = completeness(model.document)
  return (
    <div role="rowgroup" className={styles.heading}>
      <div role="row" aria-rowindex={1} className={styles.headingLine}>
        {model.columns.map((locale, column) => {
          const language = languageName(locale, i18n.language)
          return (
            <div
              key={locale}
              role="columnheader"
              aria-colindex={column + 1}
              className={column === 0 ? styles.sourceHeading : styles.columnHeading}
              title={locale}
            >
              <span>{column === 0 ? t('texts.source', { language }) : language}</span>
              <small>{t('texts.share', { share: Math.floor((shares.get(locale) ?? 0) * 100) })}</small>
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Head({
  model,
  record,
}: Readonly<{ model: TextsModel; record: TextsModel['texts'][number]['record'] }>) {
  const { t } = useTranslation()
  const found = model.document.get(record)
  return (
    <div role="gridcell" aria-colspan={model.columns.length} className={styles.head}>
      <span>
        {found?.type === 'block' && <KindTile kind={found.kind} size={20} />}
        {headLabel(t, model.document, record)}
      </span>
    </div>
  )
}

function keyOf(line: TextsModel['lines'][number] | undefined): string | undefined {
  return line?.type === 'text' ? line.row.id : line?.record
}

/** Brings a column beside the fixed one into sight. */
function intoSight(scroller: HTMLElement | null, column: number): void {
  const cells = scroller?.querySelectorAll<HTMLElement>('[role="columnheader"]')
  const [source, cell] = [cells?.[0], cells?.[column]]
  if (!scroller || !source || !cell || column === 0) return
  const left = cell.offsetLeft - source.offsetWidth
  const right = cell.offsetLeft + cell.offsetWidth - scroller.clientWidth
  if (scroller.scrollLeft > left) scroller.scrollLeft = left
  else if (scroller.scrollLeft < right) scroller.scrollLeft = Math.min(left, right)
}
