import type { Family } from '../../src-shared/blocks/kind.ts'
import { kindNamed } from '../../src-shared/blocks/kinds.ts'
import type { Hue } from '../../src-shared/document/records.ts'
import type { Coverage } from '../../src-shared/testing/coverage.ts'
import { CARD } from './block-size.ts'
import type { Box } from './box.ts'
import type { Colours } from './colours.ts'
import type { Picture } from './picture.ts'
import { noteBox } from './placed-groups.ts'
import type { Scene } from './scene.ts'

type Paths = Readonly<{
  families: ReadonlyMap<Family, Path2D>
  frames: ReadonlyMap<Hue, Path2D>
  notes: ReadonlyMap<Hue, Path2D>
}>

/** Made once per edit: panning over ten thousand blocks must not walk through them at every frame. */
const made = new WeakMap<Scene['state'], Paths>()
/** Apart from the others: the map does without them. */
const madeEdges = new WeakMap<Scene['state'], Path2D>()

/** Above so many edges they are drawn fainter, or they would cover the blocks. */
const MANY_EDGES = 1000

/** The flow from far away: blocks as boxes of their family's colour, edges as straight lines, what matters on top. */
export function drawOverview(
  context: CanvasRenderingContext2D,
  { scene, view, colours, selection, trail, coverage }: Picture,
): void {
  const { zoom } = view.viewport
  drawFrames(context, scene, colours, zoom)
  context.globalAlpha = scene.edges.size > MANY_EDGES ? 0.45 : 1
  context.strokeStyle = colours.edge
  context.lineWidth = 0.8 / zoom
  context.stroke(edgesOf(scene))
  drawBoxes(context, scene, colours)
  if (coverage) drawMissed(context, { scene, colours, zoom }, coverage)
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
  for (const id of selection.notes ?? []) {
    const note = scene.notes.get(id)
    if (note) chosen.rect(note.x - around / 2, note.y - around / 2, note.width + around, note.height + around)
  }
  for (const id of [...selection.edges, ...trail.edges]) {
    const ends = scene.edge(id)?.ends
    if (!ends) continue
    chosen.moveTo(ends.from.x, ends.from.y)
    chosen.lineTo(ends.to.x, ends.to.y)
  }
  context.stroke(chosen)
}

/** What no test comes by has a line around it that is not filled, so that it is seen without colours too. */
function drawMissed(
  context: CanvasRenderingContext2D,
  { scene, colours, zoom }: Readonly<{ scene: Scene; colours: Colours; zoom: number }>,
  coverage: Coverage,
): void {
  const missed = new Path2D()
  for (const { record, size } of scene.blocks.values())
    if (!coverage.blocks.has(record.id)) missed.rect(record.x, record.y, CARD.width, size.height)
  context.fillStyle = colours.raised
  context.fill(missed)
  context.setLineDash([3 / zoom, 2 / zoom])
  context.strokeStyle = colours.text
  context.lineWidth = 1 / zoom
  context.stroke(missed)
  context.setLineDash([])
}

/** The frames of groups, under everything. */
function drawFrames(context: CanvasRenderingContext2D, scene: Scene, colours: Colours, zoom: number): void {
  for (const [hue, path] of pathsOf(scene).frames) {
    context.globalAlpha = 0.35
    context.fillStyle = colours.hues[hue].soft
    context.fill(path)
    context.globalAlpha = 0.8
    context.strokeStyle = colours.hues[hue].line
    context.lineWidth = 1 / zoom
    context.stroke(path)
  }
}

/** Only what lies there, without edges: also the picture of the map. */
function drawBoxes(context: CanvasRenderingContext2D, scene: Scene, colours: Colours): void {
  context.globalAlpha = 0.8
  for (const [family, path] of pathsOf(scene).families) {
    context.fillStyle = colours.families[family]
    context.fill(path)
  }
  context.globalAlpha = 1
  for (const [hue, path] of pathsOf(scene).notes) {
    context.fillStyle = colours.hues[hue].line
    context.fill(path)
  }
}

/** The picture of the map: frames, blocks and notes. */
export function drawMap(
  context: CanvasRenderingContext2D,
  scene: Scene,
  colours: Colours,
  scale: number,
): void {
  drawFrames(context, scene, colours, scale)
  drawBoxes(context, scene, colours)
}

function edgesOf(scene: Scene): Path2D {
  const known = madeEdges.get(scene.state)
  if (known) return known
  const edges = new Path2D()
  for (const { ends } of scene.edges.values()) {
    edges.moveTo(ends.from.x, ends.from.y)
    edges.lineTo(ends.to.x, ends.to.y)
  }
  madeEdges.set(scene.state, edges)
  return edges
}

function pathsOf(scene: Scene): Paths {
  const known = made.get(scene.state)
  if (known) return known
  const families = new Map<Family, Path2D>()
  for (const { record, size } of scene.blocks.values()) {
    const family = kindNamed(record.kind)?.family ?? 'act'
    const path = families.get(family) ?? new Path2D()
    families.set(family, path)
    path.rect(record.x, record.y, CARD.width, size.height)
  }
  const frames = new Map<Hue, Path2D>()
  for (const { record, box } of scene.groups.values()) addBox(frames, record.hue, box)
  const notes = new Map<Hue, Path2D>()
  for (const note of scene.notes.values()) addBox(notes, note.hue, noteBox(note))
  const paths = { families, frames, notes }
  made.set(scene.state, paths)
  return paths
}

function addBox(paths: Map<Hue, Path2D>, hue: Hue, { left, top, right, bottom }: Box): void {
  const path = paths.get(hue) ?? new Path2D()
  paths.set(hue, path)
  path.rect(left, top, right - left, bottom - top)
}
