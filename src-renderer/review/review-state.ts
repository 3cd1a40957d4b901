import { create } from 'zustand'
import type { CommentPlace } from '../../src-shared/document/comment.ts'
import type { BlockId, CommentId, TaskId } from '../../src-shared/document/ids.ts'
import type { TestcaseRecord } from '../../src-shared/document/testcase.ts'

export const FILTERS = ['open', 'blocking', 'all', 'orphans'] as const
export type Filter = (typeof FILTERS)[number]

export const REVIEW_PARTS = ['review', 'checklist'] as const

/**
 * A comment that is being written. `test` comes with it: the conversation up to the turn it is about, where the bot does
 * not have that yet.
 */
export type Writing = Readonly<{
  place: CommentPlace
  test: TestcaseRecord | null
  at: 'panel' | 'presentation'
}>

/** What of the review is shown, and what is being written; of the window, not of the bot. */
export const useReview = create<
  Readonly<{
    part: (typeof REVIEW_PARTS)[number]
    filter: Filter
    writing: Writing | null
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
