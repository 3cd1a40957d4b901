import type { BotDocument } from '../document/bot-document.ts'
import type { CommentPlace } from '../document/comment.ts'
import type { BlockId, EdgeId, RecordId, TestcaseId } from '../document/ids.ts'
import type { IterationRecord } from '../document/iteration.ts'
import type { CommentRecord } from '../document/records.ts'

/** A comment with its answers, the first first. `orphan`: what it is about is gone. */
export type Thread = Readonly<{ root: CommentRecord; answers: readonly CommentRecord[]; orphan: boolean }>

/** All threads of a bot, the oldest first. An answer whose comment never came stands for itself. */
export function threadsOf(document: BotDocument): readonly Thread[] {
  const answers = new Map<string, CommentRecord[]>()
  const roots: CommentRecord[] = []
  for (const comment of document.all('comment')) {
    const root = comment.thread && document.get(comment.thread)
    if (!root) roots.push(comment)
    else answers.set(root.id, [...(answers.get(root.id) ?? []), comment])
  }
  return roots.sort(byTime).map(root => ({
    root,
    answers: (answers.get(root.id) ?? []).sort(byTime),
    orphan: !isThere(document, root.place),
  }))
}

/** Whether the place of a comment still exists. */
export function isThere(document: BotDocument, place: CommentPlace): boolean {
  switch (place.on) {
    case 'bot':
      return true
    case 'record':
      return document.get(place.record as RecordId) !== undefined
    case 'edge':
      return document.edgeAt(place.block as BlockId, place.port) !== undefined
    case 'turn':
      return (document.get(place.test as TestcaseId)?.steps.length ?? 0) > place.step
  }
}

/** The open comments that keep a bot from being approved (requirements.md KAL-07). */
export function openBlocking(document: BotDocument): readonly CommentRecord[] {
  return threadsOf(document)
    .map(({ root }) => root)
    .filter(({ state, blocking }) => blocking && state === 'open')
}

/** How many open comments each block or note has; one on a way out counts for the block it leaves. */
export function openCommentsByBlock(document: BotDocument): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { place, state, thread } of document.all('comment')) {
    if (thread !== null || state !== 'open') continue
    const block = place.on === 'edge' ? place.block : place.on === 'record' ? place.record : null
    if (block !== null) counts.set(block, (counts.get(block) ?? 0) + 1)
  }
  return counts
}

/** How many open comments each edge has. */
export function openCommentsByEdge(document: BotDocument): ReadonlyMap<EdgeId, number> {
  const counts = new Map<EdgeId, number>()
  for (const { place, state, thread } of document.all('comment')) {
    if (thread !== null || state !== 'open' || place.on !== 'edge') continue
    const edge = document.edgeAt(place.block as BlockId, place.port)
    if (edge) counts.set(edge.id, (counts.get(edge.id) ?? 0) + 1)
  }
  return counts
}

/** All passes, the first first. */
export function iterationsOf(document: BotDocument): readonly IterationRecord[] {
  return [...document.all('iteration')].sort((a, b) => a.number - b.number || byTime(a, b))
}

/** The pass that is being reviewed, or was last. */
export function newestIteration(document: BotDocument): IterationRecord | null {
  return iterationsOf(document).at(-1) ?? null
}

function byTime(a: { at: number; id: string }, b: { at: number; id: string }): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1)
}
