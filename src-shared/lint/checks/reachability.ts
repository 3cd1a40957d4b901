import type { BlockRecord } from '../../document/records.ts'
import { say } from '../../kit/say.ts'
import { named } from '../../kit/sentences/named.ts'
import type { Issue } from '../issue.ts'

/** A block no conversation comes to (bot-paths.ts). */
export function unreachable(block: BlockRecord): Issue {
  const words = say('block/unreachable', { block: named(block) })
  return { code: 'block/unreachable', severity: 'warning', ...words, record: block.id }
}
