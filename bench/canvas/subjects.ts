import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type CDPSession,
  type ElectronApplication,
  _electron as electron,
  type Locator,
  type Page,
} from '@playwright/test'
import { type Desktop, prepareDesktop } from '../../scripts/launch-electron.ts'
import { type Bench, GRID_PLACES } from './gestures.ts'
import { gridBot, seedLibrary } from './grid-bot.ts'
import type { View } from './pages/contract.ts'

export type Opened = Bench & Readonly<{ openMs: number; close(): Promise<void> }>
type Launched = Readonly<{ app: ElectronApplication; page: Page; cdp: CDPSession }>
export type Subject = Readonly<{ name: string; open(count: number): Promise<Opened> }>

/** The page, for every subject; a side of Parley's window that is folded away leaves it as much. */
const SIZE = { width: 1600, height: 900 } as const
const FLAGS = ['--disable-background-timer-throttling', '--disable-renderer-backgrounding']

/** A page of bench/canvas/pages. */
export function pageSubject(name: string, address: (count: number) => string): Subject {
  return {
    name,
    async open(count) {
      const { page, cdp, close } = await openWindow(address(count))
      await page.waitForFunction(() => window.benchView !== undefined, null, { timeout: 120_000 })
      // From the beginning of the page's navigation to the flow that can be used.
      const openMs = await page.evaluate(() => performance.now())
      const view = () => page.evaluate(() => window.benchView?.() as View)
      return { page, cdp, close, count, panButton: 'left', ...GRID_PLACES, view, openMs }
    },
  }
}

/** A page in the same Electron with the same flags. */
export async function openWindow(address: string): Promise<Pick<Opened, 'page' | 'cdp' | 'close'>> {
  const desktop = await prepareDesktop({ app: join(import.meta.dirname, 'peer-window') })
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  const app = await launch(desktop, [`--user-data-dir=${folder}`, `--page=${address}`])
  const page = await app.firstWindow()
  return { page, cdp: await metricsOf(page), close: closing(app, folder) }
}

/** The real app with the real cards, both sides folded away. */
export const parley: Subject = {
  name: 'Parley',
  async open(count) {
    const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
    seedLibrary(folder, [gridBot('grid', count)])
    const { app, page, cdp } = await launchParley(folder)
    const openMs = await openFromLibrary(page, 'grid')
    await page.keyboard.press('Control+0')
    const view = () => page.evaluate(viewOfReactFlow)
    return {
      page,
      cdp,
      close: closing(app, folder),
      count,
      panButton: 'middle',
      ...GRID_PLACES,
      view,
      openMs,
    }
  },
}

/** The app on the library of a folder, with nothing open, in a window of the size all subjects have. */
export async function launchParley(folder: string): Promise<Launched> {
  const app = await launch(await prepareDesktop(), [`--user-data=${folder}`])
  const page = await app.firstWindow()
  await page.getByRole('heading', { name: 'Bots' }).waitFor()
  await app.evaluate(
    ({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    SIZE,
  )
  return { app, page, cdp: await metricsOf(page) }
}

/** Milliseconds from the click in the library to the usable canvas. */
export async function openFromLibrary(page: Page, name: string): Promise<number> {
  const card = libraryCard(page, name)
  await card.waitFor()
  const begin = performance.now()
  await card.click()
  await page.locator('.react-flow__node').first().waitFor()
  await page.locator('html[data-ready="true"]').waitFor({ state: 'attached' })
  await page.evaluate(
    () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  return performance.now() - begin
}

function libraryCard(page: Page, name: string): Locator {
  return page.getByRole('button', { name: new RegExp(`^${name}`) }).first()
}

/** Grid places begin 400 pixels below the top of the flow; see grid-bot.ts. */
function viewOfReactFlow(): View {
  const element = document.querySelector('.react-flow__viewport')
  const { a, e, f } = new DOMMatrix(element ? getComputedStyle(element).transform : '')
  const { left = 0, top = 0 } = element?.parentElement?.getBoundingClientRect() ?? {}
  return { left: e + left, top: f + top + 400 * a, zoom: a }
}

function launch(desktop: Desktop, more: readonly string[]): Promise<ElectronApplication> {
  const { executable, args, env } = desktop
  return electron.launch({
    executablePath: executable,
    args: [...FLAGS, ...args.slice(0, -1), ...more, args.at(-1) ?? '.'],
    env,
  })
}

async function metricsOf(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  return cdp
}

function closing(app: ElectronApplication, folder: string): () => Promise<void> {
  return async () => {
    // A page that would ask whether to leave is not asked.
    await app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.destroy()
    })
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
