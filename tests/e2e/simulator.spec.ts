import { expect, type Page, test } from '@playwright/test'
import { audit } from './audit.ts'
import { allSaved, card, emptyFolder, openWindow, resize } from './window.ts'

/**
 * Issue 4, point 8, in one window: a conversation with Casey goes back, parts, is played again after an edit, pauses at
 * a breakpoint, is explained, and is kept as a test that fails when the bot changes and passes when it is mended.
 */
test('a conversation is tried, looked into and kept', async () => {
  const errors: string[] = []
  const window = await openWindow(emptyFolder(), errors)
  const { page } = window
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await resize(window, 1280, 800)
  await page.keyboard.press('Control+Enter')
  await expect(field(page)).toBeFocused()

  await test.step('the customer has a name and no phone number, and a place to be', () => surroundings(page))
  await test.step('what the bot says is announced', async () => {
    await say(page, 'Hi')
    await expect(page.locator('[data-announcer]')).toContainText('Hello Ana!')
    await expect(page.locator('[data-announcer]')).toContainText('How can we help you today?')
  })
  await test.step('going back and saying something else is a branch', () => branches(page))
  await test.step('played again after an edit, the first turn that differs is marked', () => playAgain(page))
  await test.step('why a rule took a message', () => why(page))
  await test.step('the conversation becomes a test, which fails when the bot changes', () => keepTest(page))
  await test.step('a breakpoint pauses before its block', () => breakpoint(page))
  await test.step('the clock goes to a date, and a voice message is sent', () => clockAndVoice(page))
  await test.step('the fewest turns to each goal', () => paths(page))
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

function log(page: Page) {
  return page.getByRole('log', { name: 'Conversation' })
}

async function surroundings(page: Page): Promise<void> {
  await page.getByTitle('Customer and surroundings').click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Name', { exact: true }).fill('Ana')
  await sheet.getByLabel('Name', { exact: true }).press('Enter')
  await sheet.getByLabel('Has a phone number').uncheck()
  await audit(page, 'customer and surroundings', '[data-portal]')
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(page.getByText('Web · English · Ana · no phone number')).toBeVisible()
}

async function branches(page: Page): Promise<void> {
  const turns = page.getByRole('slider', { name: 'Turn of the conversation' })
  await say(page, '3')
  await expect(log(page)).toContainText('We are open on working days')
  await page.getByRole('button', { name: 'A turn back' }).click()
  await expect(log(page)).not.toContainText('We are open on working days')
  await expect(turns).toHaveAttribute('aria-valuetext', 'Turn 1 of 2: Hi')
  await say(page, '4')
  await expect(log(page)).toContainText('Leave your phone number')
  await page.getByRole('button', { name: /^Turns/ }).click()
  await audit(page, 'timeline with branches', 'aside:last-of-type')
  await page.getByRole('button', { name: 'What was tried here before' }).click()
  await expect(log(page)).toContainText('We are open on working days')
  await expect(log(page)).not.toContainText('Leave your phone number')
  await turns.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(turns).toHaveAttribute('aria-valuetext', 'Turn 1 of 2: Hi')
  await page.keyboard.press('ArrowRight')
  await expect(log(page)).toContainText('We are open on working days')
}

async function writeHours(page: Page, text: string): Promise<void> {
  await card(page, 'Hours').click()
  await page.getByRole('tab', { name: 'Inspector' }).click()
  const words = page.locator('[data-inspector]').getByLabel('Text', { exact: true })
  await words.fill(text)
  await words.blur()
  await page.getByRole('tab', { name: 'Try it' }).click()
}

async function playAgain(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Say the same again to the bot as it is now' }).click()
  await expect(log(page)).toContainText('nothing differs')
  await writeHours(page, 'Always open.')
  await page.getByRole('button', { name: 'Say the same again to the bot as it is now' }).click()
  await expect(log(page)).toContainText('turn 2 is the first that differs')
  await expect(log(page)).toContainText('Always open.')
  await page.getByRole('button', { name: /^Turns/ }).click()
  await expect(page.getByText('differs', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: /^Turns/ }).click()
}

/** requirements.md NHN-33, D-20. */
async function why(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Why', exact: true }).click()
  const part = page.getByRole('region', { name: 'Why', exact: true })
  await expect(part.locator('[data-verdict="taken"]')).toContainText('Answers the waiting block')
  await expect(part).toContainText('not one of its words')
  await expect(part).toContainText('was not asked')
  await audit(page, 'why', 'aside:last-of-type')
  await page.getByRole('button', { name: 'Why', exact: true }).click()
}

async function keepTest(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save the conversation as a test' }).click()
  const sheet = page.getByRole('form', { name: 'Save the conversation as a test' })
  await sheet.getByLabel('Name of the test').fill('Opening hours')
  await sheet.getByLabel('Tags').fill('hours, smoke')
  await audit(page, 'saving a test', 'aside:last-of-type')
  await sheet.getByRole('button', { name: 'Save test' }).click()
  const panel = page.getByRole('region', { name: 'Tests', exact: true })
  await expect(panel.getByText('1 test passed')).toBeVisible()
  await writeHours(page, 'Closed today.')
  await expect(panel.getByLabel('Passed, before the bot was changed')).toBeVisible()
  await panel.getByRole('button', { name: 'Play these tests' }).click()
  await expect(panel.getByText('1 of 1 tests failed')).toBeVisible()
  await expect(panel).toContainText('Step 2 of 2, “3”')
  await expect(panel).toContainText('Always open.')
  await expect(panel).toContainText('Closed today.')
  await panel.getByRole('button', { name: /Opening hours.*2 steps/ }).click()
  await audit(page, 'tests with a difference', '[role="tabpanel"]')
  await panel.getByRole('button', { name: 'Show the talk' }).click()
  await expect(log(page)).toContainText('Closed today.')
  await writeHours(page, 'Always open.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Shift+t')
  await expect(panel.getByText('1 test passed')).toBeVisible()
  await panel.getByRole('button', { name: 'Delete “Opening hours”' }).click()
  await expect(panel).toContainText('A test is a conversation that should always go the same way.')
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(panel.getByRole('button', { name: /Opening hours.*2 steps/ })).toBeVisible()
}

/** Another card shows the same word. */
function services(page: Page) {
  return page.locator('[data-id="block_services"]')
}

/** docs/decisions/0015. */
async function breakpoint(page: Page): Promise<void> {
  await page.getByTitle('Show “Services” on the canvas').last().click()
  await expect(services(page)).toHaveClass(/selected/)
  await page.keyboard.press('F9')
  await expect(services(page).getByLabel('Tried conversations pause here')).toBeVisible()
  await page.getByRole('button', { name: 'Start again' }).click()
  await say(page, 'Hi')
  const pause = page.getByRole('region', { name: 'Paused' })
  await expect(pause).toContainText('Paused before “Services”')
  await expect(log(page)).toContainText('Hello Ana!')
  await expect(log(page)).not.toContainText('How can we help you today?')
  await audit(page, 'paused', 'aside:last-of-type')
  await pause.getByRole('button', { name: 'Step' }).press('Enter')
  await expect(log(page)).toContainText('How can we help you today?')
  await expect(pause).toBeHidden()
  await services(page).click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^Pause here/ }).click()
  await expect(services(page).getByLabel('Tried conversations pause here')).toBeHidden()
}

