import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '../../src-shared/publish/contact-protocol.ts'
import type { Account } from '../engines/account.ts'
import { client } from '../ipc/client.ts'
import { useAct } from '../live/use-act.tsx'
import { FormEnd } from './form-end.tsx'
import css from './people.module.css'
import { personName } from './person-name.ts'

/** What every question about a person is given. */
export type PersonQuestion = Readonly<{
  account: Account
  person: PersonView
  onKeep: () => void
  /** It was done, said in words. */
  onDone: (said: string) => void
}>

type Props = PersonQuestion & Readonly<{ act: 'restrict' | 'lift' | 'hold' | 'release' }>

/** Says what a restriction or a legal hold means, and asks why it is placed or taken away. */
export function ReasonQuestion({ account: { engine, call }, person, act: name, onKeep, onDone }: Props) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const acting = useAct()
  const { contact } = person
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wish = { engine: engine.id, contact, reason: reason.trim() }
    void acting.act(
      () => call(() => client[`people.${name}`](wish)),
      () => onDone(t(`people.${name}.done`)),
    )
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <p>{t(`people.${name}.will`, { who: personName(person) })}</p>
      <ReasonField
        value={reason}
        placeholder={t(`people.${name}.placeholder`)}
        isFirst
        onChange={setReason}
      />
      <FormEnd
        acting={acting}
        isReady={reason.trim() !== ''}
        does={t(`people.${name}.action`)}
        onKeep={onKeep}
      />
    </form>
  )
}

type ReasonProps = Readonly<{
  value: string
  placeholder: string
  isFirst: boolean
  onChange: (reason: string) => void
}>

/** Why, for the audit log, which is never erased. */
export function ReasonField({ value, placeholder, isFirst, onChange }: ReasonProps) {
  const { t } = useTranslation()
  return (
    <TextInput
      size="xs"
      label={t('people.reason')}
      description={t('people.reasonHint')}
      placeholder={placeholder}
      maxLength={500}
      autoFocus={isFirst}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}
