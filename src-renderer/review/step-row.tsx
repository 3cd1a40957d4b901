import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { ChecklistItem } from '../../src-shared/onboarding/checklist.ts'
import panels from '../panels/panels.module.css'
import styles from './review.module.css'
import { useReview } from './review-state.ts'
import { StepForm } from './step-form.tsx'

const TONES = { todo: undefined, 'in-review': 'accent', blocked: 'bad', done: 'good' } as const

type Props = Readonly<{ document: BotDocument; item: ChecklistItem }>

/** One step: what it is called and how it stands; opened, who does it, until when, and what shows it. */
export function StepRow({ document, item }: Props) {
  const { t } = useTranslation()
  const isOpen = useReview(({ step }) => step === item.id)
  const { state, owner } = item.task
  const channel = item.channel && t(`blocks.condition.channels.${item.channel}`)
  const meta = channel && owner ? t('checklist.by', { channel, owner }) : (channel ?? owner)
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <li className={panels.item} data-open={isOpen || undefined} data-step={item.id}>
      <button
        type="button"
        className={panels.row}
        aria-expanded={isOpen}
        onClick={() => useReview.setState({ step: isOpen ? null : item.id, study: null })}
      >
        <Chevron size={14} aria-hidden />
        <span className={panels.main}>
          <span className={styles.wrapped}>{t(`checklist.step.${item.step}`)}</span>
          {meta !== '' && <span className={panels.meta}>{meta}</span>}
        </span>
        <span className={styles.chip} data-tone={TONES[state]}>
          {t(`checklist.state.${state}`)}
        </span>
      </button>
      {isOpen && <StepForm document={document} item={item} />}
    </li>
  )
}
