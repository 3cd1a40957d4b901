import type { ReactFlowInstance } from '@xyflow/react'
import { type DragEvent, useMemo } from 'react'
import { type KindName, kindNamed } from '../../src-shared/blocks/kinds.ts'
import type { BlockNode } from './block-node.ts'
import { CARD } from './block-size.ts'
import { canvasActions } from './canvas-actions.ts'

/** What the palette puts on a drag; nothing else can be dropped on the canvas. */
export const KIND_DRAG = 'application/x-parley-kind'

/** Blocks dragged from the palette: the pointer holds the new card by its header. */
export function useDropBlock(instance: ReactFlowInstance<BlockNode> | null) {
  return useMemo(
    () => ({
      onDragOver(event: DragEvent) {
        if (!event.dataTransfer.types.includes(KIND_DRAG)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
      },
      onDrop(event: DragEvent) {
        const kind = event.dataTransfer.getData(KIND_DRAG)
        if (!instance || !kindNamed(kind)) return
        event.preventDefault()
        const { x, y } = instance.screenToFlowPosition({ x: event.clientX, y: event.clientY })
        canvasActions.add(kind as KindName, { x: x - CARD.width / 2, y: y - CARD.header / 2 })
      },
    }),
    [instance],
  )
}
