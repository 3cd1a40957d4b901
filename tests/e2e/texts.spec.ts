import { expect, type Page, test } from '@playwright/test'
import { audit } from './audit.ts'
import { allSaved, emptyFolder, openWindow, resize, type Window } from './window.ts'

/** Every text of a bot in every language: read, written and sent to translators and back (NHN-22). */
test('the texts of a bot are translated like a spreadsheet', async () => {
  const errors: string[] = []
  const window = await openWindow(emptyFolder(), errors)
  const { page } = window
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await resize(window, 1280, 800)

  await test.step('a status word leads to the table', () => showTable(page))
  await test.step('cells are written, copied and pasted by keys', () => writeByKeys(page))
  await test.step('a changed source leaves its translations marked', () => markOutdated(page))
  await test.step('filters and search', () => filter(page))
  await test.step('the table passes the audit', () => audit(page, 'texts', '[data-texts]'))
  await allSaved(page)
  await window.app.close()
  expect(errors).toEqual([])
})

const cursor = (page: Page) => page.locator('[data-cursor]')
const grid = (page: Page) => page.getByRole('grid', { name: 'Texts of the bot' })
const row = (page: Page, source: string) => page.getByRole('row').filter({ hasText: source })

async function showTable(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Texts in pt-BR/ }).click()
  await expect(grid(page)).toBeVisible()
  await page.screenshot({ path: '/tmp/texts-1.png' })
}

async function writeByKeys(page: Page): Promise<void> {
}
async function markOutdated(page: Page): Promise<void> {
}
async function filter(page: Page): Promise<void> {
}
