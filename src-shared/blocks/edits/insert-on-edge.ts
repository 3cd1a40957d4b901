import type { BotDocument } from '../../document/bot-document.ts'
import { type BlockId, type EdgeId, newRecordId } from '../../document/ids.ts'
import type { BlockRecord, EdgeRecord } from '../../document/records.ts'
import { ChangeSet } from '../../edit/changes.ts'
import type { Changes } from '../../edit/edit.ts'
import { fault, ok, type Result } from '../../kit/result.ts'
import { defaultPort } from '../default-port.ts'
import { type KindName, kindNamed } from '../kinds.ts'
import { addBlock } from './add-block.ts'

type Wanted = Readonly<{ edge: EdgeId; kind: KindName; x: number; y: number; locale: string; room: number }>

/**
 * A new block between the two ends of an edge: what led on leads to it, and its default port leads on. Blocks from the
 * target's left edge onwards move right by `room` pixels. A kind that ends or begins a conversation is refused.
 */
export function insertNewOnEdge(
  document: BotDocument,
  { edge: id, kind, x, y, locale, room }: Wanted,
  newId: () => string,
): Result<Readonly<{ changes: Changes; block: BlockRecord }>> {
  const edge = document.get(id)
  const target = edge && document.get(edge.to)
  if (!edge || !target) return fault('edit/conflict', 'The edge is not there any more.')
  const { block } = addBlock(document, { kind, flow: edge.flow, x, y, locale }, newId)
  const set = new ChangeSet(document).put(block)
  if (!putBetween(set, edge, block, newId)) return refused()
  if (room > 0)
    for (const other of document.blocksOf(edge.flow).values())
      if (other.x >= target.x && other.id !== edge.from) set.put({ ...other, x: other.x + room })
  return ok({ changes: set.done(), block })
}

/** The same for a block of the flow that has no edges yet, which may move in the same edit. */
export function insertBlockOnEdge(
  document: BotDocument,
  wanted: Readonly<{ edge: EdgeId; block: BlockId; x: number; y: number }>,
  newId: () => string,
): Result<Changes> {
  const edge = document.get(wanted.edge)
  const block = document.get(wanted.block)
  if (!edge || !block) return fault('edit/conflict', 'The edge is not there any more.')
  if (!canInsert(document, block, edge)) return refused()
  const set = new ChangeSet(document)
  const { x, y } = wanted
  if (block.x !== x || block.y !== y) set.put({ ...block, x, y })
  putBetween(set, edge, block, newId)
  return ok(set.done())
}

/** Whether a block is one that can be put on an edge: of its flow, led to by nothing and leading nowhere yet. */
export function canInsert(document: BotDocument, block: BlockRecord, edge: EdgeRecord): boolean {
  return (
    block.flow === edge.flow &&
    document.edgesFrom(block.id).length === 0 &&
    document.edgesTo(block.id).length === 0 &&
    (kindNamed(block.kind)?.hasInput ?? false) &&
    defaultPort(block) !== null
  )
}

/** Whether blocks of a kind can stand between two others. */
export function canStandBetween(name: KindName): boolean {
  const kind = kindNamed(name)
  if (!kind?.hasInput) return false
  const data = kind.defaults({ locale: 'en', newId: () => 'x' }) as BlockRecord['data']
  return defaultPort({ kind: name, data }) !== null
}

function putBetween(set: ChangeSet, edge: EdgeRecord, block: BlockRecord, newId: () => string): boolean {
  const port = defaultPort(block)
  if (port === null || !kindNamed(block.kind)?.hasInput) return false
  const { flow, to } = edge
  set.drop(edge.id)
  set.put({ ...edge, id: newRecordId('edge', newId), to: block.id })
  set.put({ id: newRecordId('edge', newId), type: 'edge', flow, from: block.id, port, to })
  return true
}

function refused() {
  return fault('edit/conflict', 'Only a block that is led to and leads on can stand on an edge.')
}
