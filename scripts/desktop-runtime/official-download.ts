import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const DOWNLOAD_LIMIT_MS = 15 * 60_000

// The small checksum file is asked for first: it tells a closed network apart from a slow one, through the very same
// code, mirrors and proxies the real download uses.
const REACH = `require('@electron/get').downloadArtifact({
  version: require('./package.json').version, artifactName: 'SHASUMS256.txt', isGeneric: true,
  force: true, unsafelyDisableChecksums: true,
}).then(() => process.exit(0), e => { console.error(e.cause?.code ?? e.message); process.exit(1) })`

/** Outcome of asking the electron package for its own binary; `why` says in a few words what stopped it. */
export type Download = Readonly<{ ok: true } | { ok: false; why: string }>

/** Lets the electron package fetch its binary into its `dist` folder; gives up after `reachMs` when nobody answers. */
export async function downloadOfficial(electronPackage: string, reachMs: number): Promise<Download> {
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD)
    return { ok: false, why: 'ELECTRON_SKIP_BINARY_DOWNLOAD is set' }
  if (!existsSync(join(electronPackage, 'install.js'))) return { ok: false, why: 'npm ci has not been run' }
  try {
    await run(process.execPath, ['-e', REACH], { cwd: electronPackage, timeout: reachMs })
    console.log('Downloading Electron, once ...')
    await run(process.execPath, ['install.js'], { cwd: electronPackage, timeout: DOWNLOAD_LIMIT_MS })
    return { ok: true }
  } catch (error) {
    return { ok: false, why: reason(error) }
  }
}

function reason(error: unknown): string {
  const { killed, stderr } = error as { killed?: boolean; stderr?: string }
  if (killed) return 'no answer in time'
  return stderr?.trim().split('\n')[0] || 'it failed'
}
