import type { ReactFlowInstance } from '@xyflow/react'
import { type RefObject, useEffect, useLayoutEffect } from 'react'
import type { FlowId } from '../../src-shared/document/ids.ts'
import { useWorkbench } from '../state/workbench.ts'
import type { CanvasView } from './at-rest.ts'
import type { BlockNode } from './block-node.ts'
import { canvasActions, mountCanvas } from './canvas-actions.ts'
import { useCanvasView } from './canvas-view.ts'
import { firstView } from './first-view.ts'
import type { Scene } from './scene.ts'

type Place = Readonly<{
  frame: RefObject<HTMLDivElement | null>
  instance: ReactFlowInstance<BlockNode> | null
  scene: Scene
  flow: FlowId | null
}>

/** Where each flow was left, for as long as the window lives. */
const left = new Map<FlowId, CanvasView['viewport']>()

/** Keeps the canvas at its place: its size, a first look at a flow or the last one, and where others ask to go. */
export function useCanvasPlace({ frame, instance, scene, flow }: Place): void {
  useSize(frame)
  useEffect(() => {
    if (!instance) return
    const focus = () => focusFlow(frame.current)
    return mountCanvas({ instance, scene, focus })
  }, [instance, scene, frame])
  useLayoutEffect(() => {
    if (!instance || !flow) return
    const viewport = left.get(flow) ?? firstViewOf(scene)
    if (viewport) void instance.setViewport(viewport)
    return () => void left.set(flow, useCanvasView.getState().viewport)
  }, [instance, scene, flow])
  useGoTo(instance !== null)
}

/** Keys go to React Flow's own frame, which is the application for those who hear the window. */
function focusFlow(frame: HTMLElement | null): void {
  frame?.querySelector<HTMLElement>('.react-flow')?.focus({ preventScroll: true })
}

function useSize(frame: RefObject<HTMLDivElement | null>): void {
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element
      useCanvasView.setState({ size: { width, height } })
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [frame])
}

function firstViewOf(scene: Scene): CanvasView['viewport'] | null {
  const all = scene.bounds()
  if (!all) return { x: 0, y: 0, zoom: 1 }
  const entry = [...scene.blocks.values()].find(({ hasInput }) => !hasInput)
  return firstView(all, entry?.box ?? all, useCanvasView.getState().size)
}

/** Problems, lists and forms ask for places; the block is brought into view once the flow is there. */
function useGoTo(isThere: boolean): void {
  const goTo = useWorkbench(state => state.goTo)
  useEffect(() => {
    const { editor } = useWorkbench.getState()
    const record = goTo && editor?.document.get(goTo.record)
    if (!isThere || !record) return
    if (record.type === 'block' || record.type === 'note' || record.type === 'group')
      canvasActions.reveal(record.id)
    if (record.type === 'edge') canvasActions.reveal(record.from)
  }, [goTo, isThere])
}
