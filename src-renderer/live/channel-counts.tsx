import { useTranslation } from 'react-i18next'
import { client } from '../ipc/client.ts'
import { Asked } from './asked.tsx'
import css from './live.module.css'
import type { Site } from './site.ts'
import { useAnswer } from './use-answer.ts'

/** What became of the bot's messages, over all channels. */
export function ChannelCounts({ site: { engine, bot, call } }: { site: Site }) {
  const { t } = useTranslation()
  const answer = useAnswer(() => call(() => client['live.channels']({ bot, engine: engine.id })))
  return (
    <section className={css.stack}>
      <h3 className={css.heading}>{t('live.status.channels')}</h3>
      <Asked
        answer={answer}
        engine={engine.name}
        show={channels => {
          const sum = (name: 'waiting' | 'held' | 'dead') =>
            channels.reduce((all, { deliveries }) => all + deliveries[name], 0)
          const counts = { waiting: sum('waiting'), held: sum('held'), dead: sum('dead') }
          return <p className={css.quiet}>{t('live.status.counts', counts)}</p>
        }}
      />
    </section>
  )
}
