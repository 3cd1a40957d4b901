import { create } from 'zustand'
import type { BotId, TestcaseId } from '../../src-shared/document/ids.ts'
import type { TestcaseRecord } from '../../src-shared/document/testcase.ts'
import type { Simulation } from '../../src-shared/runtime/simulation.ts'
import { runTestcase, type TestRun } from '../../src-shared/testing/run-testcase.ts'
import { goTo, refreshTalk, showPlayed } from '../simulator/talk.ts'
import { flushDrafts } from '../state/drafts.ts'
import { setPreferences } from '../state/preferences.ts'
import { useWorkbench } from '../state/workbench.ts'

/** What came of a test, and of which state of the bot: after an edit it may not hold any more. */
export type KeptRun = Readonly<{ run: TestRun; record: TestcaseRecord; rev: number }>

type Runs = Readonly<{ bot: BotId | null; byTest: ReadonlyMap<TestcaseId, KeptRun>; left: number }>

const NONE: Runs = { bot: null, byTest: new Map(), left: 0 }
export const useTestRuns = create<Runs>()(() => NONE)

/** So long tests are played before the window draws again. Milliseconds. */
const SLICE_MS = 40

/** Plays tests with the bot as it is now, a slice at a time; a newer call takes the place of one that runs. */
export function runTests(ids: readonly TestcaseId[]): void {
  flushDrafts()
  const waiting = [...ids]
  const { bot } = useWorkbench.getState()
  useTestRuns.setState({ left: waiting.length })
  const mark = Symbol('run')
  present = mark
  const slice = () => {
    if (present !== mark || useWorkbench.getState().bot !== bot) return
    const until = performance.now() + SLICE_MS
    while (waiting.length > 0 && performance.now() < until) runOne(waiting.shift() as TestcaseId)
    useTestRuns.setState({ left: waiting.length })
    if (waiting.length > 0) requestAnimationFrame(slice)
  }
  slice()
}

let present: symbol | null = null

/** Forgets the tests that have not been played yet. */
export function stopTests(): void {
  present = null
  useTestRuns.setState({ left: 0 })
}

function runOne(id: TestcaseId): void {
  const program = refreshTalk()
  const { editor, rev, bot } = useWorkbench.getState()
  const record = editor?.document.get(id)
  if (!program || !record) return
  const kept: KeptRun = { run: runTestcase(program, record), record, rev }
  useTestRuns.setState(runs => ({
    bot,
    byTest: new Map(runs.bot === bot ? runs.byTest : []).set(id, kept),
  }))
}

/** Plays a test and shows the conversation in the simulator, up to its last turn or the one of a step, from 0. */
export function showTest(id: TestcaseId, step?: number): void {
  runTests([id])
  const kept = useTestRuns.getState().byTest.get(id)
  if (!kept) return
  showConversation(kept.run.simulation)
  // In a tree that was just planted, turns have the numbers of their steps.
  if (step !== undefined) goTo(step)
}

/** Shows a conversation that was played elsewhere in the simulator, up to its last turn. */
export function showConversation(simulation: Simulation): void {
  showPlayed(simulation)
  useWorkbench.setState({ rightTab: 'simulator' })
  if (!useWorkbench.getState().preferences.rightOpen) void setPreferences({ rightOpen: true })
}
