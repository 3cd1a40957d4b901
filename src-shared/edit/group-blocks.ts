import type { BotDocument } from '../document/bot-document.ts'
import { type BlockId, type GroupId, newRecordId } from '../document/ids.ts'
import type { GroupRecord, Hue } from '../document/records.ts'
import { ChangeSet } from './changes.ts'
import type { Changes } from './edit.ts'

/** As in the schema of src-shared/document/records.ts. */
export const MOST_IN_GROUP = 5000

/** Puts blocks of one flow into a group of their own; they leave the groups they were in, and empty ones go. */
export function groupBlocks(
  document: BotDocument,
  wanted: { blocks: Iterable<BlockId>; title: string; hue: Hue },
  newId: () => string,
): { changes: Changes; group: GroupId | null } {
  const blocks = [...wanted.blocks].flatMap(id => document.get(id) ?? [])
  const flow = blocks[0]?.flow
  const inside = new Set(blocks.filter(block => block.flow === flow).map(({ id }) => id))
  if (!flow || inside.size > MOST_IN_GROUP) return { changes: {}, group: null }
  const set = new ChangeSet(document)
  for (const group of document.all('group')) takeFrom(set, group, inside)
  const group = newRecordId('group', newId)
  set.put({
    ...{ id: group, type: 'group', flow, title: wanted.title, hue: wanted.hue },
    blocks: [...inside],
  })
  return { changes: set.done(), group }
}

/** Dissolves every group that has any of the blocks; the blocks stay where they are. */
export function ungroupBlocks(document: BotDocument, blocks: Iterable<BlockId>): Changes {
  const set = new ChangeSet(document)
  const chosen = new Set(blocks)
  for (const { id, blocks: inside } of document.all('group'))
    if (inside.some(block => chosen.has(block))) set.drop(id)
  return set.done()
}

/** The group a block is in. */
export function groupOf(document: BotDocument, block: BlockId): GroupRecord | undefined {
  for (const group of document.all('group')) if (group.blocks.includes(block)) return group
  return undefined
}

function takeFrom(set: ChangeSet, group: GroupRecord, taken: ReadonlySet<BlockId>): void {
  const blocks = group.blocks.filter(block => !taken.has(block))
  if (blocks.length === 0) set.drop(group.id)
  else if (blocks.length < group.blocks.length) set.put({ ...group, blocks })
}
