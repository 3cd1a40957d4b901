import { IconArrowUpRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { IntegrationEvent } from '../../src-shared/publish/integration-protocol.ts'
import { contactLabel } from '../live/contact-label.ts'
import css from '../live/live.module.css'
import { PayloadPart } from '../live/payload-part.tsx'
import { ReplayButton } from '../live/replay-button.tsx'
import { shortTime } from '../versions/short-time.ts'

type Props = Readonly<{ event: IntegrationEvent; onReplay: () => void }>

/** One event a bot or desk elsewhere was told, or is to be told. */
export function IntegrationEventLine({ event, onReplay }: Props) {
  const { t, i18n } = useTranslation()
  const { state, error, attempts, payload } = event
  const contact = contactLabel(event.contact)
  const at = shortTime(event.at, i18n.language)
  // A desk is given messages that have no name in the protocol of bots.
  const what = typeof payload.Event === 'string' ? payload.Event : t('integrations.log.message')
  return (
    <li className={css.event}>
      <div className={css.rowTitle}>
        <IconArrowUpRight size={14} aria-hidden />
        <span>{t('integrations.log.about', { contact })}</span>
        <span className={css.badge} data-state={state}>
          {t('live.log.line', { what, state: t(`live.log.state.${state}`) })}
        </span>
        <span className={css.quiet}>{at}</span>
        {(state === 'dead' || state === 'done') && (
          <ReplayButton contact={contact} at={at} onReplay={onReplay} />
        )}
      </div>
      {error !== null && error !== '' && state !== 'done' && <p className={css.why}>{error}</p>}
      {attempts.length > 0 && <Attempts attempts={attempts} />}
      <PayloadPart payload={payload} />
    </li>
  )
}

function Attempts({ attempts }: Pick<IntegrationEvent, 'attempts'>) {
  const { t, i18n } = useTranslation()
  return (
    <details>
      <summary>{t('live.log.attempts', { count: attempts.length })}</summary>
      <ol className={css.lines}>
        {attempts.map(({ number, at, durationMs, outcome, status, excerpt }) => (
          <li key={`${number} ${at}`} className={css.entry}>
            {t('integrations.log.attempt', {
              ...{ number, ms: durationMs, at: shortTime(at, i18n.language) },
              // Newer engines may tell of what this program has no word for.
              outcome: t(`integrations.outcome.${outcome}`, { defaultValue: outcome, status }),
            })}
            {excerpt !== '' && <p className={css.quiet}>{excerpt}</p>}
          </li>
        ))}
      </ol>
    </details>
  )
}
