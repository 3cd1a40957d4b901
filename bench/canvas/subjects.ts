import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ElectronApplication, _electron as electron, type Locator, type Page } from '@playwright/test'
import { type Desktop, prepareDesktop } from '../../scripts/launch-electron.ts'
import type { Bench } from './gestures.ts'
import { gridBot, seedLibrary } from './grid-bot.ts'
import type { View } from './pages/contract.ts'

export type Opened = Bench & Readonly<{ openMs: number; close(): Promise<void> }>
export type Subject = Readonly<{ name: string; open(count: number): Promise<Opened> }>

/** The page, for every subject; a side of Parley's window that is folded away leaves it as much. */
const SIZE = { width: 1600, height: 900 } as const
const FLAGS = ['--disable-background-timer-throttling', '--disable-renderer-backgrounding']

/** A page of bench/canvas/pages in the same Electron with the same flags. */
export function pageSubject(name: string, address: (count: number) => string): Subject {
  return {
    name,
    async open(count) {
      const desktop = await prepareDesktop({ app: join(import.meta.dirname, 'peer-window') })
      const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
      const app = await launch(desktop, [`--user-data-dir=${folder}`, `--page=${address(count)}`])
      const page = await app.firstWindow()
      await page.waitForFunction(() => window.benchView !== undefined, null, { timeout: 120_000 })
      // From the beginning of the page's navigation to the flow that can be used.
      const openMs = await page.evaluate(() => performance.now())
      const view = () => page.evaluate(() => window.benchView?.() as View)
      return { ...(await benchOf(app, page, folder)), count, panButton: 'left', view, openMs }
    },
  }
}

/** The real app with the real cards, both sides folded away. */
export const parley: Subject = {
  name: 'Parley',
  async open(count) {
    const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
    seedLibrary(folder, [gridBot('grid', count)])
    const app = await launch(await prepareDesktop(), [`--user-data=${folder}`])
    const page = await app.firstWindow()
    await libraryCard(page, 'grid').waitFor()
    await app.evaluate(
      ({ BrowserWindow }, { width, height }) =>
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
      SIZE,
    )
    const openMs = await openFromLibrary(page, 'grid')
    await page.keyboard.press('Control+0')
    const view = () => page.evaluate(viewOfReactFlow)
    return { ...(await benchOf(app, page, folder)), count, panButton: 'middle', view, openMs }
  },
}

/** Milliseconds from the click in the library to the usable canvas. */
export async function openFromLibrary(page: Page, name: string): Promise<number> {
  const card = libraryCard(page, name)
  await card.waitFor()
  const begin = performance.now()
  await card.click()
  await page.locator('.react-flow').waitFor()
  await page.locator('html[data-ready="true"]').waitFor({ state: 'attached' })
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

async function benchOf(
  app: ElectronApplication,
  page: Page,
  folder: string,
): Promise<Pick<Opened, 'page' | 'cdp' | 'close'>> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  const close = async () => {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { page, cdp, close }
}
