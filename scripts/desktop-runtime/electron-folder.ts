import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** An Electron folder that can be started. */
export type ElectronFolder = Readonly<{ executable: string; version: string }>

const EXECUTABLES: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}

/** Reads an unpacked Electron distribution; null when it holds no executable for this platform. */
export function readElectronFolder(folder: string): ElectronFolder | null {
  const executable = join(folder, EXECUTABLES[process.platform] ?? 'electron')
  if (!existsSync(executable)) return null
  const versionFile = join(folder, 'version')
  const version = existsSync(versionFile)
    ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
    : 'unknown'
  return { executable, version }
}
