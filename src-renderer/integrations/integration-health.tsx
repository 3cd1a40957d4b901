import { useTranslation } from 'react-i18next'
import { FAILURES_TO_OPEN } from '../../src-shared/integrations/attempts.ts'
import type { IntegrationView } from '../../src-shared/publish/integration-protocol.ts'
import css from '../live/live.module.css'
import { shortTime } from '../versions/short-time.ts'

/** How an integration does: its circuit (requirements.md IMI-18), what waits, and what went wrong last. */
export function IntegrationHealth({ integration }: { integration: IntegrationView }) {
  const { t, i18n } = useTranslation()
  const { platform, state, failures, lastDoneAt, lastError, lastErrorAt, events, services } = integration
  const time = (at: number) => shortTime(at, i18n.language)
  const said = [
    platform !== 'engine' &&
      (lastDoneAt === null
        ? t('integrations.health.quiet')
        : t('integrations.health.done', { at: time(lastDoneAt) })),
    events.waiting > 0 && t('integrations.health.waiting', { count: events.waiting }),
    events.held > 0 && t('integrations.health.held', { count: events.held }),
    services.length === 0
      ? t('integrations.health.unused')
      : t('integrations.health.services', { names: services.map(({ name }) => name).join(', ') }),
  ].filter(line => line !== false)
  return (
    <>
      <p className={css.quiet}>
        {said.join(' · ')}
        {events.dead > 0 && (
          <strong className={css.bad}> · {t('integrations.health.dead', { count: events.dead })}</strong>
        )}
      </p>
      {state === 'active' && failures > 0 && (
        <p className={css.why}>
          {t('integrations.health.failures', { count: failures, most: FAILURES_TO_OPEN })}
        </p>
      )}
      {state === 'inactive' && (
        <p className={css.why} data-bad>
          {t('integrations.health.open', { count: failures })}
        </p>
      )}
      {lastError !== null && lastErrorAt !== null && (
        <p className={css.why} data-bad={state === 'inactive' || undefined}>
          {t('integrations.health.lastError', { at: time(lastErrorAt), message: lastError })}
        </p>
      )}
    </>
  )
}
