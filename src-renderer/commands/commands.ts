import { deleteSelection } from '../../src-shared/edit/delete-selection.ts'
import { canvasActions } from '../canvas/canvas-actions.ts'
import { askClipboard } from '../canvas/clipboard.ts'
import { countedLabel } from '../canvas/counted-label.ts'
import { extractSelection } from '../canvas/extract-selection.ts'
import { canChooseNext, chooseNext } from '../canvas/insert-actions.ts'
import { alignSelection, distributeSelection } from '../canvas/line-up.ts'
import { addNote, groupSelection, isGrouped, ungroupSelection } from '../canvas/note-actions.ts'
import type { ExportFormat } from '../export/export-flow.ts'
import { showFind, step } from '../find/find-actions.ts'
import { useHistoryList } from '../history/history-state.ts'
import { exportPackage, importPackage, showLibrary } from '../library/library-actions.ts'
import { flushDrafts } from '../state/drafts.ts'
import { commit, redo, undo } from '../state/edits.ts'
import { openSubFlow, presentPath, selectedCaller, stepOutOfFlow } from '../state/flow-path.ts'
import { placeOfSelection } from '../state/place-of-selection.ts'
import { setPreferences } from '../state/preferences.ts'
import { refusedForVersion } from '../state/refused-for-version.ts'
import { showLeft } from '../state/show-left.ts'
import { showView, switchView } from '../state/show-view.ts'
import { stepProblems } from '../state/step-problems.ts'
import { NO_SELECTION, useWorkbench, type Workbench } from '../state/workbench.ts'
import { focusWhenThere } from '../ui/focus-when-there.ts'
import type { Command } from './command.ts'

const always = () => true
const inBot = ({ screen, editor }: Workbench) => screen === 'bot' && editor !== null
const isComparing = ({ screen, editor }: Workbench) => screen === 'compare' && editor !== null
const canUndo = (state: Workbench) => inBot(state) || isComparing(state)
const onCanvas = (state: Workbench) => inBot(state) && state.preferences.view === 'canvas'
const hasBlocks = (state: Workbench) => inBot(state) && state.selection.blocks.size > 0
const hasOneBlock = (state: Workbench) => inBot(state) && state.selection.blocks.size === 1
const hasThings = (state: Workbench) =>
  hasBlocks(state) || (inBot(state) && (state.selection.notes?.size ?? 0) > 0)
const countThings = ({ selection }: Workbench) => selection.blocks.size + (selection.notes?.size ?? 0)
const hasTwo = (state: Workbench) => onCanvas(state) && countThings(state) > 1
const hasThree = (state: Workbench) => onCanvas(state) && countThings(state) > 2
const hasSelection = (state: Workbench) =>
  hasThings(state) || (inBot(state) && state.selection.edges.size > 0)
