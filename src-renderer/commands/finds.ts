import type { TFunction } from 'i18next'
import { KINDS } from '../../src-shared/blocks/kinds.ts'
import { canvasActions } from '../canvas/canvas-actions.ts'
import { showLeft } from '../state/show-left.ts'
import { LEFT_TABS, type Workbench } from '../state/workbench.ts'
import { focusWhenThere } from '../ui/focus-when-there.ts'
import { showShortcut } from './command.ts'
import { COMMANDS } from './commands.ts'
import { IS_MAC } from './platform.ts'

/** One line of the palette. */
export type Find = Readonly<{ id: string; name: string; keys: string; run: () => void }>

/**
 * What can be done now and has every word of `sought` in its name: the commands, and once something is sought for also
 * a block of each kind to add and each panel to show.
 */
export function finds(t: TFunction, state: Workbench, sought: string): readonly Find[] {
  const words = sought.trim().toLowerCase().split(/\s+/)
  const all =
    sought.trim() === '' ? commandFinds(t, state) : [...commandFinds(t, state), ...botFinds(t, state)]
  return all.filter(({ name }) => words.every(word => name.toLowerCase().includes(word)))
}

function commandFinds(t: TFunction, state: Workbench): readonly Find[] {
  return COMMANDS.filter(command => command.id !== 'palette.show' && command.enabled(state)).map(
    ({ id, shortcuts: [shortcut], run }) => ({
      id,
      name: t(`shell.command.${id.replace('.', '_')}`),
      keys: shortcut ? showShortcut(shortcut, IS_MAC) : '',
      run,
    }),
  )
}

function botFinds(t: TFunction, { screen, editor }: Workbench): readonly Find[] {
  if (screen !== 'bot' || !editor) return []
  const blocks = KINDS.map(({ name: kind }) => ({
    id: `add-${kind}`,
    name: t('canvas.edit.addBlock', { name: t(`blocks.kind.${kind}.name`) }),
    keys: '',
    run: () => canvasActions.add(kind),
  }))
  const panels = LEFT_TABS.map(tab => ({
    id: `show-${tab}`,
    name: t('shell.showPanel', { name: t(`shell.tab.${tab}`) }),
    keys: '',
    run: () => {
      showLeft(tab)
      focusWhenThere(`[data-panel="${tab}"] :is(input, button):not(:disabled)`)
    },
  }))
  return [...blocks, ...panels]
}
