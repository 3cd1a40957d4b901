import { expect, type Locator, type Page, test } from '@playwright/test'
import { audit } from './audit.ts'
import { allSaved, card, emptyFolder, openWindow, resize } from './window.ts'

/**
 * Two views of one model (requirements.md NHN-13, NHN-14, NHN-15): a bot is written as a script with the keyboard
 * alone, seen on the canvas, changed there, seen in the script, and talked to until its end.
 */
test('a bot is built in Steps with the keyboard alone', async () => {
  const errors: string[] = []
  const userData = emptyFolder()
  const window = await openWindow(userData, errors)
  const { page } = window
  const { keyboard } = page
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await resize(window, 1280, 800)

  await test.step('a new bot, in Steps by the shortcut', async () => {
    await keyboard.press('Control+n')
    await expect(page.getByRole('dialog').getByLabel('Name')).toBeFocused()
    await keyboard.type('Script')
    await keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Script', exact: true })).toBeVisible()
    await keyboard.press('Control+Shift+s')
    await expect(step(page, 1, 'Entry')).toBeFocused()
  })
  await test.step('welcome, menu, question and end', () => writeScript(page))
  await test.step('the audit', async () => {
    await audit(page, 'steps', 'main')
    await keyboard.press('Shift+F10')
    await expect(page.getByRole('menu')).toBeVisible()
    await audit(page, 'menu of a step', '[data-portal]')
    await keyboard.press('Escape')
    await keyboard.press('+')
    await expect(page.getByRole('listbox')).toBeVisible()
    await audit(page, 'list of kinds', '[data-portal]')
    await keyboard.press('Escape')
    await expect(step(page, 3, 'Menu')).toBeFocused()
  })
  await test.step('steps are added, copied, moved and deleted; undo takes it back', () => changeScript(page))
  await test.step('the canvas shows the same, and Steps what is changed there', () => changeOnCanvas(page))
  await test.step('the simulator marks the step that waits, up to the end', () => tryIt(page))
  await test.step('all of it by mouse as well', () => useMouse(page))
  await allSaved(page)
  await window.app.close()

  await test.step('the view is remembered', async () => {
    const again = await openWindow(userData, errors)
    await expect(step(again.page, 3, 'Menu')).toBeVisible()
    await again.app.close()
  })
  expect(errors).toEqual([])
})

function step(page: Page, number: number, title: string): Locator {
  return page.getByRole('row', { name: new RegExp(`^Step ${number}, ${title}(,|$)`) })
}

/** What was read out last. */
function said(page: Page): Locator {
  return page.locator('[data-steps] [role="status"]')
}

/** Adds a step of a kind after the one that has the focus. */
async function addStep(page: Page, sought: string): Promise<void> {
  await page.keyboard.press('+')
  await choose(page, sought)
}

async function choose(page: Page, sought: string): Promise<void> {
  await expect(page.getByRole('combobox', { name: /^Search/ })).toBeFocused()
  await page.keyboard.type(sought)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox')).toBeHidden()
}

async function press(page: Page, key: string, times: number): Promise<void> {
  for (let at = 0; at < times; at += 1) await page.keyboard.press(key)
}

