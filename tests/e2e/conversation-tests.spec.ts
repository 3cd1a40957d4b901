import { expect, type Page, test } from '@playwright/test'
import { audit } from './audit.ts'
import { addEngine, startEngine } from './engine.ts'
import { allSaved, card, emptyFolder, openWindow, resize } from './window.ts'

/**
 * Issue 5, points 6, 7 and 8, in one window: a test is written by hand and by keys, coverage is painted, tests are
 * proposed, a failing test holds a publish back until a reason is given, a version is compared by what conversations
 * do, and questions about paths are answered with a conversation to play.
 */
test('conversations are written as tests, and say what a bot does', async () => {
  const engine = await startEngine(emptyFolder())
  const errors: string[] = []
  const window = await openWindow(emptyFolder(), errors)
  const { page } = window
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await resize(window, 1280, 800)
  await test.step('a test is written from scratch', () => write(page))
  await test.step('steps are moved and removed by keys, and that can be undone', () => byKeys(page))
  await test.step('what the tests come by is painted on the canvas', () => coverage(page))
  await test.step('tests are proposed for the rest', () => proposals(page))
  await shots(page, window, 'tests')
  await test.step('a failing test holds a publish back', () => publish(page, engine.url))
  await test.step('which conversations a change changes', () => compare(page))
  await shots(page, window, 'compare')
  await test.step('questions about paths', () => questions(page))
  await shots(page, window, 'paths')
  await allSaved(page)
  await window.app.close()
  await engine.stop()
  expect(errors).toEqual([])
})

function panel(page: Page, name: string) {
  return page.getByRole('region', { name, exact: true })
}

async function write(page: Page): Promise<void> {
  await page.keyboard.press('Control+Alt+w')
  const tests = panel(page, 'Tests')
  await expect(tests.getByLabel('Name of the test')).toHaveValue('Test 1')
  await tests.getByLabel('Name of the test').fill('Opening hours')
  await tests.getByRole('button', { name: 'Expect something' }).waitFor({ state: 'hidden' })
  await tests.locator('[data-step$="/0"]').click()
  await tests.getByLabel('Text', { exact: true }).fill('hello')
  await tests.getByRole('button', { name: 'Expect something' }).click()
  await tests.getByLabel('The message has to be').selectOption({ label: 'Something that contains this' })
  await tests.getByLabel('Message', { exact: true }).fill('How can we help')
  await tests.getByLabel('Message', { exact: true }).blur()
  await expect(tests.getByLabel('Goes as expected')).toBeVisible()
  await tests.getByRole('button', { name: 'Add a step', exact: true }).click()
  await tests.getByLabel('What happens').selectOption({ label: 'The customer taps an option' })
  await tests.getByLabel('Option', { exact: true }).selectOption({ label: 'Opening hours' })
  await tests.getByRole('button', { name: 'As it is now' }).click()
  await expect(tests.getByLabel('Goes as expected')).toHaveCount(2)
  await tests.getByLabel('Agents or systems change from here on').check()
  await tests.getByLabel('Agents', { exact: true }).selectOption({ label: 'Offline' })
  await audit(page, 'a test being written', '[aria-label="Tests"]')
}

async function byKeys(page: Page): Promise<void> {
  const tests = panel(page, 'Tests')
  const row = (at: number) => tests.locator(`[data-step$="/${at}"]`)
  await row(1).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(row(0)).toBeFocused()
  await expect(row(0)).toContainText('Opening hours')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(row(1)).toBeFocused()
  await expect(row(1)).toContainText('Opening hours')
  await page.keyboard.press('Insert')
  await expect(row(2)).toBeVisible()
  await row(2).focus()
  await page.keyboard.press('Delete')
  await expect(row(2)).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(row(2)).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(row(2)).toBeHidden()
  await expect(tests.getByLabel('Goes as expected')).toHaveCount(2)
}

async function coverage(page: Page): Promise<void> {
  const part = page.getByRole('region', { name: 'Coverage' })
  await expect(part.getByText(/^\d+ of \d+ · \d+ %$/).first()).toBeVisible()
  await page.keyboard.press('Control+Alt+k')
  await expect(part.getByRole('button', { name: 'Hide on the canvas' })).toBeVisible()
  await expect(page.locator('[data-covered="true"]').first()).toBeVisible()
  for (let times = 0; times < 2; times += 1) await page.keyboard.press('Control+-')
  await expect(page.getByLabel('No test comes by').first()).toBeVisible()
}

