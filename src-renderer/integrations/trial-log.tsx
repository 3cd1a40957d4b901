import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoutingSimulation } from '../../src-shared/integrations/routing-simulation.ts'
import css from './integrations.module.css'
import { TrialStep } from './trial-step.tsx'

type Props = Readonly<{ simulation: RoutingSimulation; beganAt: number }>

/** What happened, in its order, with everything that was sent. */
export function TrialLog({ simulation: { steps }, beganAt }: Props) {
  const { t } = useTranslation()
  const list = useRef<HTMLOListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is new is at the end, and has to be seen
  useEffect(() => list.current?.scrollTo({ top: list.current.scrollHeight }), [steps])
  if (steps.length === 0)
    return (
      <p className={css.log} role="status">
        {t('integrations.trial.start')}
      </p>
    )
  return (
    <ol
      className={css.log}
      ref={list}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
      tabIndex={0}
      aria-label={t('integrations.trial.log')}
      aria-live="polite"
    >
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added at the end
        <TrialStep key={index} step={step} beganAt={beganAt} />
      ))}
    </ol>
  )
}
