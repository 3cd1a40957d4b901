import { normaliseText } from '../../runtime/normalise-text.ts'
import type { BlockCheck } from '../check.ts'

/** What only a kind itself can know to be wrong. */
export const checkKind: BlockCheck = (block, context) => {
  const findings = context.kind(block)?.check?.(block.data, {
    locales: context.locales,
    variable: (id) => context.variable(id),
    normalise: normaliseText,
  })
  return (findings ?? []).map(({ message, ...finding }) => ({ ...finding, message: `In ${context.name(block)}: ${message}`, record: block.id }))
}
