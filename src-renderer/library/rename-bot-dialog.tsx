import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotSummary } from '../../src-shared/ipc/contract.ts'
import { Dialog } from '../ui/dialog.tsx'
import { renameBot } from './library-actions.ts'

type Props = Readonly<{ bot: BotSummary; onClose: () => void }>

/** Another name for a bot; an edit of its history, so it can be undone in the bot. */
export function RenameBotDialog({ bot, onClose }: Props) {
  const { t } = useTranslation()
  const [name, setName] = useState(bot.name)
  const wanted = name.trim()
  const rename = async () => {
    if (wanted !== bot.name) await renameBot(bot, wanted)
    onClose()
  }
  return (
    <Dialog onClose={onClose} title={t('library.renameTitle', { name: bot.name })} size="sm">
      <form
        onSubmit={event => {
          event.preventDefault()
          if (wanted !== '') void rename()
        }}
      >
        <TextInput
          size="xs"
          label={t('library.name')}
          value={name}
          maxLength={64}
          data-autofocus
          onFocus={event => event.currentTarget.select()}
          onChange={event => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button size="xs" variant="default" onClick={onClose}>
            {t('library.cancel')}
          </Button>
          <Button size="xs" type="submit" disabled={wanted === ''}>
            {t('library.rename')}
          </Button>
        </Group>
      </form>
    </Dialog>
  )
}
