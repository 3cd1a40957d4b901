import { setPreferences } from './preferences.ts'
import { type LeftTab, useWorkbench } from './workbench.ts'

/** Shows a part of the left rail, unfolding the rail where it is folded away. */
export function showLeft(leftTab: LeftTab): void {
  useWorkbench.setState({ leftTab })
  if (!useWorkbench.getState().preferences.leftOpen) void setPreferences({ leftOpen: true })
}
