import i18next from 'i18next'
import { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { CommentPlace, CommentState } from '../../src-shared/document/comment.ts'
import type { BlockId, CommentId, IterationId, RecordId, TestcaseId } from '../../src-shared/document/ids.ts'
import type { IterationRecord } from '../../src-shared/document/iteration.ts'
import type { CommentRecord } from '../../src-shared/document/records.ts'
import { squashChanges } from '../../src-shared/edit/edit.ts'
import { updateRecord } from '../../src-shared/edit/update-record.ts'
import { applySuggestion } from '../../src-shared/review/apply-suggestion.ts'
import {
  addComment,
  answerComment,
  decideIteration,
  editComment,
  setCommentState,
} from '../../src-shared/review/review-edits.ts'
import { newestIteration } from '../../src-shared/review/threads.ts'
import { openCompare } from '../compare/compare-actions.ts'
import { WORKING } from '../compare/compare-state.ts'
import { client } from '../ipc/client.ts'
import { commit } from '../state/edits.ts'
import { newId } from '../state/open-bot.ts'
import { reviewer } from '../state/reviewer.ts'
import { showLeft } from '../state/show-left.ts'
import { showPlace } from '../state/show-place.ts'
import { useWorkbench } from '../state/workbench.ts'
import { useReview, type Writing } from './review-state.ts'

const saying = () => ({ by: reviewer(), at: Date.now(), newId })

function presentDocument(): BotDocument | null {
  return useWorkbench.getState().editor?.document ?? null
}

/** Opens the line for a comment in the panel. */
export function beginComment(place: CommentPlace): void {
  beginWriting({ place, test: null, at: 'panel' })
}

/** Opens the line for a comment; before the first iteration the dialog that begins it. */
export function beginWriting(writing: Writing): void {
  const document = presentDocument()
  if (!document) return
  if (!newestIteration(document)) {
    useWorkbench.setState({ dialog: 'submitReview' })
    return
  }
  useReview.setState({ part: 'review', writing, answering: null, editing: null })
  if (writing.at === 'panel') showLeft('review')
}

export function stopWriting(): void {
  useReview.setState({ writing: null, answering: null, editing: null })
}

/** Whether it was said. */
export function sayComment({ place, test }: Writing, text: string, blocking: boolean): boolean {
  const document = presentDocument()
  if (!document) return false
  const made = addComment(document, { text, place, blocking }, saying())
  const brought = test ? updateRecord(document, test) : {}
  const changes = made.ok ? squashChanges([brought, made.value.changes]) : made
  const said = commit(changes, { key: 'review.edited.comment' })
  if (said) stopWriting()
  return said
}

export function answer(thread: CommentId, text: string): boolean {
  const document = presentDocument()
  if (!document) return false
  const said = commit(answerComment(document, thread, text, saying()), { key: 'review.edited.reply' })
  if (said) stopWriting()
  return said
}

export function changeWords(id: CommentId, text: string): boolean {
  const document = presentDocument()
  if (!document || text.trim() === '') return false
  const changes = editComment(document, id, { text: text.trim() }, Date.now())
  const said = commit(changes, { key: 'review.edited.edit' })
  if (said) stopWriting()
  return said
}

export function setBlocking({ id, blocking }: CommentRecord): void {
  const document = presentDocument()
  if (document)
    commit(editComment(document, id, { blocking: !blocking }, Date.now()), { key: 'review.edited.block' })
}

export function settle(id: CommentId, state: CommentState): void {
  const document = presentDocument()
  if (document) commit(setCommentState(document, id, state, saying()), { key: 'review.edited.state' })
}

/** Applies a suggestion and settles it, as one step. It is applied even while one suggests oneself. */
export function applyIt(comment: CommentRecord): void {
  const document = presentDocument()
  if (!document) return
  const changes = applySuggestion(document, comment)
  useWorkbench.setState({ suggesting: false })
  const settled = setCommentState(document, comment.id, 'resolved', saying())
  const label = { key: 'review.edited.apply' }
  if (!commit(changes.ok ? squashChanges([changes.value, settled]) : changes, label)) return
  useWorkbench.setState({ banner: { tone: 'success', message: i18next.t('review.applied') } })
}

export function decide({ id, number }: IterationRecord, state: 'approved' | 'changes-requested'): void {
  const document = presentDocument()
  if (!document) return
  commit(decideIteration(document, id, state, saying()), { key: 'review.edited.decide', count: number })
}

/** Goes to what a comment is about. */
export function goToPlace(place: CommentPlace): void {
  const document = presentDocument()
  if (place.on === 'record') {
    if (place.locale && document?.bot.locales.includes(place.locale))
      useWorkbench.setState({ locale: place.locale })
    const path = place.path?.map(step => (/^\d+$/.test(step) ? Number(step) : step)) ?? null
    showPlace(place.record as RecordId, path)
  } else if (place.on === 'edge') {
    const edge = document?.edgeAt(place.block as BlockId, place.port)
    if (edge) showPlace(edge.id)
  } else if (place.on === 'turn') void showTurn(place)
}

/** Plays the conversation a comment is about, up to its turn. The runtime is fetched by those who go there. */
async function showTurn({ test, step }: Extract<CommentPlace, { on: 'turn' }>): Promise<void> {
  const { showTest } = await import('../testing/test-runs.ts')
  showTest(test as TestcaseId, step)
}

/** Compares what was submitted with the bot as it is now. */
export async function compareIteration({ id, number }: IterationRecord): Promise<void> {
  const { bot } = useWorkbench.getState()
  if (!bot) return
  const read = await client['review.iteration']({ bot, iteration: id as IterationId })
  if (!read.ok) return useWorkbench.setState({ banner: { tone: 'error', message: read.message } })
  const name = i18next.t('review.iteration', { number })
  await openCompare({ kind: 'file', name, document: BotDocument.of(read.value.records) }, WORKING)
}
