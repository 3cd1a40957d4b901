import type { ReactFlowInstance } from '@xyflow/react'
import { type DragEvent, useMemo } from 'react'
import { canStandBetween } from '../../src-shared/blocks/edits/insert-on-edge.ts'
import { type KindName, kindNamed } from '../../src-shared/blocks/kinds.ts'
import type { BlockNode } from './block-node.ts'
import { CARD } from './block-size.ts'
import { canvasActions } from './canvas-actions.ts'
import { useCanvasView } from './canvas-view.ts'
import { insertOnEdge } from './insert-actions.ts'
import type { Scene } from './scene.ts'

/** Screen pixels around an edge on which a block can be let go. */
const REACH = 16

/** What the palette puts on a drag; nothing else can be dropped on the canvas. */
export const KIND_DRAG = 'application/x-parley-kind'

/** Blocks dragged from the palette: the pointer holds the new card by its header. */
export function useDropBlock(scene: Scene, instance: ReactFlowInstance<BlockNode> | null) {
  return useMemo(() => {
    const placeOf = ({ clientX: x, clientY: y }: DragEvent) =>
      instance?.screenToFlowPosition({ x, y }) ?? { x, y }
    const edgeUnder = (event: DragEvent) =>
      scene.edgeAt(placeOf(event), REACH / useCanvasView.getState().viewport.zoom)?.record.id ?? null
    return {
      onDragOver(event: DragEvent) {
        if (!event.dataTransfer.types.includes(KIND_DRAG)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        const hoveredEdge = edgeUnder(event)
        if (hoveredEdge !== useCanvasView.getState().hoveredEdge) useCanvasView.setState({ hoveredEdge })
      },
      onDragLeave() {
        useCanvasView.setState({ hoveredEdge: null })
      },
      onDrop(event: DragEvent) {
        const kind = event.dataTransfer.getData(KIND_DRAG)
        if (!instance || !kindNamed(kind)) return
        event.preventDefault()
        const { x, y } = placeOf(event)
        const edge = edgeUnder(event)
        useCanvasView.setState({ hoveredEdge: null })
        if (edge && canStandBetween(kind as KindName)) insertOnEdge(kind as KindName, edge)
        else canvasActions.add(kind as KindName, { x: x - CARD.width / 2, y: y - CARD.header / 2 })
      },
    }
  }, [scene, instance])
}
