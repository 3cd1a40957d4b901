import { create } from 'zustand'
import type { BotId } from '../../src-shared/document/ids.ts'
import type { Channel } from '../../src-shared/document/settings.ts'
import { compile } from '../../src-shared/runtime/compile.ts'
import type { Program } from '../../src-shared/runtime/program.ts'
import {
  BEGINNING,
  firstDifference,
  goToTurn,
  growTree,
  plantTree,
  type SessionTree,
  simulationAt,
  type TurnNumber,
  wayTo,
} from '../../src-shared/runtime/session-tree.ts'
import { type SimulatedHost, USUAL_HOST } from '../../src-shared/runtime/simulated-host.ts'
import {
  type Happening,
  happen,
  presentSession,
  replay,
  type Said,
  type Simulation,
  skipTime,
  startSimulation,
} from '../../src-shared/runtime/simulation.ts'
import { type Stop, simulationUntil, stopsOf } from '../../src-shared/runtime/turn-stops.ts'
import { flushDrafts } from '../state/drafts.ts'
import { NO_TRAIL, useWorkbench } from '../state/workbench.ts'
import { contactOf, NOBODY, type Persona, personaOf } from './persona.ts'
import { trailOf } from './trail-of.ts'

/** What is filled in before it is sent. */
export type SendName = 'location' | 'file' | 'voice' | 'referral' | 'event'
export type SheetName = SendName | 'date' | 'test'

/** Turns that have happened and are looked at block by block (docs/decisions/0015): `at` is the stop that is shown. */
export type Pause = Readonly<{ whole: Simulation; stops: readonly Stop[]; at: number }>

/** What became of playing the conversation again: the first turn that differs, null when none does. */
export type Compared = Readonly<{ differs: TurnNumber | null }>

/** The conversation that is being tried. It outlives the panel, so that a look at the inspector costs nothing. */
export type Talk = Readonly<{
  bot: BotId | null
  /** All that was tried since the last beginning. */
  tree: SessionTree | null
  /** The conversation up to the present turn of the tree, or up to a pause. */
  simulation: Simulation | null
  pause: Pause | null
  compared: Compared | null
  program: Program | null
  /** The state of the document the program was made of. */
  rev: number
  /** The customer's language; null is the bot's default. */
  locale: string | null
  channel: Channel
  persona: Persona
  /** How agents and other systems behave from the next turn on. */
  host: SimulatedHost
  sheet: SheetName | null
  isFollowing: boolean
  /** The conversation that starting again put away. */
  before: SessionTree | null
}>

const NOTHING: Talk = {
  bot: null,
  tree: null,
  simulation: null,
  pause: null,
  compared: null,
  program: null,
  rev: -1,
  locale: null,
  channel: 'web',
  persona: NOBODY,
  host: USUAL_HOST,
  sheet: null,
  isFollowing: true,
  before: null,
}

export const useTalk = create<Talk>()(() => NOTHING)

/** Compiles the bot as it is now, unless that is done; begins a conversation where there is none. */
export function refreshTalk(): Program | null {
  const { editor, rev, bot } = useWorkbench.getState()
  if (!editor) return null
  const talk = useTalk.getState()
  if (talk.bot === bot && talk.rev === rev && talk.program) return talk.program
  const program = compile(editor.document)
  if (talk.bot === bot && talk.simulation) useTalk.setState({ program, rev })
  else {
    const simulation = begin(program, NOTHING)
    const tree = plantTree(simulation)
    useTalk.setState({ ...NOTHING, isFollowing: talk.isFollowing, bot, program, rev, simulation, tree })
  }
  return program
}

/** What the customer says next, to the bot with everything that was typed into it so far. */
export function say(said: Said): void {
  letHappen({ type: 'message', ...said })
}

/** Anything else that can happen to a conversation. */
export function letHappen(happening: Happening): void {
  goOn((simulation, program, host) => happen(simulation, program, happening, { host }))
}

/** Lets the clock run on, milliseconds; what becomes due on the way happens. */
export function letTimePass(ms: number): void {
  goOn((simulation, program, host) => skipTime(simulation, program, ms, host))
}

function goOn(next: (simulation: Simulation, program: Program, host: SimulatedHost) => Simulation): void {
  flushDrafts()
  const program = refreshTalk()
  const { tree, host, pause } = useTalk.getState()
  if (!program || !tree || pause) return
  const present = simulationAt(tree)
  const whole = next(present, program, host)
  const stops = stopsOf(whole, present.turns.length)
  useTalk.setState({ compared: null })
  showStopOrEnd({ whole, stops, at: nextBreakpoint(stops, -1) })
}

/** Runs one more block of a paused turn. */
export function stepOn(): void {
  const { pause } = useTalk.getState()
  if (pause) showStopOrEnd({ ...pause, at: pause.at + 1 })
}

/** Runs a paused turn on to the next breakpoint, or to its end. */
export function runOn(): void {
  const { pause } = useTalk.getState()
  if (pause) showStopOrEnd({ ...pause, at: nextBreakpoint(pause.stops, pause.at) })
}

/** Breakpoints that were taken away since do not stop any more. Beyond the last stop is the end. */
function nextBreakpoint(stops: readonly Stop[], after: number): number {
  const { breakpoints } = useWorkbench.getState()
  const at = stops.findIndex(({ block }, index) => index > after && breakpoints.has(block))
  return at < 0 ? stops.length : at
}

