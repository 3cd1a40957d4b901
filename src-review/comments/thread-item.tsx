import i18next from 'i18next'
import { useState } from 'preact/hooks'
import { recordTitle } from '../../src-renderer/compare/change-words.ts'
import type { CommentPlace } from '../../src-shared/document/comment.ts'
import type { RecordId } from '../../src-shared/document/ids.ts'
import type { CommentRecord } from '../../src-shared/document/records.ts'
import type { Thread } from '../../src-shared/review/threads.ts'
import { type Desk, showRecord } from '../look.ts'
import { placeOfText } from '../words/place-of-text.ts'
import { recordOf } from './comment-counts.ts'
import { CommentForm } from './comment-form.tsx'
import { SuggestedLines } from './suggested-lines.tsx'

type Props = Readonly<{ desk: Desk; thread: Thread; withPlace: boolean }>

/** A comment with its answers, and what can be done with it. */
export function ThreadItem({ desk, thread, withPlace }: Props) {
  const { t, reviewer } = desk
  const { root, answers, orphan } = thread
  const [isAnswering, setAnswering] = useState(false)
  const record = recordOf(root.place)
  const isOpen = root.state === 'open'
  return (
    <li class="thread" data-state={root.state} data-blocking={root.blocking && isOpen}>
      {withPlace && record && !orphan && (
        <button type="button" class="source" onClick={() => showRecord(desk, record as RecordId)}>
          {placeName(desk, root.place)}
        </button>
      )}
      {withPlace && (!record || orphan) && (
        <span class="source">{orphan ? t('reviewPage.comments.gone') : placeName(desk, root.place)}</span>
      )}
      <One desk={desk} comment={root} />
      {answers.length > 0 && (
        <ul class="answers">
          {answers.map(answer => (
            <li key={answer.id}>
              <One desk={desk} comment={answer} />
            </li>
          ))}
        </ul>
      )}
      {isAnswering ? (
        <CommentForm
          desk={desk}
          label={t('reviewPage.comments.answer')}
          onSay={text => reviewer.answer(root.id, text)}
          onClose={() => setAnswering(false)}
        />
      ) : (
        <div class="row">
          <button type="button" class="quiet-button" onClick={() => setAnswering(true)}>
            {t('reviewPage.comments.answer')}
          </button>
          {reviewer.said.get().name.trim() !== '' && (
            <button
              type="button"
              class="quiet-button"
              onClick={() => reviewer.settle(root.id, isOpen ? 'resolved' : 'open')}
            >
              {t(isOpen ? 'reviewPage.comments.resolve' : 'reviewPage.comments.reopen')}
            </button>
          )}
        </div>
      )}
    </li>
  )
}

function One({ desk, comment }: Readonly<{ desk: Desk; comment: CommentRecord }>) {
  const { t, reviewer } = desk
  const { by, at, text, blocking, state, kind, thread } = comment
  const time = new Intl.DateTimeFormat(i18next.language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    at,
  )
  return (
    <div class="comment">
      <p class="comment-head">
        <strong>{by.name}</strong> <span class="quiet">{time}</span>
        {blocking && state === 'open' && <span class="tag red">{t('reviewPage.comments.blocks')}</span>}
        {kind === 'suggestion' && <span class="tag">{t('reviewPage.comments.suggestion')}</span>}
        {thread === null && state !== 'open' && (
          <span class="tag">{t(`reviewPage.comments.state.${state}`)}</span>
        )}
      </p>
      {text !== '' && (
        <p class="comment-text" dir="auto">
          {text}
        </p>
      )}
      {kind === 'suggestion' && <SuggestedLines desk={desk} comment={comment} />}
      {reviewer.isOwn(comment.id) && (
        <button type="button" class="quiet-button" onClick={() => reviewer.remove(comment.id)}>
          {t('reviewPage.comments.remove')}
        </button>
      )}
    </div>
  )
}

function placeName({ t, reviewer }: Desk, place: CommentPlace): string {
  const { document } = reviewer
  if (place.on === 'bot') return t('reviewPage.comments.onBot')
  if (place.on === 'turn') return t('reviewPage.comments.atTurn', { number: place.step + 1 })
  const record = document.get((place.on === 'edge' ? place.block : place.record) as RecordId)
  if (!record) return t('reviewPage.comments.gone')
  const name = recordTitle(t, record, document)
  if (place.on === 'edge' || !place.path) return name
  return t('reviewPage.comments.inText', {
    name,
    text: placeOfText(t, record, place.path, place.locale ?? null),
  })
}