async function proposals(page: Page): Promise<void> {
  const part = page.getByRole('region', { name: 'Proposed tests' })
  await part.getByRole('button', { name: 'Propose tests for the rest' }).click()
  const kept = part.getByRole('button', { name: /^Keep / })
  await expect(kept.first()).toBeVisible()
  const count = await kept.count()
  const covered = page
    .getByRole('region', { name: 'Coverage' })
    .getByText(/^\d+ of \d+/)
    .first()
  const before = await covered.textContent()
  await kept.first().click()
  await expect(kept).toHaveCount(count - 1)
  await expect(covered).not.toHaveText(before ?? '')
  await part
    .getByRole('button', { name: /^Throw / })
    .first()
    .press('Enter')
  await expect(kept).toHaveCount(count - 2)
  await audit(page, 'proposed tests', '[aria-label="Tests"]')
}

async function publish(page: Page, url: string): Promise<void> {
  const tests = panel(page, 'Tests')
  await tests.locator('[data-step$="/0"]').click()
  await tests.getByLabel('Message', { exact: true }).fill('never said')
  await tests.getByLabel('Message', { exact: true }).blur()
  await page.keyboard.press('Control+Shift+p')
  const dialog = page.getByRole('dialog')
  await addEngine(page, url)
  await expect(dialog.getByRole('alert')).toContainText('1 of 2 tests fails:')
  const go = dialog.getByRole('button', { name: 'Save as 0.1 and publish' })
  await expect(go).toBeDisabled()
  await audit(page, 'a publish that is held back', '[data-portal]')
  await dialog.getByLabel('Publish all the same, because').fill('The words are mended next week.')
  await go.click()
  await expect(dialog.getByText('Version 0.1 is published on Local engine.')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect(tests.getByLabel('Goes as expected')).toHaveCount(2)
}

async function compare(page: Page): Promise<void> {
  const part = page.getByRole('region', { name: 'What conversations change' })
  await part.getByLabel('Compare with version').selectOption({ index: 1 })
  await expect(part.getByRole('status')).toHaveText('All 2 conversations go the same way in both.')
  await card(page, 'Welcome').click()
  await page.getByRole('tab', { name: 'Inspector' }).click()
  const text = page.getByRole('textbox', { name: 'Text', exact: true }).last()
  await text.fill('Good day!')
  await text.blur()
  await expect(part.getByRole('status')).toHaveText('2 of 2 conversations change')
  await expect(part.getByText('Good day!').first()).toBeVisible()
  await expect(part.getByText(/I am Casey/).first()).toBeVisible()
  await audit(page, 'what conversations change', '[aria-label="Tests"]')
  await part.getByText('Good day!').first().scrollIntoViewIfNeeded()
}

async function questions(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Paths' }).click()
  const part = page.getByRole('region', { name: 'Ask about paths' })
  const ask = async (question: string) => {
    await part.getByLabel('Question', { exact: true }).selectOption({ label: question })
    await part.getByRole('button', { name: 'Find out' }).press('Enter')
  }
  await ask('The longest dead end')
  await expect(part.getByRole('status')).toHaveText('There is no dead end.')
  await ask('All ways through the menus')
  await expect(part.getByRole('status')).toContainText(/\d+ ways/)
  await part.getByLabel('Question', { exact: true }).selectOption({ label: 'Is help always near?' })
  await part.getByLabel(/Count words that always work/).uncheck()
  await part.getByRole('button', { name: 'Find out' }).click()
  await expect(part.getByRole('status')).toContainText(
    'No: there is a place from which neither can be reached.',
  )
  await part.getByRole('button', { name: 'Play an example' }).click()
  await expect(
    page.getByRole('log', { name: 'Conversation' }).getByText('Talk to a person').first(),
  ).toBeVisible()
  await audit(page, 'questions about paths', '[aria-label="Paths"]')
}

async function shots(page: Page, window: Parameters<typeof resize>[0], name: string): Promise<void> {
  const folder = process.env.TESTS_SHOTS
  if (!folder) return
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const) {
      await resize(window, width, height)
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png` })
    }
  await page.emulateMedia({ colorScheme: 'light' })
  await resize(window, 1280, 800)
}
