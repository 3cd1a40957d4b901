import type { Preferences } from '../../src-shared/ipc/contract.ts'
import { focusWhenThere } from '../ui/focus-when-there.ts'
import { setPreferences } from './preferences.ts'
import { bringIntoSight } from './show-place.ts'
import { useWorkbench } from './workbench.ts'

type View = Preferences['view']

/** What takes the keys in each view. */
const KEYS_GO_TO: Readonly<Record<View, string>> = {
  canvas: '.react-flow',
  steps: '[data-steps] [role="row"][tabindex="0"]',
  texts: '[data-text-grid]',
}

/** Shows the flow as a drawing or as a script; what is selected stays so, in sight, and the focus stays in the view. */
export function showView(view: View): void {
  const { preferences, selection } = useWorkbench.getState()
  if (preferences.view === view) return
  const { activeElement } = document
  const wasInView = activeElement === document.body || activeElement?.closest('main') != null
  const [selected = null] = selection.blocks.size === 1 ? selection.blocks : []
  bringIntoSight(selected)
  void setPreferences({ view })
  if (wasInView) focusWhenThere(KEYS_GO_TO[view])
}

export function switchView(): void {
  showView(useWorkbench.getState().preferences.view === 'canvas' ? 'steps' : 'canvas')
}
