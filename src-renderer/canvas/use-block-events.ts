import type { NodeMouseHandler, ReactFlowInstance } from '@xyflow/react'
import { type MouseEvent, useMemo } from 'react'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { openSubFlow } from '../state/flow-path.ts'
import { NO_SELECTION, useWorkbench } from '../state/workbench.ts'
import type { BlockNode } from './block-node.ts'
import { canvasActions } from './canvas-actions.ts'
import { useCanvasView } from './canvas-view.ts'
import type { Scene } from './scene.ts'

type BlockEvents = Readonly<{
  onNodeClick: NodeMouseHandler<BlockNode>
  onNodeDoubleClick: NodeMouseHandler<BlockNode>
  onNodeContextMenu: NodeMouseHandler<BlockNode>
  onPaneContextMenu: (event: MouseEvent | globalThis.MouseEvent) => void
}>

/** Clicks on blocks: choose, add to the choice with Shift or Ctrl, open, and the menu of what is chosen. */
export function useBlockEvents(scene: Scene, instance: ReactFlowInstance<BlockNode> | null): BlockEvents {
  return useMemo(() => {
    const showMenu = ({ clientX: x, clientY: y }: MouseEvent | globalThis.MouseEvent) => {
      const at = instance?.screenToFlowPosition({ x, y }) ?? { x, y }
      useCanvasView.setState({ menu: { screen: { x, y }, at } })
    }
    return {
      onNodeClick(event, node) {
        choose(node.id as BlockId, event.shiftKey || event.ctrlKey || event.metaKey)
        canvasActions.focus()
      },
      onNodeDoubleClick(_, node) {
        choose(node.id as BlockId, false)
        if (!openSubFlow(node.id as BlockId)) canvasActions.openInspector()
      },
      onNodeContextMenu(event, node) {
        event.preventDefault()
        const id = node.id as BlockId
        if (!useWorkbench.getState().selection.blocks.has(id)) choose(id, false)
        showMenu(event)
      },
      onPaneContextMenu(event) {
        event.preventDefault()
        const { x, y } = instance?.screenToFlowPosition({ x: event.clientX, y: event.clientY }) ?? {
          x: 0,
          y: 0,
        }
        const edge = scene.edgeAt({ x, y }, 6 / useCanvasView.getState().viewport.zoom)
        useWorkbench.setState({
          selection: edge ? { blocks: new Set(), edges: new Set([edge.record.id]) } : NO_SELECTION,
        })
        showMenu(event)
      },
    }
  }, [scene, instance])
}

function choose(id: BlockId, isAdding: boolean): void {
  const { selection } = useWorkbench.getState()
  const blocks = new Set(isAdding ? selection.blocks : [])
  if (isAdding && selection.blocks.has(id)) blocks.delete(id)
  else blocks.add(id)
  useWorkbench.setState({ selection: { blocks, edges: isAdding ? selection.edges : new Set() } })
}
