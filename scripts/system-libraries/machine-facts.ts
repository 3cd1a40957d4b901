import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import type { MachineFacts } from './plan-packages.ts'

const run = promisify(execFile)

/** Absolute path of a command on the PATH, or null. */
export function findCommand(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map(folder => join(folder, name)).find(path => existsSync(path)) ?? null
}

/** True when windows can be shown without a screen of our own making. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** The soname of each library `ldd` could not find. */
export function missingLibraries(lddOutput: string): readonly string[] {
  const names = [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map(match => match[1] as string)
  return [...new Set(names)]
}

/** Packages `apt-cache policy` can install (virtual and unknown ones have no candidate). */
export function installablePackages(policyOutput: string): ReadonlySet<string> {
  const found = policyOutput.matchAll(/^(\S+):\n(?: .*\n)*? {2}Candidate: (?!\(none\))/gm)
  return new Set([...found].map(match => match[1] as string))
}

/** Looks at this machine; `executable` is the program whose libraries must be there. */
export async function readMachineFacts(executable: string): Promise<MachineFacts> {
  const osRelease = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  return {
    missing: await missingOf(executable),
    needsDisplay: !hasDisplay(),
    hasXvfb: Boolean(findCommand('Xvfb') && findCommand('xauth')),
    hasApt: Boolean(findCommand('apt-get')),
    isRoot: process.getuid?.() === 0,
    osRelease,
  }
}

async function missingOf(executable: string): Promise<readonly string[]> {
  if (process.platform !== 'linux' || !findCommand('ldd')) return []
  const { stdout } = await run('ldd', [executable], { env: { ...process.env, LC_ALL: 'C' } })
  return missingLibraries(stdout)
}
