import { useTranslation } from 'react-i18next'
import type { ChannelView } from '../../src-shared/publish/channel-protocol.ts'
import { shortTime } from '../versions/short-time.ts'
import css from './live.module.css'

/** What came and went, what waits, and what went wrong last. */
export function ChannelHealth({ channel }: { channel: ChannelView }) {
  const { t, i18n } = useTranslation()
  const { state, reason, lastError, lastErrorAt, lastReceivedAt, lastSentAt, deliveries } = channel
  const { waiting, held, dead } = deliveries
  const time = (at: number) => shortTime(at, i18n.language)
  const said = [
    lastReceivedAt !== null && t('live.channels.received', { at: time(lastReceivedAt) }),
    lastSentAt !== null && t('live.channels.sent', { at: time(lastSentAt) }),
    lastReceivedAt === null && lastSentAt === null && t('live.channels.quiet'),
    waiting > 0 && t('live.channels.waiting', { count: waiting }),
    held > 0 && t('live.channels.held', { count: held }),
  ].filter(line => line !== false)
  return (
    <>
      <p className={css.quiet}>
        {said.join(' · ')}
        {dead > 0 && <strong className={css.bad}> · {t('live.channels.dead', { count: dead })}</strong>}
      </p>
      {state === 'inactive' && reason !== '' && <p className={css.why}>{reason}</p>}
      {lastError !== null && lastErrorAt !== null && (
        <p className={css.why} data-bad={state !== 'active' || undefined}>
          {t('live.channels.lastError', { at: time(lastErrorAt), message: lastError })}
        </p>
      )}
    </>
  )
}
