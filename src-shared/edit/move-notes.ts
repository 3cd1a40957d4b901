import type { BotDocument } from '../document/bot-document.ts'
import type { NoteId } from '../document/ids.ts'
import { ChangeSet } from './changes.ts'
import type { Changes } from './edit.ts'

/** Puts notes at new places; together with `moveBlocks` it makes one edit of a drag. */
export function moveNotes(
  document: BotDocument,
  places: ReadonlyMap<NoteId, { x: number; y: number }>,
): Changes {
  const set = new ChangeSet(document)
  for (const [id, { x, y }] of places) {
    const note = document.get(id)
    if (note && (note.x !== x || note.y !== y)) set.put({ ...note, x, y })
  }
  return set.done()
}
