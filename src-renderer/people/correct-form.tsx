import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '../../src-shared/publish/contact-protocol.ts'
import { client } from '../ipc/client.ts'
import live from '../live/live.module.css'
import { useAct } from '../live/use-act.tsx'
import { type CorrectDraft, correctDraft, correctionOf, correctProblems, valueKey } from './correct-draft.ts'
import { FormEnd } from './form-end.tsx'
import css from './people.module.css'
import { personName } from './person-name.ts'
import { type PersonQuestion, ReasonField } from './reason-question.tsx'

/** Corrects what a person is called, their number, and what bots know of them. */
export function CorrectForm({ account: { engine, call }, person, onKeep, onDone }: PersonQuestion) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(() => correctDraft(person))
  const [reason, setReason] = useState('')
  const acting = useAct()
  const correction = correctionOf(person, draft)
  const hasProblem = Object.keys(correctProblems(person, draft)).length > 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!correction) return
    const rectify = { contact: person.contact, reason: reason.trim(), ...correction }
    void acting.act(
      () => call(() => client['people.rectify']({ engine: engine.id, rectify })),
      () => onDone(t('people.correct.done')),
    )
  }
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <strong>{t('people.correct.title', { who: personName(person) })}</strong>
      <Fields person={person} draft={draft} onChange={setDraft} />
      <ReasonField
        value={reason}
        placeholder={t('people.erase.placeholder')}
        isFirst={false}
        onChange={setReason}
      />
      <p className={live.quiet}>{t(correction ? 'people.correct.stays' : 'people.correct.unchanged')}</p>
      <FormEnd
        acting={acting}
        isReady={correction !== null && !hasProblem && reason.trim() !== ''}
        does={t('people.correct.save')}
        onKeep={onKeep}
      />
    </form>
  )
}

type FieldsProps = Readonly<{
  person: PersonView
  draft: CorrectDraft
  onChange: (draft: CorrectDraft) => void
}>

function Fields({ person, draft, onChange }: FieldsProps) {
  const { t } = useTranslation()
  const problems = correctProblems(person, draft)
  return (
    <>
      <div className={live.pair}>
        {(['name', 'number'] as const).map(part => (
          <TextInput
            key={part}
            size="xs"
            label={t(`people.${part}`)}
            maxLength={part === 'name' ? 200 : 64}
            autoFocus={part === 'name'}
            spellCheck={false}
            value={draft[part]}
            error={problems[part] && t(`people.correct.problem.${part}`)}
            onChange={event => onChange({ ...draft, [part]: event.currentTarget.value })}
          />
        ))}
      </div>
      {person.conversations.map(one => (
        <ValuesOf key={`${one.bot} ${one.contact}`} of={one} {...{ draft, problems, onChange }} />
      ))}
    </>
  )
}

type Conversation = PersonView['conversations'][number]
type ValuesProps = Omit<FieldsProps, 'person'> &
  Readonly<{ of: Conversation; problems: ReturnType<typeof correctProblems> }>

function ValuesOf({ of, draft, problems, onChange }: ValuesProps) {
  const { t } = useTranslation()
  const open = of.values.filter(({ isSecret }) => !isSecret)
  if (open.length === 0) return null
  return (
    <fieldset className={css.fields}>
      <legend>{t('people.correct.ofBot', { bot: of.botName })}</legend>
      <div className={live.pair}>
        {open.map(({ name, type }) => {
          const key = valueKey(of, name)
          return (
            <ValueField
              key={name}
              label={name}
              type={type}
              text={draft.values[key] ?? ''}
              hasProblem={problems[key] !== undefined}
              onChange={text => onChange({ ...draft, values: { ...draft.values, [key]: text } })}
            />
          )
        })}
      </div>
    </fieldset>
  )
}

type ValueProps = Readonly<{
  label: string
  type: Conversation['values'][number]['type']
  text: string
  hasProblem: boolean
  onChange: (text: string) => void
}>

function ValueField({ label, type, text, hasProblem, onChange }: ValueProps) {
  const { t } = useTranslation()
  const common = {
    size: 'xs',
    label,
    value: text,
    error: hasProblem && t('people.correct.problem.value', { type: t(`people.correct.type.${type}`) }),
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  }
  if (type === 'boolean')
    return (
      <NativeSelect
        {...common}
        data={[
          { value: '', label: t('people.empty') },
          { value: 'true', label: t('people.yes') },
          { value: 'false', label: t('people.no') },
        ]}
      />
    )
  if (type === 'list')
    return <Textarea {...common} autosize maxRows={6} placeholder={t('people.correct.list')} />
  return (
    <TextInput
      {...common}
      spellCheck={false}
      {...(type === 'date' && { placeholder: t('people.correct.date') })}
    />
  )
}
