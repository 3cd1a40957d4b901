import type { WindowState } from '../store/settings.ts'

type Area = Readonly<{ x: number; y: number; width: number; height: number }>

/** Pixels of a window that must lie on a screen for it to be found again. */
const VISIBLE = 80

/** Whether enough of a stored place still lies on one of today's screens. */
export function isOnScreen(state: WindowState, screens: readonly Area[]): boolean {
  return screens.some(screen => {
    const width = Math.min(state.x + state.width, screen.x + screen.width) - Math.max(state.x, screen.x)
    const top = state.y - screen.y
    return width >= VISIBLE && top >= 0 && top <= screen.height - VISIBLE
  })
}
