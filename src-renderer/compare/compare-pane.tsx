import { useComputedColorScheme } from '@mantine/core'
import { ReactFlow, ReactFlowProvider } from '@xyflow/react'
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DrawnMarks } from '../../src-shared/compare/difference-marks.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId, FlowId } from '../../src-shared/document/ids.ts'
import { BlockCard } from '../canvas/block-card.tsx'
import { type BlockNode, BlockNodes } from '../canvas/block-node.ts'
import { visibleBox } from '../canvas/box.ts'
import { CARDS_FROM_ZOOM } from '../canvas/draw-scene.ts'
import { ZOOM } from '../canvas/first-view.ts'
import type { PlacedBlock } from '../canvas/placed-blocks.ts'
import { Scene } from '../canvas/scene.ts'
import { useWorkbench } from '../state/workbench.ts'
import styles from './compare.module.css'
import { goToChange } from './compare-actions.ts'
import { useCompare } from './compare-state.ts'
import { presentComparison } from './comparison.ts'
import { fitFlow } from './fit-flow.ts'
import { paintPane } from './paint-pane.ts'
import { PaneNotes } from './pane-notes.tsx'

// React Flow compares by identity: whatever never changes lives outside.
const NODE_TYPES = { block: BlockCard }
const NO_EDGES: [] = []
const HIDE_ATTRIBUTION = { hideAttribution: true }
/** Pixels one press of an arrow key pans. */
const PAN = 60

type Props = Readonly<{ document: BotDocument; marks: DrawnMarks; name: string }>

/** One drawing of the flow with its differences marked; it pans and zooms together with its neighbour. */
export function ComparePane({ document, marks, name }: Props) {
  const { t } = useTranslation()
  const frame = useRef<HTMLElement>(null)
  const layer = useRef<HTMLCanvasElement>(null)
  const { flow, viewport, size, current } = useCompare()
  const { scene, rev } = usePaneScene(document, flow)
  const nodes = usePaneNodes(scene, rev, document)
  const colorScheme = useComputedColorScheme('light')
  useSize(frame)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scene changes in place; `rev` says when.
  useEffect(() => {
    const asked = requestAnimationFrame(() =>
      paintPane(layer.current, { scene, marks, viewport, size, current }),
    )
    return () => cancelAnimationFrame(asked)
  }, [scene, rev, marks, viewport, size, current, colorScheme])
  const isThere = flow !== null && document.get(flow) !== undefined
  return (
    <section ref={frame} className={styles.pane} aria-label={name} data-cards={nodes.length}>
      <canvas ref={layer} className={styles.layer} aria-hidden />
      <ReactFlowProvider>
        <ReactFlow<BlockNode>
          tabIndex={0}
          aria-label={name}
          onKeyDown={onPanKey}
          nodes={nodes}
          edges={NO_EDGES}
          nodeTypes={NODE_TYPES}
          viewport={viewport}
          onViewportChange={next => useCompare.setState({ viewport: next })}
          minZoom={ZOOM.least}
          maxZoom={ZOOM.most}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          elementsSelectable={false}
          zoomOnDoubleClick={false}
          disableKeyboardA11y
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          onNodesChange={() => {}}
          onNodeClick={(_, node) => showChangeOf(node.id as BlockId)}
          proOptions={HIDE_ATTRIBUTION}
        >
          <PaneNotes scene={scene} />
        </ReactFlow>
      </ReactFlowProvider>
      <p className={styles.paneName}>{name}</p>
      {!isThere && <p className={styles.absent}>{t('compare.notThere')}</p>}
    </section>
  )
}

function usePaneScene(document: BotDocument, flow: FlowId | null): { scene: Scene; rev: number } {
  const { t } = useTranslation()
  const [scene] = useState(() => new Scene())
  const [seen] = useState({ rev: 0 })
  const edits = useWorkbench(state => state.rev)
  const locale = useWorkbench(state => state.locale)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the document changes in place; `edits` says when.
  return useMemo(() => {
    if (flow) scene.update(document, flow, locale, t)
    seen.rev += 1
    return { scene, rev: seen.rev }
  }, [scene, document, edits, flow, locale, t])
}

/** The cards in view; what is far away is drawn on the layer below instead. */
function usePaneNodes(scene: Scene, rev: number, document: BotDocument): BlockNode[] {
  const [nodes] = useState(() => new BlockNodes())
  const viewport = useCompare(state => state.viewport)
  const size = useCompare(state => state.size)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scene changes in place; `rev` says when.
  return useMemo(() => {
    if (viewport.zoom < CARDS_FROM_ZOOM || size.width === 0) return nodes.of([])
    const near = scene.blocksIn(visibleBox({ viewport, size }, 100))
    return nodes.of(near.map(block => lookOf(block, document)))
  }, [nodes, scene, rev, document, viewport, size])
}

function lookOf(block: PlacedBlock, document: BotDocument) {
  const { id, x, y } = block.record
  return {
    data: {
      block,
      connected: new Set(document.edgesFrom(id).map(({ port }) => port)),
      isBreakpoint: false,
      isMainMenu: document.bot.mainMenu === id,
      worst: null,
      comments: 0,
      glow: null,
      covered: null,
      refused: false,
    },
    x,
    y,
    selected: false,
  }
}

/** Both drawings have one size. The first time it is known, what is to be seen is brought into sight. */
function useSize(frame: React.RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element
      const { size } = useCompare.getState()
      if (size.width === width && size.height === height) return
      useCompare.setState({ size: { width, height } })
      if (size.width === 0) bringIntoSight()
      else keepMiddle(width - size.width, height - size.height)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [frame])
}

/** What was in the middle stays there when the drawing has more or less room. */
function keepMiddle(width: number, height: number): void {
  const { viewport } = useCompare.getState()
  const { x, y } = viewport
  useCompare.setState({ viewport: { ...viewport, x: x + width / 2, y: y + height / 2 } })
}

function bringIntoSight(): void {
  const { current } = useCompare.getState()
  const change = presentComparison()?.steps.find(({ id }) => id === current)
  fitFlow()
  if (change) goToChange(change)
}

function showChangeOf(block: BlockId): void {
  const change = presentComparison()?.steps.find(({ id }) => id === block)
  if (change) useCompare.setState({ current: change.id })
}

/** Arrows pan, plus and minus zoom, for those without a pointer. */
function onPanKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const { viewport, size } = useCompare.getState()
  const by = { ArrowLeft: [PAN, 0], ArrowRight: [-PAN, 0], ArrowUp: [0, PAN], ArrowDown: [0, -PAN] }[
    event.key
  ]
  const zoom = { '+': 1.25, '=': 1.25, '-': 0.8 }[event.key]
  if (!by && !zoom) return
  event.preventDefault()
  const { x, y } = viewport
  if (by) useCompare.setState({ viewport: { ...viewport, x: x + (by[0] ?? 0), y: y + (by[1] ?? 0) } })
  else if (zoom) {
    const next = Math.min(ZOOM.most, Math.max(ZOOM.least, viewport.zoom * zoom))
    const share = next / viewport.zoom
    const [midX, midY] = [size.width / 2, size.height / 2]
    useCompare.setState({
      viewport: { zoom: next, x: midX - (midX - x) * share, y: midY - (midY - y) * share },
    })
  }
}
