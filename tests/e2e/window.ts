import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ElectronApplication, _electron as electron, expect, type Page } from '@playwright/test'
import { prepareDesktop } from '../../scripts/launch-electron.ts'

/** The real app with its one window. */
export type Window = Readonly<{ app: ElectronApplication; page: Page }>

/** A folder for a library of the test's own. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'parley-e2e-'))
}

/**
 * Starts the app on a library, on a system that speaks English or another language, and waits until its canvas can be
 * used. Errors of the page fail the test at the end.
 */
export async function openWindow(userData: string, errors: string[], system = 'en-US'): Promise<Window> {
  const { executable, args, env } = await prepareDesktop()
  const folder = args.at(-1) ?? '.'
  const app = await electron.launch({
    executablePath: executable,
    args: [...args.slice(0, -1), `--lang=${system}`, `--user-data=${userData}`, folder],
    env,
  })
  const page = await app.firstWindow()
  page.setDefaultTimeout(20_000)
  page.on('pageerror', error => errors.push(error.message))
  page.on('console', message => message.type() === 'error' && errors.push(message.text()))
  await page.locator('[data-ready="true"]').first().waitFor()
  await slowDown(page)
  return { app, page }
}

/** `PARLEY_E2E_SLOW=6` gives the window a sixth of the processor: races that a fast machine hides come out. */
async function slowDown(page: Page): Promise<void> {
  const rate = Number(process.env.PARLEY_E2E_SLOW ?? 1)
  if (rate === 1) return
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
}

export async function resize({ app }: Window, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w ?? 1280, h ?? 800),
    [width, height],
  )
}

/** The process is killed as a power cut would: nothing of ours runs any more. */
export async function killWindow({ app }: Window): Promise<void> {
  const closed = app.waitForEvent('close')
  app.process().kill('SIGKILL')
  await closed
}

/** A card on the canvas by its title. */
export function card(page: Page, title: string) {
  return page.locator('.react-flow__node').filter({ has: page.getByText(title, { exact: true }) })
}

/** Draws an edge from a port to a card, as a person drags it. */
export async function drawEdge(page: Page, from: { title: string; port: string }, to: string): Promise<void> {
  const handle = card(page, from.title).locator(`.react-flow__handle[data-handleid^="${from.port}"]`).first()
  await handle.hover()
  await page.mouse.down()
  const target = await card(page, to).locator('.react-flow__handle.target').boundingBox()
  if (!target) throw new Error(`${to} has no input`)
  await page.mouse.move(target.x + 30, target.y - 20, { steps: 6 })
  await page.mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 4 })
  await page.mouse.up()
  await expect(handle).toHaveAttribute('data-connected', 'true')
}

/** Everything of the window is in the library. */
export async function allSaved(page: Page): Promise<void> {
  await expect(page.locator('[data-saved="saved"]')).toBeVisible()
}
