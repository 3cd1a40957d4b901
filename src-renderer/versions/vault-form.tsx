import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaultState } from '../../src-shared/ipc/engine-calls.ts'
import { client } from '../ipc/client.ts'
import { Actions } from './dialog-frame.tsx'
import { usePublishing } from './publishing.ts'
import css from './versions.module.css'

const MIN_LENGTH = 8

/** Asks for the passphrase that seals the keys; the first time it is set, twice. `onDone` hears whether it was right. */
export function VaultForm({ onDone }: { onDone: (opened: boolean) => void }) {
  const { t } = useTranslation()
  const [state, setState] = useState<VaultState | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    void client['vault.status']().then(status => status.ok && setState(status.value.state))
  }, [])
  const isNew = state === 'new'
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (passphrase.length < MIN_LENGTH) return setProblem(t('versions.vault.short'))
    if (isNew && again !== passphrase) return setProblem(t('versions.vault.differs'))
    const opened = await client['vault.unlock']({ passphrase })
    if (!opened.ok) return setProblem(opened.message)
    usePublishing.setState(({ unlocks }) => ({ unlocks: unlocks + 1 }))
    onDone(true)
  }
  if (state === null) return null
  return (
    <form className={css.form} onSubmit={event => void submit(event)}>
      <p className={css.text}>{t(isNew ? 'versions.vault.new' : 'versions.vault.locked')}</p>
      <PasswordInput
        size="xs"
        label={t('versions.vault.passphrase')}
        value={passphrase}
        error={isNew ? null : problem}
        autoComplete="off"
        data-autofocus
        autoFocus
        onChange={event => setPassphrase(event.currentTarget.value)}
      />
      {isNew && (
        <PasswordInput
          size="xs"
          label={t('versions.vault.again')}
          value={again}
          error={problem}
          autoComplete="off"
          onChange={event => setAgain(event.currentTarget.value)}
        />
      )}
      <Actions onCancel={() => onDone(false)}>
        <Button size="xs" type="submit">
          {t(isNew ? 'versions.vault.set' : 'versions.vault.unlock')}
        </Button>
      </Actions>
    </form>
  )
}
