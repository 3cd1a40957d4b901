import { expect, type Page, test } from '@playwright/test'
import { audit } from './audit.ts'
import { allSaved, card, emptyFolder, openWindow, resize } from './window.ts'

/**
 * Two views of one model (requirements.md NHN-13, NHN-14, NHN-15): a bot is written as a script with the keyboard
 * alone, seen on the canvas, changed there, seen in the script, and talked to until its end.
 */
test('a bot is built in Steps, step by step', async () => {
  const errors: string[] = []
  const window = await openWindow(emptyFolder(), errors)
  const { page } = window
  const { keyboard } = page
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await resize(window, 1280, 800)
  const said = page.locator('[data-steps] [role="status"]')

  await test.step('a new bot, in Steps by its shortcut', async () => {
    await keyboard.press('Control+n')
    await expect(page.getByRole('dialog').getByLabel('Name')).toBeFocused()
    await keyboard.type('Script')
    await keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Script', exact: true })).toBeVisible()
    await keyboard.press('Control+Shift+s')
    await expect(step(page, 1, 'Entry')).toBeFocused()
  })
  await test.step('a welcome, written in its form', async () => {
    await addStep(page, 'mess')
    await expect(said).toHaveText('Step 2 added: Message')
    await expect(step(page, 2, 'Message')).toBeFocused()
    await write(page, 'Text', 'Welcome to the clinic')
    await expect(step(page, 2, 'Message')).toBeFocused()
    await expect(step(page, 2, 'Message')).toContainText('Welcome to the clinic')
  })
  await test.step('a menu of two options', () => addMenu(page))
  await test.step('what follows each option', async () => {
    await addStep(page, 'question')
    await expect(step(page, 4, 'Question')).toBeFocused()
    await write(page, 'Question', 'Which day?')
    await addStep(page, 'end')
    await expect(step(page, 5, 'End')).toBeFocused()
    await keyboard.press('3')
    await expect(step(page, 3, 'Menu')).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
  })
  await page.screenshot({ path: '/tmp/steps-1.png' })
  await audit(page, 'steps', 'main')
  await allSaved(page)
  await window.app.close()
  expect(errors).toEqual([])
})

function step(page: Page, number: number, title: string) {
  return page.getByRole('row', { name: new RegExp(`^Step ${number}, ${title}\\b`) })
}

/** Adds a step of a kind after the one that has the focus. */
async function addStep(page: Page, sought: string): Promise<void> {
  await page.keyboard.press('+')
  await expect(page.getByRole('combobox', { name: /^Search/ })).toBeFocused()
  await page.keyboard.type(sought)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox')).toBeHidden()
}

/** Enter leads into the form, Escape back to the step. */
async function write(page: Page, field: string, text: string): Promise<void> {
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-inspector]').getByLabel(field, { exact: true })).toBeFocused()
  await page.keyboard.type(text)
  await page.keyboard.press('Escape')
}

async function addMenu(page: Page): Promise<void> {
  await addStep(page, 'shows numbered')
  await expect(step(page, 3, 'Menu')).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('How can we help?')
  await page.screenshot({ path: '/tmp/steps-0.png' })
  await page.keyboard.press('Escape')
}
