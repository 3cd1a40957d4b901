import { Button, Checkbox, Textarea } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './review.module.css'
import { stopWriting } from './review-actions.ts'

type Props = Readonly<{
  label: string
  action: string
  text?: string
  canBlock?: boolean
  onSay: (text: string, blocking: boolean) => boolean
}>

/** A few lines to write in; Ctrl+Enter sends them, Escape leaves. */
export function CommentForm({ label, action, text: before = '', canBlock = false, onSay }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState(before)
  const [blocking, setBlocking] = useState(false)
  const say = (event?: FormEvent) => {
    event?.preventDefault()
    if (text.trim() !== '') onSay(text, blocking)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') stopWriting()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) say()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form className={styles.form} onSubmit={say} onKeyDown={onKeyDown}>
      <Textarea
        size="xs"
        autosize
        autoFocus
        minRows={2}
        maxRows={12}
        maxLength={5000}
        label={label}
        placeholder={t('review.placeholder')}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      {canBlock && (
        <Checkbox
          size="xs"
          label={t('review.blocks')}
          checked={blocking}
          onChange={event => setBlocking(event.currentTarget.checked)}
        />
      )}
      <div className={styles.buttons} style={{ marginTop: 0 }}>
        <Button size="compact-xs" type="submit" disabled={text.trim() === ''}>
          {action}
        </Button>
        <Button size="compact-xs" variant="default" onClick={stopWriting}>
          {t('review.cancel')}
        </Button>
      </div>
    </form>
  )
}
