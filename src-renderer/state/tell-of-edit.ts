import type { Edit } from '../../src-shared/edit/edit.ts'
import { type Banner, useWorkbench } from './workbench.ts'

/** Says what came of the edit that was just made. */
export function tellOfEdit(tone: Banner['tone'], message: string): void {
  const edit = useWorkbench.getState().editor?.history.undoable.at(-1)?.id
  useWorkbench.setState({ banner: { tone, message, edit } })
}

/** What was said of an edit goes with it. */
export function forgetUndone({ kind, target }: Pick<Edit, 'kind' | 'target'>): void {
  const { banner } = useWorkbench.getState()
  if (kind === 'undo' && banner?.edit !== undefined && banner.edit === target)
    useWorkbench.setState({ banner: null })
}
