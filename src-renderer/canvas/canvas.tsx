import { ReactFlow, type ReactFlowInstance } from '@xyflow/react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Selection, useWorkbench } from '../state/workbench.ts'
import { useReady } from '../ui/use-ready.ts'
import { ArrangeProgress } from './arrange-progress.tsx'
import { BlockCard } from './block-card.tsx'
import type { BlockNode } from './block-node.ts'
import styles from './canvas.module.css'
import { CanvasHint } from './canvas-hint.tsx'
import { CanvasMap } from './canvas-map.tsx'
import { useCanvasView } from './canvas-view.ts'
import { ConnectionLine } from './connection-line.tsx'
import { ContextMenu } from './context-menu.tsx'
import { CARDS_FROM_ZOOM } from './draw-scene.ts'
import { EdgeLayer } from './edge-layer.tsx'
import { EdgePlus } from './edge-plus.tsx'
import { ZOOM } from './first-view.ts'
import { Marquee } from './marquee.tsx'
import { NextBlockMenu } from './next-block-menu.tsx'
import { RefusalHint } from './refusal-hint.tsx'
import { rememberViewport } from './remember-viewport.ts'
import { ThingsLayer } from './things-layer.tsx'
import { useBlockEvents } from './use-block-events.ts'
import { useCanvasPlace } from './use-canvas-place.ts'
import { useClipboard } from './use-clipboard.ts'
import { useConnecting } from './use-connecting.ts'
import { useDrag } from './use-drag.ts'
import { useDropBlock } from './use-drop-block.ts'
import { useFollow } from './use-follow.ts'
import { usePaneGestures } from './use-pane-gestures.ts'
import { useScene } from './use-scene.ts'
import { useWalk } from './use-walk.ts'
import { useWindowNodes } from './use-window-nodes.ts'
import { ZoomTools } from './zoom-tools.tsx'

// React Flow compares by identity: whatever never changes lives outside.
const NODE_TYPES = { block: BlockCard }
const NO_EDGES: [] = []
const MIDDLE_BUTTON = [1]
const GRID: [number, number] = [8, 8]
const HIDE_ATTRIBUTION = { hideAttribution: true }

/** The flow as blocks and edges (design/interface.md; React Flow is windowed as in research/performance.md 6.2). */
export function Canvas() {
  const { t } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  const [instance, setInstance] = useState<ReactFlowInstance<BlockNode> | null>(null)
  const { scene, flow, rev } = useScene()
  const nodes = useWindowNodes(scene, rev)
  const drag = useDrag(scene, instance)
  const connecting = useConnecting(scene, instance)
  const gestures = usePaneGestures(scene, instance)
  const drop = useDropBlock(scene, instance)
  const onKeyDown = useWalk(scene)
  const blockEvents = useBlockEvents(scene, instance)
  const isConnecting = useCanvasView(view => view.connecting !== null)
  const isMoving = useCanvasView(view => view.isMoving || view.drag !== null)
  const hidesCards = useCanvasView(({ isZooming, viewport }) => isZooming && viewport.zoom < CARDS_FROM_ZOOM)
  const isOverEdge = useCanvasView(view => view.hoveredEdge !== null)
  const isPresented = useWorkbench(state => state.screen === 'present')
  const chosen = useWorkbench(({ selection }) => elementOf(selection))
  const flowName = useWorkbench(({ editor }) => (editor && flow ? editor.document.get(flow)?.name : ''))
  useCanvasPlace({ frame, instance, scene, flow })
  useFollow(instance, scene, flow)
  useClipboard()
  useReady(instance !== null)
  return (
    <div
      ref={frame}
      className={styles.canvas}
      data-connecting={isConnecting}
      data-over-edge={isOverEdge}
      data-moving={isMoving}
      data-hides-cards={hidesCards}
      {...gestures}
      {...drop}
    >
      <EdgeLayer scene={scene} rev={rev} />
      <ReactFlow<BlockNode>
        tabIndex={0}
        aria-label={t('canvas.name', { flow: flowName })}
        aria-activedescendant={chosen}
        onKeyDown={onKeyDown}
        nodes={nodes}
        edges={NO_EDGES}
        nodeTypes={NODE_TYPES}
        minZoom={ZOOM.least}
        maxZoom={ZOOM.most}
        panOnDrag={MIDDLE_BUTTON}
        snapToGrid
        snapGrid={GRID}
        nodeDragThreshold={3}
        zoomOnDoubleClick={false}
        elementsSelectable={false}
        nodesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        connectOnClick={false}
        connectionRadius={24}
        connectionLineComponent={ConnectionLine}
        proOptions={HIDE_ATTRIBUTION}
        onInit={setInstance}
        onMove={rememberViewport}
        {...drag}
        {...connecting}
        {...blockEvents}
      >
        <ThingsLayer scene={scene} rev={rev} />
      </ReactFlow>
      {!isPresented && (
        <>
          <EdgePlus scene={scene} />
          <Marquee />
          <CanvasHint isEmpty={scene.blocks.size + scene.notes.size === 0} />
          <ZoomTools />
          <CanvasMap scene={scene} rev={rev} />
        </>
      )}
      <ArrangeProgress />
      <RefusalHint />
      <NextBlockMenu />
      <ContextMenu />
    </div>
  )
}

/** The card, note or group title that the focus of the canvas names, when one thing alone is chosen. */
function elementOf({ blocks, notes, group }: Selection): string | undefined {
  if (group) return `group-${group}`
  const [block] = blocks
  const [note] = notes ?? []
  if (blocks.size + (notes?.size ?? 0) !== 1) return undefined
  return block ? `card-${block}` : `note-${note}`
}
