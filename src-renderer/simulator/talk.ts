import { create } from 'zustand'
import type { BotId } from '../../src-shared/document/ids.ts'
import { compile } from '../../src-shared/runtime/compile.ts'
import type { Program } from '../../src-shared/runtime/program.ts'
import {
  presentSession,
  replay,
  type Said,
  type Simulation,
  send,
  startSimulation,
  stepBack,
} from '../../src-shared/runtime/simulation.ts'
import { flushDrafts } from '../state/drafts.ts'
import { NO_TRAIL, useWorkbench } from '../state/workbench.ts'
import { trailOf } from './trail-of.ts'

/** The conversation that is being tried. It outlives the panel, so that a look at the inspector costs nothing. */
export type Talk = Readonly<{
  bot: BotId | null
  simulation: Simulation | null
  program: Program | null
  /** The state of the document the program was made of. */
  rev: number
  /** The customer's language; null is the bot's default. */
  locale: string | null
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
  else
    useTalk.setState({
      ...NOTHING,
      isFollowing: talk.isFollowing,
      bot,
      program,
      rev,
      simulation: begin(program, null),
    })
  return program
}

/** What the customer says next, to the bot with everything that was typed into it so far. */
export function say(said: Said): void {
  flushDrafts()
  const program = refreshTalk()
  const { simulation } = useTalk.getState()
  if (!program || !simulation) return
  show(send(simulation, program, said))
}

/** The conversation as it was before the last message. */
export function takeBack(): void {
  const { simulation } = useTalk.getState()
  if (simulation) show(stepBack(simulation))
}

/** A new conversation, in `locale` if one is given; the present one can be brought back. */
export function startAgain(locale = useTalk.getState().locale): void {
  flushDrafts()
  const program = refreshTalk()
  const { simulation, before } = useTalk.getState()
  if (!program) return
  useTalk.setState({ locale, before: simulation && simulation.turns.length > 0 ? simulation : before })
  show(begin(program, locale))
}

/** The same messages again: what the conversation would be with the bot as it is now. */
export function sayAgain(): void {
  flushDrafts()
  const program = refreshTalk()
  const { simulation } = useTalk.getState()
  if (program && simulation) show(replay(simulation, program))
}

export function bringBack(): void {
  const { before } = useTalk.getState()
  if (!before) return
  useTalk.setState({ before: null, locale: before.first.locale ?? null })
  show(before)
}

export function setFollowing(isFollowing: boolean): void {
  useTalk.setState({ isFollowing })
  const { simulation } = useTalk.getState()
  if (simulation) showTrail(simulation)
}

/** Whether the conversation waits at a block that the bot does not have any more, or that does not wait any more. */
export function isLost(simulation: Simulation, program: Program): boolean {
  const { state, block } = presentSession(simulation)
  return state === 'open' && (block === undefined || !program.blocks.get(block)?.answer)
}

/**
 * Noon of the present day: formulas with dates behave as they would today, and all conversations of a day go the same
 * way.
 */
function begin(program: Program, locale: string | null): Simulation {
  const startAt = new Date().setUTCHours(12, 0, 0, 0)
  return startSimulation(program, { startAt, trigger: locale === null ? {} : { locale } })
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
