import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IntegrationView } from '../../src-shared/publish/integration-protocol.ts'
import { client } from '../ipc/client.ts'
import css from '../live/live.module.css'
import type { Site } from '../live/site.ts'
import { ActFault, useAct } from '../live/use-act.tsx'
import { IncomingAddress } from './incoming-address.tsx'
import { IntegrationHealth } from './integration-health.tsx'
import { type Asking, IntegrationQuestion } from './integration-questions.tsx'
import { PlatformIcon } from './platform-icon.tsx'

type Props = Readonly<{
  site: Site
  integration: IntegrationView
  onChange: () => void
  onLog: () => void
  /** What was done with it, in words. */
  onDone: (done: string | null) => void
}>

/** One integration: what it is, how it does, and what can be done with it. */
export function IntegrationRow(props: Props) {
  const { t } = useTranslation()
  const { site, integration, onDone } = props
  const [asking, setAsking] = useState<Asking | null>(null)
  const [incoming, setIncoming] = useState<string | null>(null)
  const { name, platform, state, url } = integration
  const done = () => {
    setAsking(null)
    setIncoming(null)
    onDone(null)
  }
  const about = { platform: t(`integrations.platform.${platform}`), url }
  return (
    <li className={css.row}>
      <div className={css.rowTitle}>
        <PlatformIcon platform={platform} />
        <strong>{name}</strong>
        <span className={css.badge} data-state={state === 'inactive' ? 'dead' : state}>
          {t(`integrations.state.${state}`)}
        </span>
        <span className={css.quiet}>
          {t(url === '' ? 'integrations.aboutShort' : 'integrations.about', about)}
        </span>
      </div>
      <IntegrationHealth integration={integration} />
      {incoming !== null && <IncomingAddress url={incoming} onDone={done} />}
      {asking !== null && (
        <IntegrationQuestion
          {...{ site, integration, asking }}
          onKeep={() => setAsking(null)}
          onRenewed={url => {
            setAsking(null)
            setIncoming(url)
          }}
          onDone={done}
        />
      )}
      {asking === null && incoming === null && <RowActions {...props} onAsk={setAsking} />}
    </li>
  )
}

type Act = 'verify' | 'again' | 'change' | 'log' | 'resume' | Asking
type ActionsProps = Props & Readonly<{ onAsk: (asking: Asking) => void }>

function RowActions({ site, integration, onChange, onLog, onDone, onAsk }: ActionsProps) {
  const { t } = useTranslation()
  const { isBusy, fault, act } = useAct()
  const { name, platform, state } = integration
  const of = { engine: site.engine.id, integration: integration.id }
  const resume = () =>
    act(
      () => site.call(() => client['live.pauseIntegration']({ ...of, isPaused: false })),
      () => onDone(t('integrations.resumed', { name })),
    )
  const verify = () =>
    act(
      () => verifyAgain(site, integration),
      () => onDone(t('integrations.verified', { name })),
    )
  const button = (what: Act, onClick: () => void, isFirst = false) => (
    <Button
      size="compact-xs"
      variant={isFirst ? 'filled' : 'default'}
      disabled={isBusy}
      aria-label={t('integrations.act.ofThis', { act: t(`integrations.act.${what}`), name })}
      onClick={onClick}
    >
      {t(`integrations.act.${what}`)}
    </Button>
  )
  const hasAddress = platform === 'own' || platform === 'other'
  // To a bot of the engine nothing is sent that could be logged or held back.
  const isElsewhere = platform !== 'engine'
  return (
    <>
      <ActFault fault={fault} />
      <div className={css.actions}>
        {state === 'inactive' && button('verify', () => void verify(), true)}
        {state === 'paused' && button('resume', () => void resume(), true)}
        {button('change', onChange)}
        {isElsewhere && button('log', onLog)}
        {state !== 'inactive' && button('again', () => void verify())}
        {isElsewhere && state === 'active' && button('pause', () => onAsk('pause'))}
        {hasAddress && button('address', () => onAsk('address'))}
        {button('remove', () => onAsk('remove'))}
      </div>
    </>
  )
}

/** Tries what the engine has and saves it with the proof, which makes it active again (requirements.md IMI-18). */
function verifyAgain(site: Site, { id, platform }: IntegrationView) {
  const { id: engine } = site.engine
  return site.call(async () => {
    const tried = await client['live.verifyIntegration']({ engine, values: { platform, integration: id } })
    if (!tried.ok) return tried
    const change = { connection: { proof: tried.value.proof } }
    return client['live.changeIntegration']({ engine, integration: id, change })
  })
}
