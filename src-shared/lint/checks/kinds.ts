import { blockName } from '../../blocks/block-name.ts'
import type { BlockCheck } from '../check.ts'

/** What only a kind itself can know to be wrong. */
export const checkKind: BlockCheck = ({ block, facts, wide }) => {
  const findings = facts.kind?.check?.(block.data, wide.context) ?? []
  if (findings.length === 0) return []
  return findings.map(({ message, ...finding }) => ({
    ...finding,
    message: `In ${blockName(block)}: ${message}`,
    record: block.id,
  }))
}
