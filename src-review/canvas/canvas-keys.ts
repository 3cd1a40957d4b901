import type { Scene } from '../../src-renderer/canvas/scene.ts'
import { type Direction, walk } from '../../src-renderer/canvas/walk.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { type Desk, shownDocument, showRecord } from '../look.ts'
import type { PaneView } from './pane-view.ts'
import { pannedBy } from './view.ts'

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}
const STEPS: Readonly<Record<Direction, { x: number; y: number }>> = {
  left: { x: 80, y: 0 },
  right: { x: -80, y: 0 },
  up: { x: 0, y: 80 },
  down: { x: 0, y: -80 },
}

type Canvas = Readonly<{ desk: Desk; view: PaneView; scene: Scene }>

/** Arrows walk along the edges, with Shift they move the view; + and − zoom, 0 shows all, Escape chooses nothing. */
export function canvasKey(event: KeyboardEvent, { desk, view, scene }: Canvas): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const direction = ARROWS[event.key]
  if (direction && event.shiftKey) view.change(viewport => pannedBy(viewport, STEPS[direction]))
  else if (direction) walkOn(direction, { desk, view, scene })
  else if (event.key === '+' || event.key === '=') view.zoomBy(1.25)
  else if (event.key === '-') view.zoomBy(0.8)
  else if (event.key === '0') view.fit()
  else if (event.key === 'Escape') desk.look.set({ chosen: null })
  else return
  event.preventDefault()
}

function walkOn(direction: Direction, { desk, view, scene }: Canvas): void {
  const chosen = desk.look.get().chosen as BlockId | null
  const first = [...scene.blocks.values()].find(({ hasInput }) => !hasInput) ?? [...scene.blocks.values()][0]
  const next =
    chosen && scene.blocks.has(chosen)
      ? walk(shownDocument(desk), scene.blocks, chosen, direction)
      : (first?.record.id ?? null)
  if (!next) return
  showRecord(desk, next)
  view.focusSoon(next)
}
