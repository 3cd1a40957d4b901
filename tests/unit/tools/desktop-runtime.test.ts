import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { cacheFolder } from '../../../scripts/cache-folder.ts'
import { fallbackOffered, placeOf } from '../../../scripts/desktop-runtime/fallback-runtime.ts'
import { unzipSelected } from '../../../scripts/desktop-runtime/unzip-selected.ts'
import { isWhole, wholeFolder } from '../../../scripts/desktop-runtime/whole-folder.ts'
import { noRuntime, resolveDesktopRuntime } from '../../../scripts/desktop-runtime.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-runtime-'))
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

describe('ELECTRON_OVERRIDE_DIST_PATH', () => {
  test('is taken before anything else', async () => {
    await writeFile(join(folder, 'electron'), '')
    await chmod(join(folder, 'electron'), 0o755)
    await writeFile(join(folder, 'version'), 'v45.0.1\n')
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder)
    expect(await resolveDesktopRuntime()).toEqual({
      executable: join(folder, 'electron'),
      kind: 'override',
      version: '45.0.1',
      says: `Electron 45.0.1 (named by ELECTRON_OVERRIDE_DIST_PATH) in ${folder}`,
    })
  })

  test('is refused when no Electron is there, not passed over', async () => {
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder)
    await expect(resolveDesktopRuntime()).rejects.toThrow(`is ${folder}, but there is no Electron in it`)
  })
})

describe('the fallback', () => {
  test('is for Linux on x64; elsewhere the message says what to do', () => {
    expect(fallbackOffered('linux', 'x64')).toBe(true)
    expect(fallbackOffered('linux', 'arm64')).toBe(false)
    expect(fallbackOffered('darwin', 'x64')).toBe(false)
    expect(noRuntime('ENOTFOUND')).toContain('ENOTFOUND')
    expect(noRuntime('ENOTFOUND')).toContain('ELECTRON_OVERRIDE_DIST_PATH=')
  })

  test.each([
    ['Cypress/Cypress', 'Cypress'],
    ['Cypress/locales/en-US.pak', 'locales/en-US.pak'],
    ['Cypress/resources/app/index.js', null],
    ['Cypress/resources/app-update.yml', null],
    ['Cypress/browser_v8_context_snapshot.bin', null],
    ['Cypress/resources/app/node_modules/bindings/bindings.js', 'native/node_modules/bindings/bindings.js'],
    ['Cypress/resources/app/node_modules/better-sqlite3/deps/sqlite3/sqlite3.c', null],
    [
      'Cypress/resources/app/node_modules/better-sqlite3/lib/index.js',
      'native/node_modules/better-sqlite3/lib/index.js',
    ],
  ])('%s goes to %s', (entry, place) => {
    expect(placeOf(entry)).toBe(place)
  })

  test('lies in the per-user cache', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/c' })).toBe('/c/parley')
    expect(cacheFolder({})).toBe(join(homedir(), '.cache/parley'))
  })
})

describe('unpacking', () => {
  test('takes what was chosen and keeps the executable bit', async () => {
    const zip = zipSync({
      'a/run': [new Uint8Array([1, 2]), { os: 3, attrs: 0o755 << 16 }],
      'a/data': [new Uint8Array([3]), { os: 3, attrs: 0o644 << 16 }],
      'b/other': new Uint8Array([4]),
    })
    await writeFile(join(folder, 'x.zip'), zip)
    await unzipSelected(join(folder, 'x.zip'), join(folder, 'out'), name =>
      name.startsWith('a/') ? name.slice(2) : null,
    )
    expect((await readdir(join(folder, 'out'))).sort()).toEqual(['data', 'run'])
    expect((await stat(join(folder, 'out/run'))).mode & 0o111).toBe(process.platform === 'win32' ? 0 : 0o111)
    expect((await stat(join(folder, 'out/data'))).mode & 0o111).toBe(0)
  })

  test('refuses a path that leads outside', async () => {
    await writeFile(join(folder, 'x.zip'), zipSync({ 'a/data': new Uint8Array([3]) }))
    await expect(unzipSelected(join(folder, 'x.zip'), join(folder, 'out'), () => '../evil')).rejects.toThrow(
      'outside',
    )
  })
})

describe('a cached folder', () => {
  const fill = (text: string) => async (temp: string) => {
    await mkdir(join(temp, 'deep'))
    await writeFile(join(temp, 'deep/file'), text)
  }
  const readBack = () => readFile(join(folder, 'cache/deep/file'), 'utf8')

  test('is built once', async () => {
    await wholeFolder(join(folder, 'cache'), fill('first'))
    await wholeFolder(join(folder, 'cache'), fill('second'))
    expect(await readBack()).toBe('first')
    expect(await isWhole(join(folder, 'cache'))).toBe(true)
  })

  test.each([
    ['a file is missing', () => rm(join(folder, 'cache/deep/file'))],
    ['a file was cut short', () => writeFile(join(folder, 'cache/deep/file'), 'fi')],
    ['its list is gone', () => rm(join(folder, 'cache/files.json'))],
  ])('is rebuilt when %s', async (_, damage) => {
    await wholeFolder(join(folder, 'cache'), fill('first'))
    await damage()
    await wholeFolder(join(folder, 'cache'), fill('again'))
    expect(await readBack()).toBe('again')
    expect(await readdir(folder)).toEqual(['cache'])
  })

  test('is whole for each of several processes that build it at once', async () => {
    await Promise.all(['a', 'b', 'c'].map(text => wholeFolder(join(folder, 'cache'), fill(text))))
    expect(['a', 'b', 'c']).toContain(await readBack())
    expect(await readdir(folder)).toEqual(['cache'])
  })

  test('leaves nothing behind when building fails', async () => {
    const broken = wholeFolder(join(folder, 'cache'), () => Promise.reject(new Error('no network')))
    await expect(broken).rejects.toThrow('no network')
    expect(await readdir(folder)).toEqual([])
  })
})
