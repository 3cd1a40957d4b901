import i18next from 'i18next'
import { create } from 'zustand'
import type { TestcaseId } from '../../src-shared/document/ids.ts'
import { newestIteration } from '../../src-shared/review/threads.ts'
import { simulationAt } from '../../src-shared/runtime/session-tree.ts'
import type { Simulation } from '../../src-shared/runtime/simulation.ts'
import { canvasActions } from '../canvas/canvas-actions.ts'
import { useCanvasView } from '../canvas/canvas-view.ts'
import { stopWriting } from '../review/review-actions.ts'
import { commentOnTurn } from '../review/turn-comments.ts'
import { refreshTalk, useTalk } from '../simulator/talk.ts'
import { flushDrafts } from '../state/drafts.ts'
import { shownFlow } from '../state/open-bot.ts'
import { setPreferences } from '../state/preferences.ts'
import { NO_SELECTION, useWorkbench, type Workbench } from '../state/workbench.ts'
import { runTests, useTestRuns } from '../testing/test-runs.ts'
import { focusWhenThere } from '../ui/focus-when-there.ts'
import { type Asked, goToTurnOf, type Presentation, playOrPause, sceneOfTurn } from './presentation.ts'

/** What the window looked like before, to be as it was afterwards. */
type Before = Readonly<{
  workbench: Pick<Workbench, 'flow' | 'locale' | 'selection' | 'entry' | 'trail'>
  viewport: Readonly<{ x: number; y: number; zoom: number }>
  focused: Element | null
}>

type Shown = Presentation &
  Readonly<{
    /** The test that is shown; null for the conversation of the simulator. */
    name: string | null
    simulation: Simulation
    before: Before
  }>

/** The conversation that is presented while the window's screen is `present`. */
export const usePresentation = create<{ shown: Shown | null }>()(() => ({ shown: null }))

/** Presents the conversation of the simulator, the branch that is shown there, from its first turn. */
export function presentTalk(): void {
  flushDrafts()
  refreshTalk()
  const { tree } = useTalk.getState()
  if (tree && tree.turns.length > 0) {
    begin(simulationAt(tree, tree.tip), null)
    return
  }
  useWorkbench.setState({
    rightTab: 'simulator',
    banner: { tone: 'info', message: i18next.t('present.nothing') },
  })
  void setPreferences({ rightOpen: true })
  focusWhenThere('[data-reply] textarea')
}

/** Presents what a test says and is answered by the bot as it is now; the simulator's conversation stays as it is. */
export function presentTest(id: TestcaseId): void {
  runTests([id])
  const kept = useTestRuns.getState().byTest.get(id)
  if (kept && kept.run.simulation.turns.length > 0) begin(kept.run.simulation, kept.record.name)
  else useWorkbench.setState({ banner: { tone: 'info', message: i18next.t('present.noTurns') } })
}

function begin(simulation: Simulation, name: string | null): void {
  const { screen, editor, locale, selection, entry, trail } = useWorkbench.getState()
  if (screen !== 'bot' || !editor) return
  const before: Before = {
    workbench: { flow: shownFlow(), locale, selection, entry, trail },
    viewport: useCanvasView.getState().viewport,
    focused: document.activeElement,
  }
  const spoken = simulation.first.locale
  useWorkbench.setState({
    screen: 'present',
    selection: NO_SELECTION,
    banner: null,
    goTo: null,
    locale: spoken && editor.document.bot.locales.includes(spoken) ? spoken : locale,
  })
  const { turns } = simulation
  show({ turns, at: 0, isPlaying: false, name, simulation, before })
}

/** Does what a key or a button asks for. */
export function present(asked: Asked): void {
  const { shown } = usePresentation.getState()
  if (!shown) return
  const last = shown.turns.length - 1
  if (asked === 'end') end(shown)
  else if (asked === 'play') show({ ...shown, ...playOrPause(shown) })
  else if (asked === 'comment') comment(shown)
  else goToShown({ next: shown.at + 1, back: shown.at - 1, first: 0, last }[asked])
}

/** Comments belong to an iteration, and the form that begins one is not for an audience. */
export function mayComment(): boolean {
  const { editor } = useWorkbench.getState()
  return editor !== null && !editor.isReadOnly && newestIteration(editor.document) !== null
}

/** A comment on the turn that is shown, which waits meanwhile. */
function comment(shown: Shown): void {
  if (!mayComment()) return
  show({ ...shown, isPlaying: false })
  commentOnTurn({ ...shown.simulation, turns: shown.turns }, shown.at, 'presentation')
}

export function goToShown(at: number): void {
  const { shown } = usePresentation.getState()
  if (shown) show({ ...shown, ...goToTurnOf(shown, at) })
}

/** The canvas follows: it shows the flow the turn ended in, glides to its blocks and lets them glow. */
function show(shown: Shown): void {
  const { editor } = useWorkbench.getState()
  const turn = shown.turns[shown.at]
  const isSameTurn = usePresentation.getState().shown?.at === shown.at
  usePresentation.setState({ shown })
  const scene = editor && turn && sceneOfTurn(editor.document, turn)
  if (!scene || (isSameTurn && useCanvasView.getState().stage)) return
  const { trail, flow, blocks, end } = scene
  useWorkbench.setState({ trail, flow, selection: NO_SELECTION })
  useCanvasView.setState({ stage: { flow, blocks, end } })
}

function end({ before: { workbench, viewport, focused } }: Shown): void {
  const { view } = useWorkbench.getState().preferences
  const { flow } = workbench
  usePresentation.setState({ shown: null })
  stopWriting()
  useCanvasView.setState({ stage: flow && view === 'canvas' ? { flow, viewport } : null })
  useWorkbench.setState({ ...workbench, screen: 'bot', goTo: null })
  // What had the focus is hidden until the next picture.
  requestAnimationFrame(() => {
    if (focused instanceof HTMLElement && focused !== document.body && focused.isConnected) focused.focus()
    else canvasActions.focus()
  })
}

/** The window went elsewhere meanwhile, such as to the library: there is nothing to go back to. */
export function abandon(): void {
  if (!usePresentation.getState().shown) return
  usePresentation.setState({ shown: null })
  useCanvasView.setState({ stage: null })
}
