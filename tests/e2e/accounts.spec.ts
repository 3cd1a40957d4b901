import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { audit } from './audit.ts'
import { ENGINE_KEY, type Engine, startEngine, write } from './engine.ts'
import { look } from './look.ts'
import { answerWith, dialog, openShop, prepare } from './reviewing.ts'
import { allSaved, card, emptyFolder, openWindow, type Window } from './window.ts'

const LABEL = 'Shop system'

/** Issue 6, points 1 and 7: an engine is added and its keys looked after; a version meets a few people first. */
test('the designer looks after an engine and lets a version meet some people first', async () => {
  const errors: string[] = []
  const [window, engine] = await Promise.all([openWindow(emptyFolder(), errors), startEngine(emptyFolder())])
  const { page } = window
  await prepare(window)
  const folder = mkdtempSync(join(tmpdir(), 'parley-accounts-'))
  await openShop(window, folder)
  await test.step('a wrong key is said before it is kept', () => addAccount(window, engine))
  await test.step('publishes two versions, the second one for some', () => publishTwice(window))
  await test.step('watches it, gives it to more, takes it back', () => watchStage(window, engine))
  await test.step('makes a token, by keyboard; its secret goes to the clipboard alone', () =>
    makeToken(window))
  await test.step('makes a key of its own, which may not lock it out', () => ownKey(window))
  await test.step('reads, verifies and keeps who did what', () => readAudit(window, folder))
  await test.step('an engine that is away says so', async () => {
    await engine.stop()
    await act(page, 'Back').click()
    await expect(dialog(page).getByText('Not reachable')).toBeVisible()
  })
  await window.app.close()
  expect(errors).toEqual([])
})

const act = (page: Page, name: string | RegExp) => dialog(page).getByRole('button', { name, exact: true })

async function addAccount(window: Window, { url }: Engine): Promise<void> {
  const { page } = window
  await page.keyboard.press('Control+Alt+n')
  await act(page, 'Add an engine').press('Enter')
  await dialog(page).getByLabel('Name').fill('Staging')
  await dialog(page).getByLabel('Address').fill(url)
  await dialog(page).getByLabel('Key id').fill(ENGINE_KEY.id)
  await dialog(page).getByLabel('Key', { exact: true }).fill('a key that is not the right one')
  await act(page, 'Save').click()
  await expect(dialog(page).getByRole('alert')).toContainText('It was not saved')
  await audit(page, 'form of an engine', '[role="dialog"]')
  await look(window, 'account-form')
  await dialog(page).getByLabel('Key', { exact: true }).fill(ENGINE_KEY.secret)
  await dialog(page).getByLabel('Key', { exact: true }).press('Enter')
  await setPassphrase(page)
  await expect(dialog(page).getByText('Reachable', { exact: true })).toBeVisible()
  await expect(dialog(page).getByText('The key may do everything.')).toBeVisible()
  await audit(page, 'engines', '[role="dialog"]')
  await look(window, 'accounts')
  await page.keyboard.press('Escape')
}

async function setPassphrase(page: Page): Promise<void> {
  const passphrase = dialog(page).getByLabel('Passphrase', { exact: true })
  await expect(passphrase.or(dialog(page).getByText('Reachable', { exact: true }))).toBeVisible()
  if (!(await passphrase.isVisible())) return
  await passphrase.fill('a passphrase of the tests')
  await dialog(page).getByLabel('The same once more').fill('a passphrase of the tests')
  await act(page, 'Set passphrase').click()
}

