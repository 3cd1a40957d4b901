import i18next from 'i18next'
import type { BlockId } from '../../../src-shared/document/ids.ts'
import { moveBlocks } from '../../../src-shared/edit/move-blocks.ts'
import { commit } from '../../state/edits.ts'
import { useWorkbench } from '../../state/workbench.ts'
import { canvasActions, mountedScene } from '../canvas-actions.ts'
import { useCanvasView } from '../canvas-view.ts'
import type { Point } from '../edge-path.ts'
import { glideFrom } from '../glide.ts'
import type { PlacedBlock } from '../placed-blocks.ts'
import type { Scene } from '../scene.ts'
import { readingOrder } from '../walk.ts'
import { type Arrangement, layoutGraph, placesOf } from './layout-graph.ts'
import { runLayout } from './run-layout.ts'

/** Work that takes longer says so and can be given up. */
const PATIENCE_MS = 500

/** Lays out the chosen blocks, or all of the flow when there are fewer than two, as one step. */
export async function arrange(): Promise<void> {
  const { editor, flow, selection } = useWorkbench.getState()
  const scene = mountedScene()
  if (!editor || !scene || useCanvasView.getState().arranging) return
  const order = readingOrder(editor.document, scene.blocks)
  const isPart = selection.blocks.size > 1
  const chosen = isPart ? order.filter(id => selection.blocks.has(id)) : order
  const blocks = chosen.flatMap(id => scene.blocks.get(id) ?? [])
  if (blocks.length === 0) return
  const run = runLayout(layoutGraph(arrangementOf(scene, blocks)))
  const stop = () => {
    clearTimeout(timer)
    useCanvasView.setState({ arranging: null })
  }
  const cancel = () => {
    run.cancel()
    stop()
  }
  useCanvasView.setState({ arranging: { count: blocks.length, isLong: false, cancel } })
  const timer = setTimeout(() => {
    useCanvasView.setState({ arranging: { count: blocks.length, isLong: true, cancel } })
  }, PATIENCE_MS)
  try {
    const places = placesOf(await run.done, blocks)
    const now = useWorkbench.getState()
    if (now.editor === editor && now.flow === flow && place(places, blocks) && !isPart) canvasActions.fit()
  } catch (error) {
    const message = i18next.t('craft.arrange.failed', { message: (error as Error).message })
    useWorkbench.setState({ banner: { tone: 'error', message } })
  } finally {
    stop()
  }
}

function place(places: ReadonlyMap<BlockId, Point>, blocks: readonly PlacedBlock[]): boolean {
  const { editor } = useWorkbench.getState()
  if (!editor) return false
  const before = new Map(blocks.map(({ record: { id, x, y } }) => [id, { x, y }]))
  const changes = moveBlocks(editor.document, places)
  if (Object.keys(changes).length === 0) return false
  const isDone = commit(changes, { key: 'craft.edit.arrange', count: places.size })
  if (isDone) glideFrom(before, places)
  return isDone
}

function arrangementOf(scene: Scene, blocks: readonly PlacedBlock[]): Arrangement {
  const ids = new Set(blocks.map(({ record }) => record.id))
  return {
    blocks,
    edges: [...scene.edges.values()].map(({ record }) => record),
    groups: [...scene.groups.values()]
      .map(({ record }) => record)
      .filter(group => group.blocks.every(id => ids.has(id))),
  }
}
