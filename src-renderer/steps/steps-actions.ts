import i18next from 'i18next'
import { duplicateStep } from '../../src-shared/blocks/edits/duplicate-step.ts'
import { insertStep } from '../../src-shared/blocks/edits/insert-step.ts'
import { removeStep, stepAfter } from '../../src-shared/blocks/edits/remove-step.ts'
import { stepToSwap, swapSteps } from '../../src-shared/blocks/edits/swap-steps.ts'
import { type KindName, kindNamed } from '../../src-shared/blocks/kinds.ts'
import { portsOf, wayOn } from '../../src-shared/blocks/way-on.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId, FlowId } from '../../src-shared/document/ids.ts'
import type { BlockRecord, EdgeEnd } from '../../src-shared/document/records.ts'
import { connect } from '../../src-shared/edit/connect.ts'
import { deleteSelection } from '../../src-shared/edit/delete-selection.ts'
import { outline } from '../../src-shared/outline/outline.ts'
import { blockTitle } from '../blocks/block-title.ts'
import { canvasActions } from '../canvas/canvas-actions.ts'
import { connectionRefusal } from '../canvas/connection-refusal.ts'
import { commit } from '../state/edits.ts'
import { newId, shownFlow } from '../state/open-bot.ts'
import { putRecord } from '../state/put-record.ts'
import { bringIntoSight } from '../state/show-place.ts'
import { showView } from '../state/show-view.ts'
import { NO_SELECTION, useWorkbench } from '../state/workbench.ts'
import { announce, focusStep } from './steps-view.ts'
import { targetName, wayName } from './way-name.ts'

