import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ok } from '../../src-shared/kit/result.ts'
import { client } from '../ipc/client.ts'
import { contactLabel } from '../live/contact-label.ts'
import { Question } from '../live/question.tsx'
import { personName } from './person-name.ts'
import { type PersonQuestion, ReasonField } from './reason-question.tsx'

/** Asks whether a person is to be erased, with who it is typed out: nothing brings them back. */
export function EraseQuestion({ account: { engine, call }, person, onKeep, onDone }: PersonQuestion) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const { contact } = person
  const word = contactLabel(contact)
  const erase = async () => {
    const wish = { engine: engine.id, contact, reason: reason.trim() }
    const erased = await call(() => client['people.erase'](wish))
    if (!erased.ok) return erased
    const name = erased.value.erased
    onDone(
      name === null ? t('people.erase.doneNothing') : t('people.erase.done', { erased: `erased:${name}` }),
    )
    return ok(null)
  }
  return (
    <Question
      text={t('people.erase.will', { who: personName(person), engine: engine.name })}
      action={t('people.erase.action')}
      mayGo={typed.trim() === word && reason.trim() !== ''}
      make={erase}
      onKeep={onKeep}
      onDone={() => {}}
    >
      <p>{t('people.erase.stays')}</p>
      <ReasonField value={reason} placeholder={t('people.erase.placeholder')} isFirst onChange={setReason} />
      <TextInput
        size="xs"
        label={t('people.erase.type', { word })}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
      />
    </Question>
  )
}
