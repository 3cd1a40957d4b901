import type { BlockId, EdgeId, GroupId, NoteId } from '../document/ids.ts'
import type { Mark } from './change-list.ts'
import type { Difference, RecordDifference, Spot } from './difference.ts'

/** How the things of one drawing are marked. */
export type DrawnMarks = Readonly<{
  blocks: ReadonlyMap<BlockId, Mark>
  edges: ReadonlyMap<EdgeId, Mark>
  notes: ReadonlyMap<NoteId, Mark>
  groups: ReadonlyMap<GroupId, Mark>
  /** Where moved blocks and notes were, by their ids; only where both places are drawn on one canvas. */
  from: ReadonlyMap<BlockId | NoteId, Spot>
}>

/**
 * The marks on the drawing of the version before, on that of the version after, and on one that shows both
 * (`overlaidBots`). What changed and was moved is marked as changed.
 */
export function differenceMarks(
  difference: Difference,
): Readonly<{ before: DrawnMarks; after: DrawnMarks; both: DrawnMarks }> {
  const [before, after, both] = [new Marks(), new Marks(), new Marks()]
  for (const { type, record, from } of difference.moved) {
    for (const marks of [before, after, both]) marks.mark(type, record, 'moved')
    both.from.set(record as BlockId, from)
  }
  for (const record of [...difference.design, ...difference.content]) {
    if (record.before) before.mark(record.type, record.before.id, record.is)
    if (record.after) after.mark(record.type, record.after.id, record.is)
    markBoth(both, record)
  }
  return { before, after, both }
}

/** The id under which an edge of the version before is drawn beside those of the version after. */
export function formerEdge(id: EdgeId): EdgeId {
  return `${id}~before` as EdgeId
}

function markBoth(both: Marks, { type, is, before, after }: RecordDifference): void {
  if (before?.type === 'edge') both.mark('edge', formerEdge(before.id), 'removed')
  else if (before && !after) both.mark(type, before.id, is)
  if (after) both.mark(type, after.id, before?.type === 'edge' ? 'changed' : is)
}

class Marks implements DrawnMarks {
  readonly blocks = new Map<BlockId, Mark>()
  readonly edges = new Map<EdgeId, Mark>()
  readonly notes = new Map<NoteId, Mark>()
  readonly groups = new Map<GroupId, Mark>()
  readonly from = new Map<BlockId | NoteId, Spot>()

  mark(type: RecordDifference['type'], id: string, mark: Mark): void {
    if (type === 'block') this.blocks.set(id as BlockId, mark)
    if (type === 'edge') this.edges.set(id as EdgeId, mark)
    if (type === 'note') this.notes.set(id as NoteId, mark)
    if (type === 'group') this.groups.set(id as GroupId, mark)
  }
}
