import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BotSummary } from '../../src-shared/ipc/contract.ts'
import { Dialog } from '../ui/dialog.tsx'
import { removeBot } from './library-actions.ts'

type Props = Readonly<{ bot: BotSummary; onClose: () => void }>

/** Asks before an active bot goes, because the engine it is active on goes on answering. */
export function RemoveBotDialog({ bot, onClose }: Props) {
  const { t } = useTranslation()
  const remove = async () => {
    await removeBot(bot)
    onClose()
  }
  return (
    <Dialog onClose={onClose} title={t('library.removeTitle', { name: bot.name })} size="sm">
      <Text fz={13}>{t('library.removeActive')}</Text>
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
