import { useId, useState } from 'preact/hooks'
import type { Desk } from '../look.ts'
import { NameField, Problem } from './name-field.tsx'

type Props = Readonly<{
  desk: Desk
  locale: string
  text: string
  onSay: (text: string, why: string) => boolean
  onClose: () => void
}>

/** Another text for one that is shown, and why; it comes back as a suggestion that can be applied. */
export function SuggestForm({ desk, locale, text: before, onSay, onClose }: Props) {
  const { t, reviewer } = desk
  const [text, setText] = useState(before)
  const [why, setWhy] = useState('')
  const name = reviewer.said.use(({ name }) => name)
  const id = useId()
  const isReady = text.trim() !== '' && text !== before && name.trim() !== ''
  const say = (event: Event) => {
    event.preventDefault()
    if (isReady && onSay(text, why)) onClose()
  }
  return (
    <form class="comment-form" onSubmit={say}>
      <label for={`${id}text`}>{t('reviewPage.comments.newText')}</label>
      <textarea
        id={`${id}text`}
        rows={4}
        maxLength={20_000}
        lang={locale}
        dir="auto"
        value={text}
        onInput={event => setText(event.currentTarget.value)}
      />
      <label for={`${id}why`}>{t('reviewPage.comments.why')}</label>
      <textarea
        id={`${id}why`}
        rows={2}
        maxLength={5000}
        value={why}
        onInput={event => setWhy(event.currentTarget.value)}
      />
      <NameField desk={desk} />
      <Problem desk={desk} />
      <div class="row">
        <button type="submit" class="primary" disabled={!isReady}>
          {t('reviewPage.comments.suggest')}
        </button>
        <button type="button" class="plain" onClick={onClose}>
          {t('reviewPage.comments.cancel')}
        </button>
      </div>
    </form>
  )
}
