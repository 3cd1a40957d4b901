import type { Connection, Edge, FinalConnectionState, OnConnectStart, ReactFlowInstance } from '@xyflow/react'
import { useMemo } from 'react'
import type { BlockId } from '../../src-shared/document/ids.ts'
import type { EdgeEnd } from '../../src-shared/document/records.ts'
import { useWorkbench } from '../state/workbench.ts'
import type { BlockNode } from './block-node.ts'
import { CARD } from './block-size.ts'
import { canvasActions } from './canvas-actions.ts'
import { useCanvasView } from './canvas-view.ts'
import { connectionRefusal } from './connection-refusal.ts'
import type { Scene } from './scene.ts'

type Connecting = Readonly<{
  onConnectStart: OnConnectStart
  onConnectEnd: (event: MouseEvent | TouchEvent, state: FinalConnectionState) => void
  onConnect: (connection: Connection) => void
  isValidConnection: (connection: Connection | Edge) => boolean
}>

/**
 * Drawing an edge from a port: it may end at an input, anywhere on a block that can be led to, or
 * on the empty canvas, where a new block is then chosen.
 */
export function useConnecting(scene: Scene, instance: ReactFlowInstance<BlockNode> | null): Connecting {
  return useMemo(
    () => ({
      onConnectStart(_, { nodeId, handleId, handleType }) {
        if (handleType !== 'source' || !nodeId || !handleId) return
        useCanvasView.setState({
          connecting: { block: nodeId as BlockId, port: handleId, refusal: null },
          next: null,
        })
      },
      onConnectEnd(event, state) {
        const { connecting } = useCanvasView.getState()
        useCanvasView.setState({ connecting: null })
        if (!connecting || !instance || state.isValid || !('clientX' in event)) return
        const screen = { x: event.clientX, y: event.clientY }
        const from = { block: connecting.block, port: connecting.port }
        const at = instance.screenToFlowPosition(screen)
        const target = scene.blockAt(at)
        if (target) canvasActions.connect(from, target.record.id)
        else if (!state.toNode && wasDragged(event, scene, from, at))
          useCanvasView.setState({ next: { from, edge: null, screen, at } })
      },
      onConnect: connection => canvasActions.connect(startOf(connection), connection.target as BlockId),
      isValidConnection(connection) {
        const { editor } = useWorkbench.getState()
        const target = connection.target as BlockId
        return editor !== null && connectionRefusal(editor.document, startOf(connection), target) === null
      },
    }),
    [scene, instance],
  )
}

function startOf({ source, sourceHandle }: Connection | Edge): EdgeEnd {
  return { block: source as BlockId, port: sourceHandle ?? '' }
}

/** A press on a port without a drag asks for nothing. */
function wasDragged(event: MouseEvent, scene: Scene, from: EdgeEnd, at: { x: number; y: number }): boolean {
  const block = scene.blocks.get(from.block)
  if (!block || event.type === 'mousedown') return false
  const y = block.record.y + (block.size.portY[block.ports.findIndex(({ id }) => id === from.port)] ?? 0)
  return Math.hypot(at.x - block.record.x - CARD.width, at.y - y) > 24
}
