import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { ToolFault } from '../tool-fault.ts'
import { installablePackages } from './machine-facts.ts'
import { candidateNames, chooseNames } from './plan-packages.ts'

const run = promisify(execFile)
const QUIET = {
  env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
  maxBuffer: 64 * 1024 * 1024,
}

/** Installs Debian packages as root, saying so in one line; throws a ToolFault with apt's own words when it fails. */
export async function installPackages(wanted: readonly string[], osRelease: string): Promise<void> {
  try {
    await run('apt-get', ['update', '-qq'], QUIET)
    const { stdout } = await run('apt-cache', ['policy', ...candidateNames(wanted)], QUIET)
    const names = chooseNames(wanted, installablePackages(stdout), osRelease)
    console.log(`Installing system packages with apt-get: ${names.join(' ')}`)
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], QUIET)
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string }
    throw new ToolFault(`apt-get could not install ${wanted.join(' ')}: ${stderr?.trim() || message}`)
  }
}
