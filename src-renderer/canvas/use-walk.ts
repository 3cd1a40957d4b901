import { type KeyboardEvent, useCallback } from 'react'
import type { BlockId, GroupId, NoteId } from '../../src-shared/document/ids.ts'
import { selectThings } from '../state/select-things.ts'
import { useWorkbench } from '../state/workbench.ts'
import { canvasActions } from './canvas-actions.ts'
import { selectGroup } from './note-actions.ts'
import type { Scene } from './scene.ts'
import { type Direction, readingOrder, walk } from './walk.ts'

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

const NUDGE = 8

/**
 * The canvas by keyboard: arrows follow the edges, Shift+arrows move what is selected by one step of the grid, Tab goes
 * through the flow in the order a customer may meet it. Escape deselects; Tab then leaves the canvas.
 */
export function useWalk(scene: Scene): (event: KeyboardEvent) => void {
  return useCallback(
    event => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const direction = ARROWS[event.key]
      const { blocks, notes, group } = useWorkbench.getState().selection
      const [present] = blocks
      const [note] = notes ?? []
      if (direction && event.shiftKey && (present || note)) nudge(direction)
      else if (direction) go(present ? target(scene, present, direction) : firstOf(scene))
      else if (event.key === 'Tab') {
        const at = group ?? present ?? note
        const next = at && neighbour(scene, at, event.shiftKey ? -1 : 1)
        if (!next) return
        go(next)
      } else return
      event.preventDefault()
    },
    [scene],
  )
}

function target(scene: Scene, id: BlockId, direction: Direction): BlockId | null {
  const { editor } = useWorkbench.getState()
  return editor && walk(editor.document, scene.blocks, id, direction)
}

function firstOf(scene: Scene): BlockId | null {
  const { editor } = useWorkbench.getState()
  return (editor && readingOrder(editor.document, scene.blocks)[0]) ?? null
}

type Stop = BlockId | NoteId | GroupId

/** The blocks as a customer meets them, then the notes from the top, then the groups. */
function neighbour(scene: Scene, id: Stop, step: 1 | -1): Stop | undefined {
  const { editor } = useWorkbench.getState()
  if (!editor) return undefined
  const notes = [...scene.notes.values()].sort((a, b) => a.y - b.y || a.x - b.x)
  const order: Stop[] = [
    ...readingOrder(editor.document, scene.blocks),
    ...notes.map(note => note.id),
    ...scene.groups.keys(),
  ]
  return order[order.indexOf(id) + step]
}

function go(id: Stop | null): void {
  const record = id && useWorkbench.getState().editor?.document.get(id)
  if (!id || !record) return
  if (record.type === 'group') selectGroup(record.id)
  else if (record.type === 'note') selectThings({ blocks: [], notes: [record.id] })
  else useWorkbench.setState({ selection: { blocks: new Set([id as BlockId]), edges: new Set() } })
  canvasActions.reveal(id)
}

function nudge(direction: Direction): void {
  const dx = direction === 'left' ? -NUDGE : direction === 'right' ? NUDGE : 0
  const dy = direction === 'up' ? -NUDGE : direction === 'down' ? NUDGE : 0
  canvasActions.nudge(dx, dy)
}