/** What concerns the bot as it is being made waits until one is back from an older version. */
const ofWorkingCopy = (run: () => void) => () => {
  if (!refusedForVersion()) run()
}
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
  {
    id: 'package.export',
    group: 'file',
    shortcuts: ['mod+shift+e'],
    enabled: inBot,
    run: ofWorkingCopy(exportOpenBot),
  },
  {
    id: 'export.png',
    group: 'file',
    shortcuts: ['mod+alt+g'],
    enabled: inBot,
    run: () => void exportAs('png'),
  },
  {
    id: 'export.svg',
    group: 'file',
    shortcuts: ['mod+alt+v'],
    enabled: inBot,
    run: () => void exportAs('svg'),
  },
  {
    id: 'export.pdf',
    group: 'file',
    shortcuts: ['mod+alt+f'],
    enabled: inBot,
    run: () => void exportAs('pdf'),
  },
  {
    id: 'review.file',
    group: 'file',
    shortcuts: ['mod+alt+shift+g'],
    enabled: inBot,
    run: () => void exportForReview('html'),
  },
  {
    id: 'review.specification',
    group: 'file',
    shortcuts: ['mod+alt+shift+f'],
    enabled: inBot,
    run: () => void exportForReview('pdf'),
  },
  {
    id: 'review.comments',
    group: 'file',
    shortcuts: ['mod+alt+shift+r'],
    enabled: inBot,
    run: ofWorkingCopy(dialog('comments')),
  },
  { id: 'settings.show', group: 'file', shortcuts: ['mod+,'], enabled: always, run: dialog('settings') },
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
    id: 'flow.open',
    group: 'view',
    shortcuts: ['alt+arrowright'],
    enabled: state => inBot(state) && selectedCaller() !== null,
    run: openSelectedFlow,
  },
  {
    id: 'flow.back',
    group: 'view',
    shortcuts: ['alt+arrowleft'],
    enabled: state => inBot(state) && presentPath().length > 0,
    run: () => void stepOutOfFlow(),
  },
  {
    id: 'edit.clear',
    group: 'edit',
    shortcuts: ['escape'],
    enabled: inBot,
    run: stepOut,
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
    enabled: state => onCanvas(state) && hasThings(state),
    run: () => canvasActions.fitSelection(),
  },
  { id: 'view.switch', group: 'view', shortcuts: ['mod+shift+s'], enabled: inBot, run: switchView },
  {
    id: 'view.texts',
    group: 'view',
    shortcuts: ['mod+alt+x'],
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
    id: 'language.system',
    group: 'view',
    shortcuts: ['mod+alt+0'],
    enabled: always,
    run: () => void setPreferences({ language: 'system' }),
  },
  {
    id: 'language.en',
    group: 'view',
    shortcuts: ['mod+alt+1'],
    enabled: always,
    run: () => void setPreferences({ language: 'en' }),
  },
  {
    id: 'language.ptBR',
    group: 'view',
    shortcuts: ['mod+alt+2'],
    enabled: always,
    run: () => void setPreferences({ language: 'pt-BR' }),
  },
  {
    id: 'language.es',
    group: 'view',
    shortcuts: ['mod+alt+3'],
    enabled: always,
    run: () => void setPreferences({ language: 'es' }),
  },
  {
    id: 'bot.try',
    group: 'bot',
    shortcuts: ['mod+enter'],
    enabled: inBot,
    run: tryBot,
  },
  { id: 'bot.present', group: 'bot', shortcuts: ['f5'], enabled: inBot, run: () => void presentTalk() },
  {
    id: 'block.preview',
    group: 'bot',
    shortcuts: ['mod+alt+p'],
    enabled: hasOneBlock,
    run: showPreview,
  },
  {
    id: 'bot.breakpoint',
    group: 'bot',
    shortcuts: ['f9'],
    enabled: hasBlocks,
    run: toggleBreakpoints,
  },
  { id: 'bot.tests', group: 'bot', shortcuts: ['mod+shift+t'], enabled: inBot, run: () => void playTests() },
  { id: 'bot.saveTest', group: 'bot', shortcuts: ['mod+alt+s'], enabled: inBot, run: () => void saveTest() },
  { id: 'bot.newTest', group: 'bot', shortcuts: ['mod+alt+w'], enabled: inBot, run: () => void newTest() },
  {
    id: 'bot.bring',
    group: 'bot',
    shortcuts: ['mod+alt+shift+b'],
    enabled: inBot,
    run: ofWorkingCopy(dialog('bringConversations')),
  },
  {
    id: 'bot.live',
    group: 'bot',
    shortcuts: ['mod+alt+shift+l'],
    enabled: inBot,
    run: dialog('live'),
  },
  {
    id: 'bot.routing',
    group: 'bot',
    shortcuts: ['mod+alt+shift+i'],
    enabled: always,
    run: dialog('routing'),
  },
  {
    id: 'bot.coverage',
    group: 'bot',
    shortcuts: ['mod+alt+k'],
    enabled: inBot,
    run: () => void showCoverage(),
  },
  {
    id: 'bot.problems',
    group: 'bot',
    shortcuts: ['mod+shift+m'],
    enabled: inBot,
    run: () => showLeft('problems'),
  },
  {
    id: 'problem.next',
    group: 'bot',
    shortcuts: ['f8'],
    enabled: state => inBot(state) && state.issues.length > 0,
    run: () => stepProblems(1),
  },
  {
    id: 'problem.previous',
    group: 'bot',
    shortcuts: ['shift+f8'],
    enabled: state => inBot(state) && state.issues.length > 0,
    run: () => stepProblems(-1),
  },
  { id: 'bot.settings', group: 'bot', shortcuts: ['mod+alt+,'], enabled: inBot, run: dialog('botSettings') },
  {
    id: 'version.save',
    group: 'bot',
    shortcuts: ['mod+s'],
    enabled: inBot,
    run: ofWorkingCopy(dialog('saveVersion')),
  },
  {
    id: 'version.publish',
    group: 'bot',
    shortcuts: ['mod+shift+p'],
    enabled: inBot,
    run: ofWorkingCopy(dialog('publish')),
  },
  {
    id: 'version.compare',
    group: 'bot',
    shortcuts: ['mod+alt+d'],
    enabled: inBot,
    run: () => void compareWithNewest(),
  },
  {
    id: 'version.merge',
    group: 'bot',
    shortcuts: ['mod+alt+m'],
    enabled: inBot,
    run: () => void mergeFile(),
  },
  {
    id: 'change.next',
    group: 'view',
    shortcuts: ['f7'],
    enabled: isComparing,
    run: () => void stepChange(1),
  },
  {
    id: 'change.previous',
    group: 'view',
    shortcuts: ['shift+f7'],
    enabled: isComparing,
    run: () => void stepChange(-1),
  },
  {
    id: 'review.show',
    group: 'bot',
    shortcuts: ['mod+alt+r'],
    enabled: inBot,
    run: () => showLeft('review'),
  },
  {
    id: 'review.checklist',
    group: 'bot',
    shortcuts: ['mod+alt+l'],
    enabled: inBot,
    run: () => void showTheChecklist(),
  },
  {
    id: 'review.comment',
    group: 'bot',
    shortcuts: ['m', 'mod+alt+c'],
    enabled: inBot,
    run: ofWorkingCopy(() => void commentOnSelection()),
  },
  {
    id: 'review.commentTurn',
    group: 'bot',
    shortcuts: ['mod+alt+shift+c'],
    enabled: inBot,
    run: ofWorkingCopy(() => void commentOnTurn()),
  },
  {
    id: 'review.suggest',
    group: 'bot',
    shortcuts: ['mod+shift+u'],
    enabled: inBot,
    run: ofWorkingCopy(() => useWorkbench.setState(({ suggesting }) => ({ suggesting: !suggesting }))),
  },
  {
    id: 'review.submit',
    group: 'bot',
    shortcuts: ['mod+alt+u'],
    enabled: inBot,
    run: ofWorkingCopy(dialog('submitReview')),
  },
  {
    id: 'review.export',
    group: 'bot',
    shortcuts: ['mod+alt+e'],
    enabled: inBot,
    run: ofWorkingCopy(dialog('exportReview')),
  },
  { id: 'engines.show', group: 'bot', shortcuts: ['mod+alt+n'], enabled: always, run: dialog('engines') },
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

