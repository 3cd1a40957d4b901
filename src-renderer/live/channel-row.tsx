import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChannelView } from '../../src-shared/publish/channel-protocol.ts'
import { client } from '../ipc/client.ts'
import { ChannelHealth } from './channel-health.tsx'
import { RemoveQuestion, StopQuestion } from './channel-questions.tsx'
import { CopyField } from './copy-field.tsx'
import { KindIcon } from './kind-icon.tsx'
import css from './live.module.css'
import type { Site } from './site.ts'
import { ActFault, useAct } from './use-act.tsx'

type Props = Readonly<{
  site: Site
  channel: ChannelView
  onChange: () => void
  onLog: () => void
  /** Something became of the channel; the name of one that is active now. */
  onChanged: (verified: string | null) => void
}>

/** One channel: what it is, how it does, and what can be done with it. */
export function ChannelRow({ site, channel, onChange, onLog, onChanged }: Props) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<'stop' | 'remove' | null>(null)
  const { kind, name, environment, handle, account, state, webhook } = channel
  const known = { kind: t(`live.kind.${kind}`), environment: t(`live.environment.${environment}`) }
  const shownHandle = handle || account
  const done = () => {
    setAsked(null)
    onChanged(null)
  }
  const question = { site, channel, onKeep: () => setAsked(null), onDone: done }
  return (
    <li className={css.row}>
      <div className={css.rowTitle}>
        <KindIcon kind={kind} />
        <strong>{name}</strong>
        <span className={css.badge} data-state={state}>
          {t(`live.state.${state}`)}
        </span>
        <span className={css.quiet}>
          {t(shownHandle ? 'live.channels.about' : 'live.channels.aboutShort', {
            ...known,
            handle: shownHandle,
          })}
        </span>
      </div>
      <ChannelHealth channel={channel} />
      {state !== 'active' && webhook !== '' && (
        <CopyField label={t('live.channels.webhook')} text={webhook} />
      )}
      {asked === 'stop' && <StopQuestion {...question} />}
      {asked === 'remove' && <RemoveQuestion {...question} />}
      {asked === null && (
        <RowActions
          {...{ site, channel, onChange, onLog, onChanged }}
          onStop={() => setAsked('stop')}
          onRemove={() => setAsked('remove')}
        />
      )}
    </li>
  )
}

type ActionsProps = Props & Readonly<{ onStop: () => void; onRemove: () => void }>

function RowActions({ site, channel, onChange, onLog, onChanged, onStop, onRemove }: ActionsProps) {
  const { t } = useTranslation()
  const { isBusy, fault, act } = useAct()
  const { id, name, state } = channel
  const verify = () =>
    act(
      () => site.call(() => client['live.verifyChannel']({ engine: site.engine.id, channel: id })),
      () => onChanged(name),
    )
  const button = (what: 'verify' | 'change' | 'log' | 'stop' | 'remove', onClick: () => void) => (
    <Button
      size="compact-xs"
      variant={what === 'verify' ? 'filled' : 'default'}
      loading={what === 'verify' && isBusy}
      aria-label={t('live.channels.ofThis', { act: t(`live.channels.${what}`), name })}
      onClick={onClick}
    >
      {t(`live.channels.${what}`)}
    </Button>
  )
  return (
    <>
      <ActFault fault={fault} />
      <div className={css.actions}>
        {state !== 'active' && button('verify', () => void verify())}
        {button('change', onChange)}
        {button('log', onLog)}
        {state === 'active' && button('stop', onStop)}
        {button('remove', onRemove)}
      </div>
    </>
  )
}
