import { Button, Checkbox, Radio, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ApiKey, KEY_KINDS } from '../../src-shared/publish/key-protocol.ts'
import { SCOPES, type Scope } from '../../src-shared/publish/scopes.ts'
import { client } from '../ipc/client.ts'
import live from '../live/live.module.css'
import { ActFault, useAct } from '../live/use-act.tsx'
import type { Account } from './account.ts'
import css from './engines.module.css'
import { EMPTY_KEY, type KeyDraft, keyProblems, newKeyOf, USUAL_SCOPES } from './key-draft.ts'

type Props = Readonly<{ account: Account; onMade: (key: ApiKey) => void; onBack: () => void }>

/** A new key: for what, and from where. */
export function KeyForm({ account: { engine, call }, onMade, onBack }: Props) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(EMPTY_KEY)
  const [wasTried, setTried] = useState(false)
  const { isBusy, fault, act } = useAct()
  const problems = keyProblems(draft)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.values(problems).some(problem => problem !== null)) return
    void act(() => call(() => client['keys.add']({ engine: engine.id, key: newKeyOf(draft) })), onMade)
  }
  const errorOf = (field: keyof typeof problems) => {
    const problem = problems[field]
    return wasTried && problem ? t(`engines.problem.${problem}`) : null
  }
  return (
    <form className={live.stack} onSubmit={submit} noValidate>
      <Fields draft={draft} errorOf={errorOf} onChange={setDraft} />
      <ActFault fault={fault} />
      <div className={live.ends}>
        <Button size="xs" variant="default" onClick={onBack}>
          {t('live.cancel')}
        </Button>
        <Button size="xs" type="submit" loading={isBusy}>
          {t('engines.make')}
        </Button>
      </div>
    </form>
  )
}

type FieldsProps = Readonly<{
  draft: KeyDraft
  errorOf: (field: 'label' | 'scopes' | 'addresses') => string | null
  onChange: (draft: KeyDraft) => void
}>

function Fields({ draft, errorOf, onChange }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <Radio.Group
        size="xs"
        label={t('engines.kindOf')}
        value={draft.kind}
        onChange={value => {
          const kind = KEY_KINDS.find(each => each === value) ?? 'signing'
          onChange({ ...draft, kind, scopes: USUAL_SCOPES[kind] })
        }}
      >
        <div className={css.kinds}>
          {KEY_KINDS.map(kind => (
            <Radio
              key={kind}
              size="xs"
              value={kind}
              label={t(`engines.kind.${kind}`)}
              description={t(`engines.kindHelp.${kind}`)}
            />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        size="xs"
        label={t('engines.label')}
        placeholder={t('engines.labelPlaceholder')}
        maxLength={100}
        value={draft.label}
        error={errorOf('label')}
        autoFocus
        onChange={event => onChange({ ...draft, label: event.currentTarget.value })}
      />
      <ScopesField
        scopes={draft.scopes}
        error={errorOf('scopes')}
        onChange={scopes => onChange({ ...draft, scopes })}
      />
      <AddressesField
        text={draft.addresses}
        error={errorOf('addresses')}
        onChange={addresses => onChange({ ...draft, addresses })}
      />
    </>
  )
}

type ScopesProps = Readonly<{
  scopes: readonly Scope[]
  error: string | null
  onChange: (scopes: readonly Scope[]) => void
}>

function ScopesField({ scopes, error, onChange }: ScopesProps) {
  const { t } = useTranslation()
  return (
    <Checkbox.Group
      size="xs"
      label={t('engines.scopes')}
      value={[...scopes]}
      error={error}
      onChange={values => onChange(SCOPES.filter(scope => values.includes(scope)))}
    >
      <div className={css.scopes}>
        {SCOPES.map(scope => (
          <Checkbox
            key={scope}
            size="xs"
            value={scope}
            label={scope}
            description={t(`engines.scope.${scope}`)}
          />
        ))}
      </div>
    </Checkbox.Group>
  )
}

type AddressesProps = Readonly<{ text: string; error: string | null; onChange: (text: string) => void }>

/** From where a key may be used (requirements.md NHN-142). */
export function AddressesField({ text, error, onChange }: AddressesProps) {
  const { t } = useTranslation()
  return (
    <Textarea
      size="xs"
      autosize
      minRows={1}
      maxRows={6}
      label={t('engines.addresses')}
      description={t('engines.addressesHint')}
      value={text}
      error={error}
      spellCheck={false}
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}
