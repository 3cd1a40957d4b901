import type { BotDocument } from '../document/bot-document.ts'
import type { BlockId } from '../document/ids.ts'
import type { Channel } from '../document/settings.ts'
import type { Surroundings } from '../document/surroundings.ts'
import { canonicalJson } from '../kit/canonical-json.ts'
import type { World } from '../kit/world.ts'
import type { CloseReason, Event } from '../runtime/events.ts'
import type { Program } from '../runtime/program.ts'
import { NOWHERE, type Session } from '../runtime/session.ts'
import { USUAL_HOST } from '../runtime/simulated-host.ts'
import { playTurn, SIMULATION_START_AT, startSimulation } from '../runtime/simulation.ts'
import { type Possible, PossibleInputs } from './possible-inputs.ts'

/** What a search may cost. `now` is the clock of the host, milliseconds; without it there is no limit of time. */
export type Bounds = Readonly<{
  /** Turns from the beginning of a conversation. */
  depth?: number
  states?: number
  turns?: number
  ms?: number
  now?: () => number
}>

/** What ended a search before everything was looked at; null: nothing did. */
export type Stopped = 'depth' | 'states' | 'turns' | 'time' | null

/** A place conversations can be at; `by` is the turn that first led there, null for a beginning. */
export type State = Readonly<{
  number: number
  session: Session
  at: number
  /** Turns since the beginning. */
  depth: number
  by: Turn | null
  /** Turns that were tried from here; null: it was not looked at. */
  turns: Turn[] | null
}>

/** One turn that was tried, with what happened in it. */
export type Turn = Readonly<{
  from: State
  to: State
  input: Possible
  /** The number that chance gave; null: none was asked for. */
  chance: number | null
  entered: readonly BlockId[]
  /** Ports that were left, as `block|port`. */
  ports: readonly string[]
  closed: CloseReason | null
  /** Whether a person was asked to take over. */
  asksPerson: boolean
}>

export type Exploration = Readonly<{ states: readonly State[]; turns: number; stopped: Stopped }>

/** Whether a turn is what is looked for, may not be (nothing after it counts), or neither. */
export type Judge = (events: readonly Event[], turn: Turn) => 'found' | 'cut' | null

export type ExploreOptions = Readonly<{
  locale?: string | null
  channel?: Channel
  bounds?: Bounds
  judge?: Judge
  /** Whether conversations that are over begin again; without it they end there. */
  goesOn?: boolean
}>

const BOUNDS = { depth: 60, states: 20_000, turns: 200_000 } as const
/** Chance is tried at these where a turn asks for it. */
const CHANCES = [0.02, 0.35, 0.65, 0.98]
/** Thursday noon, and the night to Sunday: opening hours are the reason that both are tried. */
const STARTS = [SIMULATION_START_AT, SIMULATION_START_AT + 63 * 3_600_000]

/**
 * Tries what can happen to a conversation, the shortest ones first, each place once: a generator, so that a window can
 * draw between two steps and call it off. `found` is the first turn the judge was looking for. What is found is what
 * the bot does; that nothing is found says so much as the replies that were tried.
 */
export function* explore(
  document: BotDocument,
  program: Program,
  options: ExploreOptions = {},
): Generator<number, Exploration & Readonly<{ found: Turn | null }>> {
  const search = new Search(document, program, options)
  for (let state = search.next(); state; state = search.next()) {
    if (search.expand(state)) break
    yield search.states.length
  }
  return { states: search.states, turns: search.turns, stopped: search.stopped, found: search.found }
}

/** Runs a search to its end. */
export function finish<T>(search: Generator<unknown, T>): T {
  for (;;) {
    const step = search.next()
    if (step.done) return step.value
  }
}

type Moment = { state: State; events: readonly Event[] }

class Search {
  readonly states: State[] = []
  turns = 0
  stopped: Stopped = null
  found: Turn | null = null
  private readonly known = new Map<string, State>()
  /** What was said last at each state that is still to be looked at. */
  private readonly queue: Moment[] = []
  private taken = 0
  private readonly inputs: PossibleInputs
  private readonly program: Program
  private readonly options: ExploreOptions
  private readonly until: number
  private readonly mostTries: number

