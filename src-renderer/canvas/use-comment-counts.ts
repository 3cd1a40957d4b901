import { useMemo } from 'react'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { openCommentsByBlock } from '../../src-shared/review/threads.ts'

/** How many open comments each block and note has, those on a block's ways out with it. */
export function useCommentCounts(
  document: BotDocument | undefined,
  rev: number,
): ReadonlyMap<string, number> {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the document changes in place; `rev` says when.
  return useMemo(() => (document ? openCommentsByBlock(document) : new Map()), [document, rev])
}
