import { Button, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault, Result } from '../../src-shared/kit/result.ts'
import type { ChannelView } from '../../src-shared/publish/channel-protocol.ts'
import { client } from '../ipc/client.ts'
import { FaultMessage } from '../versions/fault-message.tsx'
import { faultInWords } from '../words/sentences.ts'
import css from './live.module.css'
import type { Site } from './site.ts'

type Props = Readonly<{ site: Site; channel: ChannelView; onKeep: () => void; onDone: () => void }>

/** Asks why a channel is stopped, which the history of the bot tells. */
export function StopQuestion({ site, channel: { id, name }, onKeep, onDone }: Props) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  return (
    <Question
      text={t('live.stop.will', { name })}
      action={t('live.stop.action')}
      mayGo={reason.trim() !== ''}
      make={() =>
        site.call(() =>
          client['live.deactivateChannel']({ engine: site.engine.id, channel: id, reason: reason.trim() }),
        )
      }
      onKeep={onKeep}
      onDone={onDone}
    >
      <TextInput
        size="xs"
        label={t('live.stop.reason')}
        placeholder={t('live.stop.placeholder')}
        maxLength={500}
        value={reason}
        autoFocus
        onChange={event => setReason(event.currentTarget.value)}
      />
    </Question>
  )
}

export function RemoveQuestion({ site, channel: { id, name }, onKeep, onDone }: Props) {
  const { t } = useTranslation()
  return (
    <Question
      text={t('live.remove.will', { name })}
      action={t('live.remove.action')}
      mayGo
      make={() => site.call(() => client['live.removeChannel']({ engine: site.engine.id, channel: id }))}
      onKeep={onKeep}
      onDone={onDone}
    />
  )
}

type QuestionProps = Readonly<{
  text: string
  action: string
  mayGo: boolean
  make: () => Promise<Result<unknown>>
  onKeep: () => void
  onDone: () => void
  children?: ReactNode
}>

function Question({ text, action, mayGo, make, onKeep, onDone, children }: QuestionProps) {
  const { t } = useTranslation()
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setFault(null)
    const answer = await make()
    setBusy(false)
    if (answer.ok) onDone()
    else setFault(answer)
  }
  return (
    <form className={css.question} onSubmit={event => void submit(event)}>
      <p>{text}</p>
      {children}
      {fault && <FaultMessage fault={{ message: faultInWords(fault) }} onGo={onKeep} />}
      <div className={css.actions}>
        <Button size="xs" color="red" type="submit" loading={isBusy} disabled={!mayGo}>
          {action}
        </Button>
        <Button size="xs" variant="default" autoFocus={children === undefined} onClick={onKeep}>
          {t('live.cancel')}
        </Button>
      </div>
    </form>
  )
}
