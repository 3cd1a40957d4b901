import { setPreferences } from '../state/preferences.ts'
import { type EntryId, NO_SELECTION, useWorkbench } from '../state/workbench.ts'

/** Opens an entry in the inspector; what is selected on the canvas is let go first. */
export function showEntry(entry: EntryId): void {
  useWorkbench.setState({ selection: NO_SELECTION })
  useWorkbench.setState({ entry, rightTab: 'inspector' })
  if (!useWorkbench.getState().preferences.rightOpen) void setPreferences({ rightOpen: true })
}
