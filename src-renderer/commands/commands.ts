import { deleteSelection } from '../../src-shared/edit/delete-selection.ts'
import { canvasActions } from '../canvas/canvas-actions.ts'
import { exportPackage, importPackage, showLibrary } from '../library/library-actions.ts'
import { commit, redo, undo } from '../state/edits.ts'
import { setPreferences } from '../state/preferences.ts'
import { showLeft } from '../state/show-left.ts'
import { showView, switchView } from '../state/show-view.ts'
import { NO_SELECTION, useWorkbench, type Workbench } from '../state/workbench.ts'
import { focusWhenThere } from '../ui/focus-when-there.ts'
import type { Command } from './command.ts'

const always = () => true
const inBot = ({ screen, editor }: Workbench) => screen === 'bot' && editor !== null
const onCanvas = (state: Workbench) => inBot(state) && state.preferences.view === 'canvas'
const hasBlocks = (state: Workbench) => inBot(state) && state.selection.blocks.size > 0
const hasSelection = (state: Workbench) =>
  hasBlocks(state) || (inBot(state) && state.selection.edges.size > 0)
const dialog = (name: Workbench['dialog']) => () => useWorkbench.setState({ dialog: name })

/** Everything that can be asked for; keys, menus, palette and the help sheet are views of this table. */
export const COMMANDS: readonly Command[] = [
  { id: 'library.show', group: 'file', shortcuts: ['mod+o'], enabled: always, run: () => void showLibrary() },
  { id: 'bot.new', group: 'file', shortcuts: ['mod+n'], enabled: always, run: dialog('newBot') },
  {
    id: 'package.import',
    group: 'file',
    shortcuts: ['mod+shift+o'],
    enabled: always,
    run: () => void importPackage(),
  },
  { id: 'package.export', group: 'file', shortcuts: ['mod+shift+e'], enabled: inBot, run: exportOpenBot },
  { id: 'settings.show', group: 'file', shortcuts: ['mod+,'], enabled: always, run: dialog('settings') },
  { id: 'edit.undo', group: 'edit', shortcuts: ['mod+z'], enabled: inBot, run: () => void undo() },
  { id: 'edit.redo', group: 'edit', shortcuts: ['mod+shift+z', 'mod+y'], enabled: inBot, run: redo },
  {
    id: 'edit.selectAll',
    group: 'edit',
    shortcuts: ['mod+a'],
    enabled: onCanvas,
    run: () => canvasActions.selectAll(),
  },
  {
    id: 'edit.duplicate',
    group: 'edit',
    shortcuts: ['mod+d'],
    enabled: hasBlocks,
    run: () => canvasActions.duplicate(),
  },
  {
    id: 'edit.delete',
    group: 'edit',
    shortcuts: ['delete', 'backspace'],
    enabled: hasSelection,
    run: deleteSelected,
  },
  {
    id: 'edit.open',
    group: 'edit',
    shortcuts: ['enter'],
    enabled: hasSelection,
    run: () => canvasActions.openInspector(),
  },
  {
    id: 'edit.rename',
    group: 'edit',
    shortcuts: ['f2'],
    enabled: hasBlocks,
    run: () => canvasActions.rename(),
  },
  {
    id: 'edit.connect',
    group: 'edit',
    shortcuts: ['c'],
    enabled: hasBlocks,
    run: () => canvasActions.connectByList(),
  },
  {
    id: 'edit.clear',
    group: 'edit',
    shortcuts: ['escape'],
    enabled: inBot,
    run: () => useWorkbench.setState({ selection: NO_SELECTION, entry: null }),
  },
  {
    id: 'view.zoomIn',
    group: 'view',
    shortcuts: ['mod+=', 'mod++'],
    enabled: onCanvas,
    run: () => canvasActions.zoomBy(1.25),
  },
  {
    id: 'view.zoomOut',
    group: 'view',
    shortcuts: ['mod+-'],
    enabled: onCanvas,
    run: () => canvasActions.zoomBy(0.8),
  },
  {
    id: 'view.actualSize',
    group: 'view',
    shortcuts: ['mod+0'],
    enabled: onCanvas,
    run: () => canvasActions.zoomTo(1),
  },
  { id: 'view.fit', group: 'view', shortcuts: ['mod+1'], enabled: onCanvas, run: () => canvasActions.fit() },
  {
    id: 'view.fitSelection',
    group: 'view',
    shortcuts: ['mod+2'],
    enabled: state => onCanvas(state) && hasBlocks(state),
    run: () => canvasActions.fitSelection(),
  },
  { id: 'view.switch', group: 'view', shortcuts: ['mod+shift+s'], enabled: inBot, run: switchView },
  {
    id: 'view.texts',
    group: 'view',
    shortcuts: ['mod+shift+l'],
    enabled: inBot,
    run: () => showView('texts'),
  },
  { id: 'view.left', group: 'view', shortcuts: ['mod+b'], enabled: inBot, run: () => toggle('leftOpen') },
  {
    id: 'view.right',
    group: 'view',
    shortcuts: ['mod+alt+b'],
    enabled: inBot,
    run: () => toggle('rightOpen'),
  },
  {
    id: 'bot.try',
    group: 'bot',
    shortcuts: ['mod+enter'],
    enabled: inBot,
    run: tryBot,
  },
  {
    id: 'bot.problems',
    group: 'bot',
    shortcuts: ['mod+shift+m'],
    enabled: inBot,
    run: () => showLeft('problems'),
  },
  { id: 'bot.settings', group: 'bot', shortcuts: [], enabled: inBot, run: dialog('botSettings') },
  { id: 'version.save', group: 'bot', shortcuts: ['mod+s'], enabled: inBot, run: dialog('saveVersion') },
  { id: 'version.publish', group: 'bot', shortcuts: ['mod+shift+p'], enabled: inBot, run: dialog('publish') },
  { id: 'engines.show', group: 'bot', shortcuts: [], enabled: always, run: dialog('engines') },
  { id: 'palette.show', group: 'help', shortcuts: ['mod+k'], enabled: always, run: dialog('palette') },
  {
    id: 'shortcuts.show',
    group: 'help',
    shortcuts: ['?', 'mod+/'],
    enabled: always,
    run: dialog('shortcuts'),
  },
]

export function commandNamed(id: string): Command | undefined {
  return COMMANDS.find(command => command.id === id)
}

/** Runs a command by name if it makes sense now; returns whether it did. */
export function runCommand(id: string): boolean {
  const command = commandNamed(id)
  if (!command?.enabled(useWorkbench.getState())) return false
  command.run()
  return true
}

function exportOpenBot(): void {
  const { bot } = useWorkbench.getState()
  if (bot) void exportPackage(bot)
}

function deleteSelected(): void {
  const { editor, selection } = useWorkbench.getState()
  if (!editor || canvasActions.removeInstead()) return
  const changes = deleteSelection(editor.document, {
    blocks: [...selection.blocks],
    edges: [...selection.edges],
  })
  const count = selection.blocks.size
  const label =
    count > 0
      ? { key: 'canvas.edit.deleteSelection', count }
      : { key: 'canvas.edit.deleteEdges', count: selection.edges.size }
  if (commit(changes, label)) useWorkbench.setState({ selection: NO_SELECTION })
}

function toggle(side: 'leftOpen' | 'rightOpen'): void {
  const { preferences } = useWorkbench.getState()
  void setPreferences({ [side]: !preferences[side] })
}

function tryBot(): void {
  useWorkbench.setState({ rightTab: 'simulator' })
  void setPreferences({ rightOpen: true })
  focusWhenThere('[data-reply] textarea')
}
