import { blockName } from '../../blocks/block-name.ts'
import type { DataOf } from '../../blocks/kinds.ts'
import { isReadOnly } from '../../document/predefined-variables.ts'
import type { BlockCheck } from '../check.ts'

/** An answer cannot be kept in a variable that only the host may set (requirements.md KAR-14, KAR-15, KAR-16). */
export const checkSavedAnswers: BlockCheck = ({ block, wide }) => {
  if (block.kind !== 'question') return []
  const { saveTo } = block.data as DataOf<'question'>
  const variable = saveTo && wide.variablesById.get(saveTo)
  if (!variable || !isReadOnly(variable.name)) return []
  const message = `In ${blockName(block)}: ${variable.name} is given by Parley or the engine and cannot be set.`
  return [{ code: 'variable/read-only', severity: 'error', message, record: block.id, path: ['saveTo'] }]
}
