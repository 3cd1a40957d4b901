import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { audit } from './audit.ts'
import { allSaved, emptyFolder, openWindow, resize, type Window } from './window.ts'

const PASSPHRASE = 'a passphrase of the review'

/** Issue 5, points 3 and 4: one bot between two libraries, by mouse and by keyboard (KAL-06, KAL-07). */
test('a bot is submitted, commented on elsewhere, revised and approved, by packages alone', async () => {
  test.setTimeout(90_000)
  const errors: string[] = []
  const folder = mkdtempSync(join(tmpdir(), 'parley-review-'))
  const file = (name: string) => join(folder, `${name}.parley`)
  const ana = await openWindow(emptyFolder(), errors)
  await prepare(ana)
  await test.step('A: what is missing is listed, then iteration 1', () => submitFirst(ana, folder))
  await test.step('A: the signed package', () => send(ana, file('one')))
  const ben = await openWindow(emptyFolder(), errors)
  await prepare(ben)
  await test.step('B: a package that was tampered with can only be looked at', () =>
    tampered(ben, file('one')))
  await test.step('B: opens it, comments on blocks by keyboard and by menu, blocks approval', () =>
    comment(ben, file('one')))
  await test.step('B: suggests instead of changing', () => suggest(ben))
  await test.step('B: sends it back', () => send(ben, file('two')))
  await test.step('A: joins it, applies the suggestion, answers', () => revise(ana, file('two')))
  await test.step('A: submits iteration 2', () => submitSecond(ana, file('three')))
  await test.step('B: joins that, and approves', () => approve(ben, file('three')))
  for (const { app } of [ana, ben]) await app.close()
  expect(errors).toEqual([])
})

const panel = (page: Page) => page.locator('[data-panel="review"]')
const thread = (page: Page, text: string) =>
  panel(page)
    .getByRole('article')
    .filter({ has: page.getByText(text, { exact: true }) })
const node = (page: Page, name: string) => page.locator(`.react-flow__node[data-id="block_${name}"]`)
const dialog = (page: Page) => page.getByRole('dialog')

async function prepare(window: Window): Promise<void> {
  await window.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await resize(window, 1280, 800)
}

/** A second start with a file, as a double click on it is. */
async function open({ app }: Window, file: string): Promise<void> {
  await app.evaluate(({ app }, args) => app.emit('second-instance', {}, args, '/'), ['parley', file])
}

async function submitFirst(window: Window, folder: string): Promise<void> {
  const { page } = window
  const shop = readFileSync(join(import.meta.dirname, '../../assets/samples/orders.json'), 'utf8')
  const file = join(folder, 'shop.json')
  writeFileSync(file, shop.replaceAll('bot_orders', 'bot_shop').replace('"name":"Orders"', '"name":"Shop"'))
  await open(window, file)
  await expect(node(page, 'welcome')).toBeVisible()
  await page.keyboard.press('Control+Alt+r')
  await audit(page, 'review before the first iteration', '[data-panel="review"]')
  await page.keyboard.press('m')
  await expect(dialog(page).getByText('the use-case brief')).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Fill in the brief' }).click()
  await dialog(page).getByLabel('Use case', { exact: true }).fill('Orders of a small shop')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await page.keyboard.press('Control+Alt+u')
  await audit(page, 'submitting', '[role="dialog"]')
  await dialog(page).getByLabel('Your name').fill('Ana')
  await dialog(page).getByLabel('You are').selectOption('customer')
  await dialog(page).getByLabel('What reviewers should look at').fill('Is it friendly enough?')
  await dialog(page).getByRole('button', { name: 'Submit iteration 1' }).click()
  await expect(panel(page).getByText('In review')).toBeVisible()
  await expect(panel(page).getByText(/Version 0\.1 · Ana/)).toBeVisible()
  await allSaved(page)
}

