import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { showShortcut } from '../commands/command.ts'
import { commandNamed, runCommand } from '../commands/commands.ts'
import { IS_MAC } from '../commands/platform.ts'
import { useWorkbench } from '../state/workbench.ts'
import styles from './canvas.module.css'
import { useCanvasView } from './canvas-view.ts'

/** What can be asked for; what makes no sense now is left out, and lines between empty groups with it. */
const GROUPS: readonly (readonly string[])[] = [
  ['flow.open', 'edit.open', 'edit.rename', 'edit.connect', 'edit.insert', 'bot.breakpoint'],
  ['review.comment'],
  ['edit.group', 'edit.ungroup', 'edit.extract', 'edit.arrange'],
  ['edit.cut', 'edit.copy', 'edit.duplicate', 'edit.delete'],
  ['edit.paste', 'edit.note'],
  ['edit.undo', 'edit.redo', 'edit.selectAll'],
  ['edit.arrange', 'view.fit', 'view.fitSelection'],
]

/** So many of the groups are for what is chosen, the others for the empty canvas. */
const ON_THINGS = 4

const close = () => useCanvasView.setState({ menu: null })

/** The menu at the pointer: a view of the command table. */
export function ContextMenu() {
  const { t } = useTranslation()
  const menu = useCanvasView(view => view.menu)
  const state = useWorkbench()
  if (!menu) return null
  const onThings =
    state.selection.blocks.size + state.selection.edges.size + (state.selection.notes?.size ?? 0) > 0
  const groups = (onThings ? GROUPS.slice(0, ON_THINGS) : GROUPS.slice(ON_THINGS))
    .map(group => group.filter(id => commandNamed(id)?.enabled(state)))
    .filter(group => group.length > 0)
  return (
    <Menu opened onClose={close} position="bottom-start" offset={0} width={220} trapFocus returnFocus>
      <Menu.Target>
        <span className={styles.anchor} style={{ left: menu.screen.x, top: menu.screen.y }} />
      </Menu.Target>
      <Menu.Dropdown>
        {groups.map((group, index) => [
          index > 0 && <Menu.Divider key={`${group[0]}-line`} />,
          ...group.map(id => (
            <Menu.Item
              key={id}
              color={id === 'edit.delete' ? 'red' : undefined}
              rightSection={<kbd className={styles.kbd}>{shortcutOf(id)}</kbd>}
              onClick={() => runCommand(id)}
            >
              {t(`shell.command.${id.replace('.', '_')}`)}
            </Menu.Item>
          )),
        ])}
      </Menu.Dropdown>
    </Menu>
  )
}

function shortcutOf(id: string): string {
  const [shortcut] = commandNamed(id)?.shortcuts ?? []
  return shortcut ? showShortcut(shortcut, IS_MAC) : ''
}
