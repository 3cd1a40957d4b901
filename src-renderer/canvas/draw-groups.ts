import { visibleBox } from './box.ts'
import type { Picture } from './picture.ts'
import { frameOf } from './placed-groups.ts'

const CORNER = 12

/** The frames of groups, under edges and blocks; a frame follows its blocks while they are dragged. */
export function drawGroups(context: CanvasRenderingContext2D, picture: Picture): void {
  const { scene, view, colours, selection } = picture
  const groups = view.drag ? scene.groups.values() : scene.groupsIn(visibleBox(view))
  for (const group of groups) {
    const { left, top, right, bottom } = frameOf(group, selection.blocks, view.drag)
    const { soft, line } = colours.hues[group.record.hue]
    const isChosen = selection.group === group.record.id
    context.beginPath()
    context.roundRect(left, top, right - left, bottom - top, CORNER)
    context.globalAlpha = 0.35
    context.fillStyle = soft
    context.fill()
    context.globalAlpha = isChosen ? 1 : 0.7
    context.strokeStyle = isChosen ? colours.accent : line
    context.lineWidth = Math.max(isChosen ? 2 : 1.25, (isChosen ? 2 : 1) / view.viewport.zoom)
    context.stroke()
  }
  context.globalAlpha = 1
}

/** Notes as mere sheets, when they are too small to be read. */
export function drawNotes(context: CanvasRenderingContext2D, picture: Picture): void {
  const { scene, view, colours, selection } = picture
  for (const note of view.drag ? scene.notes.values() : scene.notesIn(visibleBox(view))) {
    const isChosen = selection.notes?.has(note.id) ?? false
    const { x, y } = isChosen && view.drag ? view.drag : { x: 0, y: 0 }
    context.beginPath()
    context.roundRect(note.x + x, note.y + y, note.width, note.height, 4)
    context.fillStyle = colours.hues[note.hue].soft
    context.fill()
    context.strokeStyle = isChosen ? colours.accent : colours.hues[note.hue].line
    context.lineWidth = (isChosen ? 2 : 1) / view.viewport.zoom
    context.stroke()
  }
}
