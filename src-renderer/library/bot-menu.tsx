import { Menu } from '@mantine/core'
import {
  IconArchive,
  IconArchiveOff,
  IconCopy,
  IconExternalLink,
  IconFileExport,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BotSummary } from '../../src-shared/ipc/contract.ts'
import { openBot } from '../state/open-bot.ts'
import type { MenuPlace } from './bot-card.tsx'
import styles from './library.module.css'
import { archiveBot, duplicateBot, exportPackage } from './library-actions.ts'

type Props = Readonly<{
  place: MenuPlace
  onClose: () => void
  onRename: (bot: BotSummary) => void
  onRemove: (bot: BotSummary) => void
}>

/** All that can be done to one bot; there is one menu for all cards, at the place where it was asked for. */
export function BotMenu({ place: { bot, x, y }, onClose, onRename, onRemove }: Props) {
  const { t } = useTranslation()
  const isAway = bot.archivedAt !== null
  return (
    <Menu opened onClose={onClose} position="bottom-end" width={264} returnFocus={false}>
      <Menu.Target>
        <button
          type="button"
          className={styles.anchor}
          tabIndex={-1}
          aria-label={t('library.more', { name: bot.name })}
          style={{ left: x, top: y }}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconExternalLink size={14} />} onClick={() => void openBot(bot.bot)}>
          {t('library.open')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPencil size={14} />}
          rightSection={<kbd className={styles.kbd}>F2</kbd>}
          onClick={() => onRename(bot)}
        >
          {t('library.rename')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCopy size={14} />}
          onClick={() => void duplicateBot(bot.bot, t('library.copyOf', { name: bot.name }).slice(0, 64))}
        >
          {t('library.duplicate')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileExport size={14} />} onClick={() => void exportPackage(bot.bot)}>
          {t('library.export')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={isAway ? <IconArchiveOff size={14} /> : <IconArchive size={14} />}
          onClick={() => void archiveBot(bot, !isAway)}
        >
          {t(isAway ? 'library.takeBack' : 'library.archive')}
        </Menu.Item>
        <Menu.Item
          c="var(--p-red)"
          leftSection={<IconTrash size={14} />}
          rightSection={<kbd className={styles.kbd}>{t('library.deleteKey')}</kbd>}
          onClick={() => onRemove(bot)}
        >
          {t('library.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
