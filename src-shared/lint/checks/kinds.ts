import { unsaid } from '../../kit/say.ts'
import { named } from '../../kit/sentences/named.ts'
import type { BlockCheck } from '../check.ts'

/** What only a kind itself can know to be wrong. */
export const checkKind: BlockCheck = ({ block, facts, wide }) => {
  const findings = facts.kind?.check?.(block.data, wide.context) ?? []
  if (findings.length === 0) return []
  return findings.map(({ said, ...finding }) => ({
    ...finding,
    ...unsaid('kind', { block: named(block), what: said }),
    record: block.id,
  }))
}
