import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockRecord } from '../../src-shared/document/records.ts'
import type { StudyRecord } from '../../src-shared/document/study.ts'
import { unstudied } from '../../src-shared/onboarding/change-study.ts'
import { integrationsOf } from '../../src-shared/onboarding/integrations.ts'
import { blockTitle } from '../blocks/block-title.ts'
import panels from '../panels/panels.module.css'
import styles from './review.module.css'
import { useReview } from './review-state.ts'
import { StudyForm } from './study-form.tsx'

const TONES = { unknown: undefined, feasible: 'good', 'with-changes': 'warn', 'not-feasible': 'bad' } as const

/** The calls of a bot to other systems, each with what was found out about it (requirements.md KAL-08). */
export function Studies({ document }: { document: BotDocument }) {
  const { t } = useTranslation()
  return (
    <ul className={styles.studies} aria-label={t('checklist.study.list')}>
      {integrationsOf(document).map(({ block, study }) => (
        <StudyRow key={block.id} block={block} study={study ?? unstudied(block.id)} />
      ))}
    </ul>
  )
}

function StudyRow({ block, study }: Readonly<{ block: BlockRecord; study: StudyRecord }>) {
  const { t } = useTranslation()
  const isOpen = useReview(state => state.study === block.id)
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <li data-study={block.id}>
      <button
        type="button"
        className={panels.row}
        aria-expanded={isOpen}
        onClick={() => useReview.setState({ study: isOpen ? null : block.id })}
      >
        <Chevron size={14} aria-hidden />
        <span className={panels.main}>
          <span className={styles.wrapped}>{blockTitle(t, block)}</span>
        </span>
        <span className={styles.chip} data-tone={TONES[study.verdict]}>
          {t(`checklist.study.verdictIs.${study.verdict}`)}
        </span>
      </button>
      {isOpen && <StudyForm block={block} study={study} />}
    </li>
  )
}