async function clockAndVoice(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Let something else happen' }).click()
  await page.getByRole('menuitem', { name: 'Sends a voice message…' }).click()
  await page.getByRole('form', { name: 'Send a voice message' }).getByRole('button', { name: 'Send' }).click()
  await expect(log(page)).toContainText('7 seconds')
  await page.getByRole('button', { name: /^Clock/ }).click()
  await page.getByRole('menuitem', { name: 'Until a date…' }).click()
  const form = page.getByRole('form', { name: 'Let time pass until a date' })
  await form.getByLabel('Date and time (UTC)').fill('2020-01-01T00:00')
  await expect(form).toContainText('That is not after the present time')
  await form.getByLabel('Date and time (UTC)').fill('2031-01-01T08:00')
  await form.getByRole('button', { name: 'Let time pass' }).click()
  await expect(page.getByRole('button', { name: /^Clock: Wed 08:00/ })).toBeVisible()
  await expect(log(page)).toContainText('the customer did not answer in time')
}

async function paths(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Paths' }).click()
  const panel = page.getByRole('region', { name: 'Paths' })
  const goal = panel.getByRole('button', { name: 'Call the reception · 5 turns' })
  await expect(goal).toBeVisible()
  await goal.click()
  await expect(card(page, 'Call the reception').locator('[data-glow="active"]')).toBeVisible()
  await audit(page, 'paths')
}
