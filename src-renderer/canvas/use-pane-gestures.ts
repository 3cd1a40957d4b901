import type { ReactFlowInstance } from '@xyflow/react'
import { type PointerEvent, useMemo } from 'react'
import type { BlockId, NoteId } from '../../src-shared/document/ids.ts'
import { NO_SELECTION, type Selection, useWorkbench } from '../state/workbench.ts'
import type { BlockNode } from './block-node.ts'
import type { Box } from './box.ts'
import { rememberPointer } from './canvas-pointer.ts'
import { useCanvasView } from './canvas-view.ts'
import { connectionRefusal } from './connection-refusal.ts'
import { CARDS_FROM_ZOOM } from './draw-scene.ts'
import type { Point } from './edge-path.ts'
import { selectGroup } from './note-actions.ts'
import type { PlacedGroup } from './placed-groups.ts'
import type { Scene } from './scene.ts'

/** Screen pixels around an edge in which it can be met, and of a press that is still a click. */
const REACH = 6
const CLICK = 4

type Gestures = Readonly<{
  onPointerDown: (event: PointerEvent) => void
  onPointerMove: (event: PointerEvent) => void
  onPointerUp: (event: PointerEvent) => void
  onPointerLeave: () => void
}>

type Press = Readonly<{ at: Point; screen: Point; before: Selection }>

/**
 * What the pointer does on the empty canvas, where React Flow knows nothing of edges and unmounted blocks: hover and
 * choose edges, select an area, and zoomed out meet the block under it.
 */
export function usePaneGestures(scene: Scene, instance: ReactFlowInstance<BlockNode> | null): Gestures {
  return useMemo(() => {
    let press: Press | null = null
    const flowPoint = ({ clientX, clientY }: PointerEvent) =>
      instance?.screenToFlowPosition({ x: clientX, y: clientY }) ?? { x: 0, y: 0 }
    return {
      onPointerDown(event) {
        if (event.button !== 0 || !isPane(event.target) || isPanning(event.target)) return
        const { selection } = useWorkbench.getState()
        const before = event.shiftKey ? selection : NO_SELECTION
        press = { at: flowPoint(event), screen: { x: event.clientX, y: event.clientY }, before }
        event.currentTarget.setPointerCapture(event.pointerId)
      },
      onPointerMove(event) {
        const at = flowPoint(event)
        rememberPointer(at)
        if (press) stretch(scene, press, at, event)
        else if (useCanvasView.getState().connecting) refuse(scene, at)
        else if (event.buttons === 0) hover(scene, at, event.target)
      },
      onPointerUp(event) {
        if (!press) return
        const { marquee } = useCanvasView.getState()
        if (!marquee) choose(scene, press, flowPoint(event))
        useCanvasView.setState({ marquee: null })
        press = null
      },
      onPointerLeave() {
        rememberPointer(null)
        if (!press) useCanvasView.setState({ hoveredEdge: null })
      },
    }
  }, [scene, instance])
}

function isPane(target: EventTarget): boolean {
  return target instanceof Element && target.classList.contains('react-flow__pane')
}

/** React Flow marks its pane so while Space is held. */
function isPanning(target: EventTarget): boolean {
  return target instanceof Element && target.classList.contains('draggable')
}

function stretch(scene: Scene, { at: start, screen, before }: Press, at: Point, event: PointerEvent): void {
  const { marquee } = useCanvasView.getState()
  if (!marquee && Math.hypot(event.clientX - screen.x, event.clientY - screen.y) < CLICK) return
  const box: Box = {
    left: Math.min(start.x, at.x),
    top: Math.min(start.y, at.y),
    right: Math.max(start.x, at.x),
    bottom: Math.max(start.y, at.y),
  }
  useCanvasView.setState({ marquee: box, hoveredEdge: null })
  const blocks = new Set([...before.blocks, ...scene.blocksIn(box).map(({ record }) => record.id)])
  const notes = new Set([...(before.notes ?? []), ...scene.notesIn(box).map(({ id }) => id)])
  const { selection } = useWorkbench.getState()
  if (!sameIds<BlockId>(blocks, selection.blocks) || !sameIds<NoteId>(notes, selection.notes ?? new Set()))
    useWorkbench.setState({ selection: { blocks, notes, edges: before.edges } })
}

/** A click: an edge under the pointer, a drawn block or note, or a group's frame; else nothing, which deselects. */
function choose(scene: Scene, { before }: Press, at: Point): void {
  const { zoom } = useCanvasView.getState().viewport
  const { blocks, edges, notes = new Set() } = before
  const block = scene.blockAt(at)
  const [note] = scene.notesIn({ left: at.x, top: at.y, right: at.x, bottom: at.y })
  const edge = block || note ? null : scene.edgeAt(at, REACH / zoom)
  const group = block || note || edge ? null : scene.groupAt(at)
  if (group) {
    chooseGroup(group, before)
    return
  }
  useWorkbench.setState({
    selection: {
      blocks: block ? new Set([...blocks, block.record.id]) : blocks,
      edges: edge ? new Set([...edges, edge.record.id]) : edges,
      notes: note ? new Set([...notes, note.id]) : notes,
    },
  })
}

function hover(scene: Scene, at: Point, target: EventTarget): void {
  // The plus of an edge belongs to it.
  if (target instanceof Element && target.closest('[data-edge-plus]')) return
  const { viewport, hoveredEdge, hoveredBlock } = useCanvasView.getState()
  const block = viewport.zoom < CARDS_FROM_ZOOM ? (scene.blockAt(at)?.record.id ?? null) : null
  const edge = isPane(target) && !block ? scene.edgeAt(at, REACH / viewport.zoom) : null
  const id = edge?.record.id ?? null
  if (id !== hoveredEdge || block !== hoveredBlock)
    useCanvasView.setState({ hoveredEdge: id, hoveredBlock: block })
}

/** Says why the edge being drawn cannot end where the pointer is. */
function refuse(scene: Scene, at: Point): void {
  const { connecting } = useCanvasView.getState()
  const { editor } = useWorkbench.getState()
  if (!connecting || !editor) return
  const target = scene.blockAt(at)
  const refusal = target && connectionRefusal(editor.document, connecting, target.record.id)
  if (refusal !== connecting.refusal) useCanvasView.setState({ connecting: { ...connecting, refusal } })
}

/** A group alone is chosen by its frame; added to others it is just its blocks. */
function chooseGroup({ record }: PlacedGroup, before: Selection): void {
  if (before.blocks.size + (before.notes?.size ?? 0) === 0) selectGroup(record.id)
  else
    useWorkbench.setState({ selection: { ...before, blocks: new Set([...before.blocks, ...record.blocks]) } })
}

function sameIds<Id>(a: ReadonlySet<Id>, b: ReadonlySet<Id>): boolean {
  return a.size === b.size && [...a].every(id => b.has(id))
}
