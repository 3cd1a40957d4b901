import { Button, Radio, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EngineAccount } from '../../src-shared/ipc/engine-calls.ts'
import type { PublishJob } from '../../src-shared/ipc/publish-calls.ts'
import type { Fault } from '../../src-shared/kit/result.ts'
import { Actions } from './dialog-frame.tsx'
import { FaultMessage } from './fault-message.tsx'
import { startJob } from './run-plan.ts'
import { useEngineStatus } from './use-engine-status.ts'
import css from './versions.module.css'

const REASONS = ['unwanted', 'fulfilled', 'mistake', 'other'] as const
type Reason = (typeof REASONS)[number]
type Conversations = 'finish' | 'end'

type Props = Readonly<{
  engine: EngineAccount
  onClose: () => void
  onPassphrase: () => void
  onBegun: (job: PublishJob) => void
}>

/** Takes a bot off the air (KAL-16): why, and what becomes of conversations that are open. */
export function DeactivateForm({ engine, onClose, onPassphrase, onBegun }: Props) {
  const { t } = useTranslation()
  const { status, fault, reload } = useEngineStatus(engine.id)
  const active = status?.active ?? null
  if (active !== null)
    return <Questions engine={engine} version={active} onClose={onClose} onBegun={onBegun} />
  const isLocked = fault?.code === 'secret/unavailable'
  return (
    <>
      {status !== undefined && (
        <p className={css.text}>{t('versions.deactivate.notActive', { engine: engine.name })}</p>
      )}
      {fault && <FaultMessage fault={fault} onGo={onClose} />}
      <Actions onCancel={onClose}>
        {fault && (
          <Button size="xs" onClick={isLocked ? onPassphrase : () => void reload()}>
            {t(isLocked ? 'versions.job.passphrase' : 'versions.tryAgain')}
          </Button>
        )}
      </Actions>
    </>
  )
}

function Questions({ engine, version, onClose, onBegun }: Omit<Props, 'onPassphrase'> & { version: string }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState<Reason>('unwanted')
  const [other, setOther] = useState('')
  const [conversations, setConversations] = useState<Conversations>('finish')
  const [message, setMessage] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const why = reason === 'other' ? other.trim() : t(`versions.deactivate.reasons.${reason}`)
  const deactivate = async () => {
    setBusy(true)
    const told = conversations === 'end' ? message.trim() : ''
    const job = await startJob({
      engine: engine.id,
      action: 'deactivate',
      version,
      reason: why,
      conversations,
      message: told,
    })
    setBusy(false)
    if (job.ok) onBegun(job.value)
    else setFault(job)
  }
  return (
    <>
      <p className={css.text}>{t('versions.deactivate.will', { version, engine: engine.name })}</p>
      <ReasonChoice reason={reason} other={other} onReason={setReason} onOther={setOther} />
      <ConversationsChoice
        chosen={conversations}
        message={message}
        onChoose={setConversations}
        onMessage={setMessage}
      />
      {fault && <FaultMessage fault={fault} onGo={onClose} />}
      <Actions onCancel={onClose}>
        <Button
          size="xs"
          color="red"
          loading={isBusy}
          disabled={why === ''}
          onClick={() => void deactivate()}
        >
          {t('versions.deactivate.action', { version })}
        </Button>
      </Actions>
    </>
  )
}

type ReasonProps = Readonly<{
  reason: Reason
  other: string
  onReason: (reason: Reason) => void
  onOther: (text: string) => void
}>

function ReasonChoice({ reason, other, onReason, onOther }: ReasonProps) {
  const { t } = useTranslation()
  return (
    <>
      <Radio.Group
        size="xs"
        label={t('versions.deactivate.reason')}
        value={reason}
        onChange={value => onReason(value as Reason)}
      >
        <div className={css.choices}>
          {REASONS.map(value => (
            <Radio key={value} size="xs" value={value} label={t(`versions.deactivate.reasons.${value}`)} />
          ))}
        </div>
      </Radio.Group>
      {reason === 'other' && (
        <Textarea
          size="xs"
          autosize
          maxRows={4}
          maxLength={500}
          label={t('versions.deactivate.other')}
          placeholder={t('versions.deactivate.otherPlaceholder')}
          value={other}
          autoFocus
          onChange={event => onOther(event.currentTarget.value)}
        />
      )}
    </>
  )
}

type ConversationsProps = Readonly<{
  chosen: Conversations
  message: string
  onChoose: (chosen: Conversations) => void
  onMessage: (text: string) => void
}>

function ConversationsChoice({ chosen, message, onChoose, onMessage }: ConversationsProps) {
  const { t } = useTranslation()
  return (
    <>
      <Radio.Group
        size="xs"
        label={t('versions.deactivate.conversations')}
        value={chosen}
        onChange={value => onChoose(value as Conversations)}
      >
        <div className={css.choices}>
          <Radio size="xs" value="finish" label={t('versions.deactivate.finish')} />
          <Radio size="xs" value="end" label={t('versions.deactivate.end')} />
        </div>
      </Radio.Group>
      {chosen === 'end' && (
        <Textarea
          size="xs"
          autosize
          maxRows={6}
          maxLength={4096}
          label={t('versions.deactivate.message')}
          placeholder={t('versions.deactivate.messagePlaceholder')}
          value={message}
          onChange={event => onMessage(event.currentTarget.value)}
        />
      )}
    </>
  )
}
