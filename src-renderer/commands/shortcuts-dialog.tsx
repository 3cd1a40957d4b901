import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/dialog.tsx'
import { showShortcut } from './command.ts'
import styles from './commands.module.css'
import { COMMANDS } from './commands.ts'
import { IS_MAC } from './platform.ts'

type Props = Readonly<{ onClose: () => void }>

const GROUPS = ['file', 'edit', 'view', 'bot', 'help'] as const
const VIEWS = [
  { view: 'canvas', gestures: ['pan', 'zoom', 'marquee', 'walk', 'nudge'] },
  { view: 'steps', gestures: ['step', 'stepTyped', 'stepWays', 'stepAdd', 'stepMove', 'stepMenu'] },
] as const

/** All keys on one sheet, from the command table, and the few gestures that are no commands. */
export function ShortcutsDialog({ onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog onClose={onClose} title={t('shell.command.shortcuts_show')} size={720}>
      <div className={styles.sheet} tabIndex={-1} data-autofocus>
        {GROUPS.map(group => (
          <section key={group}>
            <h3>{t(`shell.group.${group}`)}</h3>
            <dl>
              {COMMANDS.filter(command => command.group === group && command.shortcuts.length > 0).map(
                command => (
                  <div key={command.id}>
                    <dt>{t(`shell.command.${command.id.replace('.', '_')}`)}</dt>
                    <dd>{command.shortcuts.map(shortcut => showShortcut(shortcut, IS_MAC)).join(', ')}</dd>
                  </div>
                ),
              )}
            </dl>
          </section>
        ))}
        {VIEWS.map(({ view, gestures }) => (
          <section key={view}>
            <h3>{t(`shell.group.${view}`)}</h3>
            <dl>
              {gestures.map(gesture => (
                <div key={gesture}>
                  <dt>{t(`shell.gesture.${gesture}`)}</dt>
                  <dd>{t(`shell.gestureKeys.${gesture}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
