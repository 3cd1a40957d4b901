import { Button, Checkbox } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import {
  canBeTaken,
  isTakenAtFirst,
  type Review,
  type ReviewRow,
} from '../../src-shared/texts/review-import.ts'
import { takeImport } from '../../src-shared/texts/take-import.ts'
import { languageName } from '../inspector/fields/language-name.ts'
import { commit } from '../state/edits.ts'
import { ImportRow } from './import-row.tsx'
import styles from './texts.module.css'

type Props = Readonly<{
  document: BotDocument
  review: Review
  formulas: number
  onBack: () => void
  onClose: () => void
}>

/** What the file would change, in groups; what could overwrite something newer is left unless it is chosen. */
const GROUPS = ['conflict', 'changed', 'new', 'unknown'] as const
type Group = (typeof GROUPS)[number]
type Line = Readonly<{ group: Group; rows: readonly ReviewRow[] }> | ReviewRow

const GROUP_LINE = 36
const ROW_LINE = 84

export function ImportReview({ document, review, formulas, onBack, onClose }: Props) {
  const { t } = useTranslation()
  const [taken, setTaken] = useState<ReadonlySet<ReviewRow>>(
    () => new Set(review.rows.filter(isTakenAtFirst)),
  )
  const lines = useMemo(() => linesOf(review), [review])
  const scroller = useRef<HTMLDivElement>(null)
  const drawn = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => (isGroup(lines[index]) ? GROUP_LINE : ROW_LINE),
    overscan: 6,
  })
  const set = (rows: readonly ReviewRow[], isTaken: boolean) => {
    const next = new Set(taken)
    for (const row of rows) isTaken && canBeTaken(row) ? next.add(row) : next.delete(row)
    setTaken(next)
  }
  const apply = () => {
    const rows = review.rows.filter(row => taken.has(row))
    if (commit(takeImport(document, rows), { key: 'texts.edit.import', count: rows.length })) onClose()
  }
  return (
    <div className={styles.review}>
      <Notes review={review} formulas={formulas} />
      {lines.length === 0 ? (
        <p>{t('texts.in.nothing')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by key
        <section ref={scroller} className={styles.reviewList} aria-label={t('texts.in.table')} tabIndex={0}>
          <div className={styles.reviewLines} style={{ height: drawn.getTotalSize() }}>
            {drawn.getVirtualItems().map(({ index, start }) => {
              const line = lines[index]
              const style = { transform: `translateY(${start}px)` }
              if (!line) return null
              if (isGroup(line))
                return <GroupLine key={line.group} line={line} taken={taken} style={style} onSet={set} />
              return (
                <ImportRow
                  key={`${line.id} ${line.locale}`}
                  row={line}
                  isTaken={taken.has(line)}
                  style={style}
                  onTake={isTaken => set([line], isTaken)}
                />
              )
            })}
          </div>
        </section>
      )}
      <div className={styles.actions}>
        <Button size="xs" variant="default" onClick={onBack}>
          {t('texts.in.back')}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('texts.out.cancel')}
        </Button>
        <Button size="xs" disabled={taken.size === 0} onClick={apply}>
          {t('texts.in.apply', { count: taken.size })}
        </Button>
      </div>
    </div>
  )
}

function Notes({ review, formulas }: Pick<Props, 'review' | 'formulas'>) {
  const { t, i18n } = useTranslation()
  const { isOther, foreign, sourcesChanged, rows } = review
  const same = rows.filter(({ state }) => state === 'same').length
  const languages = foreign.map(locale => languageName(locale, i18n.language)).join(', ')
  return (
    <>
      {isOther && <p data-tone="warning">{t('texts.in.other')}</p>}
      {foreign.length > 0 && <p data-tone="warning">{t('texts.in.foreign', { languages })}</p>}
      {formulas > 0 && <p data-tone="warning">{t('texts.in.formulas', { count: formulas })}</p>}
      {sourcesChanged > 0 && (
        <p data-tone="warning">{t('texts.in.sourcesChanged', { count: sourcesChanged })}</p>
      )}
      {same > 0 && <p>{t('texts.in.same', { count: same })}</p>}
    </>
  )
}

type GroupProps = Readonly<{
  line: Extract<Line, { group: Group }>
  taken: ReadonlySet<ReviewRow>
  style: React.CSSProperties
  onSet: (rows: readonly ReviewRow[], isTaken: boolean) => void
}>

function GroupLine({ line, taken, style, onSet }: GroupProps) {
  const { t } = useTranslation()
  const { group, rows } = line
  const most = rows.filter(canBeTaken).length
  const count = rows.filter(row => taken.has(row)).length
  const label = t(`texts.in.group.${group}`, { count: rows.length })
  return (
    <div className={styles.reviewGroup} style={style}>
      <Checkbox
        size="xs"
        label={label}
        aria-label={t('texts.in.takeGroup', { group: label })}
        disabled={most === 0}
        checked={most > 0 && count === most}
        indeterminate={count > 0 && count < most}
        onChange={event => onSet(rows, event.currentTarget.checked)}
      />
    </div>
  )
}

function linesOf({ rows }: Review): readonly Line[] {
  return GROUPS.flatMap((group): readonly Line[] => {
    const members = rows.filter(({ state }) => state === group)
    return members.length === 0 ? [] : [{ group, rows: members }, ...members]
  })
}

function isGroup(line: Line | undefined): line is Extract<Line, { group: Group }> {
  return line !== undefined && 'group' in line
}
