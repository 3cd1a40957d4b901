import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { allSaved, resize, type Window } from './window.ts'

const PASSPHRASE = 'a passphrase of the review'

export const panel = (page: Page) => page.locator('[data-panel="review"]')
export const dialog = (page: Page) => page.getByRole('dialog')
export const node = (page: Page, name: string) => page.locator(`.react-flow__node[data-id="block_${name}"]`)

/** What somebody said, with what was answered. */
export const thread = (page: Page, text: string) =>
  panel(page)
    .getByRole('article')
    .filter({ has: page.getByText(text, { exact: true }) })

export const suggestion = (page: Page) => panel(page).getByRole('article').filter({ hasText: 'Suggestion' })

/** A window as pictures are taken of it: light, still, 1280x800. */
export async function prepare(window: Window): Promise<void> {
  await window.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await resize(window, 1280, 800)
}

/** A second start with a file, as a double click on it is. */
export async function openFile({ app }: Window, file: string): Promise<void> {
  await app.evaluate(({ app }, args) => app.emit('second-instance', {}, args, '/'), ['parley', file])
}

/** The system's dialogs are answered for the person. */
export async function answerWith({ app }: Window, path: string): Promise<void> {
  await app.evaluate(({ dialog: system }, answer) => {
    system.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: answer })
    system.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [answer] })
  }, path)
}

export async function choose(page: Page, command: string): Promise<void> {
  await page.getByRole('button', { name: 'Parley menu' }).click()
  await page.getByRole('menuitem', { name: command }).click()
}

/** Opens the sample shop as a bot of its own, with further records, and the panel Review beside it. */
export async function openShop(window: Window, folder: string, more: readonly object[] = []): Promise<void> {
  const { page } = window
  const sample = readFileSync(join(import.meta.dirname, '../../assets/samples/orders.json'), 'utf8')
  const shop = JSON.parse(
    sample.replaceAll('bot_orders', 'bot_shop').replace('"name":"Orders"', '"name":"Shop"'),
  )
  const file = join(folder, 'shop.json')
  writeFileSync(file, JSON.stringify({ ...shop, records: [...shop.records, ...more] }))
  await openFile(window, file)
  await shopIsOpen(page)
  await page.keyboard.press('Control+Alt+r')
}

/** From the list of what is missing before a bot can be submitted. */
export async function fillInBrief(page: Page): Promise<void> {
  await expect(dialog(page).getByText('the use-case brief')).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Fill in the brief' }).click()
  await dialog(page).getByLabel('Use case', { exact: true }).fill('Orders of a small shop')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
}

/** Fills in and sends the form that is open. */
export async function submitFirst(page: Page): Promise<void> {
  await dialog(page).getByLabel('Your name').fill('Ana')
  await dialog(page).getByLabel('You are').selectOption('customer')
  await dialog(page).getByLabel('What reviewers should look at').fill('Is it friendly enough?')
  await dialog(page).getByRole('button', { name: 'Submit iteration 1' }).click()
  await expect(panel(page).getByText('In review')).toBeVisible()
  await expect(panel(page).getByText(/Version 0\.1 · Ana/)).toBeVisible()
  await allSaved(page)
}

export async function submitSecond(page: Page): Promise<void> {
  await panel(page)
    .getByRole('button', { name: /^Submit for review/ })
    .click()
  await dialog(page).getByRole('button', { name: 'Submit iteration 2' }).click()
  await expect(panel(page).getByText(/Version 0\.2 · Ana/)).toBeVisible()
  await allSaved(page)
}

/** Exports for review; the first time a library signs, it asks for a passphrase here, where there is no safe place for keys. */
export async function send(window: Window, file: string): Promise<void> {
  const { page } = window
  await answerWith(window, file)
  await page.keyboard.press('Control+Alt+e')
  const done = page.getByText(/^Exported as .* signed with the key/)
  const passphrase = dialog(page).getByLabel('Passphrase', { exact: true })
  await expect(done.or(passphrase)).toBeVisible()
  if (await passphrase.isVisible()) {
    await passphrase.fill(PASSPHRASE)
    await dialog(page).getByLabel('The same once more').fill(PASSPHRASE)
    await dialog(page).getByRole('button', { name: 'Set passphrase' }).click()
  }
  await expect(done).toBeVisible()
  await expect(dialog(page)).toBeHidden()
}

