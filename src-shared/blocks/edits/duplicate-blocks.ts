import type { BotDocument } from '../../document/bot-document.ts'
import type { BlockId, NoteId } from '../../document/ids.ts'
import type { Changes } from '../../edit/edit.ts'
import { copyBlocks } from './copy-blocks.ts'
import { pasteClip } from './paste-clip.ts'

export type Duplicated = Readonly<{
  changes: Changes
  blocks: readonly BlockId[]
  notes: readonly NoteId[]
}>

const NOTHING: Duplicated = { changes: {}, blocks: [], notes: [] }

/**
 * Copies of blocks and notes of one flow, moved by an offset, with the edges and whole groups among them. What points
 * at them from outside (keywords, the main menu, edges of others) stays with the originals.
 */
export function duplicateBlocks(
  document: BotDocument,
  blocks: Iterable<BlockId>,
  offset: { dx: number; dy: number },
  newId: () => string,
  notes: Iterable<NoteId> = [],
): Duplicated {
  const clip = copyBlocks(document, { blocks, notes })
  if (!clip) return NOTHING
  const things = clip.records.filter(record => record.type === 'block' || record.type === 'note')
  const first = things[0]
  if (!first) return NOTHING
  const x = things.reduce((least, thing) => Math.min(least, thing.x), first.x) + offset.dx
  const y = things.reduce((least, thing) => Math.min(least, thing.y), first.y) + offset.dy
  const pasted = pasteClip(document, clip, { flow: first.flow, x, y }, newId)
  return pasted.ok ? pasted.value : NOTHING
}
