import i18next from 'i18next'
import { extractToFlow } from '../../src-shared/blocks/edits/extract-to-flow.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import type { FaultCode } from '../../src-shared/kit/faults.ts'
import type { Fault } from '../../src-shared/kit/result.ts'
import { blockTitle } from '../blocks/block-title.ts'
import { commit } from '../state/edits.ts'
import { newId } from '../state/open-bot.ts'
import { selectThings } from '../state/select-things.ts'
import { useWorkbench } from '../state/workbench.ts'
import { faultInWords } from '../words/sentences.ts'
import { canvasActions } from './canvas-actions.ts'

/** Why not, in words that can be translated. */
const REFUSALS: Partial<Readonly<Record<FaultCode, string>>> = {
  'extract/nothing': 'craft.extract.nothing',
  'extract/entry': 'craft.extract.entry',
  'extract/main-menu': 'craft.extract.mainMenu',
  'extract/starts': 'craft.extract.starts',
  'extract/ends': 'craft.extract.ends',
  'extract/returns': 'craft.extract.returns',
  'extract/open': 'craft.extract.open',
  'extract/back': 'craft.extract.back',
}

/** Makes a flow of the chosen blocks and notes; the call of it is chosen then, and can be opened. */
export function extractSelection(): void {
  const { editor, selection } = useWorkbench.getState()
  if (!editor) return
  const { blocks, notes = new Set() } = selection
  const name = newFlowName(editor.document)
  const made = extractToFlow(editor.document, blocks, { name, notes }, newId)
  if (!made.ok) {
    useWorkbench.setState({ banner: { tone: 'error', message: refusalText(editor.document, made) } })
    return
  }
  const { changes, call } = made.value
  if (!commit(changes, { key: 'craft.edit.extract', count: blocks.size, name })) return
  selectThings({ blocks: [call], notes: [] })
  canvasActions.focus()
  requestAnimationFrame(() => canvasActions.reveal(call))
}

/** The name of the group that is chosen, else one that says what it is; with a number where it is taken. */
function newFlowName(document: BotDocument): string {
  const { group } = useWorkbench.getState().selection
  const title = (group && document.get(group)?.title.trim()) || i18next.t('craft.extract.name')
  const taken = new Set([...document.all('flow')].map(flow => flow.name))
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : ` ${number}`
    const name = `${title.slice(0, 64 - ending.length).trim()}${ending}`
    if (!taken.has(name)) return name
  }
}

function refusalText(document: BotDocument, fault: Fault): string {
  const { code, problems = [] } = fault
  const key = REFUSALS[code]
  if (!key) return faultInWords(fault)
  const titles = problems.map(({ pointer }) => blockTitle(i18next.t, document.get(pointer as BlockId)))
  const shown = titles.slice(0, MOST_TITLES).map(title => `“${title}”`)
  if (titles.length > MOST_TITLES)
    shown.push(i18next.t('craft.extract.more', { count: titles.length - MOST_TITLES }))
  const list = new Intl.ListFormat(i18next.language, { type: 'conjunction' })
  return i18next.t(key, { count: titles.length, titles: list.format(shown) })
}

const MOST_TITLES = 3
