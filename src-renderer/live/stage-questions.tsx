import { Button, Radio, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Stage } from '../../src-shared/publish/stage-protocol.ts'
import { client } from '../ipc/client.ts'
import { draftOfStage, stagingOf } from '../versions/stage-draft.ts'
import { StageFields } from '../versions/stage-fields.tsx'
import css from './live.module.css'
import { Question } from './question.tsx'
import type { Site } from './site.ts'
import { ActFault, useAct } from './use-act.tsx'

type Props = Readonly<{ site: Site; stage: Stage; active: string; onKeep: () => void; onDone: () => void }>

/** Another percentage or threshold; who is in it stays in it. */
export function ChangeStage({ site: { engine, bot, call }, stage, active, onKeep, onDone }: Props) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(() => draftOfStage(stage))
  const { isBusy, fault, act } = useAct()
  const staging = stagingOf(draft)
  const { version } = stage
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!staging) return
    const request = { ...staging, version, expectedActive: active, expectedStaged: version }
    void act(() => call(() => client['live.stage']({ bot, engine: engine.id, stage: request })), onDone)
  }
  return (
    <form className={css.stack} onSubmit={save}>
      <StageFields draft={draft} onChange={setDraft} />
      <ActFault fault={fault} />
      <div className={css.actions}>
        <Button size="xs" type="submit" loading={isBusy} disabled={!staging}>
          {t('stage.save')}
        </Button>
        <Button size="xs" variant="default" autoFocus onClick={onKeep}>
          {t('live.cancel')}
        </Button>
      </div>
    </form>
  )
}

/** Asks why a version is taken back, and what becomes of the conversations that are on it. */
export function TakeBackQuestion({ site: { engine, bot, call }, stage, active, onKeep, onDone }: Props) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [conversations, setConversations] = useState<'finish' | 'restart'>('finish')
  const { version } = stage
  const rollBack = { expectedStaged: version, reason: reason.trim(), conversations }
  return (
    <Question
      text={t('stage.back.will', { version, active })}
      action={t('stage.back.action')}
      mayGo={reason.trim() !== ''}
      make={() => call(() => client['live.rollBack']({ bot, engine: engine.id, rollBack }))}
      onKeep={onKeep}
      onDone={onDone}
    >
      <TextInput
        size="xs"
        label={t('stage.back.reason')}
        placeholder={t('stage.back.placeholder')}
        maxLength={500}
        value={reason}
        autoFocus
        onChange={event => setReason(event.currentTarget.value)}
      />
      <Radio.Group
        size="xs"
        label={t('stage.back.conversations')}
        value={conversations}
        onChange={value => setConversations(value === 'restart' ? 'restart' : 'finish')}
      >
        <div className={css.choices}>
          <Radio size="xs" value="finish" label={t('stage.back.finish')} />
          <Radio size="xs" value="restart" label={t('stage.back.restart', { active })} />
        </div>
      </Radio.Group>
    </Question>
  )
}
