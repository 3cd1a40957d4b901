import type { BlockRecord } from '../../document/records.ts'
import { unsaid } from '../../kit/say.ts'
import { named } from '../../kit/sentences/named.ts'
import type { Finding } from '../issue.ts'

/** A block no conversation comes to (bot-paths.ts). */
export function unreachable(block: BlockRecord): Finding {
  const words = unsaid('block/unreachable', { block: named(block) })
  return { code: 'block/unreachable', severity: 'warning', ...words, record: block.id }
}
