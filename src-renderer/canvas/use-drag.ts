import type { NodeChange, OnNodeDrag, ReactFlowInstance } from '@xyflow/react'
import { useMemo } from 'react'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { useWorkbench } from '../state/workbench.ts'
import type { BlockNode } from './block-node.ts'
import { useCanvasView } from './canvas-view.ts'
import type { Point } from './edge-path.ts'
import { dropOnEdge, fitsOn } from './insert-actions.ts'
import { moveSelection } from './move-selection.ts'
import type { Scene } from './scene.ts'

/** Screen pixels around an edge on which a block can be let go. */
const REACH = 16

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
export function useDrag(scene: Scene, instance: ReactFlowInstance<BlockNode> | null): Drag {
  return useMemo(() => {
    let cancelled = false
    const edgeUnder = (event: MouseEvent | TouchEvent, id: BlockId) => {
      if (!instance || !('clientX' in event) || useWorkbench.getState().selection.blocks.size !== 1)
        return null
      const at = instance.screenToFlowPosition({ x: event.clientX, y: event.clientY })
      const edge = scene.edgeAt(at, REACH / useCanvasView.getState().viewport.zoom)?.record.id
      return edge && fitsOn(id, edge) ? edge : null
    }
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      cancelled = true
      useCanvasView.setState({ drag: null, hoveredEdge: null })
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
      onNodeDrag(event, node) {
        const record = scene.blocks.get(node.id as BlockId)?.record
        if (!record || cancelled) return
        useCanvasView.setState({
          drag: { x: node.position.x - record.x, y: node.position.y - record.y },
          hoveredEdge: edgeUnder(event, record.id),
        })
      },
      onNodeDragStop(_, node) {
        removeEventListener('keydown', onEscape, { capture: true })
        const { drag, hoveredEdge } = useCanvasView.getState()
        const record = scene.blocks.get(node.id as BlockId)?.record
        const wasPut =
          drag &&
          record &&
          hoveredEdge &&
          !cancelled &&
          dropOnEdge(record.id, hoveredEdge, movedBy(record, drag))
        if (drag && !cancelled && !wasPut) moveSelection(drag)
        useCanvasView.setState({ drag: null, hoveredEdge: null })
      },
      onNodesChange() {},
    }
  }, [scene, instance])
}

function movedBy(place: Point, by: Point): Point {
  return { x: place.x + by.x, y: place.y + by.y }
}
