import type { BlockRecord } from '../../document/records.ts'
import { unsaid } from '../../kit/say.ts'
import { named } from '../../kit/sentences/named.ts'
import { botCheck } from '../check.ts'
import type { Finding } from '../issue.ts'

/**
 * Circles in which not one block waits for the customer (requirements.md NHN-15). Without a way out it is an error;
 * with one it may be a count that ends, which is worth a look. Circles of calls are for the check of recursion.
 */
export const checkLoops = botCheck(['circles'], ({ circles }) =>
  circles
    .filter(({ calls }) => !calls)
    .map(({ blocks, hasWayOut }): Finding => {
      const first = blocks[0] as BlockRecord
      const which = { blocks: blocks.slice(0, 4).map(named), more: Math.max(0, blocks.length - 4) }
      return hasWayOut
        ? {
            code: 'flow/loop-without-wait',
            severity: 'warning',
            ...unsaid('flow/loop-without-wait', which),
            record: first.id,
          }
        : {
            code: 'flow/endless-loop',
            severity: 'error',
            ...unsaid('flow/endless-loop', which),
            record: first.id,
          }
    }),
)
