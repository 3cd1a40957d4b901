import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { _electron } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Desktop,
  type Display,
  ensureDisplay,
  prepareDesktop,
} from '../../../scripts/launch-electron.ts'

// Proves that the Electron this machine would use is a real one that can carry Parley (desktop-runtime.md). The first
// run on a fresh machine fetches it.
const PROBE = join(import.meta.dirname, '../../fixtures/desktop-probe')
const FETCH_LIMIT_MS = 20 * 60_000
const run = promisify(execFile)

let desktop: Desktop
let screen: Display | null
let folder: string
let env: Record<string, string>

beforeAll(async () => {
  desktop = await prepareDesktop({ app: PROBE })
  screen = await ensureDisplay()
  folder = await mkdtemp(join(tmpdir(), 'parley-probe-'))
  env = { ...desktop.env, XDG_CONFIG_HOME: folder, ...(screen ? { DISPLAY: screen.display } : {}) }
}, FETCH_LIMIT_MS)

afterAll(async () => {
  screen?.stop()
  await rm(folder, { recursive: true, force: true })
})

function probeArguments(): readonly string[] {
  const files = { report: 'report.json', shot: 'shot.png', database: 'probe.sqlite' }
  return [...desktop.args, ...Object.entries(files).map(([name, file]) => `--${name}=${join(folder, file)}`)]
}

describe('a real Electron on this machine', () => {
  test('opens a window, writes a row with better-sqlite3, takes a picture and exits with 0', async () => {
    await run(desktop.executable, [...probeArguments()], { env, timeout: 60_000 })
    const report = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8'))
    expect(report).toMatchObject({
      name: 'Desktop Probe',
      version: '1.2.3',
      appPath: PROBE,
      isPackaged: false,
      sameSqlite: true,
      rows: [{ note: 'written by the probe' }],
      text: 'hello from preload',
    })
    expect(desktop.says).toContain(`Electron ${report.electron}`)
    const picture = await readFile(join(folder, 'shot.png'))
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    expect(picture.length).toBeGreaterThan(1_000)
  }, 90_000)

  test('tells a main module that cannot be loaded, instead of hanging', async () => {
    const args = desktop.args.map(arg => (arg === PROBE ? join(PROBE, 'nothing-here') : arg))
    const ended = await run(desktop.executable, args, { env, timeout: 60_000 }).catch(error => error)
    expect(ended.code).toBeGreaterThan(0)
  }, 90_000)

  test('lets Playwright in: window, evaluation in main, closing', async () => {
    const app = await _electron.launch({
      executablePath: desktop.executable,
      args: [...desktop.args, '--stay'],
      env,
    })
    const window = await app.firstWindow()
    await expect.poll(() => window.locator('body').textContent()).toContain('hello from preload')
    expect(await app.evaluate(({ app }) => app.getName())).toBe('Desktop Probe')
    await app.close()
  }, 90_000)
})
