import type { DataOf } from '../../blocks/kinds.ts'
import { isReadOnly } from '../../document/predefined-variables.ts'
import { unsaid } from '../../kit/say.ts'
import { named } from '../../kit/sentences/named.ts'
import type { BlockCheck } from '../check.ts'

/** An answer cannot be kept in a variable that only the host may set (requirements.md KAR-14, KAR-15, KAR-16). */
export const checkSavedAnswers: BlockCheck = ({ block, wide }) => {
  if (block.kind !== 'question') return []
  const { saveTo } = block.data as DataOf<'question'>
  const variable = saveTo && wide.variablesById.get(saveTo)
  if (!variable || !isReadOnly(variable.name)) return []
  const { said: what } = unsaid('variable/read-only', { name: variable.name })
  const words = unsaid('kind', { block: named(block), what })
  return [{ code: 'variable/read-only', severity: 'error', ...words, record: block.id, path: ['saveTo'] }]
}
