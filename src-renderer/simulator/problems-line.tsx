import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../src-shared/kit/result.ts'
import { showLeft } from '../state/show-left.ts'
import css from './simulator.module.css'

/** What could not be compiled, in one line that leads to the checks, which know each place. */
export function ProblemsLine({ problems }: { problems: readonly Problem[] }) {
  const { t } = useTranslation()
  if (problems.length === 0) return null
  return (
    <button
      type="button"
      className={css.problems}
      title={t('simulator.showProblems')}
      onClick={() => showLeft('problems')}
    >
      <IconAlertTriangle size={14} aria-hidden />
      {t('simulator.problems', { count: problems.length })}
    </button>
  )
}