async function publishTwice(window: Window): Promise<void> {
  const { page } = window
  await page.keyboard.press('Control+Shift+p')
  await dialog(page).getByLabel('Activate it too').check()
  await act(page, /publish and activate/i).click()
  await expect(dialog(page).getByText('Version 1 answers now at')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await card(page, 'Welcome').click()
  await page.getByRole('tab', { name: 'Inspector' }).click()
  const text = page.getByRole('tabpanel', { name: 'Inspector' }).getByLabel('Text', { exact: true })
  await text.fill('Welcome to our shop!')
  await text.blur()
  await allSaved(page)
  await page.keyboard.press('Control+Shift+p')
  await dialog(page).getByLabel('Activate it too').check()
  await dialog(page).getByLabel('A part of new conversations first').check()
  await dialog(page).getByLabel('New conversations, %').fill('')
  await expect(act(page, /publish/i)).toBeDisabled()
  await dialog(page).getByLabel('New conversations, %').fill('20')
  await expect(dialog(page).getByText(/meets 20 % of new conversations/)).toBeVisible()
  await audit(page, 'publishing for some', '[role="dialog"]')
  await look(window, 'stage-publish')
  await act(page, 'Save as 1.1, publish and let some meet it').click()
  await expect(dialog(page).getByText(/A part of new conversations on Staging meets/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
}

async function watchStage(window: Window, engine: Engine): Promise<void> {
  const { page } = window
  await page.keyboard.press('Control+Alt+Shift+l')
  await dialog(page).getByRole('tab', { name: 'Status' }).click()
  const stage = dialog(page).getByRole('region', { name: 'Version 1.1 meets a part of new conversations' })
  await expect(stage.getByText('0 conversations so far')).toBeVisible()
  await stage.getByRole('button', { name: 'Change …' }).press('Enter')
  await stage.getByLabel('New conversations, %').fill('100')
  await audit(page, 'changing a stage', '[role="dialog"]')
  await stage.getByLabel('New conversations, %').press('Enter')
  await expect(stage.getByText(/^100 % since/)).toBeVisible()
  await write(engine, 'bot_shop', 'anna', 'hello')
  await act(page, 'Refresh').click()
  await expect(stage.getByText('1 conversation so far')).toBeVisible()
  await audit(page, 'a stage', '[role="dialog"]')
  // Some meet the newer one, and everybody else the one that is active.
  await expect(page.getByText('Active 1', { exact: true })).toBeVisible()
  await look(window, 'stage-status')
  await act(page, 'Put 1.1 to test').click()
  await expect(act(page, 'Activate 1.1 …')).toBeVisible()
  await stage.getByRole('button', { name: 'Take back …' }).click()
  await page.keyboard.type('People are lost')
  await look(window, 'stage-back')
  await page.keyboard.press('Enter')
  await expect(stage).toBeHidden()
  await expect(dialog(page).getByText('“People are lost”')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
}

async function makeToken(window: Window): Promise<void> {
  const { page, app } = window
  await page.keyboard.press('Control+Alt+n')
  await act(page, 'Keys … Staging').press('Enter')
  await act(page, 'New key').press('Enter')
  await act(page, 'Make the key').press('Enter')
  await expect(dialog(page).getByText('Give it a name.')).toBeVisible()
  await dialog(page).getByLabel('Access token').check()
  await dialog(page).getByLabel('Name').fill(LABEL)
  await audit(page, 'form of a key', '[role="dialog"]')
  await look(window, 'key-form')
  await dialog(page).getByLabel('Name').press('Enter')
  await expect(act(page, 'Copy the secret')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByText('It is on the clipboard.')).toBeVisible()
  const secret = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(secret).toMatch(/^parley_key-[0-9a-f]{12}_/)
  expect(await page.content()).not.toContain(secret.slice(-43))
  await audit(page, 'a key that was made', '[role="dialog"]')
  await look(window, 'key-made')
  await act(page, 'Done').click()
  await dialog(page).getByLabel('May begin conversations of Shop').click()
  await expect(dialog(page).getByLabel('May begin conversations of Shop')).toBeChecked()
}

async function ownKey(window: Window): Promise<void> {
  const { page } = window
  await act(page, 'New key').click()
  await dialog(page).getByLabel('Name').fill('Ana’s Parley')
  await dialog(page).getByLabel('admin').check()
  await act(page, 'Make the key').click()
  await act(page, 'Use it in this program').click()
  await expect(dialog(page).getByText('This program signs with it from now on.')).toBeVisible()
  await act(page, 'Done').click()
  const own = dialog(page).getByRole('listitem').filter({ hasText: 'in use here' })
  await own.getByRole('button', { name: /^Addresses/ }).click()
  await own.getByLabel('Only from these addresses').fill('203.0.113.0/24')
  await own.getByRole('button', { name: 'Save' }).click()
  await expect(own.getByRole('alert')).toContainText(/could not be used from here.*Add .*127\.0\.0\.1/)
  await look(window, 'key-bind')
  await own.getByRole('button', { name: 'Cancel' }).click()
  await own.getByRole('button', { name: /^New secret/ }).click()
  await own.getByRole('button', { name: 'Make a new secret' }).click()
  await expect(dialog(page).getByText(/The secret of “Ana’s Parley” is given this once/)).toBeVisible()
  await act(page, 'Done').click()
  await expect(own.getByText(/accepted until/)).toBeVisible()
  await expect(own.getByText(/made with it: .*, gave a key a new secret/)).toBeVisible()
  await act(page, `Revoke … ${LABEL}`).press('Enter')
  await expect(act(page, 'Cancel')).toBeFocused()
  await audit(page, 'revoking a key', '[role="dialog"]')
  await act(page, 'Revoke the key').click()
  await expect(dialog(page).getByText('1 revoked key')).toBeVisible()
  await look(window, 'keys')
}

/** Leaves the trail open, on its last filter. */
async function readAudit(window: Window, folder: string): Promise<void> {
  const { page } = window
  await act(page, 'Back').click()
  await act(page, 'Audit … Staging').press('Enter')
  const rows = dialog(page).getByRole('table').getByRole('row')
  await expect(rows.filter({ hasText: 'Shop 1.1' }).filter({ hasText: 'rolled back' })).toBeVisible()
  await act(page, 'Verify').click()
  await expect(dialog(page).getByText(/^Verified: all \d+ entries/)).toBeVisible()
  await audit(page, 'the audit trail', '[role="dialog"]')
  await look(window, 'audit')
  await dialog(page).getByLabel('What').selectOption('Keys')
  await dialog(page).getByLabel('Who').fill(ENGINE_KEY.id)
  await dialog(page).getByLabel('Who').press('Enter')
  await expect(rows.filter({ hasText: 'Shop 1.1' })).toHaveCount(0)
  await expect(rows.filter({ hasText: 'made a key' })).toHaveCount(2)
  await dialog(page).getByText('Details', { exact: true }).last().click()
  await expect(dialog(page).locator('pre').last()).toContainText(LABEL)
  const file = join(folder, 'audit.csv')
  await answerWith(window, file)
  await act(page, 'Export as CSV').click()
  await expect(dialog(page).getByText('Saved as audit.csv.')).toBeVisible()
  expect(readFileSync(file, 'utf8')).toContain('"key.add"')
}
