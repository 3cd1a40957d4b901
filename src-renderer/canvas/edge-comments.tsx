import { useMemo } from 'react'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { openCommentsByEdge } from '../../src-shared/review/threads.ts'
import { selectEdge } from '../state/select-things.ts'
import { showLeft } from '../state/show-left.ts'
import { CommentCount } from '../ui/comment-count.tsx'
import type { Box } from './box.ts'
import { useCanvasView } from './canvas-view.ts'
import { placeLabel } from './draw-labels.ts'
import { pointOn } from './edge-path.ts'
import type { Scene } from './scene.ts'
import styles from './things-layer.module.css'

type Props = Readonly<{ scene: Scene; document: BotDocument; rev: number; area: Box }>

/** Along the edge; the middle is for its text and for the plus. */
const TRIES = [0.2, 0.3, 0.8, 0.7] as const
const WIDTH = 24

/** How many comments are open on the edges near the view; a click chooses the edge and shows what is said. */
export function EdgeComments({ scene, document, rev, area }: Props) {
  const isMoving = useCanvasView(view => Boolean(view.drag || view.glide))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the document changes in place; `rev` says when.
  const counts = useMemo(() => openCommentsByEdge(document), [document, rev])
  if (isMoving || counts.size === 0) return null
  const near = scene.edgesIn(area).filter(({ record }) => counts.has(record.id))
  return near.map(edge => {
    const room = placeLabel(scene, edge, WIDTH, TRIES)
    const middle = pointOn(edge.ends, TRIES[0])
    const { x, y } = room ? { x: (room.left + room.right) / 2, y: (room.top + room.bottom) / 2 } : middle
    return (
      <button
        key={edge.record.id}
        type="button"
        className={`${styles.edgeComments} nopan`}
        data-edge-comments={edge.record.id}
        style={{ left: x, top: y }}
        onClick={() => {
          selectEdge(edge.record.id)
          showLeft('review')
        }}
      >
        <CommentCount count={counts.get(edge.record.id) ?? 0} />
      </button>
    )
  })
}
