import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { REPO_ROOT } from '../repo-root.ts'

type Take = (page: Page, name: string) => Promise<void>

const WELCOME = 'I am Casey, the assistant of Case Hospital.'

/** A version of the sample bot beside the bot as it is now, and the work of somebody else on its way into it. */
export async function takeVersions(app: ElectronApplication, page: Page, take: Take): Promise<void> {
  const { keyboard } = page
  await keyboard.press('Control+s')
  await page.getByRole('dialog').getByLabel('What is new').fill('For the first review')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Save version/ })
    .click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.locator('.react-flow__node[data-id="block_welcome"]').click()
  await page.getByRole('tab', { name: 'Inspector' }).click()
  await page.locator('[data-inspector]').getByLabel('Text', { exact: true }).click()
  await keyboard.press('Control+End')
  await keyboard.type(' Nice to see you.')
  await page.locator('.react-flow').first().focus()
  await keyboard.press('Control+Alt+d')
  await page.getByRole('complementary', { name: 'Differences' }).locator('ins').waitFor()
  await take(page, 'compare')
  await keyboard.press('Escape')
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, theirWork())
  await keyboard.press('Control+Alt+m')
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await page.getByText('1 conflict', { exact: true }).waitFor()
  await take(page, 'merge')
  await keyboard.press('Escape')
  await page.locator('.react-flow__node').first().waitFor()
}

/** The sample as a colleague sends it back, who greeted people in another way. */
function theirWork(): string {
  const text = readFileSync(join(REPO_ROOT, 'assets', 'samples', 'casey.json'), 'utf8')
  const file = join(mkdtempSync(join(tmpdir(), 'parley-pictures-')), 'Casey from Ana.json')
  writeFileSync(file, text.replace(WELCOME, `${WELCOME} It is good that you write.`))
  return file
}
