import { deleteSelection } from '../../src-shared/edit/delete-selection.ts'
import { canvasActions } from '../canvas/canvas-actions.ts'
import { askClipboard } from '../canvas/clipboard.ts'
import { countedLabel } from '../canvas/counted-label.ts'
import { extractSelection } from '../canvas/extract-selection.ts'
import { canChooseNext, chooseNext } from '../canvas/insert-actions.ts'
import { alignSelection, distributeSelection } from '../canvas/line-up.ts'
import { addNote, groupSelection, isGrouped, ungroupSelection } from '../canvas/note-actions.ts'
import { showFind, step } from '../find/find-actions.ts'
import { useHistoryList } from '../history/history-state.ts'
import { commit, redo, undo } from '../state/edits.ts'
import { stepOutOfFlow } from '../state/flow-path.ts'
import { NO_SELECTION, useWorkbench } from '../state/workbench.ts'
import type { Command } from './command.ts'
import {
  canUndo,
  hasBlocks,
  hasSelection,
  hasThings,
  hasThree,
  hasTwo,
  inBot,
  onCanvas,
} from './conditions.ts'

/** What changes the open bot, and what is found in it. */
export const EDIT_COMMANDS: readonly Command[] = [
  { id: 'edit.undo', group: 'edit', shortcuts: ['mod+z'], enabled: canUndo, run: () => void undo() },
  { id: 'edit.redo', group: 'edit', shortcuts: ['mod+shift+z', 'mod+y'], enabled: canUndo, run: redo },
  {
    id: 'edit.history',
    group: 'edit',
    shortcuts: ['mod+alt+z'],
    enabled: inBot,
    run: () => useHistoryList.setState({ isOpen: true }),
  },
  { id: 'edit.find', group: 'edit', shortcuts: ['mod+f'], enabled: inBot, run: () => showFind(false) },
  { id: 'edit.replace', group: 'edit', shortcuts: ['mod+h'], enabled: inBot, run: () => showFind(true) },
  { id: 'edit.findNext', group: 'edit', shortcuts: ['f3'], enabled: inBot, run: () => step(1) },
  { id: 'edit.findPrevious', group: 'edit', shortcuts: ['shift+f3'], enabled: inBot, run: () => step(-1) },
  {
    id: 'edit.selectAll',
    group: 'edit',
    shortcuts: ['mod+a'],
    enabled: onCanvas,
    run: () => canvasActions.selectAll(),
  },
  {
    id: 'edit.cut',
    group: 'edit',
    shortcuts: ['mod+x'],
    native: true,
    enabled: hasThings,
    run: () => askClipboard('cut'),
  },
  {
    id: 'edit.copy',
    group: 'edit',
    shortcuts: ['mod+c'],
    native: true,
    enabled: hasThings,
    run: () => askClipboard('copy'),
  },
  {
    id: 'edit.paste',
    group: 'edit',
    shortcuts: ['mod+v'],
    native: true,
    enabled: inBot,
    run: () => askClipboard('paste'),
  },
  {
    id: 'edit.duplicate',
    group: 'edit',
    shortcuts: ['mod+d'],
    enabled: hasThings,
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
    enabled: hasThings,
    run: () => canvasActions.rename(),
  },
  {
    id: 'edit.group',
    group: 'edit',
    shortcuts: ['mod+g'],
    enabled: state => onCanvas(state) && hasBlocks(state),
    run: groupSelection,
  },
  {
    id: 'edit.ungroup',
    group: 'edit',
    shortcuts: ['mod+shift+g'],
    enabled: state => onCanvas(state) && isGrouped(state),
    run: ungroupSelection,
  },
  {
    id: 'edit.extract',
    group: 'edit',
    shortcuts: ['mod+shift+f'],
    enabled: hasBlocks,
    run: extractSelection,
  },
  {
    id: 'edit.arrange',
    group: 'edit',
    shortcuts: ['mod+shift+l'],
    enabled: onCanvas,
    run: () => void arrangeLater(),
  },
  {
    id: 'edit.alignLeft',
    group: 'edit',
    shortcuts: ['alt+shift+arrowleft'],
    enabled: hasTwo,
    run: () => alignSelection('left'),
  },
  {
    id: 'edit.alignCentre',
    group: 'edit',
    shortcuts: ['mod+shift+arrowright'],
    enabled: hasTwo,
    run: () => alignSelection('centre'),
  },
  {
    id: 'edit.alignRight',
    group: 'edit',
    shortcuts: ['alt+shift+arrowright'],
    enabled: hasTwo,
    run: () => alignSelection('right'),
  },
  {
    id: 'edit.alignTop',
    group: 'edit',
    shortcuts: ['alt+shift+arrowup'],
    enabled: hasTwo,
    run: () => alignSelection('top'),
  },
  {
    id: 'edit.alignMiddle',
    group: 'edit',
    shortcuts: ['mod+shift+arrowdown'],
    enabled: hasTwo,
    run: () => alignSelection('middle'),
  },
  {
    id: 'edit.alignBottom',
    group: 'edit',
    shortcuts: ['alt+shift+arrowdown'],
    enabled: hasTwo,
    run: () => alignSelection('bottom'),
  },
  {
    id: 'edit.distributeHorizontal',
    group: 'edit',
    shortcuts: ['mod+alt+shift+arrowright'],
    enabled: hasThree,
    run: () => distributeSelection('horizontal'),
  },
  {
    id: 'edit.distributeVertical',
    group: 'edit',
    shortcuts: ['mod+alt+shift+arrowdown'],
    enabled: hasThree,
    run: () => distributeSelection('vertical'),
  },
  { id: 'edit.note', group: 'edit', shortcuts: ['n'], enabled: onCanvas, run: addNote },
  {
    id: 'edit.connect',
    group: 'edit',
    shortcuts: ['c'],
    enabled: hasBlocks,
    run: () => canvasActions.connectByList(),
  },
  {
    id: 'edit.insert',
    group: 'edit',
    shortcuts: ['i'],
    enabled: state => inBot(state) && canChooseNext(state),
    run: chooseNext,
  },
  {
    id: 'edit.clear',
    group: 'edit',
    shortcuts: ['escape'],
    enabled: inBot,
    run: stepOut,
  },
]

/** Layout is fetched when it is first asked for. */
async function arrangeLater(): Promise<void> {
  const { arrange } = await import('../canvas/layout/arrange.ts')
  await arrange()
}

function deleteSelected(): void {
  const { editor, selection } = useWorkbench.getState()
  if (!editor || canvasActions.removeInstead()) return
  const { blocks, edges, notes = new Set() } = selection
  const changes = deleteSelection(editor.document, {
    blocks: [...blocks],
    edges: [...edges],
    notes: [...notes],
  })
  const label =
    blocks.size + notes.size > 0
      ? countedLabel('delete', blocks.size, notes.size)
      : { key: 'canvas.edit.deleteEdges', count: edges.size }
  if (commit(changes, label)) useWorkbench.setState({ selection: NO_SELECTION })
}

/** Escape steps out: of the selection first, then of the sub-flow. */
function stepOut(): void {
  const { selection, entry } = useWorkbench.getState()
  const isFree = selection.blocks.size + selection.edges.size === 0 && !entry
  if (!isFree || !stepOutOfFlow()) useWorkbench.setState({ selection: NO_SELECTION, entry: null })
}
