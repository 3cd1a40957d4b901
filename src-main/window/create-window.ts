import { join } from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { WindowState } from '../store/settings.ts'
import { denyPowers } from './deny-powers.ts'
import { isOnScreen } from './window-place.ts'

const SIZE = { width: 1280, height: 800 }
const MIN_SIZE = { minWidth: 800, minHeight: 560 }

/** What the page paints first (--p-bg of its theme), so that nothing flashes. */
const BACKGROUND = { light: '#f1f1f4', dark: '#121317' }

/** The window, not yet shown: it may still be given its place and theme while the page loads. */
export function createWindow(options: {
  preload: string
  contentSize: { width: number; height: number } | null
}): BrowserWindow {
  const window = new BrowserWindow({
    ...(options.contentSize ?? SIZE),
    ...(options.contentSize ? {} : MIN_SIZE),
    useContentSize: options.contentSize !== null,
    show: false,
    title: 'Parley',
    // Quiet chrome: the menu is behind Alt where it would be a row of the window.
    autoHideMenuBar: true,
    backgroundColor: backgroundColor(),
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  denyPowers(window.webContents)
  return window
}

/** The folder of a built part, seen from the built main process. */
export function builtFile(...path: readonly string[]): string {
  return join(import.meta.dirname, '..', ...path)
}

export function backgroundColor(): string {
  return nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light
}

/** Puts a window where it was, unless that screen is gone. */
export function placeWindow(window: BrowserWindow, state: WindowState | null): void {
  if (!state) return
  const { maximized, ...bounds } = state
  if (
    isOnScreen(
      state,
      screen.getAllDisplays().map(({ workArea }) => workArea),
    )
  )
    window.setBounds(bounds)
  if (maximized) window.maximize()
}

/** Where the window is now; of a maximized one, where it was before. */
export function windowState(window: BrowserWindow): WindowState {
  const { x, y, width, height } = window.getNormalBounds()
  return { x, y, width, height, maximized: window.isMaximized() }
}
