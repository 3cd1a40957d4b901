import fc from 'fast-check'
import { addBlock } from '../../../src-shared/blocks/edits/add-block.ts'
import { addFlow } from '../../../src-shared/blocks/edits/add-flow.ts'
import { changeBlockData } from '../../../src-shared/blocks/edits/change-block-data.ts'
import { deleteFlow } from '../../../src-shared/blocks/edits/delete-flow.ts'
import { deleteVariable } from '../../../src-shared/blocks/edits/delete-variable.ts'
import { duplicateBlocks } from '../../../src-shared/blocks/edits/duplicate-blocks.ts'
import { duplicateStep } from '../../../src-shared/blocks/edits/duplicate-step.ts'
import { insertStep } from '../../../src-shared/blocks/edits/insert-step.ts'
import { removeStep } from '../../../src-shared/blocks/edits/remove-step.ts'
import { renameVariable } from '../../../src-shared/blocks/edits/rename-variable.ts'
import { setLocales } from '../../../src-shared/blocks/edits/set-locales.ts'
import { stepToSwap, swapSteps } from '../../../src-shared/blocks/edits/swap-steps.ts'
import { KINDS, kindNamed } from '../../../src-shared/blocks/kinds.ts'
import { portsOf } from '../../../src-shared/blocks/way-on.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { connect } from '../../../src-shared/edit/connect.ts'
import { deleteSelection } from '../../../src-shared/edit/delete-selection.ts'
import type { Changes } from '../../../src-shared/edit/edit.ts'
import { moveBlocks } from '../../../src-shared/edit/move-blocks.ts'
import { updateRecord } from '../../../src-shared/edit/update-record.ts'
import type { Result } from '../../../src-shared/kit/result.ts'
import { pick } from './random-bot.ts'

/** What a person does, with free numbers for what it is done to. */
export type Gesture = Readonly<{ does: (typeof DOES)[number]; a: number; b: number; c: number }>

const DOES = [
  'addBlock',
  'connect',
  'delete',
  'move',
  'title',
  'data',
  'duplicate',
  'rename',
  'deleteVariable',
  'locales',
  'addFlow',
  'deleteFlow',
  'insertStep',
  'removeStep',
  'swapSteps',
  'duplicateStep',
] as const

export const gestures: fc.Arbitrary<Gesture> = fc.record({
  does: fc.constantFrom(...DOES),
  a: fc.nat(60),
  b: fc.nat(60),
  c: fc.nat(60),
})

const NEW_NAMES = ['B', 'CITY', 'NEW_NAME', 'bad name', 'MENU_PRINCIPAL'] as const

/** The changes of a gesture, built by the very functions the interface uses; none when it is refused or has no object. */
export function changesOf(document: BotDocument, { does, a, b, c }: Gesture, newId: () => string): Changes {
  const blocks = [...document.all('block')]
  const flows = [...document.all('flow')]
  const [one, other] = [pick(blocks, a), pick(blocks, b)]
  const flow = pick(flows, a)
  const variable = pick([...document.all('variable')], a)
  switch (does) {
    case 'addBlock': {
      const kind = pick(KINDS, b)?.name
      if (!kind || !flow) return {}
      return addBlock(document, { kind, flow: flow.id, x: c, y: c, locale: 'en' }, newId).changes
    }
    case 'connect': {
      const target = one && pick([...document.blocksOf(one.flow).values()], b)
      const port = one && pick(kindNamed(one.kind)?.ports(one.data) ?? [], c)
      return one && target && port
        ? connect(document, { from: one.id, port: port.id, to: target.id }, newId)
        : {}
    }
    case 'delete': {
      const edge = pick([...document.all('edge')], c)
      const chosen = blocks.filter((_, at) => at % 5 === a % 5).map(({ id }) => id)
      return deleteSelection(document, { blocks: chosen, edges: edge ? [edge.id] : [] })
    }
    case 'move':
      return moveBlocks(
        document,
        new Map(
          one && other
            ? [
                [one.id, { x: b, y: c }],
                [other.id, { x: c, y: b }],
              ]
            : [],
        ),
      )
    case 'title':
      return one ? updateRecord(document, { ...one, title: `Title ${b}` }) : {}
    case 'data': {
      const data = one && kindNamed(one.kind)?.defaults({ locale: 'en', newId })
      return one ? accepted(changeBlockData(document, one.id, data)) : {}
    }
    case 'duplicate': {
      const chosen = blocks.filter((_, at) => at % 3 === a % 3).map(({ id }) => id)
      return duplicateBlocks(document, chosen.slice(0, 4), { dx: 20, dy: 20 }, newId).changes
    }
    case 'rename':
      return variable ? accepted(renameVariable(document, variable.id, pick(NEW_NAMES, b) ?? '')) : {}
    case 'deleteVariable':
      return variable ? accepted(deleteVariable(document, variable.id)) : {}
    case 'locales':
      return setLocales(document, b % 2 === 0 ? ['en'] : ['pt-BR', 'en'])
    case 'addFlow':
      return addFlow(document, `Flow ${b}`, newId).changes
    case 'deleteFlow':
      return flow ? accepted(deleteFlow(document, flow.id)) : {}
    case 'insertStep': {
      const kind = pick(KINDS, b)?.name
      const port = one && pick(portsOf(one), c)
      const after = one && port ? { block: one.id, port: port.id } : null
      if (!kind || !flow) return {}
      const wanted = { kind, flow: one?.flow ?? flow.id, after, locale: 'en' }
      return insertStep(document, wanted, newId).changes
    }
    case 'removeStep':
      return one ? removeStep(document, one.id) : {}
    case 'swapSteps': {
      const next = one && stepToSwap(document, one.id, 'down')
      return (one && next && swapSteps(document, one.id, next, newId)) || {}
    }
    case 'duplicateStep':
      return (one && duplicateStep(document, one.id, newId)?.changes) || {}
  }
}

function accepted(changes: Result<Changes>): Changes {
  return changes.ok ? changes.value : {}
}
