import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { showShortcut } from '../commands/command.ts'
import { commandNamed, runCommand } from '../commands/commands.ts'
import { IS_MAC } from '../commands/platform.ts'
import { IconButton } from '../ui/icon-button.tsx'
import styles from './canvas.module.css'

const TOOLS = [
  { id: 'view.zoomIn', icon: IconPlus },
  { id: 'view.zoomOut', icon: IconMinus },
  { id: 'view.fit', icon: IconMaximize },
] as const

/** Zoom in, out, and all of the flow. */
export function ZoomTools() {
  const { t } = useTranslation()
  return (
    <div className={styles.tools}>
      {TOOLS.map(({ id, icon: Icon }) => (
        <IconButton
          key={id}
          label={t(`shell.command.${id.replace('.', '_')}`)}
          shortcut={showShortcut(commandNamed(id)?.shortcuts[0] ?? '', IS_MAC)}
          onClick={() => runCommand(id)}
        >
          <Icon size={16} stroke={1.8} />
        </IconButton>
      ))}
    </div>
  )
}
