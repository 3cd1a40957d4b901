import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BlockRecord } from '../../src-shared/document/records.ts'
import { useDocument } from '../state/edits.ts'
import { putRecord } from '../state/put-record.ts'
import { blockTitle } from './block-title.ts'

/** Marks the menu that customers come back to with the token of MENU_PRINCIPAL; a bot has one (KAR-15). */
export function MainMenuSwitch({ block }: { block: BlockRecord }) {
  const { t } = useTranslation()
  const document = useDocument()
  if (!document) return null
  const { bot } = document
  const token = String(document.variableNamed('MENU_PRINCIPAL')?.initial || 'MENU_PRINCIPAL')
  const other = bot.mainMenu !== null && bot.mainMenu !== block.id ? document.get(bot.mainMenu) : undefined
  const hint = t('blocks.menu.mainHint', { token })
  return (
    <Switch
      size="xs"
      label={t('blocks.menu.main')}
      description={other ? `${hint} ${t('blocks.menu.mainOther', { name: blockTitle(t, other) })}` : hint}
      checked={bot.mainMenu === block.id}
      onChange={event =>
        putRecord(
          { ...bot, mainMenu: event.currentTarget.checked ? block.id : null },
          { key: 'blocks.edit.mainMenu' },
        )
      }
    />
  )
}
