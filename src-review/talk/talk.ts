import { trailOf } from '../../src-renderer/simulator/trail-of.ts'
import type { Channel } from '../../src-shared/document/settings.ts'
import type { Surroundings } from '../../src-shared/document/surroundings.ts'
import { compile } from '../../src-shared/runtime/compile.ts'
import type { Program } from '../../src-shared/runtime/program.ts'
import { USUAL_HOST } from '../../src-shared/runtime/simulated-host.ts'
import {
  type Happening,
  happen,
  type Simulation,
  skipTime,
  startSimulation,
  stepBack,
} from '../../src-shared/runtime/simulation.ts'
import { type Desk, NO_TRAIL } from '../look.ts'
import { createStore, type Store } from '../store.ts'

/** A conversation with the bot of the file; the runtime is the app's and the engine's. */
export type Talk = Readonly<{
  simulation: Simulation | null
  channel: Channel
  locale: string
  host: Surroundings
}>

export type Talker = Readonly<{
  store: Store<Talk>
  letHappen: (happening: Happening) => void
  letTimePass: (ms: number) => void
  takeBack: () => void
  begin: (change: Partial<Pick<Talk, 'channel' | 'locale'>>) => void
}>

export function createTalker({ page: { bots }, look }: Desk): Talker {
  const { document } = bots
  let program: Program | null = null
  const store = createStore<Talk>({
    simulation: null,
    channel: 'web',
    locale: document.bot.locales[0] ?? 'en',
    host: USUAL_HOST,
  })
  const show = (simulation: Simulation) => {
    store.set({ simulation })
    const turn = simulation.turns.at(-1)
    const trail = turn ? trailOf(document, turn) : NO_TRAIL
    look.set({ trail })
    const end = trail.active ?? [...trail.blocks].at(-1)
    const block = end && document.get(end)
    if (block) look.set({ flow: block.flow, shown: 'now', goTo: { record: block.id, at: performance.now() } })
  }
  const begin: Talker['begin'] = change => {
    store.set(change)
    const { channel, locale } = store.get()
    program ??= compile(document)
    // As in the app: noon of the present day, so that formulas with dates behave as they would today.
    const startAt = new Date().setUTCHours(12, 0, 0, 0)
    show(startSimulation(program, { startAt, trigger: { channel, locale } }))
  }
  const goOn = (next: (simulation: Simulation, program: Program, host: Surroundings) => Simulation) => {
    const { simulation, host } = store.get()
    if (simulation && program) show(next(simulation, program, host))
  }
  return {
    store,
    begin,
    letHappen: happening =>
      goOn((simulation, program, host) => happen(simulation, program, happening, { host })),
    letTimePass: ms => goOn((simulation, program, host) => skipTime(simulation, program, ms, host)),
    takeBack: () => goOn(stepBack),
  }
}
