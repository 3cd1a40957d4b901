import { useId, useState } from 'preact/hooks'
import type { Desk } from '../look.ts'
import { NameField, Problem } from './name-field.tsx'

type Props = Readonly<{
  desk: Desk
  label: string
  /** Answers cannot keep a pass from being approved. */
  canBlock?: boolean
  onSay: (text: string, blocking: boolean) => boolean
  onClose?: (() => void) | undefined
}>

/** Where a comment is written; who says it is asked once. */
export function CommentForm({ desk, label, canBlock = false, onSay, onClose }: Props) {
  const { t, reviewer } = desk
  const [text, setText] = useState('')
  const [blocking, setBlocking] = useState(false)
  const name = reviewer.said.use(({ name }) => name)
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
      <NameField desk={desk} />
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
      <Problem desk={desk} />
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
