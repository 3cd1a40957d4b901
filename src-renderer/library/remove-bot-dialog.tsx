import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BotSummary } from '../../src-shared/ipc/contract.ts'
import { Dialog } from '../ui/dialog.tsx'
import { removeBot } from './library-actions.ts'

type Props = Readonly<{ bot: BotSummary; onClose: () => void; onRemoved: () => Promise<void> }>

/** Asks, because taking a bot out of the library cannot be undone from the window. */
export function RemoveBotDialog({ bot, onClose, onRemoved }: Props) {
  const { t } = useTranslation()
  const remove = async () => {
    await removeBot(bot.bot)
    onClose()
    await onRemoved()
  }
  return (
    <Dialog onClose={onClose} title={t('library.removeTitle', { name: bot.name })} size="sm">
      <Text fz={13}>
        {t(bot.state === 'active' ? 'library.removeActive' : 'library.removeText', { count: bot.blocks })}
      </Text>
      <Group justify="flex-end" mt="md" gap="xs">
        <Button size="xs" variant="default" onClick={onClose} data-autofocus>
          {t('library.keep')}
        </Button>
        <Button size="xs" color="red" onClick={() => void remove()}>
          {t('library.remove')}
        </Button>
      </Group>
    </Dialog>
  )
}
