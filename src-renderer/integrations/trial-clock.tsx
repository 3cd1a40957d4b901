import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FAILURES_TO_OPEN } from '../../src-shared/integrations/attempts.ts'
import type { RoutingAct, RoutingSimulation } from '../../src-shared/integrations/routing-simulation.ts'
import live from '../live/live.module.css'
import css from './integrations.module.css'
import { sinceStart } from './since-start.ts'

type Props = Readonly<{
  simulation: RoutingSimulation
  beganAt: number
  onAct: (act: RoutingAct) => void
  onAgain: () => void
}>

const MINUTE_MS = 60_000
const SKIPS = { minute: MINUTE_MS, hour: 60 * MINUTE_MS, day: 24 * 60 * MINUTE_MS } as const
const SKIP_NAMES = ['minute', 'hour', 'day'] as const satisfies readonly (keyof typeof SKIPS)[]

/** Where everything stands on the played clock, and how time is passed over. */
export function TrialClock({ simulation, beganAt, onAct, onAgain }: Props) {
  const { t } = useTranslation()
  const { at, queue, breaker } = simulation
  const [head] = queue
  const nextAt = head && breaker.state === 'active' ? head.dueAt : null
  const wait = (ms: number) => onAct({ act: 'wait', ms })
  return (
    <>
      <Stand {...{ simulation, beganAt, nextAt }} />
      <div className={live.actions}>
        {SKIP_NAMES.map(name => (
          <Button key={name} size="compact-xs" variant="default" onClick={() => wait(SKIPS[name])}>
            {t(`integrations.trial.skip.${name}`)}
          </Button>
        ))}
        <Button
          size="compact-xs"
          variant="default"
          disabled={nextAt === null}
          onClick={() => nextAt !== null && wait(nextAt - at)}
        >
          {t('integrations.trial.skip.attempt')}
        </Button>
        {breaker.state !== 'active' && (
          <Button size="compact-xs" onClick={() => onAct({ act: 'verify' })}>
            {t('integrations.trial.verify')}
          </Button>
        )}
        <Button size="compact-xs" variant="default" onClick={onAgain}>
          {t('integrations.trial.again')}
        </Button>
      </div>
    </>
  )
}

type StandProps = Pick<Props, 'simulation' | 'beganAt'> & Readonly<{ nextAt: number | null }>

function Stand({ simulation, beganAt, nextAt }: StandProps) {
  const { t } = useTranslation()
  const { at, queue, breaker, routing } = simulation
  const isOpen = breaker.state !== 'active'
  const lines = [
    { name: 'clock', value: sinceStart(at - beganAt) },
    { name: 'flag', value: t(`integrations.trial.flags.${routing.flag}`) },
    {
      name: 'webhook',
      isBad: isOpen,
      value: isOpen
        ? t('integrations.state.inactive')
        : t('integrations.trial.failures', { count: breaker.failures, most: FAILURES_TO_OPEN }),
    },
    { name: 'queue', value: String(queue.length) },
    ...(nextAt === null ? [] : [{ name: 'next', value: sinceStart(nextAt - beganAt) }]),
  ]
  return (
    <dl className={css.stand} aria-label={t('integrations.trial.stand')}>
      {lines.map(({ name, value, isBad }) => (
        <div key={name}>
          <dt>{t(`integrations.trial.${name}`)}</dt>
          <dd data-bad={isBad || undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
