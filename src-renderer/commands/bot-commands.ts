import { flushDrafts } from '../state/drafts.ts'
import { placeOfSelection } from '../state/place-of-selection.ts'
import { setPreferences } from '../state/preferences.ts'
import { showLeft } from '../state/show-left.ts'
import { stepProblems } from '../state/step-problems.ts'
import { useWorkbench } from '../state/workbench.ts'
import { focusWhenThere } from '../ui/focus-when-there.ts'
import type { Command } from './command.ts'
import { always, dialog, hasBlocks, hasOneBlock, inBot, ofWorkingCopy } from './conditions.ts'

/** The bot as a whole: tried, tested, compared, reviewed, published. */
export const BOT_COMMANDS: readonly Command[] = [
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
]

/** Comparing is fetched when it is first asked for. */
async function compareWithNewest(): Promise<void> {
  const { compareWithNewest } = await import('../compare/compare-actions.ts')
  await compareWithNewest()
}

async function mergeFile(): Promise<void> {
  const { openMerge } = await import('../merge/merge-actions.ts')
  await openMerge()
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
