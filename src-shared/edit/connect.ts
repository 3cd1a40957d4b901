import type { BotDocument } from '../document/bot-document.ts'
import { type BlockId, newRecordId } from '../document/ids.ts'
import { ChangeSet } from './changes.ts'
import type { Changes } from './edit.ts'

/** Leads a port to a block; an edge the port had before is replaced, for a port leads to one place. */
export function connect(
  document: BotDocument,
  ends: { from: BlockId; port: string; to: BlockId },
  newId: () => string,
): Changes {
  const source = document.get(ends.from)
  if (!source) return new ChangeSet(document).done()
  const present = document.edgeAt(ends.from, ends.port)
  if (present?.to === ends.to) return new ChangeSet(document).done()
  const set = new ChangeSet(document)
  if (present) set.drop(present.id)
  set.put({ id: newRecordId('edge', newId), type: 'edge', flow: source.flow, ...ends })
  return set.done()
}