/** Layout is fetched when it is first asked for. */
async function arrangeLater(): Promise<void> {
  const { arrange } = await import('../canvas/layout/arrange.ts')
  await arrange()
}

/** Comparing is fetched when it is first asked for. */
async function compareWithNewest(): Promise<void> {
  const { compareWithNewest } = await import('../compare/compare-actions.ts')
  await compareWithNewest()
}

async function mergeFile(): Promise<void> {
  const { openMerge } = await import('../merge/merge-actions.ts')
  await openMerge()
}

async function stepChange(by: 1 | -1): Promise<void> {
  const { stepChange } = await import('../compare/compare-actions.ts')
  stepChange(by)
}

function exportOpenBot(): void {
  const { bot } = useWorkbench.getState()
  if (bot) void exportPackage(bot)
}

async function exportAs(format: ExportFormat): Promise<void> {
  const { exportFlow } = await import('../export/export-flow.ts')
  await exportFlow(format)
}

async function exportForReview(format: 'html' | 'pdf'): Promise<void> {
  const { exportReviewFile } = await import('../export/export-review-file.ts')
  await exportReviewFile(format)
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

function openSelectedFlow(): void {
  const block = selectedCaller()
  if (block) openSubFlow(block.id)
}

function toggle(side: 'leftOpen' | 'rightOpen'): void {
  const { preferences } = useWorkbench.getState()
  void setPreferences({ [side]: !preferences[side] })
}

function showPreview(): void {
  flushDrafts()
  useWorkbench.setState({ dialog: 'preview' })
}

/** The selected blocks pause tried conversations, or none of them does any more when all did. */
function toggleBreakpoints(): void {
  const { selection, breakpoints } = useWorkbench.getState()
  const next = new Set(breakpoints)
  const areAllSet = [...selection.blocks].every(block => next.has(block))
  for (const block of selection.blocks)
    if (areAllSet) next.delete(block)
    else next.add(block)
  useWorkbench.setState({ breakpoints: next })
}

/** The place is told before anything is fetched: the focus may be elsewhere then. */
async function commentOnSelection(): Promise<void> {
  const place = placeOfSelection()
  const { beginComment } = await import('../review/review-actions.ts')
  beginComment(place)
}

async function showTheChecklist(): Promise<void> {
  const { showChecklist } = await import('../review/checklist-actions.ts')
  showChecklist()
}

async function commentOnTurn(): Promise<void> {
  const { commentOnPresentTurn } = await import('../review/turn-comments.ts')
  commentOnPresentTurn()
}

/** The runtime is fetched for those who try their bots, not for the start. */
async function playTests(): Promise<void> {
  const { editor } = useWorkbench.getState()
  if (!editor) return
  showLeft('tests')
  const { runTests } = await import('../testing/test-runs.ts')
  runTests([...editor.document.all('testcase')].map(({ id }) => id))
}

async function newTest(): Promise<void> {
  const { writeTest } = await import('../testing/change-test.ts')
  writeTest()
}

async function showCoverage(): Promise<void> {
  const { toggleCoverage } = await import('../testing/coverage-state.ts')
  toggleCoverage()
}

async function presentTalk(): Promise<void> {
  const { presentTalk } = await import('../present/present-state.ts')
  presentTalk()
}

async function saveTest(): Promise<void> {
  tryBot()
  const { refreshTalk, showSheet } = await import('../simulator/talk.ts')
  refreshTalk()
  showSheet('test')
}

function tryBot(): void {
  useWorkbench.setState({ rightTab: 'simulator' })
  void setPreferences({ rightOpen: true })
  focusWhenThere('[data-reply] textarea')
}
