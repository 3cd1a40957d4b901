import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { build } from './build.ts'
import { resolveDesktopRuntime } from './desktop-runtime.ts'
import { REPO_ROOT } from './repo-root.ts'
import { hasDisplay } from './system-libraries/machine-facts.ts'
import { ensureSystemLibraries } from './system-libraries.ts'
import { ToolFault } from './tool-fault.ts'

/** Everything needed to start the app: the program, its first arguments (switches, then the app folder), its env. */
export type Desktop = Readonly<{
  executable: string
  args: readonly string[]
  env: Record<string, string>
  says: string
}>

/** A screen of our own; `stop` ends it. */
export type Display = Readonly<{ display: string; stop: () => void }>

/**
 * Makes the desktop app ready to start: finds an Electron, checks the system's libraries and builds what is stale.
 * `app` is another app folder to start (then nothing is built). Without a display, call `startXvfb` as well.
 */
export async function prepareDesktop(options: { app?: string; dev?: boolean } = {}): Promise<Desktop> {
  const runtime = await resolveDesktopRuntime()
  await ensureSystemLibraries(runtime.executable)
  if (!options.app) await build({ dev: options.dev ?? false })
  const { executable, says } = runtime
  return { executable, args: [...platformSwitches(), options.app ?? REPO_ROOT], env: desktopEnv(), says }
}

function platformSwitches(): readonly string[] {
  if (process.platform !== 'linux') return []
  // Chromium's sandbox refuses to work as root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  // Where no desktop session runs, Chromium fills the terminal with complaints about its message bus.
  return process.env.DBUS_SESSION_BUS_ADDRESS ? asRoot : [...asRoot, '--log-level=3']
}

/** Starts Xvfb on a free display number of its own choice and sets DISPLAY for this process; resolves when it is up. */
export async function startXvfb(): Promise<Display> {
  const args = ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp']
  // In a group of its own: Ctrl-C must end the app first, and only then its screen.
  const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true })
  const numberPipe = child.stdio[3] as Readable
  const stop = () => void child.kill()
  process.once('exit', stop)
  const number = await new Promise<string>((resolve, reject) => {
    child.once('error', () => reject(new ToolFault('Xvfb could not be started: is it installed?')))
    child.once('exit', code => reject(new ToolFault(`Xvfb ended at once (exit code ${code}).`)))
    createInterface(numberPipe).once('line', resolve)
  })
  numberPipe.destroy()
  child.unref()
  process.env.DISPLAY = `:${number}`
  return { display: `:${number}`, stop }
}

/** Starts Xvfb when there is no display, saying so; null when there is one. */
export async function ensureDisplay(): Promise<Display | null> {
  if (hasDisplay()) return null
  const screen = await startXvfb()
  console.log(`No display: running under Xvfb on ${screen.display}`)
  return screen
}

function desktopEnv(): Record<string, string> {
  const defined = Object.entries(process.env).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  )
  const env = Object.fromEntries(defined)
  // Set by some editors' terminals; it would turn the window into a plain Node.
  delete env.ELECTRON_RUN_AS_NODE
  return env
}
