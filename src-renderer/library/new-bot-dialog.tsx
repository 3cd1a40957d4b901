import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languageName } from '../inspector/fields/language-name.ts'
import { OFFERED_LOCALES } from '../inspector/offered-locales.ts'
import { Dialog } from '../ui/dialog.tsx'
import { createBot } from './library-actions.ts'

type Props = Readonly<{ onClose: () => void }>

/** A name and a language are all a bot needs to begin with. */
export function NewBotDialog({ onClose }: Props) {
  const { t, i18n } = useTranslation()
  const [name, setName] = useState('')
  const [locale, setLocale] = useState('en')
  const choices = OFFERED_LOCALES.map(value => ({ value, label: languageName(value, i18n.language) }))
  const create = async () => {
    await createBot(name.trim(), locale)
    onClose()
  }
  return (
    <Dialog onClose={onClose} title={t('library.newBot')} size="sm">
      <form
        onSubmit={event => {
          event.preventDefault()
          if (name.trim() !== '') void create()
        }}
      >
        <Stack gap="sm">
          <TextInput
            size="xs"
            label={t('library.name')}
            placeholder={t('library.namePlaceholder')}
            value={name}
            maxLength={64}
            data-autofocus
            onChange={event => setName(event.currentTarget.value)}
          />
          <Select
            size="xs"
            label={t('library.language')}
            searchable
            allowDeselect={false}
            data={choices.sort((a, b) => a.label.localeCompare(b.label))}
            value={locale}
            onChange={value => setLocale(value ?? 'en')}
          />
          <Group justify="flex-end" gap="xs">
            <Button size="xs" variant="default" onClick={onClose}>
              {t('library.cancel')}
            </Button>
            <Button size="xs" type="submit" disabled={name.trim() === ''}>
              {t('library.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
