import { expect, type Page, test } from '@playwright/test'
import { audit } from './audit.ts'
import { allSaved, card, emptyFolder, openWindow, resize } from './window.ts'

/**
 * Issue 5, point 3, in one window: Casey's conversation is presented by keyboard, a test by mouse; the canvas follows,
 * nothing can be changed, and afterwards the window is as it was.
 */
test('a conversation is presented turn by turn while the canvas follows', async () => {
  const errors: string[] = []
  const window = await openWindow(emptyFolder(), errors)
  const { page } = window
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await resize(window, 1280, 800)

  await test.step('there is nothing to present before anything was said', async () => {
    await page.keyboard.press('F5')
    await expect(page.getByText('There is no conversation yet.')).toBeVisible()
    await expect(field(page)).toBeFocused()
  })
  for (const text of ['Hi', '3', '2', 'Hi']) await say(page, text)
  await expect(page.getByRole('log', { name: 'Conversation' })).toContainText('Get well soon!')
  await test.step('the conversation by keyboard', () => byKeyboard(page))
  await test.step('a test by mouse', () => byMouse(page))
  await allSaved(page)
  await window.app.close()
  expect(errors).toEqual([])
})

function field(page: Page) {
  return page.getByRole('textbox', { name: 'Message to the bot' })
}

async function say(page: Page, text: string): Promise<void> {
  await field(page).fill(text)
  await field(page).press('Enter')
}

function pane(page: Page) {
  return page.getByRole('complementary', { name: 'Presentation' })
}

function turn(page: Page) {
  return pane(page).getByRole('slider', { name: 'Turn of the conversation' })
}

/** Where the canvas looks. */
async function place(page: Page): Promise<string | null> {
  return page.locator('.react-flow__viewport').getAttribute('style')
}

async function byKeyboard(page: Page): Promise<void> {
  const before = await place(page)
  await page.keyboard.press('F5')
  await expect(pane(page)).toBeFocused()
  await expect(turn(page)).toHaveAttribute('aria-valuetext', 'Turn 1 of 4: Hi')
  await expect(page.getByRole('tab', { name: 'Try it' })).toBeHidden()
  await expect(pane(page).getByRole('status')).toContainText('Hello')
  await expect(pane(page)).not.toContainText('We are open on working days')
  const first = await place(page)

  await page.keyboard.press('Space')
  await expect(turn(page)).toHaveAttribute('aria-valuetext', 'Turn 2 of 4: 3')
  await expect(pane(page).getByRole('status')).toContainText('We are open on working days')
  await expect(card(page, 'Hours').locator('[data-glow]')).toBeInViewport()
  await expect.poll(() => place(page)).not.toBe(first)
  await audit(page, 'presentation', '[aria-label="Presentation"]')

  await page.keyboard.press('ArrowRight')
  await expect(turn(page)).toHaveAttribute('aria-valuetext', 'Turn 3 of 4: 2')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(turn(page)).toHaveAttribute('aria-valuetext', 'Turn 1 of 4: Hi')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('p')
  await pane(page).getByRole('button', { name: 'Pause' }).waitFor()
  await page.keyboard.press('p')
  await pane(page).getByRole('button', { name: 'Play' }).waitFor()
  await page.keyboard.press('p')
  await expect(turn(page)).toHaveAttribute('aria-valuetext', 'Turn 4 of 4: Hi')
  await expect(pane(page).getByRole('button', { name: 'Play' })).toBeVisible()

  await page.keyboard.press('Escape')
  await expect(pane(page)).toBeHidden()
  await expect(field(page)).toBeFocused()
  await expect.poll(() => place(page)).toBe(before)
}

async function byMouse(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save the conversation as a test' }).click()
  await page.getByLabel('Name of the test').fill('Opening hours')
  await page.getByRole('button', { name: 'Save test' }).click()
  const start = page.getByRole('button', { name: 'Present “Opening hours”' })
  await start.click()
  await expect(pane(page).getByRole('heading', { name: 'Opening hours' })).toBeVisible()
  await pane(page).getByRole('button', { name: 'A turn forth' }).click()
  await expect(turn(page)).toHaveAttribute('aria-valuetext', /^Turn 2 of 4/)
  // The click left the focus alone, so Space is still the next turn.
  await pane(page).getByRole('button', { name: 'A turn back' }).click()
  await page.keyboard.press('Space')
  await expect(turn(page)).toHaveAttribute('aria-valuetext', /^Turn 2 of 4/)
  await pane(page).getByRole('button', { name: 'End' }).click()
  await expect(pane(page)).toBeHidden()
  await expect(start).toBeFocused()
}
