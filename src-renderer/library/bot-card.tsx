import { ActionIcon, Menu } from '@mantine/core'
import { IconCopy, IconDots, IconFileExport, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotSummary } from '../../src-shared/ipc/contract.ts'
import { BotAvatar } from '../media/bot-avatar.tsx'
import { openBot } from '../state/open-bot.ts'
import styles from './library.module.css'
import { duplicateBot, exportPackage } from './library-actions.ts'
import { RemoveBotDialog } from './remove-bot-dialog.tsx'

type Props = Readonly<{ bot: BotSummary; onChanged: () => Promise<void> }>

/** One bot: a click or Enter opens it, the menu holds the rest. */
export function BotCard({ bot, onChanged }: Props) {
  const { t, i18n } = useTranslation()
  const [removing, setRemoving] = useState(false)
  const changed = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    bot.changedAt,
  )
  const duplicate = async () => {
    await duplicateBot(bot.bot, t('library.copyOf', { name: bot.name }).slice(0, 64))
    await onChanged()
  }
  return (
    <li className={styles.card}>
      <button type="button" className={styles.open} onClick={() => void openBot(bot.bot)}>
        <span className={styles.picture}>
          <BotAvatar name={bot.name} id={bot.bot} hash={bot.picture} size={40} />
        </span>
        <span className={styles.name}>{bot.name}</span>
        <span className={styles.facts}>
          {t('library.blocks', { count: bot.blocks })} · {changed}
        </span>
      </button>
      <div className={styles.corner}>
        <span className={styles.state} data-state={bot.state}>
          <span className={styles.dot} aria-hidden />
          {t(`library.state.${bot.state}`)} {bot.version}
        </span>
        <Menu position="bottom-end" width={180}>
          <Menu.Target>
            <ActionIcon
              size={24}
              variant="subtle"
              color="gray"
              aria-label={t('library.more', { name: bot.name })}
            >
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconCopy size={14} />} onClick={() => void duplicate()}>
              {t('library.duplicate')}
            </Menu.Item>
            <Menu.Item leftSection={<IconFileExport size={14} />} onClick={() => void exportPackage(bot.bot)}>
              {t('library.export')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item color="red" leftSection={<IconTrash size={14} />} onClick={() => setRemoving(true)}>
              {t('library.remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {removing && <RemoveBotDialog bot={bot} onClose={() => setRemoving(false)} onRemoved={onChanged} />}
    </li>
  )
}