/** Everything that can be done to a step. Each is one edit, and says what it did. */
export const stepsActions = {
  /** Selects a step, of another flow too, and gives it the focus. */
  go(id: BlockId): void {
    const block = open()?.get(id)
    if (!block) return
    useWorkbench.setState({ flow: block.flow, selection: { blocks: new Set([id]), edges: new Set() } })
    focusStep(id)
  },

  /** A new step after a port, or one that nothing leads to. */
  insert(kind: KindName, after: EdgeEnd | null, data?: BlockRecord['data']): void {
    const { editor, locale } = useWorkbench.getState()
    const flow = shownFlow()
    if (!editor || !flow) return
    const wanted = { kind, flow, after, locale, ...(data ? { data } : {}) }
    const { changes, block } = insertStep(editor.document, wanted, newId)
    const title = blockTitle(i18next.t, block)
    if (!commit(changes, { key: 'steps.edit.insert', name: title })) return
    this.go(block.id)
    announce(i18next.t('steps.said.added', { number: numberOf(block.id), title }))
  },

  /** Leads a port to a step of the flow. */
  lead(from: EdgeEnd, to: BlockId): void {
    const source = open()?.get(from.block)
    if (!source || connectionRefusal(open() as BotDocument, from, to)) return
    const ends = { from: from.block, port: from.port, to }
    const changes = connect(open() as BotDocument, ends, newId)
    if (!commit(changes, { key: 'steps.edit.lead', name: blockTitle(i18next.t, source) })) return
    focusStep(from.block)
    const target = targetName(i18next.t, surroundings(), to)
    announce(i18next.t('steps.said.led', { way: nameOfWay(source, from.port), target }))
  },

  /** Takes away where a port leads. */
  unlead(from: EdgeEnd): void {
    const source = open()?.get(from.block)
    const edge = open()?.edgeAt(from.block, from.port)
    if (!source || !edge) return
    const changes = deleteSelection(open() as BotDocument, { blocks: [], edges: [edge.id] })
    if (!commit(changes, { key: 'steps.edit.unlead', name: blockTitle(i18next.t, source) })) return
    focusStep(from.block)
    announce(i18next.t('steps.said.ledNowhere', { way: nameOfWay(source, from.port) }))
  },

  /** A way into another flow: a step that goes to where that flow begins. */
  leadToFlow(from: EdgeEnd, flow: FlowId): void {
    const document = open()
    const first = document && outline(document, flow)[0]?.steps[0]
    if (first) this.insert('goTo', from, { block: first })
  },

  remove(id: BlockId): void {
    const document = open()
    const block = document?.get(id)
    if (!document || !block) return
    const order = outline(document, block.flow).flatMap(({ steps }) => steps)
    const at = order.indexOf(id)
    const next = stepAfter(document, id) ?? order[at + 1] ?? order[at - 1]
    const title = blockTitle(i18next.t, block)
    if (!commit(removeStep(document, id), { key: 'steps.edit.remove', name: title })) return
    if (next) this.go(next)
    else useWorkbench.setState({ selection: NO_SELECTION })
    announce(i18next.t('steps.said.removed', { title }))
  },

  duplicate(id: BlockId): void {
    const document = open()
    const copy = document && duplicateStep(document, id, newId)
    if (!copy) return
    const title = blockTitle(i18next.t, copy.block)
    if (!commit(copy.changes, { key: 'steps.edit.duplicate', name: title })) return
    this.go(copy.block.id)
    announce(i18next.t('steps.said.duplicated', { number: numberOf(copy.block.id), title }))
  },

  /** Changes places with the step before or after, where one simply follows the other. */
  move(id: BlockId, direction: 'up' | 'down'): void {
    const document = open()
    const title = blockTitle(i18next.t, document?.get(id))
    const other = document && stepToSwap(document, id, direction)
    if (!document || !other) {
      announce(i18next.t('steps.said.notMoved', { title }))
      return
    }
    const [first, second] = direction === 'up' ? [other, id] : [id, other]
    const changes = swapSteps(document, first, second, newId)
    if (!changes || !commit(changes, { key: 'steps.edit.move', name: title })) return
    this.go(id)
    announce(i18next.t('steps.said.moved', { number: numberOf(id), title }))
  },

  makeMainMenu(id: BlockId): void {
    const document = open()
    if (!document) return
    if (!putRecord({ ...document.bot, mainMenu: id }, { key: 'blocks.edit.mainMenu' })) return
    announce(i18next.t('steps.said.mainMenu', { title: blockTitle(i18next.t, document.get(id)) }))
  },

  /** Puts the cursor into the first field of the step's form; Escape leads back. */
  edit(id: BlockId): void {
    this.select(id)
    canvasActions.openInspector()
  },

  rename(id: BlockId): void {
    this.select(id)
    canvasActions.rename()
  },

  select(id: BlockId): void {
    const { blocks } = useWorkbench.getState().selection
    if (blocks.size === 1 && blocks.has(id)) return
    useWorkbench.setState({ selection: { blocks: new Set([id]), edges: new Set() } })
  },

  showOnCanvas(id: BlockId): void {
    this.select(id)
    showView('canvas')
    bringIntoSight(id)
  },
}

/** The port that a step added after a block follows: the first that still has to lead somewhere, else the usual one. */
export function portToAddAt(document: BotDocument, id: BlockId): EdgeEnd | null {
  const block = document.get(id)
  if (!block) return null
  const open = portsOf(block).find(({ id: port, required }) => required && !document.edgeAt(id, port))
  const port = open?.id ?? wayOn(block)
  return port === null ? null : { block: id, port }
}

/** What the palette and the panel of blocks ask for: a step after the selected one, where one can follow. */
export function addAtSelection(kind: KindName): void {
  stepsActions.insert(kind, kindNamed(kind)?.hasInput ? afterSelection() : null)
}

/** The port that what is added follows: one of the selected step's. */
export function afterSelection(): EdgeEnd | null {
  const document = open()
  const [id] = useWorkbench.getState().selection.blocks
  return document && id ? portToAddAt(document, id) : null
}

function open(): BotDocument | undefined {
  return useWorkbench.getState().editor?.document
}

function nameOfWay(block: BlockRecord, port: string): string {
  return wayName(i18next.t, block, port, useWorkbench.getState().locale)
}

function surroundings() {
  const document = open() as BotDocument
  const flow = shownFlow() as FlowId
  const steps = outline(document, flow).flatMap(section => section.steps)
  return { document, flow, numbers: new Map(steps.map((id, at) => [id, at + 1])) }
}

function numberOf(id: BlockId): number {
  return surroundings().numbers.get(id) ?? 0
}
