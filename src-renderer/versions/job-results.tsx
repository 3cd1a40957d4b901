import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PublishJob } from '../../src-shared/ipc/publish-calls.ts'
import { client } from '../ipc/client.ts'
import { useWorkbench } from '../state/workbench.ts'
import { Actions } from './dialog-frame.tsx'
import { JobLine } from './job-line.tsx'
import { usePublishing } from './publishing.ts'
import { useEngineStatus } from './use-engine-status.ts'
import css from './versions.module.css'

type Props = Readonly<{
  /** The jobs as they were when they were begun. */
  begun: readonly PublishJob[]
  onClose: () => void
  onPassphrase: () => void
  onAnother: () => void
}>

/** The steps that were begun, as they go, and where to talk to the bot once it is live. */
export function JobResults({ begun, onClose, onPassphrase, onAnother }: Props) {
  const { t } = useTranslation()
  const jobs = usePublishing(state => state.jobs)
  const shown = begun.map(job => jobs.find(({ id }) => id === job.id) ?? job)
  const isDone = shown.every(({ state }) => state === 'done')
  const engine = shown[0]?.engine ?? null
  return (
    <div className={css.form}>
      <div className={css.jobs}>
        {shown.map(job => (
          <JobLine key={job.id} job={job} onGo={onClose} onPassphrase={onPassphrase} />
        ))}
      </div>
      {isDone && engine && <ChatLink engine={engine} />}
      {!isDone && <p className={css.hint}>{t('versions.publish.closeHint')}</p>}
      <Actions onCancel={onAnother} cancel={t('versions.engines.back')}>
        <Button size="xs" onClick={onClose}>
          {t('versions.close')}
        </Button>
      </Actions>
    </div>
  )
}

function ChatLink({ engine }: { engine: string }) {
  const { t } = useTranslation()
  const { status } = useEngineStatus(engine)
  if (!status?.active || status.chatUrl === '') return null
  return (
    <p className={css.chat}>
      <span>{t('versions.publish.chat', { version: status.active })}</span>
      <code>{status.chatUrl}</code>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => void client['shell.open']({ url: status.chatUrl })}
      >
        {t('versions.publish.openChat')}
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => useWorkbench.setState({ dialog: 'live' })}>
        {t('live.open')}
      </Button>
    </p>
  )
}
