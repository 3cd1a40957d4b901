import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId, FlowId, GroupId, NoteId } from '../../src-shared/document/ids.ts'
import type { GroupRecord, NoteRecord } from '../../src-shared/document/records.ts'
import type { Box } from './box.ts'
import type { PlacedBlock } from './placed-blocks.ts'

/** A group with the frame that is drawn around its blocks. */
export type PlacedGroup = Readonly<{ record: GroupRecord; box: Box; blocks: readonly PlacedBlock[] }>

/** Room between the blocks of a group and its frame. */
export const FRAME_PADDING = 24

/** The groups of a flow; where their frames lie follows from their blocks. */
export function placedGroups(
  document: BotDocument,
  flow: FlowId,
  blocks: ReadonlyMap<BlockId, PlacedBlock>,
): ReadonlyMap<GroupId, PlacedGroup> {
  const placed = new Map<GroupId, PlacedGroup>()
  for (const record of document.all('group')) {
    if (record.flow !== flow) continue
    const inside = record.blocks.flatMap(id => blocks.get(id) ?? [])
    const box = around(inside.map(block => block.box))
    if (box) placed.set(record.id, { record, blocks: inside, box: grown(box, FRAME_PADDING) })
  }
  return placed
}

/** The frame of a group while the chosen blocks are being dragged. */
export function frameOf(
  { box, blocks }: PlacedGroup,
  chosen: ReadonlySet<BlockId>,
  drag: { x: number; y: number } | null,
): Box {
  if (!drag || !blocks.some(({ record }) => chosen.has(record.id))) return box
  const moved = blocks.map(block => {
    const own = block.box
    return chosen.has(block.record.id) ? shifted(own, drag) : own
  })
  return grown(around(moved) ?? box, FRAME_PADDING)
}

/** The notes of a flow. */
export function notesOf(document: BotDocument, flow: FlowId): ReadonlyMap<NoteId, NoteRecord> {
  const notes = new Map<NoteId, NoteRecord>()
  for (const note of document.all('note')) if (note.flow === flow) notes.set(note.id, note)
  return notes
}

export function noteBox({ x, y, width, height }: NoteRecord): Box {
  return { left: x, top: y, right: x + width, bottom: y + height }
}

/** The box around boxes, or null when there are none. */
export function around(boxes: Iterable<Box>): Box | null {
  let left = Number.POSITIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (const box of boxes) {
    left = Math.min(left, box.left)
    top = Math.min(top, box.top)
    right = Math.max(right, box.right)
    bottom = Math.max(bottom, box.bottom)
  }
  return left <= right ? { left, top, right, bottom } : null
}

function grown({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by }
}

function shifted({ left, top, right, bottom }: Box, { x, y }: { x: number; y: number }): Box {
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y }
}
