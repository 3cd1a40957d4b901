import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EngineAccount } from '../../src-shared/ipc/contract.ts'
import { EngineLookLine } from '../engines/engine-look.tsx'
import { client } from '../ipc/client.ts'
import { useAnswer } from '../live/use-answer.ts'
import { FaultMessage } from './fault-message.tsx'
import { loadEngines } from './publishing.ts'
import { useVaultGate } from './use-vault-gate.tsx'
import css from './versions.module.css'

/** What can be looked at of an engine. */
export type EnginePageName = 'keys' | 'audit' | 'people' | 'retention'

type Props = Readonly<{
  account: EngineAccount
  onEdit: () => void
  onShow: (page: EnginePageName) => void
}>

/**
 * One engine of the list: how it does, and what can be done with it. It is asked when it is shown; only a test asks for
 * the passphrase of a key that is locked away. Removing is asked about, since its key goes with it.
 */
export function EngineRow({ account, onEdit, onShow }: Props) {
  const { t } = useTranslation()
  const [isRemoving, setRemoving] = useState(false)
  const gate = useVaultGate()
  const mayAsk = useRef(false)
  const { id, name, url, keyId, hasKey } = account
  const answer = useAnswer(() => {
    const ask = () => client['engines.test']({ id })
    return mayAsk.current ? gate.call(ask) : ask()
  })
  const test = () => {
    mayAsk.current = true
    void answer.reload()
  }
  const acts = {
    ...{ keys: () => onShow('keys'), audit: () => onShow('audit') },
    ...{ people: () => onShow('people'), retention: () => onShow('retention') },
    ...{ test, edit: onEdit, remove: () => setRemoving(true) },
  }
  return (
    <li className={css.account}>
      <div className={css.accountText}>
        <strong title={name}>{name}</strong>
        <span title={url}>{url}</span>
        <span title={keyId}>{t(hasKey ? 'engines.keyId' : 'engines.keyless', { key: keyId })}</span>
      </div>
      <EngineLookLine answer={answer} />
      {gate.form}
      {isRemoving && <RemoveQuestion account={account} onKeep={() => setRemoving(false)} />}
      {!isRemoving && !gate.form && (
        <RowActions name={name} isTesting={answer.isAsking} onAct={act => acts[act]()} />
      )}
    </li>
  )
}

const ACTS = ['people', 'retention', 'keys', 'audit', 'test', 'edit', 'remove'] as const
type Act = (typeof ACTS)[number]
type ActionsProps = Readonly<{ name: string; isTesting: boolean; onAct: (act: Act) => void }>

function RowActions({ name, isTesting, onAct }: ActionsProps) {
  const { t } = useTranslation()
  const words = {
    people: t('people.open'),
    retention: t('people.retention.open'),
    keys: t('engines.keys'),
    audit: t('audit.open'),
    test: t('versions.engines.test'),
    edit: t('versions.engines.edit'),
    remove: t('versions.engines.remove'),
  }
  return (
    <div className={css.rowActions}>
      {ACTS.map(act => (
        <Button
          key={act}
          size="compact-xs"
          variant={act === 'edit' || act === 'remove' ? 'subtle' : 'default'}
          color="gray"
          loading={act === 'test' && isTesting}
          aria-label={t('engines.ofThis', { act: words[act], name })}
          onClick={() => onAct(act)}
        >
          {words[act]}
        </Button>
      ))}
    </div>
  )
}

function RemoveQuestion({ account: { id, name }, onKeep }: { account: EngineAccount; onKeep: () => void }) {
  const { t } = useTranslation()
  const [message, setMessage] = useState<string | null>(null)
  const remove = async () => {
    const removed = await client['engines.remove']({ id })
    if (removed.ok) await loadEngines()
    else setMessage(removed.message)
  }
  return (
    <div className={css.question}>
      <p>{t('versions.engines.removeAsk', { name })}</p>
      {message && <FaultMessage fault={{ message }} onGo={onKeep} />}
      <div className={css.rowActions}>
        <Button size="compact-xs" variant="default" onClick={onKeep} autoFocus>
          {t('versions.engines.keep')}
        </Button>
        <Button size="compact-xs" color="red" onClick={() => void remove()}>
          {t('versions.engines.removeYes')}
        </Button>
      </div>
    </div>
  )
}
