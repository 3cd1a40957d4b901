import { Tooltip, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { showShortcut } from '../commands/command.ts'
import { commandNamed } from '../commands/commands.ts'
import { IS_MAC } from '../commands/platform.ts'
import { showView } from '../state/show-view.ts'
import { useWorkbench } from '../state/workbench.ts'
import styles from './view-switch.module.css'

const VIEWS = ['canvas', 'steps', 'texts'] as const

/** The flow as a drawing or as a script, two views of one thing (requirements.md NHN-14), and the bot's texts. */
export function ViewSwitch() {
  const { t } = useTranslation()
  const shown = useWorkbench(state => state.preferences.view)
  const shortcut = showShortcut(commandNamed('view.switch')?.shortcuts[0] ?? '', IS_MAC)
  return (
    <Tooltip label={`${t('shell.command.view_switch')} · ${shortcut}`}>
      {/* biome-ignore lint/a11y/useSemanticElements: two buttons of a bar, not fields of a form */}
      <div className={styles.views} role="group" aria-label={t('shell.view.name')}>
        {VIEWS.map(view => (
          <UnstyledButton
            key={view}
            className={styles.view}
            aria-pressed={view === shown}
            onClick={() => showView(view)}
          >
            {t(`shell.view.${view}`)}
          </UnstyledButton>
        ))}
      </div>
    </Tooltip>
  )
}
