import { expect, type Page, test } from '@playwright/test'
import { audit } from './audit.ts'
import { allSaved, card, emptyFolder, openWindow, resize } from './window.ts'

/** Issue 4, point 3, on the sample hospital: one window, by mouse and by keyboard. */
test('find, go back in time, insert on edges, follow sub-flows, export', async () => {
  const errors: string[] = []
  const window = await openWindow(emptyFolder(), errors)
  const { page } = window
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await resize(window, 1280, 800)
  await expect(card(page, 'Services')).toBeVisible()

  await test.step('find in the whole bot', () => find(page))
  await test.step('replace one and all', () => replace(page))
  await test.step('history', () => history(page))
  await allSaved(page)
  await window.app.close()
  expect(errors).toEqual([])
})

/** A block of the sample by the name in its id, for titles repeat. */
const block = (page: Page, name: string) => page.locator(`.react-flow__node[data-id="block_${name}"]`)
const panelOf = (page: Page) => page.getByRole('region', { name: 'Find' })

async function find(page: Page): Promise<void> {
  const { keyboard } = page
  const panel = panelOf(page)
  const text = page.getByRole('textbox', { name: 'Find in the bot' })
  await keyboard.press('Control+f')
  await expect(text).toBeFocused()
  await audit(page, 'find, empty', '[data-panel="find"]')
  await keyboard.type('cardiology')
  await expect(panel.getByRole('option')).toHaveCount(8)
  await expect(panel.getByText('8 matches')).toBeVisible()

  // Enter goes on through the matches, in another flow too, and the letters still go into the field.
  await keyboard.press('Enter')
  await expect(block(page, 'department')).toHaveClass(/selected/)
  await expect(page.locator('[data-found="true"]')).toContainText(/./)
  await expect(panel.getByText('1 of 8')).toBeVisible()
  await expect(text).toBeFocused()
  await keyboard.press('F3')
  await expect(panel.getByText('2 of 8')).toBeVisible()
  await expect(block(page, 'cardiology')).toHaveClass(/selected/)
  await keyboard.press('Shift+F3')
  await keyboard.press('Shift+Enter')
  await expect(panel.getByText('8 of 8')).toBeVisible()
  await keyboard.press('Shift+Enter')
  await expect(block(page, 'departments')).toHaveClass(/selected/)
  await shot(page, 'find')
  await audit(page, 'find, with matches', '[data-panel="find"]')

  // A double click puts the cursor on the match.
  await panel.getByRole('option').nth(6).dblclick()
  const field = page.locator('[data-inspector]').getByLabel('Text', { exact: true })
  await expect(field).toBeFocused()
  expect(await page.evaluate(() => String(getSelection()))).toBe('Cardiology')

  // What is marked is looked for; filters narrow it.
  await keyboard.press('Control+f')
  await expect(text).toHaveValue('Cardiology')
  await page.getByRole('button', { name: 'Match case' }).click()
  await expect(panel.getByText('4 matches')).toBeVisible()
  await panel.getByText('This flow').click()
  await expect(panel.getByText('1 match', { exact: true })).toBeVisible()
  await panel.getByText('Whole bot', { exact: true }).first().click()
  await page.getByRole('button', { name: 'All places' }).click()
  await page.getByRole('checkbox', { name: 'Texts' }).uncheck()
  await page.keyboard.press('Escape')
  await expect(panel.getByText('2 matches')).toBeVisible()
  await page.getByRole('button', { name: '8 kinds of places' }).click()
  await audit(page, 'kinds of places', '[data-portal]')
  await page.getByRole('dialog').getByRole('button', { name: 'All places' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Match case' }).click()
}

async function replace(page: Page): Promise<void> {
  const { keyboard } = page
  const panel = panelOf(page)
  await keyboard.press('Control+h')
  await page.getByRole('textbox', { name: 'Find in the bot' }).fill('PHONE')
  await page.getByRole('textbox', { name: 'Replace with' }).fill('MOBILE')
  await page.getByRole('button', { name: 'Match case' }).click()
  await panel.getByRole('button', { name: 'Replace all' }).click()
  await expect(panel.getByText(/Replaced \d+ match/)).toBeVisible()
  await audit(page, 'replaced', '[data-panel="find"]')
  await expect(page.getByRole('button', { name: /^Undo: Replace \d+ × “PHONE”/ })).toBeEnabled()
  await page.getByRole('tab', { name: 'Variables' }).click()
  await expect(page.getByText('MOBILE', { exact: true })).toBeVisible()
  await keyboard.press('Control+f')

  // A name that is taken is refused with its reason, and nothing of it is half done.
  await page.getByRole('textbox', { name: 'Find in the bot' }).fill('MOBILE')
  await page.getByRole('button', { name: 'Show replacing' }).click()
  await page.getByRole('textbox', { name: 'Replace with' }).fill('AGE')
  await panel.getByRole('button', { name: 'Replace all' }).click()
  await expect(panel.getByText('There already is a variable named AGE.')).toBeVisible()
  await shot(page, 'refused')
  await audit(page, 'refused', '[data-panel="find"]')

  // One at a time.
  await page.getByRole('button', { name: 'Match case' }).click()
  await page.getByRole('textbox', { name: 'Find in the bot' }).fill('two visitors')
  await page.getByRole('textbox', { name: 'Replace with' }).fill('Three visitors')
  await keyboard.press('Enter')
  await expect(block(page, 'visits')).toHaveClass(/selected/)
  await keyboard.press('Enter')
  await expect(block(page, 'visits')).toContainText('Three visitors')
  await expect(page.getByRole('button', { name: 'Undo: Replace “two visitors”' })).toBeEnabled()
}

async function history(page: Page): Promise<void> {
  const { keyboard } = page
  await block(page, 'visits').click()
  await keyboard.press('Shift+ArrowDown')
  await expect(page.getByRole('button', { name: 'Undo: Move 1 block' })).toBeEnabled()
  await keyboard.press('Control+Alt+z')
  const list = page.getByRole('listbox', { name: 'History' })
  await expect(list).toBeFocused()
  await expect(list.getByRole('option')).toHaveText([
    /^Move 1 blockNowDesigner · .+/,
    /^Replace “two visitors”/,
    /^Replace \d+ × “PHONE”/,
    'As it was at the beginning',
  ])
  await audit(page, 'history', '[data-portal]')
  await keyboard.press('End')
  await keyboard.press('ArrowUp')
  await keyboard.press('Enter')
  await expect(list.getByRole('option', { name: /undone$/ })).toHaveCount(2)
  await expect(block(page, 'visits')).toContainText('Two visitors')
  await shot(page, 'history')
  await audit(page, 'history with steps taken back', '[data-portal]')
  await list.getByRole('option').first().click()
  await expect(list.getByRole('option', { name: /undone$/ })).toHaveCount(0)
  await expect(block(page, 'visits')).toContainText('Three visitors')
  await keyboard.press('Escape')
  await expect(list).toBeHidden()
}

async function shot(page: Page, name: string): Promise<void> {
  if (!process.env.SHOTS) return
  await page.screenshot({ path: `/tmp/shots-find/${name}.png` })
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await page.screenshot({ path: `/tmp/shots-find/${name}-dark.png` })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
}
