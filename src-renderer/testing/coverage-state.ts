import { create } from 'zustand'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BotId } from '../../src-shared/document/ids.ts'
import { compile } from '../../src-shared/runtime/compile.ts'
import type { Simulation } from '../../src-shared/runtime/simulation.ts'
import {
  type Coverage,
  type CoverageCounts,
  countCoverage,
  coverageOf,
} from '../../src-shared/testing/coverage.ts'
import { playConversation } from '../../src-shared/testing/play-conversation.ts'
import { useWorkbench } from '../state/workbench.ts'
import { runSearch } from './run-search.ts'

type Covered = Readonly<{
  bot: BotId | null
  coverage: Coverage | null
  counts: CoverageCounts | null
  isShown: boolean
}>

const NOTHING: Covered = { bot: null, coverage: null, counts: null, isShown: false }
export const useCoverage = create<Covered>()(() => NOTHING)

/** Edits come in bursts; the tests are played when nobody has made one for so long. Milliseconds. */
const REST_MS = 300

let watchers = 0
let stop: (() => void) | null = null

/** Keeps the coverage of the open bot's tests up to date as long as somebody wants to know it. */
export function watchCoverage(): () => void {
  watchers += 1
  stop ??= startWatching()
  return () => {
    watchers -= 1
    if (watchers > 0) return
    stop?.()
    stop = null
  }
}

function startWatching(): () => void {
  let cancel = () => {}
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    cancel()
    const { editor, bot } = useWorkbench.getState()
    if (!editor) return
    const { document } = editor
    cancel = runSearch(playAll(document), {
      onDone: coverage => {
        useCoverage.setState({ bot, coverage, counts: countCoverage(document, coverage) })
        if (useCoverage.getState().isShown) useWorkbench.setState({ coverage })
      },
    })
  }
  const stopWorkbench = useWorkbench.subscribe((state, before) => {
    if (state.bot !== before.bot) {
      useCoverage.setState({ ...NOTHING, isShown: useCoverage.getState().isShown })
      useWorkbench.setState({ coverage: null })
    } else if (state.rev === before.rev) return
    clearTimeout(timer)
    timer = setTimeout(look, REST_MS)
  })
  look()
  return () => {
    cancel()
    clearTimeout(timer)
    stopWorkbench()
  }
}

function* playAll(document: BotDocument): Generator<number, Coverage> {
  const program = compile(document)
  const played: Simulation[] = []
  for (const test of document.all('testcase')) {
    played.push(playConversation(program, test))
    yield played.length
  }
  return coverageOf(document, played)
}

let stopShown: (() => void) | null = null

/** Paints what tests come by on the canvas, or takes the paint away. */
export function toggleCoverage(): void {
  const isShown = !useCoverage.getState().isShown
  useCoverage.setState({ isShown })
  if (isShown) {
    const { coverage, bot } = useCoverage.getState()
    useWorkbench.setState(state => ({ coverage: state.bot === bot ? coverage : null }))
    stopShown = watchCoverage()
  } else {
    stopShown?.()
    useWorkbench.setState({ coverage: null })
  }
}
