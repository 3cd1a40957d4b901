import { Menu } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { stepToSwap } from '../../src-shared/blocks/edits/swap-steps.ts'
import { portsOf } from '../../src-shared/blocks/way-on.ts'
import { showShortcut } from '../commands/command.ts'
import { IS_MAC } from '../commands/platform.ts'
import { addAfter } from './step-row.tsx'
import styles from './steps.module.css'
import { stepsActions } from './steps-actions.ts'
import { useStepsView } from './steps-view.ts'
import type { StepModel } from './use-step-model.ts'

const OUTSIDE = ['mousedown', 'touchstart']

/** All that can be done to a step, with the keys that do it too. What makes no sense for it is left out. */
export function StepMenu({ model }: Readonly<{ model: StepModel }>) {
  const { t } = useTranslation()
  const menu = useStepsView(view => view.menu)
  const isChosen = useRef(false)
  const { document } = model
  const block = menu && document.get(menu.id)
  if (!menu || !block) return null
  const { id } = block
  const { opener } = menu.anchor
  const canBeMain = block.kind === 'menu' && document.bot.mainMenu !== id
  const addHere = () => {
    const row = window.document.getElementById(`step-${id}`)
    if (row) addAfter(model, id, row)
  }
  const groups = [
    [
      { name: 'edit', keys: 'enter', run: () => stepsActions.edit(id) },
      { name: 'rename', keys: 'f2', run: () => stepsActions.rename(id) },
      portsOf(block).length > 0 && { name: 'add', keys: '+', run: addHere },
      { name: 'duplicate', keys: 'mod+d', run: () => stepsActions.duplicate(id) },
    ],
    [
      stepToSwap(document, id, 'up') && {
        name: 'up',
        keys: 'alt+arrowup',
        run: () => stepsActions.move(id, 'up'),
      },
      stepToSwap(document, id, 'down') && {
        name: 'down',
        keys: 'alt+arrowdown',
        run: () => stepsActions.move(id, 'down'),
      },
      canBeMain && { name: 'mainMenu', keys: '', run: () => stepsActions.makeMainMenu(id) },
    ],
    [{ name: 'canvas', keys: '', run: () => stepsActions.showOnCanvas(id) }],
    [{ name: 'remove', keys: 'delete', run: () => stepsActions.remove(id) }],
  ]
    .map(group => group.flatMap(item => item || []))
    .filter(group => group.length > 0)
  const close = () => {
    useStepsView.setState({ menu: null })
    if (!isChosen.current) opener?.focus()
    isChosen.current = false
  }
  return (
    <Menu
      opened
      onClose={close}
      // The key that opens it is still on its way then.
      clickOutsideEvents={OUTSIDE}
      position="bottom-start"
      offset={2}
      width={240}
      trapFocus
      returnFocus={false}
    >
      <Menu.Target>
        <span className={styles.anchor} style={{ left: menu.anchor.x, top: menu.anchor.y }} />
      </Menu.Target>
      <Menu.Dropdown>
        {groups.map((group, at) => [
          at > 0 && <Menu.Divider key={`${group[0]?.name}-line`} />,
          ...group.map(({ name, keys, run }) => (
            <Menu.Item
              key={name}
              fz={13}
              className={name === 'remove' ? styles.remove : undefined}
              rightSection={<kbd className={styles.kbd}>{keys && showShortcut(keys, IS_MAC)}</kbd>}
              onClick={() => {
                isChosen.current = true
                opener?.focus()
                run()
              }}
            >
              {t(`steps.menu.${name}`)}
            </Menu.Item>
          )),
        ])}
      </Menu.Dropdown>
    </Menu>
  )
}
