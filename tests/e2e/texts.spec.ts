import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { audit } from './audit.ts'
import { allSaved, emptyFolder, openWindow, resize, type Window } from './window.ts'

const grid = (page: Page) => page.getByRole('grid', { name: 'Texts of the bot, a column for each language' })
const cell = (page: Page, text: string) =>
  grid(page).getByRole('gridcell', { name: text, exact: true }).first()
const source = (page: Page, text: string) => grid(page).getByRole('rowheader', { name: text })
const dialog = (page: Page) => page.getByRole('dialog')

/** Every text of a bot in every language: read, written, sent to translators and taken back (NHN-22). */
test('the texts of a bot are translated like a spreadsheet, by files too', async () => {
  const errors: string[] = []
  const window = await openWindow(emptyFolder(), errors)
  const { page } = window
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await resize(window, 1280, 800)

  await test.step('a word of the status line leads to the table', async () => {
    await page.getByRole('button', { name: /^Texts in pt-BR/ }).click()
    await expect(grid(page)).toBeVisible()
  })
  await test.step('cells are written, copied and pasted by keys', () => writeByKeys(page))
  await test.step('a changed source leaves its translation marked', () => markOutdated(page))
  await test.step('the table passes the audit', () => audit(page, 'texts', '[data-texts]'))
  await test.step('texts go out and come back; what is newer here is kept', () => exchange(window))
  await test.step('files that hold no texts are refused in clear words', () => refuse(window))
  await test.step('a text leads to its block', async () => {
    await cell(page, 'Sim, o menu').click()
    await page.getByRole('button', { name: 'Show in the bot' }).click()
    await expect(page.locator('.react-flow__node.selected')).toContainText('Anything else?')
  })
  await allSaved(page)
  await window.app.close()
  expect(errors).toEqual([])
})

async function writeByKeys(page: Page): Promise<void> {
  const { keyboard } = page
  await cell(page, 'Sim, mostrar o menu').click()
  await expect(grid(page)).toBeFocused()
  await keyboard.press('Enter')
  await keyboard.press('Control+a')
  await keyboard.type('Sim!')
  await keyboard.press('Enter')
  await expect(cell(page, 'Sim!')).toBeVisible()
  await keyboard.press('Delete')
  await expect(page.getByRole('radio', { name: 'Missing 1' })).toBeAttached()
  await keyboard.press('ArrowUp')
  await keyboard.press('Control+c')
  await keyboard.press('ArrowDown')
  await keyboard.press('Control+v')
  await expect(grid(page).getByRole('gridcell', { name: 'Sim!', exact: true })).toHaveCount(2)
  await keyboard.press('x')
  await keyboard.press('Escape')
  await expect(grid(page)).toBeFocused()
  for (let step = 0; step < 3; step += 1) await keyboard.press('Control+z')
  await expect(cell(page, 'Sim, mostrar o menu')).toBeVisible()
}

async function markOutdated(page: Page): Promise<void> {
  const { keyboard } = page
  await source(page, 'Yes, show the menu').click()
  await keyboard.press('F2')
  await keyboard.type('!')
  await keyboard.press('Tab')
  await expect(cell(page, 'Sim, mostrar o menu outdated')).toHaveAttribute('data-cursor', 'true')
  await page.getByText('Outdated 1').click()
  await expect(grid(page).getByRole('rowheader')).toHaveCount(1)
  await cell(page, 'Sim, mostrar o menu outdated').click()
  await page.getByRole('button', { name: 'Mark as up to date' }).click()
  await expect(page.getByRole('radio', { name: 'Outdated 0' })).toBeAttached()
  await keyboard.press('Control+z')
  await expect(page.getByRole('radio', { name: 'Outdated 1' })).toBeAttached()
  await page.getByText(/^All \d/).click()
}

async function exchange(window: Window): Promise<void> {
  const { page } = window
  const file = join(emptyFolder(), 'casey.csv')
  await answerDialogs(window, file)
  await page.getByRole('button', { name: 'Export…' }).click()
  await dialog(page).getByRole('radio', { name: 'CSV' }).check()
  await audit(page, 'export', '[role="dialog"]')
  await dialog(page).getByRole('button', { name: 'Save as…' }).click()
  await expect(page.getByText('casey.csv was saved.')).toBeVisible()

  await expect(grid(page)).toBeFocused()

  const sent = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    sent.replace('Não, obrigado', 'Não, muito obrigado').replace('Sim, mostrar o menu', 'Sim, por favor'),
  )
  await cell(page, 'Sim, mostrar o menu outdated').dblclick()
  await expect(page.getByRole('textbox', { name: 'Text in Portuguese (Brazil)' })).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Sim, o menu')
  await page.keyboard.press('Enter')
  await expect(cell(page, 'Sim, o menu')).toBeVisible()

  await page.getByRole('button', { name: 'Import…' }).click()
  await dialog(page).getByRole('button', { name: 'Choose a file…' }).click()
  await expect(dialog(page).locator('[data-review="conflict"]')).toContainText(
    'Changed in the bot since the export.',
  )
  await expect(dialog(page).locator('[data-review="conflict"]').getByRole('checkbox')).not.toBeChecked()
  await expect(dialog(page).locator('[data-review="changed"]').getByRole('checkbox')).toBeChecked()
  await audit(page, 'import', '[role="dialog"]')
  await dialog(page).getByRole('button', { name: 'Take 1 text', exact: true }).click()
  await expect(dialog(page)).toBeHidden()
  await expect(cell(page, 'Não, muito obrigado')).toBeVisible()
  await expect(cell(page, 'Sim, o menu')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(cell(page, 'Não, obrigado')).toBeVisible()
}

async function refuse(window: Window): Promise<void> {
  const { page } = window
  const file = join(emptyFolder(), 'texts.xlsx')
  await answerDialogs(window, file)
  const choose = async (bytes: string | Uint8Array, why: RegExp) => {
    writeFileSync(file, bytes)
    await dialog(page).getByRole('button', { name: 'Choose a file…' }).click()
    await expect(dialog(page).getByRole('alert')).toHaveText(why)
  }
  await page.getByRole('button', { name: 'Import…' }).click()
  await choose(new Uint8Array([0x4d, 0x5a, 0x90, 0, 3]), /texts\.xlsx was not read\..*UTF-8/)
  await choose('<!DOCTYPE a [<!ENTITY b "c">]><xliff version="2.1"/>', /document type or entities/)
  await choose('PK\u0003\u0004', /cut off/)
  await choose(new Uint8Array(41_000_000), /has 41 MB/)
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
}

/** The system's dialogs answer this path at once; nobody is there to click in them. */
async function answerDialogs({ app }: Window, path: string): Promise<void> {
  await app.evaluate(({ dialog: system }, answer) => {
    system.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: answer })
    system.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [answer] })
  }, path)
}
