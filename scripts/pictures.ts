import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron as electron, type Page } from '@playwright/test'
import { ensureDisplay, prepareDesktop } from './launch-electron.ts'
import { REPO_ROOT } from './repo-root.ts'
import { runTool } from './tool-fault.ts'

// npm run pictures: takes the pictures of docs/pictures in the real window, on the sample bots.

const FOLDER = join(REPO_ROOT, 'docs', 'pictures')
const SIZE = { width: 1280, height: 800 }

async function main(): Promise<number> {
  const display = await ensureDisplay()
  const userData = mkdtempSync(join(tmpdir(), 'parley-pictures-'))
  try {
    mkdirSync(FOLDER, { recursive: true })
    const { executable, args, env } = await prepareDesktop()
    const folder = args.at(-1) ?? '.'
    const app = await electron.launch({
      executablePath: executable,
      args: [...args.slice(0, -1), `--user-data=${userData}`, folder],
      env,
    })
    const page = await app.firstWindow()
    await page.locator('[data-ready="true"]').first().waitFor()
    await app.evaluate(
      ({ BrowserWindow }, { width, height }) =>
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
      SIZE,
    )
    await takeAll(page)
    await app.close()
    return 0
  } finally {
    rmSync(userData, { recursive: true, force: true })
    display?.stop()
  }
}

async function takeAll(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.getByRole('tab', { name: 'Try it' }).click()
  await say(page, 'Hi')
  await say(page, '1')
  await take(page, 'workbench')
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.locator('.react-flow__node').filter({ hasText: 'Services' }).first().dblclick()
  await page.getByRole('tab', { name: 'Inspector' }).click()
  await take(page, 'inspector-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.getByRole('button', { name: 'Publish', exact: true }).first().click()
  await page.getByRole('dialog').waitFor()
  await take(page, 'publish')
  await page.keyboard.press('Escape')
}

async function say(page: Page, text: string): Promise<void> {
  const field = page.getByPlaceholder('Write as a customer would')
  await field.fill(text)
  await field.press('Enter')
  await page.getByText(text, { exact: true }).last().waitFor()
}

async function take(page: Page, name: string): Promise<void> {
  // Two frames: the first to lay out what just changed, the second to have it painted.
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
  const path = join(FOLDER, `${name}.png`)
  await page.screenshot({ path })
  console.log(`${path} (${Math.round(statSync(path).size / 1000)} kB)`)
}

await runTool(main)
