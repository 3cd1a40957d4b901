import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { audit } from './audit.ts'
import { type Engine, startEngine, write } from './engine.ts'
import { look } from './look.ts'
import { publishToLive } from './publish-to-live.ts'
import { answerWith, dialog, openShop, prepare } from './reviewing.ts'
import { emptyFolder, openWindow, type Window } from './window.ts'

const KERRY = 'kerry.fischer'

/** Issue 6, points 7 and 8 (requirements.md NHN-144): what people may ask for is done in the window. */
test('a person is looked at, corrected, restricted, held and erased in the window', async () => {
  const errors: string[] = []
  const [window, engine] = await Promise.all([openWindow(emptyFolder(), errors), startEngine(emptyFolder())])
  const { page } = window
  await prepare(window)
  const folder = mkdtempSync(join(tmpdir(), 'parley-people-'))
  await openShop(window, folder)
  await publishToLive(page, engine)
  for (const text of ['hi', 'mug', '5']) await write(engine, 'bot_shop', KERRY, text)
  await test.step('sees what is kept of somebody who wrote', () => fromLive(window))
  await test.step('corrects it, by keyboard', () => correct(window))
  await test.step('restricts it: the bot is silent until it is lifted', () => restrict(window, engine))
  await test.step('gives them everything, as a page and as data', () => give(window, folder))
  await test.step('a legal hold keeps them from being erased', () => hold(window))
  await test.step('finds them again, and erases them', () => erase(window))
  await test.step('says how long each class of data is kept', () => retain(window))
  await test.step('another key is told what it may not do', () => otherKey(page))
  await window.app.close()
  await engine.stop()
  expect(errors).toEqual([])
})

const act = (page: Page, name: string | RegExp) => dialog(page).getByRole('button', { name, exact: true })
const done = (page: Page, text: string) => expect(dialog(page).getByText(text, { exact: true })).toBeVisible()

/** Says why and goes on, with the keyboard alone. */
async function because(page: Page, reason: string): Promise<void> {
  await expect(dialog(page).getByLabel('Why')).toBeFocused()
  await page.keyboard.type(reason)
  await page.keyboard.press('Enter')
}

async function fromLive(window: Window): Promise<void> {
  const { page } = window
  await dialog(page).getByRole('tab', { name: 'Status' }).click()
  await dialog(page)
    .getByRole('button', { name: /kerry\.fischer/ })
    .press('Enter')
  await act(page, 'What is kept of them …').press('Enter')
  await expect(dialog(page).getByRole('definition').filter({ hasText: 'mug' })).toBeVisible()
  await expect(dialog(page).getByRole('row', { name: /^Messages/ })).toBeVisible()
  await audit(page, 'a person', '[role="dialog"]')
  await look(window, 'person')
}

async function correct(window: Window): Promise<void> {
  const { page } = window
  await act(page, 'Correct …').press('Enter')
  await expect(dialog(page).getByLabel('Name')).toBeFocused()
  await page.keyboard.type('Kerry Fisher')
  await dialog(page).getByLabel('QUANTITY').fill('many')
  await expect(dialog(page).getByText('This does not fit: a number is needed.')).toBeVisible()
  await audit(page, 'correcting a person', '[role="dialog"]')
  await look(window, 'person-correct')
  await dialog(page).getByLabel('QUANTITY').fill('7')
  await dialog(page).getByLabel('Why').fill('They wrote to us')
  await dialog(page).getByLabel('Why').press('Enter')
  await done(page, 'It is corrected.')
  await expect(dialog(page).getByRole('heading', { name: 'Kerry Fisher' })).toBeVisible()
  await expect(dialog(page).getByRole('definition').filter({ hasText: /^7$/ })).toBeVisible()
}

async function restrict(window: Window, engine: Engine): Promise<void> {
  const { page } = window
  await act(page, 'Restrict …').press('Enter')
  await look(window, 'person-restrict')
  await because(page, 'They doubt that it is right')
  await done(page, 'What is kept of them is restricted.')
  await write(engine, 'bot_shop', KERRY, 'are you there')
  await act(page, 'Back').click()
  const said = dialog(page).locator('[data-from]')
  await expect(said.last()).toContainText('are you there')
  await act(page, 'What is kept of them …').click()
  await expect(dialog(page).getByText(/“They doubt that it is right”/)).toBeVisible()
  await audit(page, 'a restricted person', '[role="dialog"]')
  await act(page, 'Lift restriction …').press('Enter')
  await because(page, 'It was corrected')
  await done(page, 'The restriction is lifted.')
}

