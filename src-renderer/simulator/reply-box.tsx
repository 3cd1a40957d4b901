import { Textarea } from '@mantine/core'
import { IconSend2 } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/icon-button.tsx'
import css from './simulator.module.css'
import { say } from './talk.ts'

/** Where the customer writes: Enter or Ctrl+Enter sends, Shift+Enter begins a new line. */
export function ReplyBox() {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const isEmpty = text.trim() === ''
  const send = () => {
    if (isEmpty) return
    say({ text })
    setText('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  return (
    <div className={css.reply} data-reply>
      <Textarea
        className={css.field}
        size="xs"
        autosize
        minRows={1}
        maxRows={6}
        dir="auto"
        aria-label={t('simulator.field')}
        placeholder={t('simulator.placeholder')}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <IconButton label={t('simulator.send')} shortcut="Enter" disabled={isEmpty} onClick={send}>
        <IconSend2 size={16} />
      </IconButton>
    </div>
  )
}
