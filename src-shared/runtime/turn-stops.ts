import type { BlockId } from '../document/ids.ts'
import { isPredefined } from '../document/predefined-variables.ts'
import type { Value } from '../kit/value.ts'
import type { Event } from './events.ts'
import type { Session } from './session.ts'
import type { SimulatedTurn, Simulation } from './simulation.ts'

type Values = Readonly<Record<string, Value>>

/** A moment in a turn: the block is about to run, and so many events of the turn have happened. */
export type Stop = Readonly<{ turn: number; events: number; block: BlockId }>

/** The moments before each block that ran, from a turn on, in order. */
export function stopsOf({ turns }: Simulation, from: number): readonly Stop[] {
  return turns
    .slice(from)
    .flatMap(({ events }, index) =>
      events.flatMap((event, at) =>
        event.type === 'blockEntered' ? { turn: from + index, events: at, block: event.block } : [],
      ),
    )
}

/**
 * The conversation as it was at a stop. A turn has happened whole when it is looked at (docs/decisions/0015); its end
 * is left out, and the values are those the events have told of so far.
 */
export function simulationUntil(simulation: Simulation, stop: Stop): Simulation {
  const turn = simulation.turns[stop.turn]
  if (!turn) return simulation
  return { ...simulation, turns: [...simulation.turns.slice(0, stop.turn), cut(turn, stop)] }
}

function cut(turn: SimulatedTurn, { events: count, block }: Stop): SimulatedTurn {
  const events = turn.events.slice(0, count)
  const after: Session = {
    ...turn.before,
    state: 'open',
    block,
    values: valuesAfter(turn.before.values ?? {}, events) as Session['values'],
  }
  return { ...turn, events, after }
}

/** The values of variables after these events; those of secret ones are masked, as the events are. */
export function valuesAfter(before: Values, events: readonly Event[]): Values {
  let values = before
  for (const event of events) {
    if (event.type === 'variableSet') values = { ...values, [event.name]: event.value }
    if (event.type === 'conversationStarted')
      values = Object.fromEntries(Object.entries(values).filter(([name]) => isPredefined(name)))
  }
  return values
}
