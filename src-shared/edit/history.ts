import type { Edit } from './edit.ts'

/** What can be undone and redone, oldest first: the edits whose reversal is next are last. */
export type History = { readonly undoable: Edit[]; readonly redoable: Edit[] }

/**
 * The undo and redo stacks as a fold over the log, so they survive a restart without being stored. The log may be
 * cut off at its old end: an undo of an edit that lies before the cut simply has nothing to pop.
 */
export function historyOf(log: readonly Edit[]): History {
  return log.reduce(afterEdit, { undoable: [], redoable: [] })
}

/** One step of that fold. The stacks are changed in place: a history without a depth limit must not be copied. */
export function afterEdit(history: History, edit: Edit): History {
  const { undoable, redoable } = history
  switch (edit.kind) {
    case 'do':
      redoable.length = 0
      undoable.push(edit)
      return history
    case 'undo':
      if (undoable.at(-1)?.id === edit.target) undoable.pop()
      redoable.push(edit)
      return history
    case 'redo':
      if (redoable.at(-1)?.id === edit.target) redoable.pop()
      undoable.push(edit)
      return history
  }
}
