import type { BotDocument } from '../document/bot-document.ts'
import type { BlockId } from '../document/ids.ts'
import type { Event } from '../runtime/events.ts'
import type { Program } from '../runtime/program.ts'
import { type Example, exampleOf, wayTo } from './example-of.ts'
import {
  type Exploration,
  type ExploreOptions,
  explore,
  type Judge,
  type State,
  type Stopped,
  type Turn,
} from './explore.ts'

/** What may not have happened before: a block that was passed, or a variable that was set. */
export type Without = Readonly<{ block: BlockId } | { variable: string }>

/**
 * An answer with an example to play, where there is one. `unknown`: the search was stopped before it could tell, by
 * `stopped`. A `yes` or `no` that holds for all conversations holds for those with the replies that were tried.
 */
export type PathAnswer = Readonly<{
  answer: 'yes' | 'no' | 'unknown'
  /** Turns of the example, or what it says in the question. */
  turns: number | null
  example: Example | null
  stopped: Stopped
  states: number
}>

type Asked = Omit<ExploreOptions, 'judge'>

/** Can this block be reached, without having passed a block or set a variable before? The shortest way is the example. */
export function* canBeReached(
  document: BotDocument,
  program: Program,
  { goal, without = [], ...options }: Asked & Readonly<{ goal: BlockId; without?: readonly Without[] }>,
): Generator<number, PathAnswer> {
  const judge: Judge = events => firstOf(events, goal, without)
  const { found, states, stopped } = yield* explore(document, program, { goesOn: true, ...options, judge })
  if (!found)
    return { answer: stopped ? 'unknown' : 'no', turns: null, example: null, stopped, states: states.length }
  const way = [...wayTo(found.from), found]
  return {
    answer: 'yes',
    turns: way.length,
    example: exampleOf(program, way, options),
    stopped: null,
    states: states.length,
  }
}

function firstOf(
  events: readonly Event[],
  goal: BlockId,
  without: readonly Without[],
): 'found' | 'cut' | null {
  for (const event of events) {
    const isCut = without.some(each =>
      'block' in each
        ? event.type === 'blockEntered' && event.block === each.block && each.block !== goal
        : event.type === 'variableSet' && event.name === each.variable,
    )
    if (isCut) return 'cut'
    if (event.type === 'blockEntered' && event.block === goal) return 'found'
  }
  return null
}

/** What a search for help counts: the words that always work, such as the main menu's, may be left out. */
export type HelpQuestion = Readonly<{ within: number; words: boolean }>

/**
 * Is a person or the main menu within so many turns of wherever a conversation waits? `no` comes with a conversation
 * that ends where it is not; `turns` is how far it is from there, null for never.
 */
export function isHelpNear(
  document: BotDocument,
  program: Program,
  exploration: Exploration,
  { within, words }: HelpQuestion,
): PathAnswer {
  const { mainMenu } = document.bot
  const counts = ({ input }: Turn) => words || input.by !== 'word'
  const isHelp = (turn: Turn) => turn.asksPerson || (mainMenu !== null && turn.entered.includes(mainMenu))
  const { states, stopped } = exploration
  const near = distances(exploration, counts, isHelp)
  const unseen = distances(exploration, counts, ({ to }) => to.turns === null)
  let [worst, isSure]: [State | null, boolean] = [null, true]
  for (const state of states) {
    if (!waits(state) || state.turns === null) continue
    const far = near.get(state) ?? Number.POSITIVE_INFINITY
    if (far <= within || (mainMenu !== null && state.session.block === mainMenu)) continue
    if ((unseen.get(state) ?? Number.POSITIVE_INFINITY) < within) isSure = false
    else if (!worst || far > (near.get(worst) ?? Number.POSITIVE_INFINITY)) worst = state
  }
  const common = { stopped, states: states.length }
  if (worst) {
    const turns = near.get(worst) ?? null
    return { ...common, answer: 'no', turns, example: exampleOf(program, wayTo(worst)) }
  }
  return { ...common, answer: isSure && !stopped ? 'yes' : 'unknown', turns: null, example: null }
}

/** A conversation that stops leading anywhere: it breaks off, or neither an end, a person nor the main menu is left. */
export type DeadEnd = Readonly<{
  turns: number
  block: BlockId | null
  breaksOff: boolean
  example: Example | null
}>
export type DeadEnds = Readonly<{ longest: DeadEnd | null; count: number; stopped: Stopped; states: number }>

/** The dead end that takes the most turns to come to, by the shortest way there, and how many there are. */
export function deadEnds(document: BotDocument, program: Program, exploration: Exploration): DeadEnds {
  const { mainMenu } = document.bot
  const counts = ({ input }: Turn) => input.by !== 'word'
  const isWayOut = (turn: Turn) =>
    turn.asksPerson ||
    (turn.closed !== null && !isBroken(turn)) ||
    (mainMenu !== null && turn.entered.includes(mainMenu)) ||
    // Nobody knows what comes after these.
    (turn.to.turns === null && !isBroken(turn))
  const out = distances(exploration, counts, isWayOut)
  const ends = new Map<
    string,
    { way: () => readonly Turn[]; turns: number; block: BlockId | null; breaksOff: boolean }
  >()
  for (const state of exploration.states) {
    const { block = null } = state.session
    if (waits(state) && state.turns !== null && !out.has(state))
      note(ends, `wait ${block}`, { way: () => wayTo(state), turns: state.depth, block, breaksOff: false })
    for (const turn of state.turns ?? []) {
      if (!isBroken(turn)) continue
      const last = turn.entered.at(-1) ?? block
      const way = () => [...wayTo(state), turn]
      note(ends, `end ${last}`, { way, turns: state.depth + 1, block: last, breaksOff: true })
    }
  }
  const longest = [...ends.values()].sort((a, b) => b.turns - a.turns)[0]
  return {
    longest: longest
      ? {
          turns: longest.turns,
          block: longest.block,
          breaksOff: longest.breaksOff,
          example: exampleOf(program, longest.way()),
        }
      : null,
    count: ends.size,
    stopped: exploration.stopped,
    states: exploration.states.length,
  }
}

function note<T extends { turns: number }>(ends: Map<string, T>, key: string, end: T): void {
  const known = ends.get(key)
  if (!known || end.turns < known.turns) ends.set(key, end)
}

function isBroken({ closed }: Turn): boolean {
  return closed === 'deadEnd' || closed === 'limit'
}

function waits({ session }: State): boolean {
  return session.state === 'open' && session.more?.agentAt === undefined
}

/** The fewest turns from each state until one is what is wanted; states from which none is are left out. */
function distances(
  { states }: Exploration,
  counts: (turn: Turn) => boolean,
  isWanted: (turn: Turn) => boolean,
): ReadonlyMap<State, number> {
  const found = new Map<State, number>()
  const into = new Map<State, State[]>()
  let edge: State[] = []
  for (const state of states)
    for (const turn of state.turns ?? []) {
      if (!counts(turn)) continue
      if (isWanted(turn)) {
        if (!found.has(state)) edge.push(state)
        found.set(state, 1)
      } else {
        const before = into.get(turn.to)
        if (before) before.push(state)
        else into.set(turn.to, [state])
      }
    }
  for (let distance = 2; edge.length > 0; distance += 1) {
    const next: State[] = []
    for (const state of edge)
      for (const before of into.get(state) ?? [])
        if (!found.has(before)) {
          found.set(before, distance)
          next.push(before)
        }
    edge = next
  }
  return found
}
