import { AT_REST } from '../../src-renderer/canvas/at-rest.ts'
import { CARD } from '../../src-renderer/canvas/block-size.ts'
import type { Look } from '../../src-renderer/canvas/box.ts'
import type { Colours } from '../../src-renderer/canvas/colours.ts'
import { CARDS_FROM_ZOOM, drawScene } from '../../src-renderer/canvas/draw-scene.ts'
import type { Picture } from '../../src-renderer/canvas/picture.ts'
import type { Scene } from '../../src-renderer/canvas/scene.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import type { ChangeMark } from './change-marks.ts'

export type Drawn = Readonly<{
  scene: Scene
  look: Look
  colours: Colours
  trail: Picture['trail']
  chosen: BlockId | null
  marks: ReadonlyMap<string, ChangeMark>
  theme: 'light' | 'dark'
}>

/** Draws all that is no card, and from far away also what changed, which the cards say when they are near. */
export function drawPage(canvas: HTMLCanvasElement, drawn: Drawn): void {
  const { scene, look, colours, trail, chosen } = drawn
  const context = canvas.getContext('2d')
  if (!context) return
  const ratio = window.devicePixelRatio || 1
  const [width, height] = [Math.round(look.size.width * ratio), Math.round(look.size.height * ratio)]
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  drawScene(context, {
    ...{ scene, colours, trail, ratio, coverage: null },
    view: { ...look, ...AT_REST },
    selection: { blocks: new Set(chosen ? [chosen] : []), edges: new Set() },
  })
  if (look.viewport.zoom < CARDS_FROM_ZOOM) drawMarks(context, drawn)
}

const INK: Readonly<Record<ChangeMark, Readonly<{ light: string; dark: string }>>> = {
  added: { light: '#17703a', dark: '#6fcf8f' },
  removed: { light: '#b9261c', dark: '#ff8f84' },
  changed: { light: '#8f5b00', dark: '#edb34c' },
}

function drawMarks(context: CanvasRenderingContext2D, { scene, look, marks, theme }: Drawn): void {
  context.lineWidth = 2.5 / look.viewport.zoom
  const around = 5 / look.viewport.zoom
  for (const [id, mark] of marks) {
    const block = scene.blocks.get(id as BlockId)
    if (!block) continue
    const { x, y } = block.record
    context.strokeStyle = INK[mark][theme]
    context.strokeRect(x - around, y - around, CARD.width + 2 * around, block.size.height + 2 * around)
  }
}
