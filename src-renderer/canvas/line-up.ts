import type { BlockId, NoteId } from '../../src-shared/document/ids.ts'
import {
  type Alignment,
  align,
  type Direction,
  distribute,
  type Measured,
} from '../../src-shared/edit/line-up.ts'
import { moveBlocks } from '../../src-shared/edit/move-blocks.ts'
import { moveNotes } from '../../src-shared/edit/move-notes.ts'
import { commit } from '../state/edits.ts'
import { useWorkbench } from '../state/workbench.ts'
import { CARD } from './block-size.ts'
import { mountedScene } from './canvas-actions.ts'
import type { Point } from './edge-path.ts'

/** Puts the chosen blocks and notes onto one line, as one step. */
export function alignSelection(to: Alignment): void {
  move(align(measured(), to), `craft.edit.align.${to}`)
}

/** Makes the gaps between the chosen blocks and notes equal, as one step. */
export function distributeSelection(along: Direction): void {
  move(distribute(measured(), along), `craft.edit.distribute.${along}`)
}

function measured(): Measured<BlockId | NoteId>[] {
  const { selection } = useWorkbench.getState()
  const scene = mountedScene()
  if (!scene) return []
  const blocks = [...selection.blocks].flatMap(id => scene.blocks.get(id) ?? [])
  const notes = [...(selection.notes ?? [])].flatMap(id => scene.notes.get(id) ?? [])
  return [
    ...blocks.map(({ record: { id, x, y }, size }) => ({ id, x, y, width: CARD.width, height: size.height })),
    ...notes,
  ]
}

function move(places: ReadonlyMap<BlockId | NoteId, Point>, key: string): void {
  const { editor } = useWorkbench.getState()
  if (!editor) return
  // Each of the two takes the ids that are its own.
  const blocks = new Map([...places].filter(([id]) => id.startsWith('block_'))) as Map<BlockId, Point>
  const notes = new Map([...places].filter(([id]) => id.startsWith('note_'))) as Map<NoteId, Point>
  commit({ ...moveBlocks(editor.document, blocks), ...moveNotes(editor.document, notes) }, { key })
}
