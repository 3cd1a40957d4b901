import { Button, PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EngineAccount } from '../../src-shared/ipc/engine-calls.ts'
import type { Fault } from '../../src-shared/kit/result.ts'
import { lookState } from '../engines/look-state.ts'
import { client } from '../ipc/client.ts'
import { faultInWords } from '../words/sentences.ts'
import { Actions } from './dialog-frame.tsx'
import { type EngineDraft, engineProblems } from './engine-account-problem.ts'
import { FaultMessage } from './fault-message.tsx'
import { loadEngines } from './publishing.ts'
import { useVaultGate } from './use-vault-gate.tsx'
import css from './versions.module.css'

type Props = Readonly<{
  account: EngineAccount | null
  onSaved: (account: EngineAccount) => void
  onCancel: () => void
}>

/**
 * An engine's name, address and key. A stored key is never shown; empty keeps it. The engine is asked before anything is
 * kept, so that a wrong key or address is said at once.
 */
export function EngineForm({ account, onSaved, onCancel }: Props) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<EngineDraft>(() => draftOf(account))
  const [wasTried, setTried] = useState(false)
  const keep = useKeeping(account, onSaved)
  const { fault, gate } = keep
  const problems = engineProblems(draft, account?.hasKey ?? false)
  const errorOf = (field: keyof EngineDraft) => {
    const problem = problems[field]
    return wasTried && problem ? t(`versions.engines.problem.${problem}`) : null
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.values(problems).every(problem => problem === null)) await keep.submit(draft)
  }
  const isAway = fault !== null && lookState(fault) === 'away'
  return (
    <>
      {gate.form}
      <form
        className={css.form}
        hidden={gate.form !== null}
        onSubmit={event => void submit(event)}
        noValidate
      >
        <Inputs draft={draft} hasKey={account?.hasKey ?? false} errorOf={errorOf} onChange={setDraft} />
        {!fault && <p className={css.hint}>{t('engines.verifying')}</p>}
        {fault && (
          <FaultMessage
            fault={{ message: t('engines.notSaved', { message: faultInWords(fault) }) }}
            onGo={onCancel}
          />
        )}
        <Actions onCancel={onCancel} cancel={t('versions.engines.back')}>
          {isAway && (
            <Button size="xs" variant="default" onClick={() => void keep.save(draft)}>
              {t('engines.saveAnyway')}
            </Button>
          )}
          <Button size="xs" type="submit" loading={keep.isBusy}>
            {t('versions.engines.save')}
          </Button>
        </Actions>
      </form>
    </>
  )
}

/** Asks the engine, then keeps it; `save` keeps it without. */
function useKeeping(account: EngineAccount | null, onSaved: Props['onSaved']) {
  const [fault, setFault] = useState<Fault | null>(null)
  const [isBusy, setBusy] = useState(false)
  const gate = useVaultGate()
  const save = async (draft: EngineDraft) => {
    const saved = await gate.call(() => client['engines.put'](wishOf(account, draft)))
    if (!saved.ok) return setFault(saved)
    await loadEngines()
    onSaved(saved.value)
  }
  const submit = async (draft: EngineDraft) => {
    const { name, ...asked } = wishOf(account, draft)
    setFault(null)
    setBusy(true)
    const look = await gate.call(() => client['engines.verify'](asked))
    if (look.ok) await save(draft)
    else setFault(look)
    setBusy(false)
  }
  return { fault, isBusy, gate, save, submit }
}

type InputsProps = Readonly<{
  draft: EngineDraft
  hasKey: boolean
  errorOf: (field: keyof EngineDraft) => string | null
  onChange: (draft: EngineDraft) => void
}>

function Inputs({ draft, hasKey, errorOf, onChange }: InputsProps) {
  const { t } = useTranslation()
  const input = (field: keyof EngineDraft) => ({
    size: 'xs',
    label: t(`versions.engines.${field}`),
    value: draft[field],
    error: errorOf(field),
    autoComplete: 'off',
    spellCheck: false,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...draft, [field]: event.currentTarget.value }),
  })
  return (
    <>
      <TextInput
        {...input('name')}
        placeholder={t('versions.engines.namePlaceholder')}
        maxLength={64}
        data-autofocus
      />
      <TextInput
        {...input('url')}
        placeholder={t('versions.engines.urlPlaceholder')}
        description={t('versions.engines.urlHint')}
        maxLength={500}
      />
      <TextInput {...input('keyId')} maxLength={100} />
      <PasswordInput
        {...input('key')}
        placeholder={t(hasKey ? 'versions.engines.keyKeep' : 'versions.engines.keyNew')}
        description={t('versions.engines.keyHint')}
        maxLength={500}
      />
    </>
  )
}

function draftOf(account: EngineAccount | null): EngineDraft {
  return { name: account?.name ?? '', url: account?.url ?? '', keyId: account?.keyId ?? '', key: '' }
}

function wishOf(account: EngineAccount | null, { name, url, keyId, key }: EngineDraft) {
  return {
    id: account?.id ?? null,
    name: name.trim(),
    url: url.trim(),
    keyId: keyId.trim(),
    key: key === '' ? null : key,
  }
}
