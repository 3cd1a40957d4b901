import type { ReactFlowInstance } from '@xyflow/react'
import { useEffect } from 'react'
import type { FlowId } from '../../src-shared/document/ids.ts'
import type { BlockNode } from './block-node.ts'
import { useCanvasView } from './canvas-view.ts'
import { followView } from './first-view.ts'
import type { Scene } from './scene.ts'

/** Slow enough to be followed by people who see the flow for the first time. */
const GLIDE_MS = 500

/** Glides to the blocks of the turn that is presented, and back at once to where one was when that is over. */
export function useFollow(
  instance: ReactFlowInstance<BlockNode> | null,
  scene: Scene,
  flow: FlowId | null,
): void {
  const stage = useCanvasView(view => view.stage)
  const size = useCanvasView(view => view.size)
  useEffect(() => {
    if (!instance || stage?.flow !== flow) return
    if ('viewport' in stage) {
      void instance.setViewport(stage.viewport)
      useCanvasView.setState({ stage: null })
      return
    }
    const placed = stage.blocks.flatMap(id => scene.blocks.get(id) ?? [])
    const end = scene.blocks.get(stage.end)
    if (!end) return
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
    void instance.setViewport(
      followView(
        placed.map(({ box }) => box),
        end.box,
        size,
      ),
      {
        duration: isStill ? 0 : GLIDE_MS,
        interpolate: 'linear',
      },
    )
  }, [instance, scene, flow, stage, size])
}
