import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EngineAccount, ValueOf } from '../../src-shared/ipc/contract.ts'
import type { Result } from '../../src-shared/kit/result.ts'
import { client } from '../ipc/client.ts'
import { FaultMessage } from './fault-message.tsx'
import { loadEngines } from './publishing.ts'
import { useVaultGate } from './use-vault-gate.tsx'
import css from './versions.module.css'

/** One engine of the list with what can be done with it; removing is asked about, since its key goes with it. */
export function EngineRow({ account, onEdit }: { account: EngineAccount; onEdit: () => void }) {
  const { t } = useTranslation()
  const [isRemoving, setRemoving] = useState(false)
  const { name, url, keyId, hasKey } = account
  return (
    <li className={css.account}>
      <div className={css.accountText}>
        <strong title={name}>{name}</strong>
        <span title={url}>{url}</span>
        <span title={keyId}>{hasKey ? keyId : `${keyId} · ${t('versions.engines.noKey')}`}</span>
      </div>
      {isRemoving ? (
        <RemoveQuestion account={account} onKeep={() => setRemoving(false)} />
      ) : (
        <RowActions account={account} onEdit={onEdit} onRemove={() => setRemoving(true)} />
      )}
    </li>
  )
}

type ActionsProps = Readonly<{ account: EngineAccount; onEdit: () => void; onRemove: () => void }>

function RowActions({ account: { id, name }, onEdit, onRemove }: ActionsProps) {
  const { t } = useTranslation()
  const [isTesting, setTesting] = useState(false)
  const [answer, setAnswer] = useState<Result<ValueOf<'engines.test'>> | null>(null)
  const gate = useVaultGate()
  const test = async () => {
    setTesting(true)
    setAnswer(null)
    setAnswer(await gate.call(() => client['engines.test']({ id })))
    setTesting(false)
  }
  if (gate.form) return gate.form
  return (
    <>
      <div className={css.rowActions}>
        <Button
          size="compact-xs"
          variant="default"
          loading={isTesting}
          aria-label={`${t('versions.engines.test')} ${name}`}
          onClick={() => void test()}
        >
          {t('versions.engines.test')}
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-label={`${t('versions.engines.edit')} ${name}`}
          onClick={onEdit}
        >
          {t('versions.engines.edit')}
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-label={`${t('versions.engines.remove')} ${name}`}
          onClick={onRemove}
        >
          {t('versions.engines.remove')}
        </Button>
      </div>
      {answer?.ok && (
        <p className={css.good} role="status">
          <IconCircleCheck size={14} aria-hidden />
          {t('versions.engines.answered', answer.value)}
        </p>
      )}
      {answer && !answer.ok && <FaultMessage fault={answer} onGo={onEdit} />}
    </>
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