  constructor(document: BotDocument, program: Program, options: ExploreOptions) {
    this.program = program
    this.options = options
    const { ms, now } = options.bounds ?? {}
    this.until = ms !== undefined && now ? now() + ms : Number.POSITIVE_INFINITY
    this.mostTries = mostTriesOf(document)
    this.inputs = new PossibleInputs(document, program, options.locale ?? null)
    const hasHours = [...document.all('block')].some(({ kind }) => kind === 'hours')
    const trigger = {
      channel: options.channel ?? 'web',
      ...(options.locale ? { locale: options.locale } : {}),
    } as const
    const { first } = startSimulation(program, { trigger })
    for (const at of hasHours ? STARTS : STARTS.slice(0, 1)) this.add(first, at, null, [])
  }

  /** The next state to look at; undefined when there is none, or a bound was hit. */
  next(): State | undefined {
    const {
      depth = BOUNDS.depth,
      states = BOUNDS.states,
      turns = BOUNDS.turns,
      now,
    } = this.options.bounds ?? {}
    for (;;) {
      const state = this.queue[this.taken]?.state
      if (!state) return undefined
      if (!this.options.goesOn && state.session.state === 'closed') {
        this.taken += 1
        ;(state as { turns: Turn[] | null }).turns = []
        continue
      }
      if (this.states.length >= states) this.stopped = 'states'
      else if (this.turns >= turns) this.stopped = 'turns'
      else if (now && now() > this.until) this.stopped = 'time'
      else if (state.depth >= depth) this.stopped = 'depth'
      else return state
      return undefined
    }
  }

  /** Tries all that may happen at a state; whether what was looked for was found. */
  expand(state: State): boolean {
    const moment = this.queue[this.taken] as Moment
    this.queue[this.taken] = { state, events: [] }
    this.taken += 1
    const turns: Turn[] = []
    ;(state as { turns: Turn[] | null }).turns = turns
    const met = new Set<string>()
    const inputs = [...this.inputs.at({ session: state.session, at: state.at, events: moment.events })]
    for (const input of inputs) {
      const chances: (number | null)[] = [null]
      for (const chance of chances) {
        const tried = this.play(state, input, chance)
        if (tried.asked && chance === null) chances.push(...CHANCES.slice(1))
        if (input.host === USUAL_HOST && chance === null) inputs.push(...otherWorlds(input, tried.events))
        const signs = input.by === 'reply' ? signsOf(tried.events) : ''
        if (signs !== '' && met.has(signs)) continue
        met.add(signs)
        const verdict = this.take(
          state,
          { ...tried, input, chance: tried.asked ? (chance ?? CHANCES[0] ?? 0) : null },
          turns,
        )
        if (verdict === 'found') return true
      }
    }
    return false
  }

  private play(state: State, input: Possible, chance: number | null) {
    const { session: first, depth } = state
    const at = state.at + input.afterMs
    const world = new ChosenWorld(at, chance ?? CHANCES[0] ?? 0)
    const simulation = { first, turns: [], seed: 1, startAt: state.at }
    const { after, events } = playTurn(this.program, {
      simulation,
      input: { ...input.happening, id: `in-${depth + 1}` },
      at,
      host: input.host,
      world,
    })
    this.turns += 1
    return { after, events, at, asked: world.asked }
  }

  private take(
    from: State,
    {
      after,
      events,
      at,
      input,
      chance,
    }: Readonly<{
      after: Session
      events: readonly Event[]
      at: number
      input: Possible
      chance: number | null
    }>,
    turns: Turn[],
  ): 'found' | 'cut' | null {
    const told = summaryOf(events)
    const draft = { from, to: from, input, chance, ...told }
    const verdict = this.options.judge?.(events, draft) ?? null
    if (verdict === 'cut') return verdict
    const turn: { -readonly [K in keyof Turn]: Turn[K] } = draft
    turn.to = this.add(after, at, turn, events)
    turns.push(turn)
    if (verdict === 'found') this.found = turn
    return verdict
  }

