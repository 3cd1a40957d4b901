import { expect, type Locator, type Page, test } from '@playwright/test'
import { allSaved, card, emptyFolder, openWindow, resize, type Window } from './window.ts'

/**
 * The small shop of the README's five-minute tour (requirements.md NHN-150, commerce), from the blank page: once with
 * the mouse on the canvas and once with nothing but the keyboard in Steps. What is pressed is what the tour says.
 */
test('the shop of the tour is drawn with the mouse', async () => {
  const { window, errors } = await begin()
  const { page } = window
  await page.getByRole('button', { name: 'Parley menu' }).click()
  await page.getByRole('menuitem', { name: /^New bot/ }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Corner shop')
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(card(page, 'Entry')).toBeVisible()
  for (let times = 0; times < 2; times += 1) await page.getByRole('button', { name: 'Zoom out' }).click()
  await expect(page.getByRole('button', { name: /^Zoom 64 percent/ })).toBeVisible()
  await moveEntry(page)
  await test.step('catalogue, cart and checkout', () => drawBuying(page))
  await test.step('order status and cancelling', () => drawStatus(page))
  await test.step('a person', () => drawPerson(page))
  await expect(page.getByRole('button', { name: 'No problems' })).toBeVisible()
  await page.getByRole('button', { name: 'Try it', exact: true }).click()
  await test.step('it sells, and tells where an order is', () => converse(page))
  await page.getByRole('button', { name: 'Save the conversation as a test' }).click()
  await page
    .getByRole('form', { name: 'Save the conversation as a test' })
    .getByRole('button', { name: 'Save test' })
    .click()
  await finish(page, window, errors)
})

test('the shop of the tour is written with the keyboard alone', async () => {
  const { window, errors } = await begin()
  const { page } = window
  const { keyboard } = page
  await keyboard.press('Control+n')
  await expect(page.getByRole('dialog').getByLabel('Name')).toBeFocused()
  await keyboard.type('Corner shop')
  await keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Corner shop', exact: true })).toBeVisible()
  await keyboard.press('Control+Shift+s')
  await expect(step(page, 'Entry')).toBeFocused()
  await test.step('catalogue, cart and checkout', () => writeBuying(page))
  await test.step('order status and cancelling', () => writeStatus(page))
  await test.step('a person', () => writePerson(page))
  await expect(page.getByRole('button', { name: 'No problems' })).toBeVisible()
  await keyboard.press('Control+Enter')
  await test.step('it sells, and tells where an order is', () => converse(page))
  await pressUntil(page, 'Shift+Tab', page.getByRole('button', { name: 'Save the conversation as a test' }))
  await keyboard.press('Enter')
  await expect(page.getByLabel('Name of the test')).toBeFocused()
  await keyboard.press('Enter')
  await finish(page, window, errors)
})

async function begin(): Promise<{ window: Window; errors: string[] }> {
  const errors: string[] = []
  const window = await openWindow(emptyFolder(), errors)
  await window.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await resize(window, 1600, 1000)
  return { window, errors }
}

async function finish(page: Page, window: Window, errors: string[]): Promise<void> {
  await expect(page.getByRole('region', { name: 'Tests' }).getByText('1 test passed')).toBeVisible()
  await allSaved(page)
  if (process.env.TOUR_SHOTS) await page.screenshot({ path: `${process.env.TOUR_SHOTS}/end.png` })
  await window.app.close()
  expect(errors).toEqual([])
}

const ORDERS = 'https://shop.example/orders'

async function drawBuying(page: Page): Promise<void> {
  await follow(page, 'Entry', 'next', 'Menu', [480, 150])
  await write(page, 'Question above the options', 'Welcome to the corner shop! What can we do for you?')
  await options(page, 'Buy something', 'Where is my order?', 'Talk to a person')
  await form(page).getByRole('button', { name: 'Mark the menu block' }).click()
  await follow(page, 'Menu', 'Buy something', 'Menu', [670, 150], 'Catalogue')
  await write(page, 'Question above the options', 'What would you like?')
  await options(page, 'Green tea, 4.50', 'Coffee, 6.00')
  await follow(page, 'Catalogue', 'Green tea', 'Set variable', [850, 150], 'Tea')
  await newVariable(page, 'Variable 1', 'TOTAL (number)')
  await write(page, 'New value of TOTAL', 'TOTAL + 4.5')
  await follow(page, 'Catalogue', 'Coffee', 'Set variable', [850, 250], 'Coffee')
  await chooseVariable(page, 'Variable 1', 'TOTAL')
  await write(page, 'New value of TOTAL', 'TOTAL + 6')
  await follow(page, 'Tea', 'next', 'Menu', [1030, 200], 'Cart')
  await write(page, 'Question above the options', 'That is {{TOTAL}} so far.')
  await options(page, 'Check out', 'Something else')
  await lead(page, 'Coffee', 'next', 'Cart')
  await lead(page, 'Cart', 'Something else', 'Catalogue')
  await follow(page, 'Cart', 'Check out', 'API call', [670, 380], 'Checkout')
  await request(page, 'POST', ORDERS, '{"number": "A1042", "pay": "https://pay.example/A1042"}')
  await take(page, 'number')
  await take(page, 'pay')
  await follow(page, 'Checkout', 'with an answer', 'End', [850, 330])
  await write(page, 'Last text', 'Your order is {{NUMBER}}. Pay here: {{PAY}}')
  await follow(page, 'Checkout', 'when it fails', 'End', [850, 420], 'Sorry')
  await write(page, 'Last text', 'Our till does not answer. Please try again later.')
}

async function drawStatus(page: Page): Promise<void> {
  await follow(page, 'Menu', 'Where is my order?', 'Question', [480, 560])
  await write(page, 'Question', 'What is the number of your order?')
  await chooseVariable(page, 'Keep the answer in', 'NUMBER')
  await follow(page, 'Question', 'answered', 'API call', [670, 560], 'Status')
  await request(page, 'GET', `${ORDERS}/{{NUMBER}}`, '{"state": "packed"}')
  await take(page, 'state')
  await lead(page, 'Status', 'when it fails', 'Sorry')
  await follow(page, 'Status', 'with an answer', 'Condition', [850, 560])
  await form(page).getByRole('button', { name: 'Add rule' }).click()
  await chooseVariable(page, 'What rule 1 looks at', 'STATE')
  await write(page, 'Value of rule 1', 'sent')
  await follow(page, 'Condition', 'STATE == "sent"', 'End', [1030, 520], 'Sent')
  await write(page, 'Last text', 'Order {{NUMBER}} is on its way.')
  await follow(page, 'Condition', 'otherwise', 'Menu', [1030, 620], 'Packed')
  await write(page, 'Question above the options', 'We are packing order {{NUMBER}}.')
  await options(page, 'Cancel it', 'Keep it')
  await lead(page, 'Packed', 'Keep it', 'Menu')
  await follow(page, 'Packed', 'Cancel it', 'API call', [670, 740], 'Cancel')
  await request(page, 'DELETE', `${ORDERS}/{{NUMBER}}`, '{}')
  await lead(page, 'Cancel', 'when it fails', 'Sorry')
  await follow(page, 'Cancel', 'with an answer', 'End', [850, 740], 'Cancelled')
  await write(page, 'Last text', 'Order {{NUMBER}} is cancelled.')
}

async function drawPerson(page: Page): Promise<void> {
  await follow(page, 'Menu', 'Talk to a person', 'Handover', [480, 720])
  await write(page, 'Text before', 'One moment, a colleague takes over.')
  await form(page).getByRole('button', { name: 'Add the question before' }).click()
}

/** Buys a tea and a coffee. */
async function converse(page: Page): Promise<void> {
  const log = page.getByRole('log')
  const field = page.getByRole('textbox', { name: 'Message to the bot' })
  await expect(field).toBeFocused()
  const turns = [
    ['Hi', 'Welcome to the corner shop!'],
    ['1', 'What would you like?'],
    ['1', 'That is 4.5 so far.'],
    ['2', 'What would you like?'],
    ['2', 'That is 10.5 so far.'],
    ['1', 'Your order is A1042. Pay here: https://pay.example/A1042'],
  ] as const
  for (const [said, answer] of turns) {
    await page.keyboard.type(said)
    await page.keyboard.press('Enter')
    await expect(log.getByText(answer).last()).toBeVisible()
  }
}

function form(page: Page): Locator {
  return page.locator('[data-inspector]')
}

/** The Entry goes to the upper left corner, where a flow begins. */
async function moveEntry(page: Page): Promise<void> {
  const box = await card(page, 'Entry').boundingBox()
  if (!box) throw new Error('there is no Entry')
  await page.mouse.move(box.x + box.width / 2, box.y + 8)
  await page.mouse.down()
  await page.mouse.move(372, 170, { steps: 6 })
  await page.mouse.up()
}

/** The ring of a way out of a block: the only one, or the one beside its words. */
async function ring(page: Page, title: string, way: string): Promise<{ x: number; y: number }> {
  const from = card(page, title)
  const rings = from.locator('.react-flow__handle.source')
  const row = from.getByText(way).last()
  const boxes = await Promise.all((await rings.all()).map(one => one.boundingBox()))
  const level = (await rings.count()) === 1 ? null : await row.boundingBox()
  const middle = (box: { y: number; height: number }) => box.y + box.height / 2
  const near = boxes
    .flatMap(box => (box ? [box] : []))
    .sort((a, b) => (level ? Math.abs(middle(a) - middle(level)) - Math.abs(middle(b) - middle(level)) : 0))
  const [box] = near
  if (!box) throw new Error(`${title} has no way ${way}`)
  return { x: box.x + box.width / 2, y: middle(box) }
}

/** Drags a ring into empty space and chooses what follows there; `title` is what the new block is then called. */
async function follow(
  page: Page,
  from: string,
  way: string,
  kind: string,
  at: readonly [number, number],
  title?: string,
): Promise<void> {
  const { x, y } = await ring(page, from, way)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(at[0], at[1], { steps: 6 })
  await page.mouse.up()
  await page.keyboard.type(kind)
  await page.keyboard.press('Enter')
  await expect(form(page).getByRole('heading', { level: 3, name: kind })).toBeVisible()
  if (title) await write(page, 'Title', title)
}

/** Drags a ring onto a block that is there. */
async function lead(page: Page, from: string, way: string, to: string): Promise<void> {
  const { x, y } = await ring(page, from, way)
  const target = await card(page, to).boundingBox()
  if (!target) throw new Error(`${to} is not there`)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(target.x + 40, target.y + 14, { steps: 6 })
  await page.mouse.up()
}

async function write(page: Page, label: string, text: string): Promise<void> {
  await form(page).getByRole('textbox', { name: label, exact: true }).click()
  await put(page, text)
}

/** Long texts come at once, as from the clipboard: typed, their letters would be most of the test's time. */
async function put(page: Page, text: string): Promise<void> {
  if (text.length > 20) await page.keyboard.insertText(text)
  else await page.keyboard.type(text)
}

async function options(page: Page, ...labels: string[]): Promise<void> {
  await form(page).getByRole('textbox', { name: 'Option 1', exact: true }).click()
  for (const [at, label] of labels.entries()) {
    if (at > 0) {
      await page.keyboard.press('Enter')
      await expect(form(page).getByRole('textbox', { name: `Option ${at + 1}`, exact: true })).toBeFocused()
    }
    await page.keyboard.type(label)
  }
}

async function newVariable(page: Page, label: string, name: string): Promise<void> {
  await form(page).getByRole('button', { name: label, exact: true }).click()
  await page.keyboard.type(name.split(' ')[0] ?? name)
  await page.getByRole('option', { name: `New variable ${name}` }).click()
}

async function chooseVariable(page: Page, label: string, name: string): Promise<void> {
  await form(page).getByRole('button', { name: label, exact: true }).click()
  await page
    .getByRole('listbox')
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .click()
}

async function request(page: Page, method: string, url: string, answer: string): Promise<void> {
  await form(page).getByRole('combobox', { name: 'Method' }).selectOption(method)
  await write(page, 'Address', url)
  await form(page).getByRole('button', { name: 'Example answer' }).click()
  await form(page).getByRole('button', { name: 'Add example answer' }).click()
  await expect(form(page).getByRole('textbox', { name: 'Answer', exact: true })).toBeFocused()
  await put(page, answer)
}

/** A click on a value of the example keeps it in a variable of that name. */
async function take(page: Page, name: string): Promise<void> {
  const value = form(page)
    .getByRole('list', { name: 'Values of the example' })
    .getByRole('button', { name: new RegExp(`^${name}`) })
  await value.click()
  // What is taken gets a row above, which moves the others.
  await expect(value).toHaveAttribute('aria-pressed', 'true')
}

async function writeBuying(page: Page): Promise<void> {
  const { keyboard } = page
  await add(page, 'Menu')
  await type(page, 'Question above the options', 'Welcome to the corner shop! What can we do for you?')
  await typeOptions(page, 'Buy something', 'Where is my order?', 'Talk to a person')
  await keyboard.press('Shift+F10')
  await pressUntil(page, 'ArrowDown', page.getByRole('menuitem', { name: 'Make it the main menu' }))
  await keyboard.press('Enter')
  await add(page, 'Menu', 'Catalogue')
  await type(page, 'Question above the options', 'What would you like?')
  await typeOptions(page, 'Green tea, 4.50', 'Coffee, 6.00')
  await add(page, 'Set variable', 'Tea')
  await pick(page, 'Variable 1', 'TOTAL', 'New variable TOTAL (number)')
  await type(page, 'New value of TOTAL', 'TOTAL + 4.5')
  await back(page, 'Tea')
  await add(page, 'Menu', 'Cart')
  await type(page, 'Question above the options', 'That is {{TOTAL}} so far.')
  await typeOptions(page, 'Check out', 'Something else')
  await add(page, 'API call', 'Checkout')
  await typeRequest(page, 'POST', ORDERS, '{"number": "A1042", "pay": "https://pay.example/A1042"}')
  await keep(page, 'number')
  await keep(page, 'pay')
  await back(page, 'Checkout')
  await add(page, 'End')
  await type(page, 'Last text', 'Your order is {{NUMBER}}. Pay here: {{PAY}}')
  await back(page, 'End')
  await onward(page, 'Checkout', 'when it fails', 'End')
  await type(page, 'Title', 'Sorry')
  await type(page, 'Last text', 'Our till does not answer. Please try again later.')
  await back(page, 'Sorry')
  await onward(page, 'Catalogue', 'Option 2', 'Set variable')
  await type(page, 'Title', 'Coffee')
  await pick(page, 'Variable 1', 'TOTAL', 'TOTAL')
  await type(page, 'New value of TOTAL', 'TOTAL + 6')
  await back(page, 'Coffee')
  await onward(page, 'Coffee', 'next', 'Cart')
  await onward(page, 'Cart', 'Option 2', 'Catalogue')
}

async function writeStatus(page: Page): Promise<void> {
  await onward(page, 'Menu', 'Option 2', 'Question')
  await type(page, 'Question', 'What is the number of your order?')
  await pick(page, 'Keep the answer in', 'NUMBER', 'NUMBER')
  await back(page, 'Question')
  await add(page, 'API call', 'Status')
  await typeRequest(page, 'GET', `${ORDERS}/{{NUMBER}}`, '{"state": "packed"}')
  await keep(page, 'state')
  await back(page, 'Status')
  await onward(page, 'Status', 'when it fails', 'Sorry')
  await add(page, 'Condition')
  await pressUntil(page, 'Tab', form(page).getByRole('button', { name: 'Add rule' }))
  await page.keyboard.press('Enter')
  await pick(page, 'What rule 1 looks at', 'STATE', 'STATE')
  await type(page, 'Value of rule 1', 'sent')
  await back(page, 'Condition')
  await add(page, 'End', 'Sent')
  await type(page, 'Last text', 'Order {{NUMBER}} is on its way.')
  await back(page, 'Sent')
  await onward(page, 'Condition', 'otherwise', 'Menu')
  await type(page, 'Title', 'Packed')
  await type(page, 'Question above the options', 'We are packing order {{NUMBER}}.')
  await typeOptions(page, 'Cancel it', 'Keep it')
  await onward(page, 'Packed', 'Option 2', 'step 2 · Menu')
  await onward(page, 'Packed', 'Option 1', 'API call')
  await type(page, 'Title', 'Cancel')
  await typeRequest(page, 'DELETE', `${ORDERS}/{{NUMBER}}`, '{}')
  await back(page, 'Cancel')
  await onward(page, 'Cancel', 'when it fails', 'Sorry')
  await add(page, 'End', 'Cancelled')
  await type(page, 'Last text', 'Order {{NUMBER}} is cancelled.')
  await back(page, 'Cancelled')
}

async function writePerson(page: Page): Promise<void> {
  await onward(page, 'Menu', 'Option 3', 'Handover')
  await type(page, 'Text before', 'One moment, a colleague takes over.')
  await pressUntil(page, 'Tab', form(page).getByRole('button', { name: 'Add the question before' }))
  await page.keyboard.press('Enter')
}

function step(page: Page, title: string): Locator {
  return page.getByRole('row', { name: new RegExp(`^Step \\d+, ${title}(,|$)`) }).first()
}

/** Presses a key until a control has the focus, at most as often as a long form has fields. */
async function pressUntil(page: Page, key: string, control: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await control.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  await expect(control).toBeFocused()
}

/** Plus adds a step after the one that has the focus, F2 gives it a title. */
async function add(page: Page, kind: string, title?: string): Promise<void> {
  await page.keyboard.press('+')
  await takeLine(page, kind, kind)
  await expect(
    step(page, kind).and(page.locator(':focus')).or(page.locator('[role="row"]:focus')),
  ).toBeVisible()
  await page.keyboard.press(title ? 'F2' : 'Enter')
  await expect(page.locator('[data-inspector] :focus')).toBeVisible()
  if (title) await page.keyboard.type(title)
}

/** In an opened list: what is typed, and the arrows until the line is the wanted one. */
async function takeLine(page: Page, typed: string, wanted: string): Promise<void> {
  const line = page.locator('[role="combobox"]:focus')
  await expect(line).toBeVisible()
  await page.keyboard.type(typed)
  const active = page.locator('[role="option"][aria-selected="true"]')
  for (let presses = 0; presses < 12; presses += 1) {
    const name = (await active.textContent())?.trim()
    if (name?.includes(wanted)) break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox')).toBeHidden()
}

/** Tab until the field, then the text. */
async function type(page: Page, label: string, text: string): Promise<void> {
  const field = form(page).getByRole('textbox', { name: label, exact: true })
  await expect(page.locator('[data-inspector] :focus')).toBeVisible()
  if (label === 'Title') await page.keyboard.press('F2')
  await pressUntil(page, 'Tab', field)
  await put(page, text)
}

async function typeOptions(page: Page, ...labels: string[]): Promise<void> {
  const title = await form(page).getByRole('textbox', { name: 'Title', exact: true }).inputValue()
  await pressUntil(page, 'Tab', form(page).getByRole('textbox', { name: 'Option 1', exact: true }))
  for (const [at, label] of labels.entries()) {
    if (at > 0) {
      await page.keyboard.press('Enter')
      await expect(form(page).getByRole('textbox', { name: `Option ${at + 1}`, exact: true })).toBeFocused()
    }
    await page.keyboard.type(label)
  }
  await back(page, title || 'Menu')
}

async function pick(page: Page, label: string, typed: string, wanted: string): Promise<void> {
  await pressUntil(page, 'Tab', form(page).getByRole('button', { name: label, exact: true }))
  await page.keyboard.press('Enter')
  await takeLine(page, typed, wanted)
}

async function typeRequest(page: Page, method: string, url: string, answer: string): Promise<void> {
  await pressUntil(page, 'Tab', form(page).getByRole('combobox', { name: 'Method' }))
  await page.keyboard.type(method)
  await expect(form(page).getByRole('combobox', { name: 'Method' })).toHaveValue(method)
  await type(page, 'Address', url)
  await pressUntil(page, 'Tab', form(page).getByRole('button', { name: 'Example answer' }))
  await page.keyboard.press('Enter')
  await pressUntil(page, 'Tab', form(page).getByRole('button', { name: 'Add example answer' }))
  await page.keyboard.press('Enter')
  await expect(form(page).getByRole('textbox', { name: 'Answer', exact: true })).toBeFocused()
  await put(page, answer)
}

async function keep(page: Page, name: string): Promise<void> {
  const values = form(page).getByRole('list', { name: 'Values of the example' })
  await pressUntil(page, 'Tab', values.getByRole('button', { name: new RegExp(`^${name}`) }))
  await page.keyboard.press('Enter')
}

/** Escape leaves the form for the step it is of; an open list of suggestions takes the first one for itself. */
async function back(page: Page, title: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Escape')
    await expect(step(page, title)).toBeFocused({ timeout: 500 })
  }).toPass()
}

/** Goes to a step by its title, right to one of its ways, and chooses where it leads: a kind that is added, or a step. */
async function onward(page: Page, title: string, way: string, to: string): Promise<void> {
  await page.keyboard.press('Home')
  await page.keyboard.type(title)
  await expect(step(page, title)).toBeFocused()
  const control = step(page, title).getByRole('button', { name: new RegExp(`^${way}.*: lead to…$`, 'i') })
  await pressUntil(page, 'ArrowRight', control)
  await page.keyboard.press('Enter')
  await takeLine(page, to, to)
  if (
    (await page
      .locator('[role="row"]:focus')
      .filter({ has: page.getByText(title, { exact: true }) })
      .count()) === 0
  )
    await page.keyboard.press('Enter')
}
