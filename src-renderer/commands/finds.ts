import type { TFunction } from 'i18next'
import { KINDS } from '../../src-shared/blocks/kinds.ts'
import type { RecordId } from '../../src-shared/document/ids.ts'
import { canvasActions } from '../canvas/canvas-actions.ts'
import { showLeft } from '../state/show-left.ts'
import { showPlace } from '../state/show-place.ts'
import { LEFT_TABS, type Workbench } from '../state/workbench.ts'
import { focusWhenThere } from '../ui/focus-when-there.ts'
import { showShortcut } from './command.ts'
import { COMMANDS } from './commands.ts'
import { IS_MAC } from './platform.ts'

/** One line of the palette. */
export type Find = Readonly<{ id: string; name: string; keys: string; run: () => void }>

/**
 * What can be done now and has every word of `sought` in its name: the commands, and once something is sought for also
 * a block of each kind to add, each panel to show, and the blocks, flows and variables of the bot to go to.
 */
export function finds(t: TFunction, state: Workbench, sought: string): readonly Find[] {
  const words = sought.trim().toLowerCase().split(/\s+/)
  const all =
    sought.trim() === '' ? commandFinds(t, state) : [...commandFinds(t, state), ...botFinds(t, state)]
  const fitting = all.filter(({ name }) => fits(name, words))
  return sought.trim() === '' ? fitting : [...fitting, ...placeFinds(t, state, words)]
}

function fits(name: string, words: readonly string[]): boolean {
  const said = name.toLowerCase()
  return words.every(word => said.includes(word))
}

/** Of each sort at most so many: who wants more of them has Find. */
const MOST_PLACES = 12

function placeFinds(t: TFunction, { screen, editor }: Workbench, words: readonly string[]): readonly Find[] {
  if (screen !== 'bot' || !editor) return []
  const { document } = editor
  const find = (id: RecordId, name: string): Find => ({ id, name, keys: '', run: () => showPlace(id) })
  const flows = someOf(document.all('flow'), words, ({ name }) => t('shell.goToFlow', { name }))
  const variables = someOf(document.all('variable'), words, ({ name }) => t('shell.goToVariable', { name }))
  // Made once per flow and kind: a bot has thousands of blocks.
  const flowNames = new Map([...document.all('flow')].map(({ id, name }) => [id, name]))
  const titleOf = new Map(KINDS.map(({ name }) => [name as string, t(`blocks.kind.${name}.name`)]))
  const blocks = someOf(document.all('block'), words, ({ title, kind, flow }) =>
    t('shell.goToBlock', { name: title || titleOf.get(kind), flow: flowNames.get(flow) }),
  )
  return [...flows, ...blocks, ...variables].map(([{ id }, name]) => find(id, name))
}

function someOf<R extends { id: RecordId }>(
  records: Iterable<R>,
  words: readonly string[],
  nameOf: (record: R) => string,
): readonly (readonly [R, string])[] {
  const found: (readonly [R, string])[] = []
  for (const record of records) {
    const name = nameOf(record)
    if (fits(name, words)) found.push([record, name])
    if (found.length === MOST_PLACES) break
  }
  return found
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
