import type { Family } from '../../src-shared/blocks/kind.ts'
import { kindNamed } from '../../src-shared/blocks/kinds.ts'
import { CARD } from './block-size.ts'
import type { Colours } from './colours.ts'
import type { Picture } from './picture.ts'
import type { Scene } from './scene.ts'

type Paths = Readonly<{ edges: Path2D; families: ReadonlyMap<Family, Path2D> }>

/** Made once per edit: panning over ten thousand blocks must not walk through them at every frame. */
const made = new WeakMap<Scene['edges'], Paths>()

/** Above so many edges they are drawn fainter, or they would cover the blocks. */
const MANY_EDGES = 1000

/** The flow from far away: blocks as boxes of their family's colour, edges as straight lines, what matters on top. */
export function drawOverview(
  context: CanvasRenderingContext2D,
  { scene, view, colours, selection, trail }: Picture,
): void {
  const { zoom } = view.viewport
  const { edges } = pathsOf(scene)
  context.globalAlpha = scene.edges.size > MANY_EDGES ? 0.45 : 1
  context.strokeStyle = colours.edge
  context.lineWidth = 0.8 / zoom
  context.stroke(edges)
  drawBoxes(context, scene, colours)
  context.strokeStyle = colours.accent
  context.lineWidth = 2 / zoom
  const around = 4 / zoom
  const chosen = new Path2D()
  for (const id of [...selection.blocks, ...(trail.active ? [trail.active] : [])]) {
    const block = scene.blocks.get(id)
    if (!block) continue
    const { x, y } = block.record
    chosen.rect(x - around / 2, y - around / 2, CARD.width + around, block.size.height + around)
  }
  for (const id of [...selection.edges, ...trail.edges]) {
    const ends = scene.edges.get(id)?.ends
    if (!ends) continue
    chosen.moveTo(ends.from.x, ends.from.y)
    chosen.lineTo(ends.to.x, ends.to.y)
  }
  context.stroke(chosen)
}

/** Only the blocks: also the picture of the map. */
export function drawBoxes(context: CanvasRenderingContext2D, scene: Scene, colours: Colours): void {
  context.globalAlpha = 0.8
  for (const [family, path] of pathsOf(scene).families) {
    context.fillStyle = colours.families[family]
    context.fill(path)
  }
  context.globalAlpha = 1
}

function pathsOf(scene: Scene): Paths {
  const known = made.get(scene.edges)
  if (known) return known
  const edges = new Path2D()
  for (const { ends } of scene.edges.values()) {
    edges.moveTo(ends.from.x, ends.from.y)
    edges.lineTo(ends.to.x, ends.to.y)
  }
  const families = new Map<Family, Path2D>()
  for (const { record, size } of scene.blocks.values()) {
    const family = kindNamed(record.kind)?.family ?? 'act'
    const path = families.get(family) ?? new Path2D()
    families.set(family, path)
    path.rect(record.x, record.y, CARD.width, size.height)
  }
  const paths = { edges, families }
  made.set(scene.edges, paths)
  return paths
}
