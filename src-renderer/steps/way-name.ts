import type { TFunction } from 'i18next'
import type { Port } from '../../src-shared/blocks/kind.ts'
import { portsOf } from '../../src-shared/blocks/way-on.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import type { BlockRecord } from '../../src-shared/document/records.ts'
import { blockTitle } from '../blocks/block-title.ts'
import { portName } from '../blocks/port-name.ts'
import type { StepModel } from './use-step-model.ts'

/** What a way on is called in a script: "Then" where there is but one, options with their numbers. */
export function wayName(t: TFunction, block: BlockRecord, port: string, locale: string): string {
  const ports = portsOf(block)
  const at = ports.findIndex(({ id }) => id === port)
  const found = ports[at]
  if (ports.length === 1 && found?.role === 'next') return t('steps.onlyWay')
  const name = portName(t, block, port, [locale])
  return found && hasLabel(found) ? t('steps.option', { number: at + 1, name }) : name
}

function hasLabel({ role, label }: Port): boolean {
  return role === 'option' && label !== undefined && Object.values(label).some(text => text !== '')
}

/** What a step is called where others lead to it; in another flow, with that flow's name. */
export function targetName(
  t: TFunction,
  { document, numbers, flow }: Pick<StepModel, 'document' | 'numbers' | 'flow'>,
  id: BlockId,
): string {
  const block = document.get(id)
  const title = blockTitle(t, block)
  if (block && block.flow !== flow)
    return t('steps.inFlow', { title, flow: document.get(block.flow)?.name ?? '' })
  return t('steps.step', { number: numbers.get(id), title })
}
