import { type KeyboardEvent, useCallback } from 'react'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { useWorkbench } from '../state/workbench.ts'
import { canvasActions } from './canvas-actions.ts'
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
      const [present] = useWorkbench.getState().selection.blocks
      if (direction && event.shiftKey && present) nudge(direction)
      else if (direction) go(present ? target(scene, present, direction) : firstOf(scene))
      else if (event.key === 'Tab') {
        const next = present && neighbour(scene, present, event.shiftKey ? -1 : 1)
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

function neighbour(scene: Scene, id: BlockId, step: 1 | -1): BlockId | undefined {
  const { editor } = useWorkbench.getState()
  if (!editor) return undefined
  const order = readingOrder(editor.document, scene.blocks)
  return order[order.indexOf(id) + step]
}

function go(id: BlockId | null): void {
  if (!id) return
  useWorkbench.setState({ selection: { blocks: new Set([id]), edges: new Set() } })
  canvasActions.reveal(id)
}

function nudge(direction: Direction): void {
  const dx = direction === 'left' ? -NUDGE : direction === 'right' ? NUDGE : 0
  const dy = direction === 'up' ? -NUDGE : direction === 'down' ? NUDGE : 0
  canvasActions.nudge(dx, dy)
}
