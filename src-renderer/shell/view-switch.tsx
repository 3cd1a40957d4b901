import { Tooltip, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { showShortcut } from '../commands/command.ts'
import { commandNamed } from '../commands/commands.ts'
import { IS_MAC } from '../commands/platform.ts'
import { showView } from '../state/show-view.ts'
import { useWorkbench } from '../state/workbench.ts'
import styles from './view-switch.module.css'

/** With the command that leads to each. */
const VIEWS = [
  { view: 'canvas', command: 'view.switch' },
  { view: 'steps', command: 'view.switch' },
  { view: 'texts', command: 'view.texts' },
] as const

/** The flow as a drawing or as a script, two views of one thing (requirements.md NHN-14), and the bot's texts. */
export function ViewSwitch() {
  const { t } = useTranslation()
  const shown = useWorkbench(state => state.preferences.view)
  const about = (id: string) => {
    const shortcut = commandNamed(id)?.shortcuts[0] ?? ''
    return `${t(`shell.command.${id.replace('.', '_')}`)} · ${showShortcut(shortcut, IS_MAC)}`
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: three buttons of a bar, not fields of a form
    <div className={styles.views} role="group" aria-label={t('shell.view.name')}>
      {VIEWS.map(({ view, command }) => (
        <Tooltip key={view} label={about(command)}>
          <UnstyledButton
            className={styles.view}
            aria-pressed={view === shown}
            onClick={() => showView(view)}
          >
            {t(`shell.view.${view}`)}
          </UnstyledButton>
        </Tooltip>
      ))}
    </div>
  )
}
