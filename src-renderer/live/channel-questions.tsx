import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChannelView } from '../../src-shared/publish/channel-protocol.ts'
import { client } from '../ipc/client.ts'
import { Question } from './question.tsx'
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
