import { blockWaits, kindNamed } from '../../src-shared/blocks/kinds.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import type { EdgeEnd } from '../../src-shared/document/records.ts'

/** Why an edge cannot lead from a port to a block, as a key of the canvas words; null when it can. */
export function connectionRefusal(
  document: BotDocument,
  from: EdgeEnd,
  to: BlockId,
): 'noInput' | 'itself' | 'otherFlow' | 'gone' | null {
  const source = document.get(from.block)
  const target = document.get(to)
  if (!source || !target) return 'gone'
  if (!kindNamed(target.kind)?.hasInput) return 'noInput'
  // A menu may show itself again; a block that does not wait would only run in a circle.
  if (source.id === target.id && !blockWaits(source)) return 'itself'
  return source.flow === target.flow ? null : 'otherFlow'
}
