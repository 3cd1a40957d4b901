import type { BotDocument } from '../document/bot-document.ts'
import type { BlockId, EdgeId, NoteId } from '../document/ids.ts'
import type { GroupRecord } from '../document/records.ts'
import { ChangeSet } from './changes.ts'
import type { Changes } from './edit.ts'

/** Removes blocks with their edges, keywords and main-menu mark, single edges and notes. Intents stay, without their entry. */
export function deleteSelection(
  document: BotDocument,
  selection: { blocks: readonly BlockId[]; edges: readonly EdgeId[]; notes?: readonly NoteId[] },
): Changes {
  const set = new ChangeSet(document)
  const gone = new Set<BlockId>(selection.blocks)
  for (const edge of selection.edges) set.drop(edge)
  for (const note of selection.notes ?? []) set.drop(note)
  for (const block of gone) {
    for (const { id } of document.edgesFrom(block)) set.drop(id)
    for (const { id } of document.edgesTo(block)) set.drop(id)
    set.drop(block)
  }
  if (gone.size === 0) return set.done()
  for (const keyword of document.all('keyword')) if (gone.has(keyword.entry)) set.drop(keyword.id)
  for (const intent of document.all('intent'))
    if (intent.entry && gone.has(intent.entry)) set.put({ ...intent, entry: null })
  for (const group of document.all('group')) removeFrom(set, group, gone)
  if (document.bot.mainMenu && gone.has(document.bot.mainMenu)) set.put({ ...document.bot, mainMenu: null })
  return set.done()
}

function removeFrom(set: ChangeSet, group: GroupRecord, gone: ReadonlySet<BlockId>): void {
  const blocks = group.blocks.filter(block => !gone.has(block))
  if (blocks.length === 0) set.drop(group.id)
  else if (blocks.length < group.blocks.length) set.put({ ...group, blocks })
}
