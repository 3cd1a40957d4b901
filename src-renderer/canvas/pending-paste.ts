import { create } from 'zustand'
import type { Clip } from '../../src-shared/blocks/clipboard/clip.ts'
import type { VariableConflict } from '../../src-shared/blocks/edits/clip-conflicts.ts'

/** A paste that waits for an answer: what to do with variables that are here under the same name, but are others. */
export const usePendingPaste = create<
  Readonly<{ clip: Clip | null; conflicts: readonly VariableConflict[] }>
>()(() => ({ clip: null, conflicts: [] }))