function showStopOrEnd(pause: Pause): void {
  const { tree } = useTalk.getState()
  const stop = pause.stops[pause.at]
  if (stop) {
    const simulation = simulationUntil(pause.whole, stop)
    useTalk.setState({ pause, simulation })
    showTrail(simulation)
  } else if (tree) showTree(growTree(tree, pause.whole))
}

/** The same messages again: what the conversation would be with the bot as it is now, and where it differs. */
export function sayAgain(): void {
  flushDrafts()
  const program = refreshTalk()
  const { tree } = useTalk.getState()
  if (!program || !tree) return
  const before = simulationAt(tree, tree.tip)
  const now = replay(before, program)
  const differs = firstDifference(before, now)
  const grown = growTree(tree, now)
  showTree(grown)
  useTalk.setState({
    compared: { differs: differs === null ? null : (wayTo(grown, grown.present)[differs] ?? null) },
  })
}

/** The conversation as it was before the last message, which is kept; a turn that is paused is forgotten. */
export function takeBack(): void {
  const { tree, pause } = useTalk.getState()
  if (tree && pause) showTree(tree)
  else if (tree) goTo(tree.turns[tree.present]?.from ?? BEGINNING)
}

/** The conversation as it was after any turn; what is said next is a branch of its own. */
export function goTo(number: TurnNumber): void {
  const { tree } = useTalk.getState()
  if (tree) showTree(goToTurn(tree, number))
}

/** Another branch, to its end. */
export function goToEndOf(number: TurnNumber): void {
  const { tree } = useTalk.getState()
  if (!tree) return
  const there = goToTurn(tree, number)
  showTree({ ...there, present: there.tip })
}

/** A new conversation, in this language and on this channel; the present one can be brought back. */
export function startAgain(
  locale: string | null = useTalk.getState().locale,
  channel: Channel = useTalk.getState().channel,
  persona: Persona = useTalk.getState().persona,
): void {
  flushDrafts()
  const program = refreshTalk()
  const { tree, before } = useTalk.getState()
  if (!program) return
  const kept = tree && tree.turns.length > 0 ? tree : before
  useTalk.setState({ locale, channel, persona, before: kept, sheet: null, compared: null })
  showTree(plantTree(begin(program, { locale, channel, persona })))
}

export function bringBack(): void {
  const { before } = useTalk.getState()
  if (!before) return
  const { locale = null, more, values } = before.root.first
  const persona = personaOf(values ?? {})
  useTalk.setState({ before: null, locale, channel: more?.channel ?? 'web', persona, compared: null })
  showTree(before)
}

/** Shows a conversation that was played elsewhere, such as a test; the present one can be brought back. */
export function showPlayed(simulation: Simulation): void {
  const { tree, before } = useTalk.getState()
  const { locale = null, more, values } = simulation.first
  useTalk.setState({
    before: tree && tree.turns.length > 0 ? tree : before,
    locale,
    channel: more?.channel ?? 'web',
    persona: personaOf(values ?? {}),
    compared: null,
    sheet: null,
  })
  showTree(plantTree(simulation))
}

export function setHost(change: Partial<SimulatedHost>): void {
  useTalk.setState(({ host }) => ({ host: { ...host, ...change } }))
}

export function showSheet(sheet: SheetName | null): void {
  useTalk.setState({ sheet })
}

export function setFollowing(isFollowing: boolean): void {
  useTalk.setState({ isFollowing })
  const { simulation } = useTalk.getState()
  if (simulation) showTrail(simulation)
}

/** Whether the conversation waits at a block that the bot does not have any more, or that does not wait any more. */
export function isLost(simulation: Simulation, program: Program): boolean {
  const { state, block: id, more = {} } = presentSession(simulation)
  if (state !== 'open' || more.agentAt !== undefined) return false
  if (id === undefined) return more.intake === undefined
  const block = program.blocks.get(id)
  return !(block?.answer ?? block?.wake ?? block?.result)
}

/**
 * Noon of the present day: formulas with dates behave as they would today, and all conversations of a day go the same
 * way.
 */
function begin(
  program: Program,
  { locale, channel, persona }: Pick<Talk, 'locale' | 'channel' | 'persona'>,
): Simulation {
  const startAt = new Date().setUTCHours(12, 0, 0, 0)
  const contact = contactOf(persona)
  return startSimulation(program, {
    startAt,
    trigger: { channel, contact, ...(locale === null ? {} : { locale }) },
  })
}

function showTree(tree: SessionTree): void {
  const simulation = simulationAt(tree)
  useTalk.setState({ tree, simulation, pause: null })
  showTrail(simulation)
}

function showTrail({ turns }: Simulation): void {
  const { editor } = useWorkbench.getState()
  const turn = turns.at(-1)
  if (!editor) return
  const trail = turn ? trailOf(editor.document, turn) : NO_TRAIL
  const end = trail.active ?? [...trail.blocks].at(-1)
  const block = useTalk.getState().isFollowing && end && editor.document.get(end)
  useWorkbench.setState({ trail })
  if (block)
    useWorkbench.setState({ flow: block.flow, goTo: { record: block.id, path: null, at: performance.now() } })
}
