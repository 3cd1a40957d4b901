import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { RequirePeer } from '../runtime/peers/peer.ts'

/** The folder of the peers' packages. */
export const PEERS = import.meta.dirname
const INSTALL_LIMIT_MS = 10 * 60_000

/**
 * Installs the packages of bench/peers unless they are there as its lock file says, running no script of theirs, and
 * answers what resolves them; null, with a line that says why, when that cannot be done (no network).
 */
export function installPeers(): RequirePeer | null {
  const lock = createHash('sha256')
    .update(readFileSync(join(PEERS, 'package-lock.json')))
    .digest('hex')
  const done = join(PEERS, 'node_modules', '.installed-from')
  if (!existsSync(done) || readFileSync(done, 'utf8') !== lock) {
    console.log('Installing the peers of this benchmark into bench/peers/node_modules (once, some 220 MB) …')
    const fault = npmCi()
    if (fault) {
      console.log(`They could not be installed: ${fault}`)
      return null
    }
    writeFileSync(done, lock)
  }
  return createRequire(join(PEERS, 'package.json'))
}

/** What npm said was wrong, or null. One try for each file: offline is to be known within seconds. */
function npmCi(): string | null {
  const npm = process.env.npm_execpath
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []]
  const { status, error, stderr } = spawnSync(
    command,
    [...first, 'ci', '--ignore-scripts', '--prefer-offline', '--fetch-retries=0'],
    { cwd: PEERS, encoding: 'utf8', timeout: INSTALL_LIMIT_MS, shell: !npm && process.platform === 'win32' },
  )
  if (status === 0) return null
  const said = stderr?.split('\n').find(line => /^npm error (?!code|errno|syscall|path)/.test(line))
  return error?.message ?? said?.slice('npm error '.length) ?? `npm ended with ${status}.`
}
