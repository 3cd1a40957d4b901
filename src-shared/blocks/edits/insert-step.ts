import type { BotDocument } from '../../document/bot-document.ts'
import type { FlowId } from '../../document/ids.ts'
import { newRecordId } from '../../document/ids.ts'
import type { BlockRecord, EdgeEnd } from '../../document/records.ts'
import { ChangeSet } from '../../edit/changes.ts'
import type { Changes } from '../../edit/edit.ts'
import { type KindName, kindNamed } from '../kinds.ts'
import { wayOn } from '../way-on.ts'
import { freePlace } from './free-place.ts'

type Wanted = Readonly<{
  kind: KindName
  flow: FlowId
  /** The port that shall lead to it; null for a step nothing leads to. */
  after: EdgeEnd | null
  locale: string
  /** Instead of the kind's defaults. */
  data?: BlockRecord['data']
}>

/**
 * A new block after a port, at a free place of the canvas. Where the port led before, the new block leads by its usual
 * way on; a kind that nothing follows ends the conversation there. An entry is led to by nothing.
 */
export function insertStep(
  document: BotDocument,
  { kind, flow, after, locale, data }: Wanted,
  newId: () => string,
): { changes: Changes; block: BlockRecord } {
  const made = data ?? (kindNamed(kind)?.defaults({ locale, newId }) as BlockRecord['data'])
  const before = after ? document.get(after.block) : undefined
  const place = freePlace(document, flow, { kind, data: made }, before?.flow === flow ? before : null)
  const block: BlockRecord = {
    ...{ id: newRecordId('block', newId), type: 'block', flow, kind, title: '' },
    ...place,
    data: made,
  }
  const set = new ChangeSet(document).put(block)
  if (after && before?.flow === flow && kindNamed(kind)?.hasInput) leadThrough(set, after, block, newId)
  return { changes: set.done(), block }
}

/** Port → block, and the block → where the port led before. */
export function leadThrough(set: ChangeSet, from: EdgeEnd, block: BlockRecord, newId: () => string): void {
  const present = set.document.edgeAt(from.block, from.port)
  if (present) set.drop(present.id)
  const edge = { type: 'edge', flow: block.flow } as const
  set.put({
    id: newRecordId('edge', newId),
    ...edge,
    from: from.block,
    port: from.port,
    to: block.id,
  })
  const way = wayOn(block)
  if (present && way)
    set.put({ id: newRecordId('edge', newId), ...edge, from: block.id, port: way, to: present.to })
}
