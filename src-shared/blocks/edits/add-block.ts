import type { BotDocument } from '../../document/bot-document.ts'
import { type FlowId, newRecordId } from '../../document/ids.ts'
import type { BlockRecord } from '../../document/records.ts'
import { ChangeSet } from '../../edit/changes.ts'
import type { Changes } from '../../edit/edit.ts'
import { type KindName, kindNamed } from '../kinds.ts'

/** A new block of a kind with its defaults, its upper left corner at `x`, `y`. */
export function addBlock(
  document: BotDocument,
  wanted: { kind: KindName; flow: FlowId; x: number; y: number; locale: string },
  newId: () => string,
): { changes: Changes; block: BlockRecord } {
  const { kind, flow, x, y, locale } = wanted
  const data = kindNamed(kind)?.defaults({ locale, newId }) as Record<string, unknown>
  const block: BlockRecord = {
    id: newRecordId('block', newId),
    type: 'block',
    flow,
    kind,
    title: '',
    x,
    y,
    data,
  }
  return { changes: new ChangeSet(document).put(block).done(), block }
}