async function give(window: Window, folder: string): Promise<void> {
  const { page } = window
  for (const [format, name] of [
    ['html', 'Export as page'],
    ['json', 'Export as JSON'],
  ] as const) {
    const file = join(folder, `person.${format}`)
    await answerWith(window, file)
    await act(page, name).click()
    await done(page, `Saved as person.${format}.`)
    expect(readFileSync(file, 'utf8')).toContain('are you there')
  }
}

async function hold(window: Window): Promise<void> {
  const { page } = window
  await act(page, 'Legal hold …').press('Enter')
  await because(page, 'case 12')
  await done(page, 'The legal hold is placed.')
  await expect(act(page, 'Erase …')).toBeHidden()
  await audit(page, 'a held person', '[role="dialog"]')
  await look(window, 'person-held')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await page.keyboard.press('Control+Alt+n')
  await look(window, 'engines')
  await act(page, 'People … Local engine').press('Enter')
  await expect(dialog(page).getByRole('region', { name: 'Under a legal hold' })).toContainText('“case 12”')
  await audit(page, 'people who are held', '[role="dialog"]')
  await look(window, 'people-held')
  await act(page, /kerry\.fischer/).press('Enter')
  await act(page, 'Release hold …').press('Enter')
  await because(page, 'case closed')
  await done(page, 'The legal hold is released.')
  await act(page, 'Back').click()
}

async function erase(window: Window): Promise<void> {
  const { page } = window
  await expect(dialog(page).getByLabel('Part of a name, number or id')).toBeFocused()
  await page.keyboard.type('Kerry Fisher')
  await page.keyboard.press('Enter')
  const found = dialog(page).getByRole('button', { name: /kerry\.fischer/ })
  await expect(found).toContainText('Shop')
  await audit(page, 'people who were found', '[role="dialog"]')
  await look(window, 'people')
  await found.press('Enter')
  await act(page, 'Erase …').press('Enter')
  await page.keyboard.type('Their letter')
  await dialog(page).getByLabel('Type kerry.fischer to confirm').fill('kerry')
  await expect(act(page, 'Erase for good')).toBeDisabled()
  await audit(page, 'erasing a person', '[role="dialog"]')
  await look(window, 'person-erase')
  await dialog(page).getByLabel('Type kerry.fischer to confirm').fill(KERRY)
  await page.keyboard.press('Enter')
  await expect(
    dialog(page).getByText(/^They are erased\. What stays calls them erased:[0-9a-f]{16}\./),
  ).toBeVisible()
  await expect(dialog(page).getByText('Nothing is kept of kerry.fischer.')).toBeVisible()
  await look(window, 'person-erased')
  await act(page, 'Back').click()
  await expect(dialog(page).getByText('Nobody is kept here who fits.')).toBeVisible()
  await act(page, 'Back').click()
}

async function retain(window: Window): Promise<void> {
  const { page } = window
  await act(page, 'Retention … Local engine').press('Enter')
  const days = dialog(page).getByLabel('Event logs')
  await days.fill('7')
  await expect(dialog(page).getByText('Enter whole days, 8 to 36500, or nothing.')).toBeVisible()
  await expect(act(page, 'Save')).toBeDisabled()
  await audit(page, 'retention', '[role="dialog"]')
  await look(window, 'retention')
  await days.fill('90')
  await days.press('Enter')
  await expect(dialog(page).getByText(/goes for good: Event logs\./)).toBeVisible()
  await look(window, 'retention-ask')
  await act(page, 'Save, and let it go').click()
  await done(page, 'It is saved. What is older goes within an hour.')
  await expect(days).toHaveValue('90')
  await act(page, 'Back').click()
}

async function otherKey(page: Page): Promise<void> {
  await act(page, 'Keys … Local engine').click()
  await act(page, 'New key').click()
  await dialog(page).getByLabel('Name').fill('Publishing only')
  await act(page, 'Make the key').click()
  await act(page, 'Use it in this program').click()
  await expect(dialog(page).getByText('This program signs with it from now on.')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Alt+n')
  await act(page, 'Retention … Local engine').click()
  await expect(dialog(page).getByRole('alert')).toContainText('that needs the scope admin')
}
