import { create } from 'zustand'
import type { CommentPlace } from '../../src-shared/document/comment.ts'
import type { CommentId } from '../../src-shared/document/ids.ts'

export const FILTERS = ['open', 'blocking', 'all', 'orphans'] as const
export type Filter = (typeof FILTERS)[number]

/** What of the review is shown, and what is being written; of the window, not of the bot. */
export const useReview = create<
  Readonly<{
    filter: Filter
    writing: CommentPlace | null
    answering: CommentId | null
    editing: CommentId | null
  }>
>()(() => ({ filter: 'open', writing: null, answering: null, editing: null }))