/** Exports for review; the first time a library signs, it asks for a passphrase here, where there is no safe place for keys. */
async function send({ app, page }: Window, file: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
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

async function tampered(window: Window, file: string): Promise<void> {
  const { page } = window
  const files = unzipSync(readFileSync(file))
  files['bot.json'] = strToU8(
    strFromU8(files['bot.json'] as Uint8Array).replace('Welcome to the shop!', 'Pay!'),
  )
  const changed = file.replace('one', 'changed')
  writeFileSync(changed, zipSync(files))
  await open(window, changed)
  await expect(dialog(page).getByText(/The file bot\.json was changed after it was signed/)).toBeVisible()
  await audit(page, 'a broken package', '[role="dialog"]')
  await expect(dialog(page).getByRole('button', { name: 'Join' })).toHaveCount(0)
  await dialog(page).getByRole('button', { name: 'Only look at it' }).click()
  await expect(page.getByText(/is only shown, because its signature/)).toBeVisible()
  await node(page, 'welcome').click()
  await page.keyboard.press('Delete')
  await expect(page.getByText(/nothing of it can be changed/)).toBeVisible()
  await expect(node(page, 'welcome')).toBeVisible()
  await page.getByRole('button', { name: 'Close it' }).click()
  await expect(page.getByRole('heading', { name: 'Bots' })).toBeVisible()
  await expect(page.getByText('Shop', { exact: true })).toHaveCount(0)
}

async function comment(window: Window, file: string): Promise<void> {
  const { page } = window
  await open(window, file)
  await expect(node(page, 'welcome')).toBeVisible()
  await page.keyboard.press('Control+,')
  await dialog(page).getByLabel('Your name').fill('Ben')
  await page.keyboard.press('Escape')
  await node(page, 'welcome').click()
  await page.keyboard.press('m')
  const words = panel(page).getByLabel('Comment on Welcome · Main')
  await expect(words).toBeFocused()
  await page.keyboard.type('Who is speaking here?')
  await panel(page).getByLabel('Blocks approval').check()
  await words.press('Control+Enter')
  await expect(thread(page, 'Who is speaking here?')).toBeVisible()
  await expect(node(page, 'welcome').getByRole('img', { name: '1 open comment' })).toBeVisible()
  await expect(panel(page).getByRole('button', { name: 'Approve' })).toBeDisabled()
  await expect(panel(page).getByText('1 blocking comment is open, so it cannot be approved.')).toBeVisible()
  await node(page, 'leave').click({ button: 'right' })
  await page.getByRole('menuitem', { name: /Comment on the selection/ }).click()
  await panel(page).getByLabel('Comment on See you · Main').fill('Good.')
  await panel(page).getByRole('button', { name: 'Comment', exact: true }).click()
  await thread(page, 'Good.').getByRole('button', { name: 'Resolve' }).click()
  await expect(thread(page, 'Good.')).toHaveCount(0)
  await panel(page).getByLabel('Comments that are shown').selectOption('all')
  await expect(thread(page, 'Good.').getByText('Resolved by Ben')).toBeVisible()
}

async function suggest(window: Window): Promise<void> {
  const { page } = window
  await page.locator('.react-flow').first().focus()
  await page.keyboard.press('Control+Shift+u')
  await expect(page.getByText(/What you change is kept as a suggestion/)).toBeVisible()
  await node(page, 'welcome').click()
  await page.locator('[data-inspector]').getByLabel('Text', { exact: true }).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' I am Bea.')
  await page.locator('.react-flow').first().focus()
  await expect(page.getByText('Kept as a suggestion. The bot was not changed.')).toBeVisible()
  await expect(node(page, 'welcome').getByText('Welcome to the shop!', { exact: true })).toBeVisible()
  const suggestion = panel(page).getByRole('article').filter({ hasText: 'Suggestion' })
  await expect(suggestion.locator('ins')).toHaveText(/I am Bea\./)
  await page.getByRole('button', { name: 'Stop suggesting' }).click()
  await audit(page, 'review', '[data-panel="review"]')
  await panel(page).getByRole('button', { name: 'Request changes' }).click()
  await expect(panel(page).getByText('Changes requested')).toBeVisible()
  await allSaved(page)
}

/** Joins an offered package where nothing is to be decided. */
async function joinIn(window: Window, file: string, name: string): Promise<void> {
  const { page } = window
  await open(window, file)
  await expect(dialog(page).getByText(new RegExp(`Packed by ${name}`))).toBeVisible()
  await audit(page, 'an offered package', '[role="dialog"]')
  await dialog(page).getByRole('button', { name: 'Join' }).click()
  await expect(page.getByText(/new or changed comments? (and|or) iterations?/)).toBeVisible()
  await page.getByRole('button', { name: 'Merge', exact: true }).click()
}

async function revise(window: Window, file: string): Promise<void> {
  const { page } = window
  await joinIn(window, file, 'Ben')
  await expect(thread(page, 'Who is speaking here?').getByText('Blocking')).toBeVisible()
  await expect(panel(page).getByText('Changes requested')).toBeVisible()
  const suggestion = panel(page).getByRole('article').filter({ hasText: 'Suggestion' })
  await suggestion.getByRole('button', { name: 'Apply' }).click()
  await expect(node(page, 'welcome').getByText(/I am Bea\./)).toBeVisible()
  const asked = thread(page, 'Who is speaking here?')
  await asked.getByRole('button', { name: 'Reply' }).click()
  await page.keyboard.type('Bea is, now.')
  await page.keyboard.press('Control+Enter')
  await expect(asked.getByText('Bea is, now.')).toBeVisible()
  await asked.getByRole('button', { name: 'Resolve' }).click()
  await expect(panel(page).getByText('No comment is open.')).toBeVisible()
}

async function submitSecond(window: Window, file: string): Promise<void> {
  const { page } = window
  await panel(page)
    .getByRole('button', { name: /^Submit for review/ })
    .click()
  await dialog(page).getByRole('button', { name: 'Submit iteration 2' }).click()
  await expect(panel(page).getByText(/Version 0\.2 · Ana/)).toBeVisible()
  await allSaved(page)
  await send(window, file)
}

async function approve(window: Window, file: string): Promise<void> {
  const { page } = window
  await joinIn(window, file, 'Ana')
  await expect(node(page, 'welcome').getByText(/I am Bea\./)).toBeVisible()
  await expect(thread(page, 'Bea is, now.')).toBeVisible()
  await panel(page).getByRole('button', { name: 'Compare iteration 1 with the bot as it is now' }).click()
  const differences = page.getByRole('complementary', { name: 'Differences' })
  await expect(differences.getByRole('button', { name: /Welcome/ }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(differences).toHaveCount(0)
  await panel(page).getByRole('button', { name: 'Approve' }).click()
  await expect(panel(page).getByText('Approved')).toBeVisible()
  await allSaved(page)
}
