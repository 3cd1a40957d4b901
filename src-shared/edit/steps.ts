import type { Edit, EditId } from './edit.ts'
import type { History } from './history.ts'

/** One step of the history as people see it: who made it first and when, and whether it is taken back at present. */
export type Step = Readonly<{ edit: Edit; isUndone: boolean }>

/**
 * The steps that can be gone back and forth through, oldest first: those in effect, then those taken back, the next to
 * be redone first. Each is told by the edit that first made it, where the known log holds that.
 */
export function stepsOf({ undoable, redoable }: History, log: readonly Edit[]): readonly Step[] {
  const byId = new Map<EditId, Edit>(log.map(edit => [edit.id, edit]))
  return [
    ...undoable.map(edit => ({ edit: firstOf(edit, byId), isUndone: false })),
    ...redoable.toReversed().map(edit => ({ edit: firstOf(edit, byId), isUndone: true })),
  ]
}

/** A redone edit reverses an undo, which reverses what was done: back along them. */
function firstOf(edit: Edit, byId: ReadonlyMap<EditId, Edit>): Edit {
  let first = edit
  for (let target = first.target; target; target = first.target) {
    const earlier = byId.get(target)
    if (!earlier) return first
    first = earlier
  }
  return first
}
