import { canvasActions } from '../canvas/canvas-actions.ts'
import { useWorkbench } from '../state/workbench.ts'

let opener: Element | null = null

// What had the focus when the first of the dialogs came up; one that follows another leaves it as it is.
useWorkbench.subscribe((state, before) => {
  if (!state.dialog || before.dialog || document.activeElement?.closest('[role="dialog"]')) return
  opener = document.activeElement
})

/** Gives the focus back to where it was before the dialogs, or to the canvas when that is gone; call it after the last. */
export function returnFocus(): void {
  // Whatever asked for the focus since then (a field that is shown by a command) keeps it.
  if (document.activeElement && document.activeElement !== document.body) return
  if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus()
  else canvasActions.focus()
}
