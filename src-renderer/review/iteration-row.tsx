import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { IterationRecord } from '../../src-shared/document/iteration.ts'
import { approvalHindrance, decisionHindrance } from '../../src-shared/review/may-approve.ts'
import { openBlocking } from '../../src-shared/review/threads.ts'
import { shortDate } from '../versions/short-date.ts'
import styles from './review.module.css'
import { compareIteration, decide } from './review-actions.ts'

type Props = Readonly<{ document: BotDocument; iteration: IterationRecord }>

const TONES = { 'in-review': 'accent', 'changes-requested': 'bad', approved: 'good' } as const

/** One pass of the review: what was submitted, by whom, what came of it, and for the newest the decision. */
export function IterationRow({ document, iteration }: Props) {
  const { t, i18n } = useTranslation()
  const { number, version, by, at, note, state, decidedBy, decidedAt } = iteration
  const date = (time: number) => shortDate(time, i18n.language)
  return (
    <li className={styles.iteration}>
      <div className={styles.line}>
        <span className={styles.name}>{t('review.iteration', { number })}</span>
        <span className={styles.chip} data-tone={TONES[state]}>
          {t(`review.state.${state}`)}
        </span>
      </div>
      <p className={styles.meta}>{t('review.by', { version, name: by.name, at: date(at) })}</p>
      {note !== '' && <p className={styles.text}>{note}</p>}
      {decidedBy && decidedAt !== undefined && state !== 'in-review' && (
        <p className={styles.meta}>{t('review.decided', { name: decidedBy.name, at: date(decidedAt) })}</p>
      )}
      <Acts document={document} iteration={iteration} />
    </li>
  )
}

function Acts({ document, iteration }: Props) {
  const { t } = useTranslation()
  const mayDecide = decisionHindrance(document, iteration.id) === null
  const isBlocked = approvalHindrance(document, iteration.id) === 'blocking'
  const reason = `blocked-${iteration.id}`
  return (
    <>
      <div className={styles.buttons}>
        {mayDecide && (
          <Button
            size="compact-xs"
            disabled={isBlocked}
            aria-describedby={isBlocked ? reason : undefined}
            onClick={() => decide(iteration, 'approved')}
          >
            {t('review.approve')}
          </Button>
        )}
        {mayDecide && iteration.state === 'in-review' && (
          <Button size="compact-xs" variant="default" onClick={() => decide(iteration, 'changes-requested')}>
            {t('review.requestChanges')}
          </Button>
        )}
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('review.compareWith', { number: iteration.number })}
          onClick={() => void compareIteration(iteration)}
        >
          {t('review.compare')}
        </Button>
      </div>
      {isBlocked && (
        <p className={styles.meta} id={reason} style={{ marginTop: 6 }}>
          {t('review.blocked', { count: openBlocking(document).length })}
        </p>
      )}
    </>
  )
}
