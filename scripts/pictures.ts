import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test'
import { startEngineProcess } from './demo/engine-process.ts'
import { ensureDisplay, prepareDesktop } from './launch-electron.ts'
import { takeDesigner } from './pictures/designer-scenes.ts'
import { takeDesk } from './pictures/desk-scene.ts'
import { takeShop } from './pictures/shop-scenes.ts'
import { takeVersions } from './pictures/version-scenes.ts'
import { REPO_ROOT } from './repo-root.ts'
import { runTool, ToolFault } from './tool-fault.ts'

// npm run pictures: takes the pictures of docs/pictures in the real window, on the sample bots.

const FOLDER = join(REPO_ROOT, 'docs', 'pictures')
const ENGINE_KEY = 'a-key-of-the-pictures-0123456789'
/** They are loaded by everybody who reads the first page. */
const MOST_KILOBYTES = 250
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
    await takeAll(app, page)
    await app.close()
    return 0
  } finally {
    rmSync(userData, { recursive: true, force: true })
    display?.stop()
  }
}

async function takeAll(app: ElectronApplication, page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.getByRole('tab', { name: 'Try it' }).click()
  await say(page, 'Hi')
  await say(page, '3')
  await page.locator('[data-glow="active"]').waitFor()
  // A step out, so that the neighbours are seen as well; while a text is written the key would mean nothing.
  await page.getByRole('tab', { name: 'Try it' }).focus()
  await page.keyboard.press('Control+-')
  await page.getByRole('button', { name: 'Zoom 64 percent: back to 100' }).waitFor()
  await page.getByRole('textbox', { name: 'Message to the bot' }).focus()
  await take(page, 'workbench')
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await page.locator('.react-flow__node:has([data-glow="active"])').click()
  await page.getByRole('tab', { name: 'Inspector' }).click()
  await page.locator('[data-inspector] [data-form]').waitFor()
  await take(page, 'inspector-dark')
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.getByRole('button', { name: 'Steps', exact: true }).click()
  await page.getByRole('row', { name: /^Step 3, Services/ }).press('Home')
  await page.mouse.move(2, SIZE.height / 2)
  await take(page, 'steps')
  await page.getByRole('button', { name: 'Canvas', exact: true }).click()
  await page.locator('.react-flow__node').first().waitFor()
  await takeDesigner(page, take)
  await takeVersions(app, page, take)
  await takePublish(page)
  await takeShop(page, take)
  await takeLibrary(page)
  await takeDesk(take)
}

async function takeLibrary(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  await page.keyboard.press('Control+n')
  await dialog.getByRole('radio', { name: 'Orders, a small shop' }).check({ force: true })
  await dialog.getByRole('button', { name: 'Open the sample' }).click()
  await page.getByRole('heading', { level: 1, name: 'Orders' }).waitFor()
  await page.keyboard.press('Control+o')
  await page.getByRole('list', { name: 'Bots' }).locator('[data-bot]').nth(2).waitFor()
  await page.mouse.move(2, SIZE.height / 2)
  await take(page, 'library')
}

/** Publishing asks a real engine what it has; nothing is sent to it. */
async function takePublish(page: Page): Promise<void> {
  const engine = await startEngineProcess(`designer:${ENGINE_KEY}`)
  try {
    await addEngine(page, engine.url)
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Activate it too').check()
    await dialog.getByRole('button', { name: 'Save as 0.2, publish and activate' }).waitFor()
    await take(page, 'publish')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  } finally {
    await engine.stop()
  }
}

async function addEngine(page: Page, url: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await dialog.getByRole('button', { name: 'Add an engine' }).click()
  await dialog.getByLabel('Name').fill('Staging')
  await dialog.getByLabel('Address').fill(url)
  await dialog.getByLabel('Key id').fill('designer')
  await dialog.getByRole('textbox', { name: 'Key', exact: true }).fill(ENGINE_KEY)
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  const [passphrase, version] = [dialog.getByLabel('Passphrase'), dialog.getByLabel('Version')]
  await passphrase.or(version).waitFor()
  if (await passphrase.isVisible()) {
    for (const field of [passphrase, dialog.getByLabel('The same once more')])
      await field.fill('a passphrase of the pictures')
    await dialog.getByRole('button', { name: 'Set passphrase' }).click()
  }
}

async function say(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Message to the bot' })
  await field.fill(text)
  await field.press('Enter')
  await page.getByRole('log').getByText(text).last().waitFor()
}

async function take(page: Page, name: string): Promise<void> {
  // Two frames: the first to lay out what just changed, the second to have it painted.
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
  const path = join(FOLDER, `${name}.png`)
  await page.screenshot({ path })
  const kilobytes = Math.round(statSync(path).size / 1000)
  if (kilobytes > MOST_KILOBYTES)
    throw new ToolFault(`${name}.png has ${kilobytes} kB; a picture may have ${MOST_KILOBYTES}.`)
  console.log(`${path} (${kilobytes} kB)`)
}

await runTool(main)
