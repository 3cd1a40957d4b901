import { dirname } from 'node:path'
import { ensureDisplay, prepareDesktop } from './launch-electron.ts'

/** Playwright's global setup: finds Electron, builds, opens a screen; answers what ends it. */
export default async function setUp(): Promise<() => void> {
  const desktop = await prepareDesktop()
  console.log(desktop.says)
  // The workers inherit it, and so need not look for an Electron again. (On macOS the program lies deeper.)
  if (process.platform !== 'darwin') process.env.ELECTRON_OVERRIDE_DIST_PATH = dirname(desktop.executable)
  const screen = await ensureDisplay()
  return () => screen?.stop()
}
