import { create } from 'zustand'
import type { CommentPlace } from '../../src-shared/document/comment.ts'
import type { BlockId, CommentId, TaskId } from '../../src-shared/document/ids.ts'

export const FILTERS = ['open', 'blocking', 'all', 'orphans'] as const
export type Filter = (typeof FILTERS)[number]

export const REVIEW_PARTS = ['review', 'checklist'] as const

/** What of the review is shown, and what is being written; of the window, not of the bot. */
export const useReview = create<
  Readonly<{
    part: (typeof REVIEW_PARTS)[number]
    filter: Filter
    writing: CommentPlace | null
    answering: CommentId | null
    editing: CommentId | null
    /** The step of the checklist that is open, and the block whose study is. */
    step: TaskId | null
    study: BlockId | null
  }>
>()(() => ({
  ...{ part: 'review', filter: 'open', writing: null, answering: null, editing: null },
  ...{ step: null, study: null },
}))
