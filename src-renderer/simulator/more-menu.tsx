import { ActionIcon, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { entriesOf } from './entries-of.ts'
import { nameOfBlock } from './name-of-block.ts'
import { letHappen, type SheetName, showSheet } from './talk.ts'

/** All that can happen to a conversation besides a written message. What this bot has no entry for is left out. */
export function MoreMenu({ document }: { document: BotDocument }) {
  const { t } = useTranslation()
  const item = (sheet: SheetName, label: string) => (
    <Menu.Item fz={13} onClick={() => showSheet(sheet)}>
      {label}
    </Menu.Item>
  )
  const has = (trigger: Parameters<typeof entriesOf>[1]) => entriesOf(document, trigger).length > 0
  const schedules = entriesOf(document, 'schedule')
  const isWoken = has('event') || has('proactive') || schedules.length > 0
  return (
    <Menu position="top-start" width={240}>
      <Menu.Target>
        <ActionIcon
          size={28}
          variant="subtle"
          color="gray"
          aria-label={t('simulator.more.title')}
          title={t('simulator.more.title')}
        >
          <IconPlus size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('simulator.more.customer')}</Menu.Label>
        {item('location', t('simulator.more.sendsLocation'))}
        {item('file', t('simulator.more.sendsFile'))}
        {item('voice', t('simulator.more.sendsVoice'))}
        {has('referral') && item('referral', t('simulator.more.comesByLink'))}
        {isWoken && <Menu.Label>{t('simulator.more.outside')}</Menu.Label>}
        {has('event') && item('event', t('simulator.more.event'))}
        {has('proactive') && (
          <Menu.Item fz={13} onClick={() => letHappen({ type: 'proactive' })}>
            {t('simulator.more.proactive')}
          </Menu.Item>
        )}
        {schedules.map(({ id }) => (
          <Menu.Item key={id} fz={13} onClick={() => letHappen({ type: 'schedule', entry: id })}>
            {t('simulator.more.schedule', { block: nameOfBlock(t, document, id) })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
