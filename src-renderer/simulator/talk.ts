import { create } from 'zustand'
import type { BotId } from '../../src-shared/document/ids.ts'
import type { Channel } from '../../src-shared/document/settings.ts'
import { compile } from '../../src-shared/runtime/compile.ts'
import type { Program } from '../../src-shared/runtime/program.ts'
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
  stepBack,
} from '../../src-shared/runtime/simulation.ts'
import { flushDrafts } from '../state/drafts.ts'
import { NO_TRAIL, useWorkbench } from '../state/workbench.ts'
import { trailOf } from './trail-of.ts'

/** What is filled in before it is sent. */
export type SheetName = 'location' | 'file' | 'referral' | 'event'

/** The conversation that is being tried. It outlives the panel, so that a look at the inspector costs nothing. */
export type Talk = Readonly<{
  bot: BotId | null
  simulation: Simulation | null
  program: Program | null
  /** The state of the document the program was made of. */
  rev: number
  /** The customer's language; null is the bot's default. */
  locale: string | null
  channel: Channel
  /** How agents and other systems behave from the next turn on. */
  host: SimulatedHost
  sheet: SheetName | null
  isFollowing: boolean
  /** The conversation that starting again put away. */
  before: Simulation | null
}>

const NOTHING: Talk = {
  bot: null,
  simulation: null,
  program: null,
  rev: -1,
  locale: null,
  channel: 'web',
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
    const simulation = begin(program, null, NOTHING.channel)
    useTalk.setState({ ...NOTHING, isFollowing: talk.isFollowing, bot, program, rev, simulation })
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

/** The same messages again: what the conversation would be with the bot as it is now. */
export function sayAgain(): void {
  goOn(replay)
}

function goOn(next: (simulation: Simulation, program: Program, host: SimulatedHost) => Simulation): void {
  flushDrafts()
  const program = refreshTalk()
  const { simulation, host } = useTalk.getState()
  if (program && simulation) show(next(simulation, program, host))
}

/** The conversation as it was before the last message. */
export function takeBack(): void {
  const { simulation } = useTalk.getState()
  if (simulation) show(stepBack(simulation))
}

/** A new conversation, in this language and on this channel; the present one can be brought back. */
export function startAgain(
  locale: string | null = useTalk.getState().locale,
  channel: Channel = useTalk.getState().channel,
): void {
  flushDrafts()
  const program = refreshTalk()
  const { simulation, before } = useTalk.getState()
  if (!program) return
  const kept = simulation && simulation.turns.length > 0 ? simulation : before
  useTalk.setState({ locale, channel, before: kept, sheet: null })
  show(begin(program, locale, channel))
}

export function bringBack(): void {
  const { before } = useTalk.getState()
  if (!before) return
  const { locale = null, more } = before.first
  useTalk.setState({ before: null, locale, channel: more?.channel ?? 'web' })
  show(before)
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
function begin(program: Program, locale: string | null, channel: Channel): Simulation {
  const startAt = new Date().setUTCHours(12, 0, 0, 0)
  return startSimulation(program, { startAt, trigger: { channel, ...(locale === null ? {} : { locale }) } })
}

function show(simulation: Simulation): void {
  useTalk.setState({ simulation })
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
