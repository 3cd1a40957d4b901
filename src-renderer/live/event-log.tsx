import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault, Result } from '../../src-shared/kit/result.ts'
import { FaultMessage } from '../versions/fault-message.tsx'
import { faultInWords } from '../words/sentences.ts'
import { Asked } from './asked.tsx'
import css from './live.module.css'
import { RefreshButton } from './refresh-button.tsx'
import type { Site } from './site.ts'
import { usePages } from './use-pages.ts'

type Again = (numbers: number[]) => Promise<void>
type Props<T, N> = Readonly<{
  site: Site
  name: string
  ask: Parameters<typeof usePages<T, N>>[0]
  isDead: (event: T) => boolean
  /** Sends again those numbered, or all that were given up; answers how many. */
  replay: (numbers: number[] | null) => Promise<Result<number>>
  line: (event: T, again: Again) => ReactNode
  onBack: () => void
}>

/** What came in and went out somewhere, newest first; what was given up can be sent again, one by one or all. */
export function EventLog<T, N>({ site, name, ask, isDead, replay, line, onBack }: Props<T, N>) {
  const { t } = useTranslation()
  const [replayed, setReplayed] = useState<number | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const back = useRef<HTMLButtonElement>(null)
  const log = usePages(ask)
  useEffect(() => back.current?.focus(), [])
  const again = async (numbers: number[] | null) => {
    setFault(null)
    const answer = await replay(numbers)
    if (!answer.ok) return setFault(answer)
    setReplayed(answer.value)
    await log.reload()
  }
  return (
    <div className={css.stack}>
      <div className={css.bar}>
        <h3 className={css.heading}>{t('live.log.title', { name })}</h3>
        {log.value?.items.some(isDead) && (
          <Button size="xs" variant="default" onClick={() => void again(null)}>
            {t('live.log.replayAll')}
          </Button>
        )}
        <RefreshButton isAsking={log.isAsking} onRefresh={() => void log.reload()} />
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
          <Lines lines={items.map(event => line(event, again))} onOlder={next === null ? null : log.more} />
        )}
      />
    </div>
  )
}

type LinesProps = Readonly<{ lines: readonly ReactNode[]; onOlder: (() => Promise<void>) | null }>

function Lines({ lines, onOlder }: LinesProps) {
  const { t } = useTranslation()
  if (lines.length === 0 && !onOlder) return <p className={css.quiet}>{t('live.log.none')}</p>
  return (
    <>
      <ul className={css.list}>{lines}</ul>
      {onOlder && (
        <Button size="xs" variant="default" onClick={() => void onOlder()}>
          {t('live.log.older')}
        </Button>
      )}
    </>
  )
}
