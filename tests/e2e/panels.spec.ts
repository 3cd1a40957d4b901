import { expect, type Locator, type Page, test } from '@playwright/test'
import { KINDS } from '../../src-shared/blocks/kinds.ts'
import { audit } from './audit.ts'
import { allSaved, card, emptyFolder, openWindow, resize } from './window.ts'

const LEFT_TABS = [
  'Flows',
  'Blocks',
  'Variables',
  'Keywords',
  'Knowledge',
  'Media',
  'Problems',
  'Find',
  'Versions',
] as const

/** Every screen, panel and dialog, in both themes, is fit for people who do not see, point or see colours well. */
test('every panel and dialog passes the audit in light and dark', async () => {
  const errors: string[] = []
  const window = await openWindow(emptyFolder(), errors)
  const { page } = window
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await resize(window, 1280, 800)

  await test.step('the first window', () => audit(page, 'workbench'))
  await test.step('menu', () => auditMenu(page))
  for (const name of LEFT_TABS)
    await test.step(name, async () => {
      await page.getByRole('tab', { name }).click()
      await expect(page.getByRole('region', { name })).toBeVisible()
      await audit(page, name, '[role="tabpanel"]')
    })
  await test.step('simulator', () => auditSimulator(page))
  await test.step('versions', () => auditVersions(page))
  await test.step('engines, vault and publishing', () => auditPublishing(page))
  await test.step('dialogs', () => auditDialogs(page))
  await test.step('the inspector of every kind', () => auditKinds(page))
  await test.step('library', () => auditLibrary(page))
  await window.app.close()
  expect(errors).toEqual([])
})

/** Nothing needs a pointer, and the focus is never lost. */
test('a bot is drawn with the keyboard alone', async () => {
  const errors: string[] = []
  const window = await openWindow(emptyFolder(), errors)
  const { page } = window
  const { keyboard } = page
  const dialog = page.getByRole('dialog')
  const canvas = page.getByRole('application', { name: /^Canvas of the flow/ })
  await page.emulateMedia({ reducedMotion: 'reduce' })

  await test.step('a new bot, from its shortcut', async () => {
    await keyboard.press('Control+n')
    await expect(dialog.getByLabel('Name')).toBeFocused()
    await keyboard.type('Keys only')
    await keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Keys only', exact: true })).toBeVisible()
    await expect(canvas).toBeFocused()
  })
  await test.step('a block from the palette', async () => {
    await find(page, 'add mess')
    await expect(page.getByText('2 blocks')).toBeVisible()
    await expect(card(page, 'Message')).toHaveClass(/selected/)
    await expect(canvas).toBeFocused()
  })
  await test.step('is moved', async () => {
    const left = async () => (await card(page, 'Message').boundingBox())?.x ?? 0
    const before = await left()
    await keyboard.press('Shift+ArrowRight')
    await keyboard.press('Shift+ArrowRight')
    await expect.poll(left).toBeGreaterThan(before + 8)
  })
  await test.step('is connected from a list', async () => {
    await keyboard.press('Shift+Tab')
    await expect(card(page, 'Entry')).toHaveClass(/selected/)
    await keyboard.press('c')
    await expect(dialog.getByRole('combobox', { name: 'To' })).toBeFocused()
    await keyboard.type('Mess')
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await expect(dialog.getByRole('button', { name: 'Connect', exact: true })).toBeEnabled()
    await tabTo(page, dialog.getByRole('button', { name: 'Connect', exact: true }))
    await keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(card(page, 'Entry').locator('[data-connected="true"]')).toBeAttached()
    await expect(canvas).toBeFocused()
  })
  await test.step('its text is written in the inspector, and Escape leads back', async () => {
    await keyboard.press('ArrowDown')
    await expect(card(page, 'Message')).toHaveClass(/selected/)
    await keyboard.press('Enter')
    const text = page.locator('[data-inspector]').getByLabel('Text', { exact: true })
    await expect(text).toBeFocused()
    await keyboard.type('Good morning')
    await expect(card(page, 'Message')).toContainText('Good morning')
    await keyboard.press('Escape')
    await expect(canvas).toBeFocused()
  })
  await test.step('undo and redo', async () => {
    await keyboard.press('Control+z')
    await expect(card(page, 'Message')).not.toContainText('Good morning')
    await keyboard.press('Control+Shift+z')
    await expect(card(page, 'Message')).toContainText('Good morning')
  })
  await test.step('panels, by name and along the rail', async () => {
    await find(page, 'show vari')
    const panel = page.getByRole('region', { name: 'Variables' })
    await expect(panel.locator(':focus')).toBeVisible()
    await keyboard.press('Shift+Tab')
    await expect(page.getByRole('tab', { name: 'Variables' })).toBeFocused()
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await expect(page.getByRole('region', { name: 'Keywords' })).toBeVisible()
  })
  await test.step('Escape closes a dialog, and the focus is where it was', async () => {
    await keyboard.press('Control+,')
    await expect(dialog.getByRole('heading', { name: 'Settings' })).toBeVisible()
    await keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('tab', { name: 'Keywords' })).toBeFocused()
  })
  await allSaved(page)
  await window.app.close()
  expect(errors).toEqual([])
})

