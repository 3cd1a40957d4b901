import { blockName } from '../../blocks/block-name.ts'
import type { BlockRecord } from '../../document/records.ts'
import type { Issue } from '../issue.ts'

/** A block no conversation comes to (bot-paths.ts). */
export function unreachable(block: BlockRecord): Issue {
  const message = `No conversation comes to ${blockName(block)}.`
  return { code: 'block/unreachable', severity: 'warning', message, record: block.id }
}
