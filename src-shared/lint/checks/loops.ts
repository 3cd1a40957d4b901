import { capitalBlockName } from '../../blocks/block-name.ts'
import type { BlockRecord } from '../../document/records.ts'
import { botCheck } from '../check.ts'
import type { Issue } from '../issue.ts'

/**
 * Circles in which not one block waits for the customer (requirements.md NHN-15). Without a way out it is an error;
 * with one it may be a count that ends, which is worth a look. Circles of calls are for the check of recursion.
 */
export const checkLoops = botCheck(['circles'], ({ circles }) =>
  circles
    .filter(({ calls }) => !calls)
    .map(({ blocks, hasWayOut }): Issue => {
      const first = blocks[0] as BlockRecord
      const names = namesOf(blocks)
      return hasWayOut
        ? {
            code: 'flow/loop-without-wait',
            severity: 'warning',
            message: `${names} can repeat without waiting for the customer; after 50 steps the conversation is stopped.`,
            record: first.id,
          }
        : {
            code: 'flow/endless-loop',
            severity: 'error',
            message: `${names} repeat for ever without waiting for the customer.`,
            record: first.id,
          }
    }),
)

function namesOf(blocks: readonly BlockRecord[]): string {
  const names = blocks.slice(0, 4).map(capitalBlockName).join(', ')
  return blocks.length > 4 ? `${names} and ${blocks.length - 4} more` : names
}
