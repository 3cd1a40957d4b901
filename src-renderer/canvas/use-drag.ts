import type { NodeChange, OnNodeDrag } from '@xyflow/react'
import { useMemo } from 'react'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { useWorkbench } from '../state/workbench.ts'
import type { BlockNode } from './block-node.ts'
import { useCanvasView } from './canvas-view.ts'
import { moveSelection } from './move-selection.ts'
import type { Scene } from './scene.ts'

type Drag = Readonly<{
  onNodeDragStart: OnNodeDrag<BlockNode>
  onNodeDrag: OnNodeDrag<BlockNode>
  onNodeDragStop: OnNodeDrag<BlockNode>
  /** React Flow tells of moves here as well; what is true of a block is in the document, so nothing is kept. */
  onNodesChange: (changes: NodeChange<BlockNode>[]) => void
}>

/**
 * Dragging moves the whole selection, mounted or not. It lives in the view until the pointer is released and is then
 * one edit; Escape ends it without one.
 */
export function useDrag(scene: Scene): Drag {
  return useMemo(() => {
    let cancelled = false
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      cancelled = true
      useCanvasView.setState({ drag: null })
    }
    return {
      onNodeDragStart(_, node) {
        cancelled = false
        addEventListener('keydown', onEscape, { capture: true })
        const id = node.id as BlockId
        const { selection } = useWorkbench.getState()
        if (!selection.blocks.has(id))
          useWorkbench.setState({ selection: { blocks: new Set([id]), edges: new Set() } })
      },
      onNodeDrag(_, node) {
        const record = scene.blocks.get(node.id as BlockId)?.record
        if (!record || cancelled) return
        useCanvasView.setState({ drag: { x: node.position.x - record.x, y: node.position.y - record.y } })
      },
      onNodeDragStop() {
        removeEventListener('keydown', onEscape, { capture: true })
        const { drag } = useCanvasView.getState()
        if (drag && !cancelled) moveSelection(drag)
        useCanvasView.setState({ drag: null })
      },
      onNodesChange() {},
    }
  }, [scene])
}
