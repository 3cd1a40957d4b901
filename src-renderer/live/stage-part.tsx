import { Button, Progress } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Stage } from '../../src-shared/publish/stage-protocol.ts'
import { askTo } from '../versions/publishing.ts'
import { shortTime } from '../versions/short-time.ts'
import css from './live.module.css'
import type { Site } from './site.ts'
import { ChangeStage, TakeBackQuestion } from './stage-questions.tsx'

type Props = Readonly<{ site: Site; stage: Stage; active: string; onChanged: () => void }>

/** The version that a part of new conversations meets: how it does, and what can become of it. */
export function StagePart({ site, stage, active, onChanged }: Props) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<'change' | 'takeBack' | null>(null)
  const keep = () => setAsked(null)
  const question = { site, stage, active, onKeep: keep, onDone: onChanged }
  const { version } = stage
  return (
    <section className={css.row} aria-labelledby="stage-title">
      <h3 className={css.heading} id="stage-title">
        {t('stage.title', { version })}
      </h3>
      <Figures stage={stage} />
      {asked === 'change' && <ChangeStage {...question} />}
      {asked === 'takeBack' && <TakeBackQuestion {...question} />}
      {asked === null && (
        <div className={css.actions}>
          <Button size="compact-xs" variant="default" onClick={() => setAsked('change')}>
            {t('stage.change')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => askTo({ action: 'activate', version })}>
            {t('stage.finish')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => setAsked('takeBack')}>
            {t('stage.takeBack')}
          </Button>
        </div>
      )}
    </section>
  )
}

function Figures({ stage: { percent, since, rollBackAt, conversations, failed } }: { stage: Stage }) {
  const { t, i18n } = useTranslation()
  const rate = conversations === 0 ? 0 : Math.round((failed / conversations) * 1000) / 10
  return (
    <>
      <div className={css.meter}>
        <Progress.Root size="sm">
          <Progress.Section value={percent} aria-label={t('stage.share')} />
        </Progress.Root>
        <span className={css.quiet}>
          {t('stage.since', { percent, at: shortTime(since, i18n.language) })}
        </span>
      </div>
      <p className={css.quiet}>
        {t('stage.counted', { count: conversations })}
        {' · '}
        <span className={failed > 0 ? css.bad : undefined}>
          {failed > 0 ? t('stage.failed', { failed, percent: rate }) : t('stage.noneFailed')}
        </span>
      </p>
      <p className={css.quiet}>{rollBackAt ? t('stage.watched', rollBackAt) : t('stage.unwatched')}</p>
    </>
  )
}
