import { useLayoutEffect, useMemo, useState } from 'react'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { useWorkbench } from '../state/workbench.ts'
import { admitted } from './admitted.ts'
import { areaSelector } from './area-selector.ts'
import { meets, visibleBox } from './box.ts'
import { useCanvasView } from './canvas-view.ts'
import { CARDS_FROM_ZOOM } from './draw-scene.ts'
import type { PlacedBlock } from './placed-blocks.ts'
import type { Scene } from './scene.ts'

/** So many new cards a picture has that are not needed at once: each takes one to two milliseconds. */
const MOST_NEW = 4

/**
 * The blocks that are mounted as cards: those near the view and those that are touched. Those in view come at once and
 * those around it a few in each picture; while one pans all come so, and the layer below draws in their place those that
 * are still to come.
 */
export function useNearBlocks(scene: Scene, rev: number): readonly PlacedBlock[] {
  const [selectArea] = useState(() => areaSelector(CARDS_FROM_ZOOM))
  const area = useCanvasView(selectArea)
  const isMoving = useCanvasView(view => view.isMoving && view.isByHand)
  const from = useCanvasView(view => view.connecting?.block)
  const hovered = useCanvasView(view => view.hoveredBlock)
  const chosen = useWorkbench(({ selection: { blocks } }) => (blocks.size === 1 ? [...blocks][0] : undefined))
  const [there] = useState(() => new Set<BlockId>())
  const [turn, takeTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scene changes in place; `rev` says when.
  const { now, later } = useMemo(() => {
    const touched = [hovered, from, chosen].flatMap(id => (id && scene.blocks.get(id)) || [])
    const near = [...new Set([...touched, ...(area ? scene.blocksIn(area) : [])])]
    const seen = visibleBox(useCanvasView.getState())
    const at = { x: (seen.left + seen.right) / 2, y: (seen.top + seen.bottom) / 2 }
    const isCard = ({ record, box }: PlacedBlock) => there.has(record.id) || (!isMoving && meets(box, seen))
    return admitted(near, isCard, { most: MOST_NEW, at })
  }, [scene, rev, area, isMoving, from, hovered, chosen, there, turn])
  useLayoutEffect(() => {
    there.clear()
    for (const { record } of now) there.add(record.id)
    fill(later, isMoving)
    if (later.length === 0) return
    const frame = requestAnimationFrame(() => takeTurn(turn => turn + 1))
    return () => cancelAnimationFrame(frame)
  }, [there, now, later, isMoving])
  return now
}

/** The layer draws shapes from when a card in view is still to come until all rests. */
function fill(later: readonly PlacedBlock[], isMoving: boolean): void {
  const view = useCanvasView.getState()
  const seen = visibleBox(view)
  const isFilling = later.some(block => meets(block.box, seen)) || (view.isFilling && isMoving)
  if (isFilling !== view.isFilling) useCanvasView.setState({ isFilling })
}
