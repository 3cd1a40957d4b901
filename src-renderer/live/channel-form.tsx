import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../src-shared/kit/result.ts'
import type { ChannelView } from '../../src-shared/publish/channel-protocol.ts'
import { client } from '../ipc/client.ts'
import { FaultMessage } from '../versions/fault-message.tsx'
import { faultInWords } from '../words/sentences.ts'
import { changeOf, draftOfChannel, draftProblems, newChannelOf } from './channel-draft.ts'
import { ChannelFields } from './channel-fields.tsx'
import { CopyField } from './copy-field.tsx'
import css from './live.module.css'
import type { Site } from './site.ts'

type Props = Readonly<{
  site: Site
  /** Null for a new one. */
  channel: ChannelView | null
  /** The name of the channel that is active now, or null where nothing was verified. */
  onDone: (verified: string | null) => void
}>

const NO_SECRETS = { appSecret: '', verifyToken: '', accessToken: '', signingSecret: '' }

/**
 * A channel's fields. Saving goes to the engine and has the provider asked at once (verify-then-go); until it agrees the
 * channel is there and not active, for the provider wants to know its address first.
 */
export function ChannelForm({ site, channel: given, onDone }: Props) {
  const { t } = useTranslation()
  const [channel, setChannel] = useState(given)
  const [draft, setDraft] = useState(() => draftOfChannel(given))
  const [wasTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const problems = draftProblems(draft, channel?.secrets ?? [])
  const save = async () => {
    const engine = site.engine.id
    const saved = await site.call(() =>
      channel
        ? client['live.changeChannel']({ engine, channel: channel.id, change: changeOf(draft) })
        : client['live.addChannel']({ engine, channel: newChannelOf(draft, site.bot) }),
    )
    if (!saved.ok) return setFault(saved)
    setChannel(saved.value)
    setDraft({ ...draft, ...NO_SECRETS })
    if (saved.value.state === 'active') return onDone(null)
    const { id, name } = saved.value
    const verified = await site.call(() => client['live.verifyChannel']({ engine, channel: id }))
    if (verified.ok) onDone(name)
    else setFault(verified)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setFault(null)
    if (Object.keys(problems).length > 0) return
    setBusy(true)
    await save()
    setBusy(false)
  }
  return (
    <form className={css.stack} onSubmit={event => void submit(event)} noValidate>
      <h3 className={css.heading}>{channel ? channel.name : t('live.form.new')}</h3>
      <ChannelFields
        draft={draft}
        channel={channel}
        problems={wasTried ? problems : {}}
        onChange={setDraft}
      />
      {fault && <SaveFault fault={fault} isSaved={channel !== null && given?.state !== 'active'} />}
      {channel && channel.webhook !== '' && (
        <CopyField label={t('live.channels.webhook')} text={channel.webhook} />
      )}
      <div className={css.ends}>
        <Button size="xs" variant="default" onClick={() => onDone(null)}>
          {t('live.back')}
        </Button>
        <Button size="xs" type="submit" loading={isBusy}>
          {t('live.form.save')}
        </Button>
      </div>
    </form>
  )
}

function SaveFault({ fault, isSaved }: { fault: Fault; isSaved: boolean }) {
  const { t } = useTranslation()
  const message = faultInWords(fault)
  return (
    <FaultMessage
      fault={{
        message: isSaved && fault.code === 'channel/unverified' ? t('live.form.saved', { message }) : message,
      }}
      onGo={() => {}}
    />
  )
}
