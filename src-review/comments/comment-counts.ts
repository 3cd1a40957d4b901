import { useMemo } from 'preact/hooks'
import type { CommentPlace } from '../../src-shared/document/comment.ts'
import { type Thread, threadsOf } from '../../src-shared/review/threads.ts'
import type { Desk } from '../look.ts'

/** The record a comment is shown at. */
export function recordOf(place: CommentPlace): string | null {
  if (place.on === 'record') return place.record
  return place.on === 'edge' ? place.block : null
}

/** All threads, as they are now. */
export function useThreads({ reviewer }: Desk): readonly Thread[] {
  const rev = reviewer.said.use(({ rev }) => rev)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the document changes in place; `rev` says when
  return useMemo(() => threadsOf(reviewer.document), [reviewer, rev])
}

/** Open threads by the block they are about. */
export function useCommentCounts(desk: Desk): ReadonlyMap<string, number> {
  const threads = useThreads(desk)
  return useMemo(() => {
    const counts = new Map<string, number>()
    for (const { root } of threads) {
      const record = recordOf(root.place)
      if (record && root.state === 'open') counts.set(record, (counts.get(record) ?? 0) + 1)
    }
    return counts
  }, [threads])
}
