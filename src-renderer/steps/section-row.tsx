import { useTranslation } from 'react-i18next'
import { Cell } from './cell.tsx'
import type { Row } from './step-rows.ts'
import styles from './steps.module.css'
import type { StepModel } from './use-step-model.ts'

type Props = Readonly<{ model: StepModel; row: Extract<Row, { type: 'section' }>; index: number }>

/** The heading of steps that belong together: what wakes them, or that nothing leads to them. */
export function SectionRow({ model: { document }, row, index }: Props) {
  const { t } = useTranslation()
  const entry = document.get(row.first)
  const title =
    row.from !== 'entry' ? t(`steps.${row.from}`) : t(`steps.begins.${String(entry?.data.trigger)}`)
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: a heading between the rows that take the focus
    // biome-ignore lint/a11y/useSemanticElements: the grid is no table, for its rows are placed by hand
    <div className={styles.section} role="row" aria-level={1} aria-rowindex={index + 1} data-from={row.from}>
      <Cell>
        <h3>{title}</h3>
        {row.from === 'nowhere' && <p>{t('steps.nowhereHint')}</p>}
      </Cell>
    </div>
  )
}
