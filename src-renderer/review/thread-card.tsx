import { Button } from '@mantine/core'
import { IconFlag, IconFlagOff, IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { CommentRecord } from '../../src-shared/document/records.ts'
import type { Thread } from '../../src-shared/review/threads.ts'
import { useWorkbench } from '../state/workbench.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { shortDate } from '../versions/short-date.ts'
import { CommentForm } from './comment-form.tsx'
import { placeWords } from './place-words.ts'
import styles from './review.module.css'
import { answer, applyIt, changeWords, goToPlace, setBlocking, settle } from './review-actions.ts'
import { useReview } from './review-state.ts'
import { SuggestedChanges } from './suggested-changes.tsx'
import { TurnQuote } from './turn-quote.tsx'

type Props = Readonly<{ document: BotDocument; thread: Thread }>

/** A comment with its place, its answers, and what can be done with it. */
export function ThreadCard({ document, thread: { root, answers, orphan } }: Props) {
  const { t } = useTranslation()
  const answering = useReview(state => state.answering)
  const editing = useReview(state => state.editing)
  const place = placeWords(t, document, root.place)
  return (
    <li>
      <article
        className={styles.thread}
        aria-label={t('review.thread', { name: root.by.name, place })}
        data-blocking={(root.blocking && root.state === 'open') || undefined}
      >
        <div className={styles.line}>
          <button
            type="button"
            className={styles.place}
            disabled={orphan || root.place.on === 'bot'}
            onClick={() => goToPlace(root.place)}
          >
            {place}
          </button>
          {root.kind === 'suggestion' && (
            <span className={styles.chip} data-tone="accent">
              {t('review.suggestion')}
            </span>
          )}
          {root.blocking && (
            <span className={styles.chip} data-tone={root.state === 'open' ? 'bad' : undefined}>
              {t('review.blocking')}
            </span>
          )}
        </div>
        {orphan && <p className={styles.meta}>{t('review.orphan')}</p>}
        <TurnQuote document={document} place={root.place} />
        {editing === root.id ? (
          <CommentForm
            label={t('review.edit')}
            action={t('review.save')}
            text={root.text}
            onSay={text => changeWords(root.id, text)}
          />
        ) : (
          <Said comment={root} />
        )}
        {root.kind === 'suggestion' && <SuggestedChanges document={document} comment={root} />}
        {answers.length > 0 && (
          <ul className={styles.answers}>
            {answers.map(each => (
              <li key={each.id}>
                <Said comment={each} />
              </li>
            ))}
          </ul>
        )}
        {root.state !== 'open' && (
          <p className={styles.meta}>{t(`review.${root.state}`, { name: root.stateBy?.name ?? '' })}</p>
        )}
        {answering === root.id ? (
          <CommentForm
            label={t('review.replyTo', { name: root.by.name })}
            action={t('review.reply')}
            onSay={text => answer(root.id, text)}
          />
        ) : (
          <Acts root={root} />
        )}
      </article>
    </li>
  )
}

function Said({ comment: { text, by, at } }: { comment: CommentRecord }) {
  const { t, i18n } = useTranslation()
  return (
    <>
      {text !== '' && <p className={styles.text}>{text}</p>}
      <p className={styles.meta}>{t('review.said', { name: by.name, at: shortDate(at, i18n.language) })}</p>
    </>
  )
}

function Acts({ root }: { root: CommentRecord }) {
  const { t } = useTranslation()
  const isMine = useWorkbench(state => state.preferences.actor) === root.by.name
  const reply = () => useReview.setState({ answering: root.id, writing: null, editing: null })
  if (root.state !== 'open')
    return (
      <div className={styles.buttons}>
        <Small onClick={() => settle(root.id, 'open')}>{t('review.reopen')}</Small>
        <Small onClick={reply}>{t('review.reply')}</Small>
      </div>
    )
  const isSuggestion = root.kind === 'suggestion'
  return (
    <div className={styles.buttons}>
      {isSuggestion && <Small onClick={() => applyIt(root)}>{t('review.apply')}</Small>}
      {!isSuggestion && <Small onClick={() => settle(root.id, 'resolved')}>{t('review.resolve')}</Small>}
      <Small onClick={() => settle(root.id, 'wont-fix')}>
        {t(isSuggestion ? 'review.refuse' : 'review.wontFix')}
      </Small>
      <Small onClick={reply}>{t('review.reply')}</Small>
      <IconButton
        label={t(root.blocking ? 'review.unblock' : 'review.block')}
        onClick={() => setBlocking(root)}
      >
        {root.blocking ? <IconFlagOff size={14} /> : <IconFlag size={14} />}
      </IconButton>
      {isMine && (
        <IconButton
          label={t('review.edit')}
          onClick={() => useReview.setState({ editing: root.id, writing: null, answering: null })}
        >
          <IconPencil size={14} />
        </IconButton>
      )}
    </div>
  )
}

function Small({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <Button size="compact-xs" variant="default" onClick={onClick}>
      {children}
    </Button>
  )
}
