import { Textarea } from '@mantine/core'
import { IconSend2 } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { Session } from '../../src-shared/runtime/session.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { AgentAsked, DeskBar, type Speaker } from './desk-bar.tsx'
import { MoreMenu } from './more-menu.tsx'
import { SendSheet } from './send-sheet.tsx'
import css from './simulator.module.css'
import { letHappen, say, useTalk } from './talk.ts'

type Props = Readonly<{ document: BotDocument; session: Session }>

/** Where the customer writes, or the agent while one has the conversation: Enter sends, Shift+Enter begins a line. */
export function ReplyBox({ document, session }: Props) {
  const [chosen, choose] = useState<Speaker>('customer')
  const sheet = useTalk(state => state.sheet)
  const hasAgent = session.more?.agentAt !== undefined
  const { intake, effect } = session.more ?? {}
  const asked = intake?.step === 'call' ? effect : undefined
  const speaker = hasAgent ? chosen : 'customer'
  return (
    <>
      {asked !== undefined && <AgentAsked effect={asked} />}
      {hasAgent && <DeskBar speaker={speaker} onSpeaker={choose} />}
      {sheet && sheet !== 'date' && sheet !== 'test' && (
        <SendSheet key={sheet} sheet={sheet} document={document} />
      )}
      <div className={css.reply} data-reply>
        <MoreMenu document={document} />
        <Writing speaker={speaker} />
      </div>
    </>
  )
}

function Writing({ speaker }: { speaker: Speaker }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const isEmpty = text.trim() === ''
  const send = () => {
    if (isEmpty) return
    if (speaker === 'agent') letHappen({ type: 'agent', action: 'message', text })
    else say({ text })
    setText('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  return (
    <>
      <Textarea
        className={css.field}
        size="xs"
        autosize
        minRows={1}
        maxRows={6}
        dir="auto"
        aria-label={t(speaker === 'agent' ? 'simulator.desk.field' : 'simulator.field')}
        placeholder={t(speaker === 'agent' ? 'simulator.desk.placeholder' : 'simulator.placeholder')}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <IconButton label={t('simulator.send')} shortcut="Enter" disabled={isEmpty} onClick={send}>
        <IconSend2 size={16} />
      </IconButton>
    </>
  )
}
