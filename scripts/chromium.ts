import { existsSync, readFileSync } from 'node:fs'
import { installPackages } from './system-libraries/install-packages.ts'
import { findCommand } from './system-libraries/machine-facts.ts'
import { aptLine, osField } from './system-libraries/plan-packages.ts'
import { ToolFault } from './tool-fault.ts'

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const OS_RELEASE = '/etc/os-release'

/**
 * Absolute path of a Chromium for browser tests: CHROMIUM_PATH, else one on the PATH, else Debian's package where we are
 * root; throws a ToolFault that says what to do otherwise.
 */
export async function resolveChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH
  if (named && !existsSync(named))
    throw new ToolFault(`CHROMIUM_PATH is ${named}, but there is no such file.`)
  const found = named ?? findChromium()
  if (found) return found
  const osRelease = existsSync(OS_RELEASE) ? readFileSync(OS_RELEASE, 'utf8') : ''
  if (!canInstallChromium({ osRelease, isRoot: process.getuid?.() === 0 }))
    throw new ToolFault(noChromium(osRelease))
  await installPackages(['chromium'], osRelease)
  const installed = findChromium()
  if (!installed) throw new ToolFault(noChromium(osRelease))
  return installed
}

/** Only Debian's package is a plain program: on Ubuntu the same name stands for a snap, which needs a running snapd. */
export function canInstallChromium(facts: { osRelease: string; isRoot: boolean }): boolean {
  return facts.isRoot && osField(facts.osRelease, 'ID') === 'debian'
}

/** What to tell a person whose machine has no Chromium. */
export function noChromium(osRelease: string): string {
  const install =
    osField(osRelease, 'ID') === 'debian'
      ? `Install it with:\n  ${aptLine(['chromium'])}`
      : 'Install Chromium or Chrome'
  return `The browser tests need Chromium. ${install}\nor name one: CHROMIUM_PATH=/path/to/chromium npm test`
}

function findChromium(): string | null {
  return COMMANDS.map(findCommand).find(path => path !== null) ?? null
}
