import { Button, Progress } from '@mantine/core'
import { IconCircleCheck, IconCircleX, IconClock, IconCloudUpload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PublishJob } from '../../src-shared/ipc/publish-calls.ts'
import { faultInWords } from '../words/sentences.ts'
import { jobPhase } from './job-phase.ts'
import { PlaceList } from './place-list.tsx'
import { cancelJob, retryJob, usePublishing } from './publishing.ts'
import css from './versions.module.css'

const ICONS = {
  sending: IconCloudUpload,
  waiting: IconClock,
  held: IconClock,
  locked: IconClock,
  done: IconCircleCheck,
  failed: IconCircleX,
}

type Props = Readonly<{
  job: PublishJob
  /** In a narrow place: what went wrong is said when the pointer rests on it, and in full in the dialog. */
  isBrief?: boolean
  /** Called when the person goes to a place in the bot. */
  onGo: () => void
  /** Asks for the passphrase the job waits for. */
  onPassphrase: () => void
}>

/** Where a step to an engine stands, what keeps it, and what can be done about it. */
export function JobLine({ job, isBrief = false, onGo, onPassphrase }: Props) {
  const { t } = useTranslation()
  const engines = usePublishing(state => state.engines)
  const engine = engines?.find(({ id }) => id === job.engine)?.name ?? t('versions.job.removedEngine')
  const phase = jobPhase(job)
  const Icon = ICONS[phase]
  const { fault, attempts } = job
  return (
    <div className={css.job} data-phase={phase} title={isBrief && fault ? faultInWords(fault) : undefined}>
      <Icon size={16} aria-hidden />
      <div className={css.jobBody}>
        <p role="status">{t(`versions.job.${job.action}.${phase}`, { version: job.version, engine })}</p>
        {phase === 'sending' && job.action === 'publish' && (
          <Progress size="sm" value={job.progress * 100} aria-label={t('versions.job.progress')} />
        )}
        {fault && phase !== 'locked' && !isBrief && (
          <p className={css.detail}>
            {faultInWords(fault)}
            {phase === 'held' && ` ${t('versions.job.tries', { count: attempts })}.`}
          </p>
        )}
        <PlaceList places={fault?.problems ?? []} onGo={onGo} />
        <JobActions job={job} onPassphrase={onPassphrase} />
      </div>
    </div>
  )
}

function JobActions({ job, onPassphrase }: Pick<Props, 'job' | 'onPassphrase'>) {
  const { t } = useTranslation()
  const phase = jobPhase(job)
  if (phase === 'sending' || phase === 'done') return null
  return (
    <div className={css.jobActions}>
      {phase === 'locked' && (
        <Button size="compact-xs" variant="default" onClick={onPassphrase}>
          {t('versions.job.passphrase')}
        </Button>
      )}
      {(phase === 'held' || phase === 'failed') && (
        <Button size="compact-xs" variant="default" onClick={() => void retryJob(job.id)}>
          {t(phase === 'held' ? 'versions.job.retry' : 'versions.tryAgain')}
        </Button>
      )}
      <Button size="compact-xs" variant="default" onClick={() => void cancelJob(job.id)}>
        {t(phase === 'failed' ? 'versions.job.dismiss' : 'versions.job.cancel')}
      </Button>
    </div>
  )
}