/** Opens a package of a bot that is there already: what to do with it is asked. */
export async function offer(window: Window, file: string, by: string): Promise<void> {
  await openFile(window, file)
  await expect(dialog(window.page).getByText(new RegExp(`Packed by ${by}`))).toBeVisible()
}

/** Joins an offered package where nothing is to be decided. */
export async function joinOffered(page: Page): Promise<void> {
  await dialog(page).getByRole('button', { name: 'Join' }).click()
  await expect(page.getByText(/new or changed comments? (and|or) iterations?/)).toBeVisible()
  await page.getByRole('button', { name: 'Merge', exact: true }).click()
}

export async function callYourself(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+,')
  await dialog(page).getByLabel('Your name').fill(name)
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
}

/** The shop is what the window shows; the sample it begins with has a block of the same id. */
export async function shopIsOpen(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Shop', exact: true })).toBeVisible()
  await expect(node(page, 'welcome')).toBeVisible()
}

/** Blocks outside of the view are not mounted; zooming out brings them in. */
export async function bringIn(page: Page, name: string): Promise<void> {
  await page.locator('.react-flow').first().focus()
  await expect(async () => {
    if (!(await node(page, name).isVisible())) await page.keyboard.press('Control+-')
    await expect(node(page, name)).toBeVisible({ timeout: 500 })
  }).toPass()
}

/** A comment on a block that keeps the bot from being approved, by keyboard. */
export async function block(page: Page, name: string, place: string, text: string): Promise<void> {
  await bringIn(page, name)
  await node(page, name).click()
  await expect(node(page, name)).toHaveClass(/selected/)
  await page.keyboard.press('m')
  const words = panel(page).getByLabel(`Comment on ${place}`)
  await expect(words).toBeFocused()
  await page.keyboard.type(text)
  await panel(page).getByLabel('Blocks approval').check()
  await words.press('Control+Enter')
  await expect(thread(page, text)).toBeVisible()
  await expect(node(page, name).getByRole('img', { name: '1 open comment' })).toBeVisible()
  await expect(panel(page).getByRole('button', { name: 'Approve' })).toBeDisabled()
  await expect(panel(page).getByText('1 blocking comment is open, so it cannot be approved.')).toBeVisible()
}

type Words = Readonly<{ name: string; label: string; before: string; added: string }>

/** Suggests other words in a text of a block instead of writing them. */
export async function suggestWords(page: Page, { name, label, before, added }: Words): Promise<void> {
  await page.locator('.react-flow').first().focus()
  await page.keyboard.press('Control+Shift+u')
  await expect(page.getByText(/What you change is kept as a suggestion/)).toBeVisible()
  await node(page, name).click()
  await page.locator('[data-inspector]').getByLabel(label, { exact: true }).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(added)
  await page.locator('.react-flow').first().focus()
  await expect(page.getByText('Kept as a suggestion. The bot was not changed.')).toBeVisible()
  await expect(node(page, name).getByText(before, { exact: true })).toBeVisible()
  await expect(suggestion(page).locator('ins')).toContainText(added.trim())
  await page.getByRole('button', { name: 'Stop suggesting' }).click()
}

export async function answerAndResolve(page: Page, text: string, answer: string): Promise<void> {
  const asked = thread(page, text)
  await asked.getByRole('button', { name: 'Reply' }).click()
  await page.keyboard.type(answer)
  await page.keyboard.press('Control+Enter')
  await expect(asked.getByText(answer)).toBeVisible()
  await asked.getByRole('button', { name: 'Resolve' }).click()
}
