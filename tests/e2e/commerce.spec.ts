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
  await follow(page, 'Entry', 'next', 'Menu', [470, 80])
  await write(page, 'Question above the options', 'Welcome to the corner shop! What can we do for you?')
  await options(page, 'Buy something', 'Where is my order?', 'Talk to a person')
  await form(page).getByLabel('Main menu', { exact: true }).check()
  await follow(page, 'Menu', 'Buy something', 'Menu', [680, 80], 'Catalogue')
  await write(page, 'Question above the options', 'What would you like?')
  await options(page, 'Green tea, 4.50', 'Coffee, 6.00')
  await follow(page, 'Catalogue', 'Green tea', 'Set variable', [890, 80], 'Tea')
  await newVariable(page, 'Variable 1', 'TOTAL (number)')
  await write(page, 'New value of TOTAL', 'TOTAL + 4.5')
  await follow(page, 'Catalogue', 'Coffee', 'Set variable', [890, 200], 'Coffee')
  await chooseVariable(page, 'Variable 1', 'TOTAL')
  await write(page, 'New value of TOTAL', 'TOTAL + 6')
  await follow(page, 'Tea', 'next', 'Menu', [1080, 130], 'Cart')
  await write(page, 'Question above the options', 'That is {{TOTAL}} so far.')
  await options(page, 'Check out', 'Something else')
  await lead(page, 'Coffee', 'next', 'Cart')
  await lead(page, 'Cart', 'Something else', 'Catalogue')
  await follow(page, 'Cart', 'Check out', 'API call', [680, 380], 'Order')
  await request(page, 'POST', ORDERS, '{"number": "A1042", "pay": "https://pay.example/A1042"}')
  await take(page, 'number')
  await take(page, 'pay')
  await follow(page, 'Order', 'with an answer', 'End', [890, 330])
  await write(page, 'Last text', 'Your order is {{NUMBER}}. Pay here: {{PAY}}')
  await follow(page, 'Order', 'when it fails', 'End', [890, 420], 'Sorry')
  await write(page, 'Last text', 'Our till does not answer. Please try again later.')
}

async function drawStatus(page: Page): Promise<void> {
  await follow(page, 'Menu', 'Where is my order?', 'Question', [470, 560])
  await write(page, 'Question', 'What is the number of your order?')
  await chooseVariable(page, 'Keep the answer in', 'NUMBER')
  await follow(page, 'Question', 'answered', 'API call', [680, 560], 'Look up')
  await request(page, 'GET', `${ORDERS}/{{NUMBER}}`, '{"state": "packed"}')
  await take(page, 'state')
  await lead(page, 'Look up', 'when it fails', 'Sorry')
  await follow(page, 'Look up', 'with an answer', 'Condition', [890, 560])
  await form(page).getByRole('button', { name: 'Add rule' }).click()
  await chooseVariable(page, 'What rule 1 looks at', 'STATE')
  await write(page, 'Value of rule 1', 'sent')
  await follow(page, 'Condition', 'branch 1', 'End', [1080, 520], 'Sent')
  await write(page, 'Last text', 'Order {{NUMBER}} is on its way.')
  await follow(page, 'Condition', 'otherwise', 'Menu', [1080, 620], 'Packed')
  await write(page, 'Question above the options', 'We are packing order {{NUMBER}}.')
  await options(page, 'Cancel it', 'Keep it')
  await lead(page, 'Packed', 'Keep it', 'Menu')
  await follow(page, 'Packed', 'Cancel it', 'API call', [680, 740], 'Cancel')
  await request(page, 'DELETE', `${ORDERS}/{{NUMBER}}`, '{}')
  await lead(page, 'Cancel', 'when it fails', 'Sorry')
  await follow(page, 'Cancel', 'with an answer', 'End', [890, 740], 'Cancelled')
  await write(page, 'Last text', 'Order {{NUMBER}} is cancelled.')
}

async function drawPerson(page: Page): Promise<void> {
  await follow(page, 'Menu', 'Talk to a person', 'Handover', [470, 720])
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
  await page.mouse.move(380, 100, { steps: 6 })
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
  await page.keyboard.type(text)
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
  await page.getByRole('option', { name }).first().click()
}

async function request(page: Page, method: string, url: string, answer: string): Promise<void> {
  await form(page).getByRole('combobox', { name: 'Method' }).selectOption(method)
  await write(page, 'Address', url)
  await form(page).getByRole('button', { name: 'Example answer' }).click()
  await form(page).getByRole('button', { name: 'Add example answer' }).click()
  await expect(form(page).getByRole('textbox', { name: 'Answer', exact: true })).toBeFocused()
  await page.keyboard.type(answer)
}

/** A click on a value of the example keeps it in a variable of that name. */
async function take(page: Page, name: string): Promise<void> {
  await form(page)
    .getByRole('list', { name: 'Values of the example' })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click()
}
