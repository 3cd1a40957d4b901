import { useState } from 'react'
import { play, type RoutingAct, startRouting } from '../../src-shared/integrations/routing-simulation.ts'
import css from './integrations.module.css'
import { TrialClock } from './trial-clock.tsx'
import { TrialControls } from './trial-controls.tsx'
import { TrialLog } from './trial-log.tsx'
import type { TrialSetup } from './trial-setup.ts'

/** Bot endpoint, agents, customer and clock, played: what is done on the left is told on the right. */
export function Trial({ setup }: { setup: TrialSetup }) {
  const [beganAt, setBeganAt] = useState(() => Date.now())
  const [simulation, setSimulation] = useState(() => startRouting({ ...setup, startAt: beganAt }))
  const act = (one: RoutingAct) => setSimulation(known => play(known, one))
  const again = () => {
    const startAt = Date.now()
    setBeganAt(startAt)
    setSimulation(startRouting({ ...setup, startAt }))
  }
  return (
    <div className={css.trial}>
      <TrialControls simulation={simulation} onAct={act} />
      <div className={css.told}>
        <TrialClock {...{ simulation, beganAt }} onAct={act} onAgain={again} />
        <TrialLog {...{ simulation, beganAt }} />
      </div>
    </div>
  )
}
