import type { DrawnMarks } from '../../src-shared/compare/difference-marks.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { useCanvasView } from '../canvas/canvas-view.ts'
import { readColours } from '../canvas/colours.ts'
import { type DifferenceColours, drawDifferences } from '../canvas/draw-differences.ts'
import { drawScene } from '../canvas/draw-scene.ts'
import { noteBox } from '../canvas/placed-groups.ts'
import type { Scene } from '../canvas/scene.ts'
import { NO_SELECTION, NO_TRAIL } from '../state/workbench.ts'
import type { CompareView } from './compare-state.ts'

type Painted = Readonly<{ scene: Scene; marks: DrawnMarks }> &
  Pick<CompareView, 'viewport' | 'size' | 'current'>

/** Draws one pane: what is not a card, and the marks around everything that differs. */
export function paintPane(
  canvas: HTMLCanvasElement | null,
  { scene, marks, viewport, size, current }: Painted,
): void {
  const context = canvas?.getContext('2d')
  if (!canvas || !context || size.width === 0) return
  const ratio = devicePixelRatio
  const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)]
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  drawScene(context, {
    scene,
    view: { ...useCanvasView.getInitialState(), viewport, size },
    colours: readColours(canvas),
    selection: { ...NO_SELECTION, blocks: new Set(current ? [current as BlockId] : []) },
    trail: NO_TRAIL,
    coverage: null,
    ratio,
  })
  drawDifferences(context, marks, drawnOf(scene), differenceColours(canvas), viewport.zoom)
}

function drawnOf(scene: Scene) {
  return {
    block: (id: Parameters<Scene['blocks']['get']>[0]) => scene.blocks.get(id)?.box ?? null,
    note: (id: Parameters<Scene['notes']['get']>[0]) => {
      const note = scene.notes.get(id)
      return note ? noteBox(note) : null
    },
    group: (id: Parameters<Scene['groups']['get']>[0]) => scene.groups.get(id)?.box ?? null,
    edge: (id: Parameters<Scene['edges']['get']>[0]) => scene.edge(id)?.ends ?? null,
  }
}

/** The tokens of the marks as they are in the present theme. */
function differenceColours(element: Element): DifferenceColours {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(`--p-${name}`).trim()
  return {
    added: token('green'),
    removed: token('red'),
    changed: token('amber'),
    moved: token('accent'),
    paper: token('raised'),
  }
}
