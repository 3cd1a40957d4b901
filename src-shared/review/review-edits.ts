import type { BotDocument } from '../document/bot-document.ts'
import { COMMENT_STATES, type CommentPlace, type CommentState } from '../document/comment.ts'
import { type CommentId, type IterationId, newRecordId } from '../document/ids.ts'
import type { IterationRecord, Person } from '../document/iteration.ts'
import { type CommentRecord, REVIEW_TYPES } from '../document/records.ts'
import { ChangeSet } from '../edit/changes.ts'
import type { Changes } from '../edit/edit.ts'
import { updateRecord } from '../edit/update-record.ts'
import { fault, ok, type Result } from '../kit/result.ts'
import { approvalHindrance, decisionHindrance } from './may-approve.ts'
import { newestIteration } from './threads.ts'

/** Who says something, and when. */
export type Saying = Readonly<{ by: Person; at: number; newId: () => string }>

type Words = Readonly<{
  text: string
  place: CommentPlace
  blocking?: boolean
  /** Makes it a suggestion. */
  changes?: Changes
}>

/** A new comment in the present pass. Refuses `review/no-iteration` before the first, `review/empty` without words. */
export function addComment(
  document: BotDocument,
  { text, place, blocking = false, changes }: Words,
  { by, at, newId }: Saying,
): Result<Readonly<{ changes: Changes; comment: CommentRecord }>> {
  const iteration = newestIteration(document)
  if (!iteration) return fault('review/no-iteration')
  if (text.trim() === '' && !changes) return fault('review/empty')
  const suggested = changes && withoutTalk(changes)
  const comment: CommentRecord = {
    id: newRecordId('comment', newId),
    type: 'comment',
    iteration: iteration.id,
    thread: null,
    ...{ at, by, text: text.trim(), place, blocking, state: 'open' },
    kind: suggested ? 'suggestion' : 'comment',
    ...(suggested ? { changes: suggested as CommentRecord['changes'] } : {}),
  }
  return ok({ changes: new ChangeSet(document).put(comment).done(), comment })
}

/** What people say about the bot is never part of what they suggest. */
function withoutTalk(changes: Changes): Changes {
  return Object.fromEntries(
    Object.entries(changes).filter(([, { before, after }]) => {
      const type = (after ?? before)?.type
      return type !== undefined && !REVIEW_TYPES.has(type)
    }),
  ) as Changes
}

/** An answer in a thread. Refuses `review/empty`. */
export function answerComment(
  document: BotDocument,
  thread: CommentId,
  text: string,
  { by, at, newId }: Saying,
): Result<Changes> {
  const root = document.get(thread)
  if (!root) return fault('store/not-found')
  if (text.trim() === '') return fault('review/empty')
  const iteration = newestIteration(document)?.id ?? root.iteration
  return ok(
    new ChangeSet(document)
      .put({
        id: newRecordId('comment', newId),
        type: 'comment',
        ...{ iteration, thread: root.thread ?? root.id, at, by, text: text.trim(), place: root.place },
        ...{ kind: 'comment', blocking: false, state: 'open' },
      })
      .done(),
  )
}

/** Changes the words of a comment, or whether it blocks; nothing where it is so already. */
export function editComment(
  document: BotDocument,
  id: CommentId,
  change: Readonly<{ text?: string; blocking?: boolean }>,
  at: number,
): Changes {
  const comment = document.get(id)
  if (!comment) return {}
  const edited = { ...comment, ...change }
  if (edited.text === comment.text && edited.blocking === comment.blocking) return {}
  // Each edit has a time of its own, by which copies know of each other's edits.
  const last = Math.max(0, ...(comment.edits ?? []))
  return updateRecord(document, {
    ...edited,
    edits: [...(comment.edits ?? []), Math.max(at, last + 1)].slice(-200),
  })
}

/** Settles a thread, or opens it again. */
export function setCommentState(
  document: BotDocument,
  id: CommentId,
  state: CommentState,
  { by, at }: Pick<Saying, 'by' | 'at'>,
): Changes {
  const comment = document.get(id)
  if (!comment || comment.thread !== null || comment.state === state || !COMMENT_STATES.includes(state))
    return {}
  return updateRecord(document, {
    ...comment,
    state,
    stateBy: by,
    stateAt: Math.max(at, (comment.stateAt ?? 0) + 1),
  })
}

/** Approves a pass, or sends it back (requirements.md KAL-07); refuses with the reason. */
export function decideIteration(
  document: BotDocument,
  id: IterationId,
  state: 'approved' | 'changes-requested',
  { by, at }: Pick<Saying, 'by' | 'at'>,
): Result<Changes> {
  const iteration = document.get(id)
  if (!iteration) return fault('store/not-found')
  const hindrance = state === 'approved' ? approvalHindrance(document, id) : decisionHindrance(document, id)
  if (hindrance === 'blocking') return fault('review/blocked')
  if (hindrance) return fault('review/decided')
  return ok(updateRecord(document, { ...iteration, state, decidedBy: by, decidedAt: at }))
}

type Submission = Readonly<{ version: string; hash: string; note: string }>

/** The record of the next pass, of a version that was frozen for it. */
export function nextIteration(
  document: BotDocument,
  { version, hash, note }: Submission,
  { by, at, newId }: Saying,
): IterationRecord {
  const tests = [...document.all('testcase')].map(({ id }) => id).slice(0, 500)
  return {
    id: newRecordId('iteration', newId),
    type: 'iteration',
    number: (newestIteration(document)?.number ?? 0) + 1,
    ...{ version, hash, at, by, note: note.trim(), state: 'in-review' },
    ...(tests.length > 0 ? { transcripts: tests } : {}),
  }
}
