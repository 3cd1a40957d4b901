import { Button, Menu, UnstyledButton } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronDown,
  IconChevronRight,
  IconMenu2,
  IconPlayerPlay,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { showShortcut } from '../commands/command.ts'
import { COMMANDS, runCommand } from '../commands/commands.ts'
import { IS_MAC } from '../commands/platform.ts'
import { HistoryButton } from '../history/history-button.tsx'
import { useDocument } from '../state/edits.ts'
import { showFlow } from '../state/show-place.ts'
import { useWorkbench } from '../state/workbench.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { BotState } from './bot-state.tsx'
import { Breadcrumbs } from './breadcrumbs.tsx'
import styles from './shell.module.css'
import { ViewSwitch } from './view-switch.tsx'

const MENU = [
  'library.show',
  'bot.new',
  'package.import',
  'package.export',
  'export.png',
  'export.svg',
  'export.pdf',
  'review.file',
  'review.specification',
  'review.comments',
  'engines.show',
  'settings.show',
  'palette.show',
  'shortcuts.show',
] as const

/** Which bot and flow this is, the way back and forth in its history, and the way to its customers. */
export function TopBar() {
  const { t } = useTranslation()
  const document = useDocument()
  const flow = useWorkbench(state => state.flow)
  const editor = useWorkbench(state => state.editor)
  if (!document || !editor) return null
  const flows = [...document.all('flow')].sort(
    (a, b) =>
      Number(b.id === document.bot.mainFlow) - Number(a.id === document.bot.mainFlow) ||
      a.name.localeCompare(b.name),
  )
  const shown = flows.find(({ id }) => id === flow) ?? flows[0]
  const { undoable, redoable } = editor.history
  const nameOf = (id: string) => t(`shell.command.${id.replace('.', '_')}`)
  const step = (label: { key: string; count?: number; name?: string } | undefined) =>
    label ? `: ${t(label.key, { ...label })}` : ''
  return (
    <header className={styles.top}>
      <Menu position="bottom-start" width={260}>
        <Menu.Target>
          <UnstyledButton className={styles.menuButton} aria-label={t('shell.menu')}>
            <IconMenu2 size={18} stroke={1.6} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {MENU.map(id => (
            <Menu.Item
              key={id}
              fz={13}
              onClick={() => runCommand(id)}
              rightSection={<kbd className={styles.kbd}>{shortcutTo(id)}</kbd>}
            >
              {nameOf(id)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <h1 className={styles.heading}>
        <UnstyledButton
          className={styles.botName}
          onClick={() =>
            useWorkbench.setState({
              selection: { blocks: new Set(), edges: new Set() },
              rightTab: 'inspector',
            })
          }
        >
          {document.bot.name}
        </UnstyledButton>
      </h1>
      <IconChevronRight size={14} className={styles.quiet} aria-hidden />
      <Breadcrumbs />
      <Menu position="bottom-start" width={220}>
        <Menu.Target>
          <UnstyledButton className={styles.flowName} aria-label={t('shell.flowMenu', { name: shown?.name })}>
            {shown?.name}
            <IconChevronDown size={14} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {flows.map(({ id, name }) => (
            <Menu.Item key={id} fz={13} fw={id === shown?.id ? 600 : 400} onClick={() => showFlow(id)}>
              {name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <span className={styles.gap} />
      <IconButton
        label={nameOf('edit.undo') + step(undoable.at(-1)?.label)}
        shortcut={shortcutTo('edit.undo')}
        disabled={undoable.length === 0 && !editor.hasOlder}
        onClick={() => runCommand('edit.undo')}
      >
        <IconArrowBackUp size={18} stroke={1.6} />
      </IconButton>
      <IconButton
        label={nameOf('edit.redo') + step(redoable.at(-1)?.label)}
        shortcut={shortcutTo('edit.redo')}
        disabled={redoable.length === 0}
        onClick={() => runCommand('edit.redo')}
      >
        <IconArrowForwardUp size={18} stroke={1.6} />
      </IconButton>
      <HistoryButton shortcut={shortcutTo('edit.history')} />
      <ViewSwitch />
      <span className={styles.gap} />
      <BotState />
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlayerPlay size={14} />}
        onClick={() => runCommand('bot.try')}
      >
        {t('shell.tab.simulator')}
      </Button>
      <Button size="xs" onClick={() => runCommand('version.publish')}>
        {t('shell.publish')}
      </Button>
    </header>
  )
}

function shortcutTo(id: string): string {
  const shortcut = COMMANDS.find(command => command.id === id)?.shortcuts[0]
  return shortcut ? showShortcut(shortcut, IS_MAC) : ''
}
