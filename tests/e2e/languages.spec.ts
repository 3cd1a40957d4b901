import { type ElectronApplication, expect, type Page, test } from '@playwright/test'
import { es } from '../../src-renderer/words/es.ts'
import { ptBR } from '../../src-renderer/words/pt-BR.ts'
import type { Translated } from '../../src-renderer/words/translated.ts'
import type { WordTree } from '../../src-renderer/words/with-plurals.ts'
import { audit } from './audit.ts'
import { spokenTexts, unspoken } from './spoken-language.ts'
import { emptyFolder, openWindow, resize } from './window.ts'

/** KAR-24: another language is chosen while the window is open, and every visible word changes. */
test('the window speaks Portuguese from one moment to the next, and English again', async () => {
  const errors: string[] = []
  const window = await openWindow(emptyFolder(), errors)
  const { app, page } = window
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await resize(window, 1280, 800)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')

  await test.step('chosen in the settings, with the mouse', async () => {
    await page.keyboard.press('Control+,')
    await page.getByLabel('Language', { exact: true }).selectOption('pt-BR')
    await expect(page.getByRole('dialog').getByRole('heading')).toHaveText(ptBR.versions.settings.title)
    await expect(page.locator('html')).toHaveAttribute('lang', 'pt-BR')
    await listen(page, ptBR, 'settings')
    await audit(page, 'settings', '[role="dialog"]')
    await close(page)
    await expect.poll(() => menuLabels(app)).toContain(ptBR.menu.file)
  })
  await walk(page, ptBR, 'não leva a lugar nenhum')
  await test.step('English again, from the palette', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('english')
    await page.keyboard.press('Enter')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(page.getByRole('button', { name: 'New bot' })).toBeVisible()
    await expect.poll(() => menuLabels(app)).toContain('&File')
  })
  await app.close()
  expect(errors).toEqual([])
})

test('on a Spanish system the window speaks Spanish from the start', async () => {
  const errors: string[] = []
  const window = await openWindow(emptyFolder(), errors, 'es-419')
  const { app, page } = window
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await resize(window, 1280, 800)
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  await expect.poll(() => menuLabels(app)).toContain(es.menu.file)
  await walk(page, es, 'no lleva a ninguna parte')
  await app.close()
  expect(errors).toEqual([])
})

/** Dialogs by their keys, which are the same in every language. */
const DIALOGS = [
  { name: 'a new bot', keys: 'Control+n' },
  { name: 'settings', keys: 'Control+,' },
  { name: 'saving a version', keys: 'Control+s' },
  { name: 'publishing', keys: 'Control+Shift+p' },
  { name: 'engines', keys: 'Control+Alt+n' },
  { name: 'all commands', keys: 'Control+k' },
  { name: 'keys', keys: 'Control+/' },
] as const

/** Goes through panels, views and dialogs and listens for what is not said in the language. */
async function walk(page: Page, words: Translated, finding: string): Promise<void> {
  await test.step('the canvas and the panels beside it', async () => {
    // Its middle is under the inspector: scrolled there, the canvas goes back to where it was.
    await page.locator('[data-id="block_services"]').click({ position: { x: 40, y: 16 } })
    await page.keyboard.press('Delete')
    await page.locator('[data-id="block_welcome"]').click()
    const tabs = page.getByRole('tab')
    const count = await tabs.count()
    for (let at = 0; at < count; at += 1) {
      const tab = tabs.nth(at)
      await tab.click()
      await expect(tab).toHaveAttribute('aria-selected', 'true')
      await listen(page, words, `tab ${at}`)
    }
  })
  await test.step('what the checks found', async () => {
    await page.keyboard.press('Control+Shift+m')
    await expect(page.locator('[data-panel="problems"]').getByText(finding).first()).toBeVisible()
  })
  for (const { name, keys } of DIALOGS)
    await test.step(name, async () => {
      await page.keyboard.press(keys)
      await expect(page.getByRole('dialog')).toBeVisible()
      await listen(page, words, name)
      await close(page)
    })
  await test.step('every tab of the settings of the bot', async () => {
    await page.keyboard.press('Control+Alt+,')
    const tabs = page.getByRole('dialog').getByRole('tab')
    await expect(tabs.first()).toBeVisible()
    const count = await tabs.count()
    for (let at = 0; at < count; at += 1) {
      await tabs.nth(at).click()
      await listen(page, words, `settings of the bot, tab ${at}`)
    }
    await close(page)
  })
  await test.step('steps, texts and library', async () => {
    await page.keyboard.press('Control+Shift+s')
    await expect(page.getByRole('treegrid')).toBeVisible()
    await listen(page, words, 'steps')
    await page.keyboard.press('Control+Alt+x')
    await expect(page.getByRole('grid')).toBeVisible()
    await listen(page, words, 'texts')
    await page.keyboard.press('Control+o')
    await expect(page.getByRole('heading', { level: 1, name: /^Bots/ })).toBeVisible()
    await listen(page, words, 'library')
  })
}

async function listen(page: Page, words: WordTree, where: string): Promise<void> {
  await expect(page.locator('[data-loading]')).toHaveCount(0)
  expect.soft(unspoken(await spokenTexts(page), words), where).toEqual([])
}

async function close(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

function menuLabels(app: ElectronApplication): Promise<string[]> {
  return app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? [])
}