/** Presses a key until a control has the focus, at most as often as a form has fields. */
async function pressUntil(page: Page, key: string, control: Locator): Promise<void> {
  for (let presses = 0; presses < 12; presses += 1) {
    if (await control.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  await expect(control).toBeFocused()
}

async function writeScript(page: Page): Promise<void> {
  const { keyboard } = page
  const form = page.locator('[data-inspector]')
  await addStep(page, 'mess')
  await expect(said(page)).toHaveText('Step 2 added: Message')
  await expect(step(page, 2, 'Message')).toBeFocused()
  await keyboard.press('Enter')
  await expect(form.getByRole('textbox', { name: 'Text', exact: true })).toBeFocused()
  await keyboard.type('Welcome to the clinic')
  await keyboard.press('Escape')
  await expect(step(page, 2, 'Message')).toBeFocused()
  await expect(step(page, 2, 'Message')).toContainText('Welcome to the clinic')

  await addStep(page, 'menu')
  await expect(step(page, 3, 'Menu')).toBeFocused()
  await keyboard.press('Enter')
  await expect(form.getByRole('textbox', { name: 'Question above the options', exact: true })).toBeFocused()
  await keyboard.type('How can we help?')
  const first = form.getByRole('textbox', { name: 'Option 1', exact: true })
  await pressUntil(page, 'Tab', first)
  await keyboard.type('Book')
  await keyboard.press('Enter')
  await expect(form.getByRole('textbox', { name: 'Option 2', exact: true })).toBeFocused()
  await keyboard.type('Leave')
  await expect(step(page, 3, 'Menu')).toContainText('Option 2 · Leave')
  await keyboard.press('Escape')
  await expect(step(page, 3, 'Menu')).toBeFocused()

  await addStep(page, 'question')
  await expect(step(page, 4, 'Question')).toBeFocused()
  await keyboard.press('Enter')
  await expect(form.locator(':focus')).toBeVisible()
  await keyboard.type('Which day?')
  await keyboard.press('Escape')
  await addStep(page, 'end')
  await expect(step(page, 5, 'End')).toBeFocused()

  // By its number to the menu, along its ways to the second option, and from there to the end.
  await keyboard.press('3')
  await expect(step(page, 3, 'Menu')).toBeFocused()
  await press(page, 'ArrowRight', 3)
  await expect(page.getByRole('button', { name: 'Option 2 · Leave: lead to…' })).toBeFocused()
  await keyboard.press('Enter')
  await choose(page, '5 end')
  await expect(said(page)).toHaveText('Option 2 · Leave leads to step 5 · End')
  await expect(step(page, 3, 'Menu')).toBeFocused()
  await keyboard.press('Shift+F10')
  const main = page.getByRole('menuitem', { name: 'Make it the main menu' })
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await pressUntil(page, 'ArrowDown', main)
  await keyboard.press('Enter')
  await expect(said(page)).toHaveText('Menu is the main menu now')
}

async function changeScript(page: Page): Promise<void> {
  const { keyboard } = page
  await keyboard.press('w')
  await expect(step(page, 3, 'Menu')).toBeFocused()
  await keyboard.press('ArrowUp')
  await addStep(page, 'delay')
  await expect(step(page, 3, 'Delay')).toBeFocused()
  await expect(step(page, 4, 'Menu')).toBeVisible()
  await keyboard.press('Alt+ArrowUp')
  await expect(said(page)).toHaveText('Delay is step 2 now')
  await expect(step(page, 2, 'Delay')).toBeFocused()
  await keyboard.press('Control+d')
  await expect(step(page, 3, 'Delay')).toBeFocused()
  await keyboard.press('Control+z')
  await expect(said(page)).toHaveText('Undone: Duplicate Delay')
  await expect(page.getByRole('row', { name: /Delay/ })).toHaveCount(1)
  await expect(page.getByRole('row').and(page.locator(':focus'))).toBeVisible()
  await keyboard.press('2')
  await expect(step(page, 2, 'Delay')).toBeFocused()
  await keyboard.press('Control+c')
  await keyboard.press('Control+v')
  await expect(step(page, 3, 'Delay')).toBeFocused()
  await keyboard.press('Control+x')
  await expect(page.getByRole('row', { name: /Delay/ })).toHaveCount(1)
  await expect(step(page, 3, 'Message')).toBeFocused()
  await keyboard.press('ArrowUp')
  await keyboard.press('Delete')
  await expect(said(page)).toHaveText('Delay deleted')
  await expect(step(page, 2, 'Message')).toBeFocused()
  await expect(step(page, 1, 'Entry')).toContainText('goes on with the next step')
  await keyboard.press('F2')
  await expect(
    page.locator('[data-inspector]').getByRole('textbox', { name: 'Title', exact: true }),
  ).toBeFocused()
  await keyboard.type('Hello')
  await expect(step(page, 2, 'Hello')).toBeVisible()
  await keyboard.press('Escape')
  await expect(step(page, 2, 'Hello')).toBeFocused()
}

async function changeOnCanvas(page: Page): Promise<void> {
  const { keyboard } = page
  await keyboard.press('End')
  await expect(step(page, 5, 'End')).toBeFocused()
  await keyboard.press('Control+Shift+s')
  await expect(page.getByRole('application', { name: /^Canvas of the flow/ })).toBeFocused()
  await expect(page.getByText('5 blocks')).toBeVisible()
  await expect(card(page, 'End')).toHaveClass(/selected/)
  await expect(card(page, 'Menu').locator('[data-connected="true"]')).toHaveCount(2)
  await expect.poll(() => overlaps(page)).toBe(false)
  await keyboard.press('Enter')
  await expect(page.locator('[data-inspector] :focus')).toBeVisible()
  await pressUntil(page, 'Tab', page.locator('[data-inspector]').getByRole('textbox', { name: 'Last text' }))
  await keyboard.type('See you on your day')
  await keyboard.press('Control+Shift+s')
  await expect(step(page, 5, 'End')).toContainText('See you on your day')
}

/** Whether any two cards lie on each other. */
async function overlaps(page: Page): Promise<boolean> {
  // Of one moment: the canvas may still be on its way.
  const boxes = await page
    .locator('.react-flow__node')
    .evaluateAll(nodes => nodes.map(node => node.getBoundingClientRect().toJSON() as DOMRect))
  return boxes.some((a, at) =>
    boxes
      .slice(at + 1)
      .some(b => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
  )
}

async function useMouse(page: Page): Promise<void> {
  const menu = step(page, 3, 'Menu')
  await menu.getByRole('button', { name: 'Change where “Option 2 · Leave” leads' }).click()
  await page.getByRole('option', { name: 'Nowhere' }).click()
  await expect(said(page)).toHaveText('Option 2 · Leave leads nowhere now')
  await menu.getByRole('button', { name: 'Option 2 · Leave: lead to…' }).click()
  await page.getByRole('option', { name: 'Handover' }).click()
  await expect(step(page, 6, 'Handover')).toBeFocused()
  await page.getByRole('button', { name: 'Add an entry' }).click()
  await expect(step(page, 7, 'Entry')).toBeFocused()
  await step(page, 2, 'Hello').getByRole('button', { name: 'Add a step after this one' }).click()
  await page.getByRole('option', { name: 'Random split' }).click()
  await expect(step(page, 3, 'Random split')).toBeFocused()
  await step(page, 4, 'Menu').getByRole('button', { name: /^More/ }).click()
  await page.getByRole('menuitem', { name: 'Show on the canvas' }).click()
  await expect(card(page, 'Menu')).toHaveClass(/selected/)
  await expect.poll(() => overlaps(page)).toBe(false)
  await page.getByRole('button', { name: 'Steps', exact: true }).click()
  await step(page, 3, 'Random split').click({ position: { x: 300, y: 20 } })
  await page.keyboard.press('Delete')
  await expect(step(page, 3, 'Menu')).toBeFocused()
}

async function tryIt(page: Page): Promise<void> {
  const { keyboard } = page
  const log = page.getByRole('log')
  await keyboard.press('Escape')
  await keyboard.press('Control+Enter')
  await expect(page.getByRole('textbox', { name: 'Message to the bot' })).toBeFocused()
  await keyboard.type('Hi')
  await keyboard.press('Enter')
  await expect(log.getByText('Welcome to the clinic')).toBeVisible()
  await expect(step(page, 3, 'Menu')).toHaveAttribute('aria-current', 'step')
  await keyboard.type('1')
  await keyboard.press('Enter')
  await expect(log.getByText('Which day?')).toBeVisible()
  await expect(step(page, 4, 'Question')).toHaveAttribute('aria-current', 'step')
  await keyboard.type('Monday')
  await keyboard.press('Enter')
  await expect(log.getByText('See you on your day')).toBeVisible()
  await expect(page.locator('[aria-current="step"]')).toHaveCount(0)
}
