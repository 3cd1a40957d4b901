import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../src-shared/kit/result.ts'
import type { ChannelEvent, ChannelView } from '../../src-shared/publish/channel-protocol.ts'
import { client } from '../ipc/client.ts'
import { FaultMessage } from '../versions/fault-message.tsx'
import { faultInWords } from '../words/sentences.ts'
import { Asked } from './asked.tsx'
import { ChannelEventLine } from './channel-event-line.tsx'
import css from './live.module.css'
import type { Site } from './site.ts'
import { usePages } from './use-pages.ts'

type Props = Readonly<{ site: Site; channel: ChannelView; onBack: () => void }>

/** What came in and went out over a channel, newest first; what was given up can be sent again. */
export function ChannelLog({ site, channel, onBack }: Props) {
  const { t } = useTranslation()
  const [replayed, setReplayed] = useState<number | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const back = useRef<HTMLButtonElement>(null)
  const of = { engine: site.engine.id, channel: channel.id }
  const log = usePages(async (before: string | null) => {
    const page = await site.call(() => client['live.events']({ ...of, before }))
    return page.ok ? { ok: true, value: { items: page.value.events, next: page.value.before } } : page
  })
  useEffect(() => back.current?.focus(), [])
  const replay = async (deliveries: number[] | null) => {
    setFault(null)
    const answer = await site.call(() => client['live.replay']({ ...of, deliveries }))
    if (!answer.ok) return setFault(answer)
    setReplayed(answer.value)
    await log.reload()
  }
  const hasDead = log.value?.items.some(({ state }) => state === 'dead') ?? false
  return (
    <div className={css.stack}>
      <div className={css.bar}>
        <h3 className={css.heading}>{t('live.log.title', { name: channel.name })}</h3>
        {hasDead && (
          <Button size="xs" variant="default" onClick={() => void replay(null)}>
            {t('live.log.replayAll')}
          </Button>
        )}
        <Button size="xs" variant="default" loading={log.isAsking} onClick={() => void log.reload()}>
          {t('live.again')}
        </Button>
        <Button size="xs" variant="default" ref={back} onClick={onBack}>
          {t('live.back')}
        </Button>
      </div>
      {replayed !== null && (
        <p className={css.good} role="status">
          {t('live.log.replayed', { count: replayed })}
        </p>
      )}
      {fault && <FaultMessage fault={{ message: faultInWords(fault) }} onGo={() => {}} />}
      <Asked
        answer={log}
        engine={site.engine.name}
        show={({ items, next }) => (
          <Lines items={items} onReplay={replay} onOlder={next === null ? null : log.more} />
        )}
      />
    </div>
  )
}

type LinesProps = Readonly<{
  items: readonly ChannelEvent[]
  onReplay: (deliveries: number[]) => Promise<void>
  onOlder: (() => Promise<void>) | null
}>

function Lines({ items, onReplay, onOlder }: LinesProps) {
  const { t } = useTranslation()
  if (items.length === 0 && !onOlder) return <p className={css.quiet}>{t('live.log.none')}</p>
  return (
    <>
      <ul className={css.list}>
        {items.map(event => (
          <ChannelEventLine
            key={`${event.direction} ${event.delivery ?? ''} ${event.id}`}
            event={event}
            onReplay={event.delivery === null ? null : () => void onReplay([Number(event.delivery)])}
          />
        ))}
      </ul>
      {onOlder && (
        <Button size="xs" variant="default" onClick={() => void onOlder()}>
          {t('live.log.older')}
        </Button>
      )}
    </>
  )
}
