import type { Channel } from '../document/settings.ts'
import type { TestStep } from '../document/testcase.ts'
import { canonicalJson } from '../kit/canonical-json.ts'
import type { Program } from '../runtime/program.ts'
import { USUAL_HOST } from '../runtime/simulated-host.ts'
import type { Simulation } from '../runtime/simulation.ts'
import type { State, Turn } from './explore.ts'
import { type Conversation, playConversation } from './play-conversation.ts'

/** Seeds of chance that are tried until a conversation takes the way that was found. */
const SEEDS = 300

export type Example = Readonly<{ conversation: Conversation; simulation: Simulation }>

/** The turns that first led to a state, from the beginning. */
export function wayTo(state: State): readonly Turn[] {
  const way: Turn[] = []
  for (let turn = state.by; turn; turn = turn.from.by) way.push(turn)
  return way.reverse()
}

/**
 * A way as a conversation that can be played, with a seed by which chance takes it; null where none of the seeds that
 * were tried does.
 */
export function exampleOf(
  program: Program,
  way: readonly Turn[],
  { locale = null, channel = 'web' }: Readonly<{ locale?: string | null; channel?: Channel }> = {},
): Example | null {
  const first = way[0]
  if (!first) return null
  let host = USUAL_HOST
  const steps = way.map(({ input }): Conversation['steps'][number] => {
    const isSame = canonicalJson(input.host) === canonicalJson(host)
    host = input.host
    const step = { afterMs: input.afterMs, input: input.happening as TestStep['input'] }
    return isSame ? step : { ...step, surroundings: host }
  })
  const isChance = way.some(({ chance }) => chance !== null)
  for (let seed = 1; seed <= (isChance ? SEEDS : 1); seed += 1) {
    const conversation = { start: { channel, locale, contact: {}, at: first.from.at, seed }, steps }
    const simulation = playConversation(program, conversation)
    if (goesThatWay(simulation, way)) return { conversation, simulation }
  }
  return null
}

function goesThatWay({ turns }: Simulation, way: readonly Turn[]): boolean {
  return way.every(({ entered }, at) => {
    const played = (turns[at]?.events ?? []).flatMap(event =>
      event.type === 'blockEntered' ? [event.block] : [],
    )
    return played.length === entered.length && played.every((block, index) => block === entered[index])
  })
}
