import type { Simulation } from '../../src-shared/runtime/simulation.ts'
import css from './simulator.module.css'

/** Reads out what the bot said last. It is there before anything is said, or the first words would be missed. */
export function Announcer({ simulation }: { simulation: Simulation }) {
  const turn = simulation.turns.at(-1)
  const texts = (turn?.events ?? []).flatMap(event =>
    event.type === 'messageSent' || event.type === 'agentMessage' ? [event.text] : [],
  )
  return (
    <div className={css.spoken} role="status" aria-live="polite" data-announcer>
      {turn && texts.length > 0 && <p key={turn.input.id}>{texts.join('\n')}</p>}
    </div>
  )
}
