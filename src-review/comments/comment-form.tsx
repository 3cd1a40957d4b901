import { useId, useState } from 'preact/hooks'
import type { Desk } from '../look.ts'

type Props = Readonly<{
  desk: Desk
  label: string
  /** Answers cannot keep a pass from being approved. */
  canBlock?: boolean
  onSay: (text: string, blocking: boolean) => boolean
  onClose?: (() => void) | undefined
}>

/** Where a comment is written; who says it is asked once. */
export function CommentForm({ desk: { t, reviewer }, label, canBlock = false, onSay, onClose }: Props) {
  const [text, setText] = useState('')
  const [blocking, setBlocking] = useState(false)
  const name = reviewer.said.use(({ name }) => name)
  const problem = reviewer.said.use(({ problem }) => problem)
  const id = useId()
  const isReady = text.trim() !== '' && name.trim() !== ''
  const say = (event: Event) => {
    event.preventDefault()
    if (!isReady || !onSay(text, blocking)) return
    setText('')
    setBlocking(false)
    onClose?.()
  }
  return (
    <form class="comment-form" onSubmit={say}>
      <label for={id}>{label}</label>
      <textarea
        id={id}
        rows={3}
        maxLength={5000}
        value={text}
        onInput={event => setText(event.currentTarget.value)}
      />
      <label class="choice">
        <span>{t('reviewPage.comments.name')}</span>
        <input
          type="text"
          maxLength={64}
          value={name}
          onInput={event => reviewer.setName(event.currentTarget.value)}
        />
      </label>
      {canBlock && (
        <label class="check">
          <input
            type="checkbox"
            checked={blocking}
            onChange={event => setBlocking(event.currentTarget.checked)}
          />
          {t('reviewPage.comments.blocking')}
        </label>
      )}
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <div class="row">
        <button type="submit" class="primary" disabled={!isReady}>
          {t('reviewPage.comments.say')}
        </button>
        {onClose && (
          <button type="button" class="plain" onClick={onClose}>
            {t('reviewPage.comments.cancel')}
          </button>
        )}
      </div>
    </form>
  )
}
