import type { EditLabel } from '../../src-shared/edit/edit.ts'

type Act = 'paste' | 'cut' | 'duplicate' | 'delete' | 'move'

/** Steps on blocks alone; some of these names are older than notes, and logs hold them. */
const ON_BLOCKS: Readonly<Record<Act, string>> = {
  paste: 'craft.edit.pasteBlocks',
  cut: 'craft.edit.cutBlocks',
  duplicate: 'canvas.edit.duplicateBlocks',
  delete: 'canvas.edit.deleteSelection',
  move: 'canvas.edit.moveBlocks',
}

/** What a step on blocks and notes is called: by the blocks, by the notes where there is no block, or by both. */
export function countedLabel(act: Act, blocks: number, notes: number): EditLabel {
  if (notes === 0) return { key: ON_BLOCKS[act], count: blocks }
  if (blocks === 0) return { key: `craft.edit.${act}Notes`, count: notes }
  return { key: `craft.edit.${act}Things`, count: blocks + notes }
}
