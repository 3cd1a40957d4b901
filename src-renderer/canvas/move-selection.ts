import type { BlockId, NoteId } from '../../src-shared/document/ids.ts'
import { moveBlocks } from '../../src-shared/edit/move-blocks.ts'
import { moveNotes } from '../../src-shared/edit/move-notes.ts'
import { commit } from '../state/edits.ts'
import { useWorkbench } from '../state/workbench.ts'
import { countedLabel } from './counted-label.ts'
import type { Point } from './edge-path.ts'

/** Moves all blocks and notes that are chosen, mounted or not, as one step. */
export function moveSelection(by: Point): void {
  const { editor, selection } = useWorkbench.getState()
  if (!editor || (by.x === 0 && by.y === 0)) return
  const { document } = editor
  const blocks = new Map<BlockId, Point>()
  for (const id of selection.blocks) {
    const block = document.get(id)
    if (block) blocks.set(id, { x: block.x + by.x, y: block.y + by.y })
  }
  const notes = new Map<NoteId, Point>()
  for (const id of selection.notes ?? []) {
    const note = document.get(id)
    if (note) notes.set(id, { x: note.x + by.x, y: note.y + by.y })
  }
  const changes = { ...moveBlocks(document, blocks), ...moveNotes(document, notes) }
  commit(changes, countedLabel('move', blocks.size, notes.size))
}