/** Runs the first thing the palette finds. */
async function find(page: Page, sought: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused()
  await page.keyboard.type(sought)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** Presses Tab until a control has the focus, at most as often as a small dialog has controls. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let presses = 0; presses < 8; presses += 1) {
    if (await control.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(control).toBeFocused()
}

async function auditMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Parley menu' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await audit(page, 'menu', '[data-portal]')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
}

async function auditSimulator(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Try it' }).click()
  const field = page.getByRole('textbox', { name: 'Message to the bot' })
  await expect(field).toBeVisible()
  await audit(page, 'simulator before the first message', 'aside:last-of-type')
  await field.fill('Hi')
  await field.press('Enter')
  await expect(page.locator('[data-glow="active"]')).toBeVisible()
  await audit(page, 'simulator in a conversation')
  for (const opener of [
    page.getByTitle('Customer and surroundings'),
    page.getByRole('button', { name: 'Let something else happen' }),
  ]) {
    await opener.click()
    const sheet = page.locator('[data-portal] :is([role="menu"], [role="dialog"])')
    await expect(sheet).toBeVisible()
    await audit(page, 'a sheet of the simulator', '[data-portal]')
    await page.keyboard.press('Escape')
    await expect(sheet).toBeHidden()
  }
}

/** What is told of a success lies over the window and moves nothing in it. */
async function auditVersions(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  const place = () => page.getByRole('main').boundingBox()
  const before = await place()
  await page.keyboard.press('Control+s')
  await expect(dialog.getByRole('button', { name: 'Save version 0.1' })).toBeEnabled()
  await audit(page, 'save version')
  await dialog.getByRole('button', { name: 'Save version 0.1' }).click()
  await expect(page.getByText('Saved as version 0.1.')).toBeVisible()
  expect(await place()).toEqual(before)
  await page.getByRole('tab', { name: 'Versions' }).click()
  await audit(page, 'versions with one, and a success that is told')
  await page.getByRole('status').getByRole('button', { name: 'Close' }).click()
}

