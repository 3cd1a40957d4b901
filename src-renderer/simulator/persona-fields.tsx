import { Checkbox, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { startAgain, useTalk } from './talk.ts'

/** Who the customer is, with or without a phone number; what is left empty is the bot's own example. */
export function PersonaFields() {
  const { t } = useTranslation()
  const persona = useTalk(state => state.persona)
  const [name, setName] = useState(persona.name)
  const [number, setNumber] = useState(persona.number ?? '')
  const change = (next: typeof persona) => {
    if (next.name === persona.name && next.number === persona.number) return
    startAgain(undefined, undefined, next)
  }
  const keep = () => change({ name: name.trim(), number: persona.number === null ? null : number.trim() })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') keep()
  }
  return (
    <>
      <TextInput
        size="xs"
        label={t('simulator.setup.name')}
        placeholder={t('simulator.setup.exampleName')}
        maxLength={200}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={onKeyDown}
      />
      <Checkbox
        size="xs"
        label={t('simulator.setup.hasNumber')}
        checked={persona.number !== null}
        onChange={event =>
          change({ name: name.trim(), number: event.currentTarget.checked ? number.trim() : null })
        }
      />
      {persona.number !== null && (
        <TextInput
          size="xs"
          label={t('simulator.setup.number')}
          placeholder={t('simulator.setup.exampleNumber')}
          maxLength={40}
          value={number}
          onChange={event => setNumber(event.currentTarget.value)}
          onBlur={keep}
          onKeyDown={onKeyDown}
        />
      )}
    </>
  )
}