  private add(session: Session, at: number, by: Turn | null, events: readonly Event[]): State {
    const key = by === null ? `${at}` : this.keyOf(session, at)
    const known = this.known.get(key)
    if (known) return known
    const depth = by === null ? 0 : by.from.depth + 1
    const state: State = { number: this.states.length, session, at, depth, by, turns: null }
    this.known.set(key, state)
    this.states.push(state)
    this.queue.push({ state, events })
    return state
  }

  /** Conversations of one key go on alike; times are left out, and counts where they do not matter any more. */
  private keyOf({ state, block, stack, values, locale, tries = 0, more = {} }: Session, at: number): string {
    const { heardAt: _, wakeAt, agentAt, effect, trail = [], misses = 0, ...rest } = more
    return canonicalJson({
      state,
      block: block ?? null,
      stack: stack ?? [],
      values: values ?? {},
      locale: locale ?? '',
      tries: Math.min(tries, this.mostTries),
      misses: Math.min(misses, 3),
      trail: trail.slice(-3),
      waits: [wakeAt !== undefined, agentAt !== undefined, effect !== undefined],
      isNight: at >= (STARTS[1] ?? 0),
      rest,
    } as never)
  }
}

/** A world whose chance is chosen, and that tells whether it was asked. */
class ChosenWorld implements World {
  asked = false
  private ids = 0
  private readonly at: number
  private readonly chance: number

  constructor(at: number, chance: number) {
    this.at = at
    this.chance = chance
  }

  now(): number {
    return this.at
  }

  random(): number {
    this.asked = true
    return this.chance
  }

  newId(): string {
    this.ids += 1
    return String(this.ids)
  }
}

/** The same once more where what the world outside answered could have been something else. */
function otherWorlds(input: Possible, events: readonly Event[]): readonly Possible[] {
  const worlds: Surroundings[] = []
  const asked = new Set(events.flatMap(event => (event.type === 'effectRequested' ? [event.kind] : [])))
  if (asked.has('http'))
    for (const http of ['mock', 'error', 'failing', 'timeout'] as const)
      if (http !== USUAL_HOST.http) worlds.push({ ...USUAL_HOST, http })
  if (asked.has('presence'))
    worlds.push({ ...USUAL_HOST, agents: 'offline' }, { ...USUAL_HOST, agents: 'failing' })
  if (asked.has('handover')) worlds.push({ ...USUAL_HOST, handover: 'failing' })
  return worlds.map(host => ({ ...input, host }))
}

function summaryOf(events: readonly Event[]): Pick<Turn, 'entered' | 'ports' | 'closed' | 'asksPerson'> {
  const entered: BlockId[] = []
  const ports: string[] = []
  let closed: CloseReason | null = null
  let asksPerson = false
  for (const event of events)
    if (event.type === 'blockEntered') entered.push(event.block)
    else if (event.type === 'edgeTaken') ports.push(`${event.block}|${event.port}`)
    else if (event.type === 'conversationClosed') closed = event.reason
    else if (event.type === 'conversationStarted') closed = null
    else if (event.type === 'handoverRequested') asksPerson = true
  return { entered, ports, closed, asksPerson }
}

/** Replies that lead the same way are one: what was entered, left and refused. */
function signsOf(events: readonly Event[]): string {
  let signs = '.'
  for (const event of events)
    if (event.type === 'blockEntered') signs += `>${event.block}`
    else if (event.type === 'edgeTaken') signs += `|${event.port}`
    else if (event.type === 'invalidReply') signs += '!'
    else if (event.type === 'messageReceived') signs += event.rule
  return signs
}

function mostTriesOf(document: BotDocument): number {
  let most = 3
  for (const { data } of document.all('block'))
    if (typeof data.maxTries === 'number') most = Math.max(most, data.maxTries)
  return most
}

/** The block at which a state waits. */
export function waitsAt({ session }: State): BlockId {
  return session.block ?? NOWHERE
}
