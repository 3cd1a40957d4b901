import { useMemo, useState } from 'react'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { RecordId } from '../../src-shared/document/ids.ts'
import type { Issue, Severity } from '../../src-shared/lint/issue.ts'
import { useWorkbench } from '../state/workbench.ts'
import { type BlockNode, BlockNodes } from './block-node.ts'
import { offsetOf } from './block-offset.ts'
import { useCanvasView } from './canvas-view.ts'
import { connectionRefusal } from './connection-refusal.ts'
import type { PlacedBlock } from './placed-blocks.ts'
import type { Scene } from './scene.ts'
import { useCommentCounts } from './use-comment-counts.ts'
import { useNearBlocks } from './use-near-blocks.ts'

/**
 * What React Flow is given: the cards near the view, so that its cost does not grow with the flow (research/
 * performance.md 6.2). Zoomed out only those that are touched are mounted, and the layer below draws the rest.
 */
export function useWindowNodes(scene: Scene, rev: number): BlockNode[] {
  const [nodes] = useState(() => new BlockNodes())
  const near = useNearBlocks(scene, rev)
  const drag = useCanvasView(view => view.drag)
  const glide = useCanvasView(view => view.glide)
  const connecting = useCanvasView(view => view.connecting)
  const document = useWorkbench(state => state.editor?.document)
  const selected = useWorkbench(state => state.selection.blocks)
  const trail = useWorkbench(state => state.trail)
  const coverage = useWorkbench(state => state.coverage)
  const breakpoints = useWorkbench(state => state.breakpoints)
  const worst = useWorst()
  const comments = useCommentCounts(document, rev)
  const from = connecting?.block
  const port = connecting?.port
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scene changes in place; `rev` says when.
  return useMemo(() => {
    if (!document) return []
    const end = from && port !== undefined ? { block: from, port } : null
    return nodes.of(
      near.map(block => {
        const { id, x, y } = block.record
        const isSelected = selected.has(id)
        const by = offsetOf({ drag, glide }, isSelected, id)
        return {
          data: {
            block,
            connected: connectedPorts(document, block),
            isBreakpoint: breakpoints.has(id),
            isMainMenu: document.bot.mainMenu === id,
            worst: worst.get(id) ?? null,
            comments: comments.get(id) ?? 0,
            glow: trail.active === id ? 'active' : trail.blocks.has(id) ? 'path' : null,
            covered: coverage?.blocks.has(id) ?? null,
            refused: end !== null && end.block !== id && connectionRefusal(document, end, id) !== null,
          },
          x: x + by.x,
          y: y + by.y,
          selected: isSelected,
        }
      }),
    )
  }, [
    nodes,
    near,
    rev,
    drag,
    glide,
    from,
    port,
    document,
    selected,
    trail,
    coverage,
    breakpoints,
    worst,
    comments,
  ])
}

function connectedPorts(document: BotDocument, { record }: PlacedBlock): ReadonlySet<string> {
  return new Set(document.edgesFrom(record.id).map(({ port }) => port))
}

const RANK: Readonly<Record<Severity, number>> = { hint: 0, warning: 1, error: 2 }

/** The worst finding at each block; hints do not mark it. */
function useWorst(): ReadonlyMap<RecordId, Severity> {
  const issues = useWorkbench(state => state.issues)
  return useMemo(() => worstOf(issues), [issues])
}

function worstOf(issues: readonly Issue[]): ReadonlyMap<RecordId, Severity> {
  const worst = new Map<RecordId, Severity>()
  for (const { record, severity } of issues) {
    const known = worst.get(record)
    if (severity !== 'hint' && (!known || RANK[severity] > RANK[known])) worst.set(record, severity)
  }
  return worst
}