/** Adds an engine that is not there, so that the error is seen as well; its key asks for the vault's passphrase. */
async function auditPublishing(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  await page.keyboard.press('Control+Shift+P')
  await dialog.getByRole('button', { name: 'Add an engine' }).click()
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(dialog.getByText('Give it a name.')).toBeVisible()
  await audit(page, 'form of an engine with errors', '[role="dialog"]')
  await dialog.getByLabel('Name').fill('Local engine')
  await dialog.getByLabel('Address').fill('http://127.0.0.1:9')
  await dialog.getByLabel('Key id').fill('nobody')
  await dialog.getByRole('textbox', { name: 'Key', exact: true }).fill('a key of sixteen letters')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('It was not saved')
  await dialog.getByRole('button', { name: 'Save it all the same' }).click()
  await expect(dialog.getByLabel('Passphrase')).toBeVisible()
  await audit(page, 'passphrase', '[role="dialog"]')
  await dialog.getByLabel('Passphrase').fill('a passphrase of the audit')
  await dialog.getByLabel('The same once more').fill('a passphrase of the audit')
  await dialog.getByRole('button', { name: 'Set passphrase' }).click()
  await expect(dialog.getByText('What Local engine has now is not known')).toBeVisible()
  await audit(page, 'publish with an engine that cannot be reached')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}

async function auditDialogs(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  await command(page, 'Engines')
  await expect(dialog.getByRole('button', { name: 'Test Local engine' })).toBeVisible()
  await audit(page, 'engines', '[role="dialog"]')
  await dialog.getByRole('button', { name: 'Remove Local engine' }).click()
  await audit(page, 'removing an engine', '[role="dialog"]')
  await closeDialog(page)
  await command(page, 'Settings…')
  await audit(page, 'settings', '[role="dialog"]')
  await closeDialog(page)
  await command(page, 'Settings of the bot')
  for (const tab of await dialog.getByRole('tab').all()) {
    await tab.click()
    await expect(dialog.getByRole('tabpanel')).toBeVisible()
    await audit(page, `bot settings: ${await tab.textContent()}`, '[role="dialog"]')
  }
  await closeDialog(page)
  await command(page, 'Keys')
  await audit(page, 'keys', '[role="dialog"]')
  await closeDialog(page)
  await command(page, 'New bot')
  await audit(page, 'new bot')
  await closeDialog(page)
  await page.keyboard.press('Control+k')
  await expect(dialog.getByRole('combobox')).toBeFocused()
  await audit(page, 'palette')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}

/** Runs a command by its name, as the palette finds it. */
async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog').getByRole('combobox', { name: 'Find a command' })
  await palette.fill(name)
  await palette.press('Enter')
  await expect(palette).toBeHidden()
  await expect(page.getByRole('dialog')).toBeVisible()
}

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** A new bot gets one block of each kind; what they lack fills the problems. */
async function auditKinds(page: Page): Promise<void> {
  await command(page, 'New bot')
  await page.getByRole('dialog').getByLabel('Name').fill('One of each')
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByRole('button', { name: 'One of each', exact: true })).toBeVisible()
  await page.getByRole('tab', { name: 'Blocks' }).click()
  await page.getByRole('tab', { name: 'Inspector' }).click()
  for (const [index, { name }] of KINDS.entries()) {
    await page.locator(`[data-kind="${name}"]`).click()
    await expect(page.getByText(`${index + 2} blocks`)).toBeVisible()
    await expect(page.locator('[data-inspector] [data-form]')).toBeVisible()
    await audit(page, `inspector of ${name}`, '[data-inspector]')
  }
  await page.getByRole('tab', { name: /^Problems/ }).click()
  await expect(page.getByRole('button', { name: /\d+ problems/ })).toBeVisible()
  await audit(page, 'problems and a full canvas')
  await allSaved(page)
}

async function auditLibrary(page: Page): Promise<void> {
  await page.keyboard.press('Control+o')
  await expect(page.getByRole('heading', { name: 'Bots' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^One of each/ })).toBeVisible()
  await audit(page, 'library')
  await page.getByRole('button', { name: 'More for One of each' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await audit(page, 'menu of a bot', '[data-portal]')
  await page.getByRole('menuitem', { name: 'Remove from the library' }).click()
  await expect(page.getByText('One of each was removed from the library.')).toBeVisible()
  await audit(page, 'library with a removal that can be undone')
}
