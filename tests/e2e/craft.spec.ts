import { expect, type Page, test } from '@playwright/test'
import { audit } from './audit.ts'
import { allSaved, card, emptyFolder, openWindow, resize, type Window } from './window.ts'

/** What is done to many blocks at once on the canvas (issue "designer", point 3). */
test('copy, paste, note, group and arrange', async () => {
  const errors: string[] = []
  const window = await openWindow(emptyFolder(), errors)
  await resize(window, 1600, 1000)
  const { page } = window
  await expect(card(page, 'Services')).toBeVisible()

  await test.step('copy and paste in a flow: one step, selected, at the pointer', () => pasteInFlow(page))
  await test.step('groups: made, named, moved and dissolved', () => groups(page))
  await test.step('notes: written, moved, given another size', () => notes(page))
  await test.step('the menus do what the keys do', () => pasteByMenu(window))
  await test.step('into another bot, asking about a variable', () => pasteInOtherBot(window))
  await test.step('arranged by ELK in a worker, one step', () => arranged(page))
  await test.step('five thousand blocks at once', () => pasteMany(window))
  await test.step('junk, newer and plain text', () => pasteOthers(window))

  await allSaved(page)
  await window.app.close()
  expect(errors).toEqual([])
})

test('a sub-flow is made of what is chosen, by mouse and by keyboard', async () => {
  const errors: string[] = []
  const window = await openWindow(emptyFolder(), errors)
  await resize(window, 1600, 1000)
  await extracted(window.page)
  await allSaved(window.page)
  await window.app.close()
  expect(errors).toEqual([])
})

function cards(page: Page) {
  return page.locator('.react-flow__node [role="group"]')
}

async function pasteInFlow(page: Page): Promise<void> {
  await card(page, 'Services').click()
  await page.keyboard.press('Control+c')
  await page.mouse.move(900, 760)
  await page.keyboard.press('Control+v')
  await expect(card(page, 'Services')).toHaveCount(2)
  await expect(page.locator('[data-selected="true"]')).toHaveCount(1)
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(card(page, 'Services')).toHaveCount(1)
}

async function pasteByMenu({ app, page }: Window): Promise<void> {
  await card(page, 'Services').click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^Cut/ }).click()
  await expect(card(page, 'Services')).toHaveCount(0)
  await page.locator('.react-flow').click({ button: 'right', position: { x: 820, y: 640 } })
  await page.getByRole('menuitem', { name: /^Paste/ }).click()
  await expect(card(page, 'Services')).toHaveCount(1)
  await expect(page.locator('[data-selected="true"]')).toHaveCount(1)
  // As the application's own menu does it.
  await app.evaluate(({ clipboard }) => clipboard.clear())
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.copy())
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toContain('Services')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.paste())
  await expect(card(page, 'Services')).toHaveCount(2)
  for (let steps = 0; steps < 3; steps += 1) await page.keyboard.press('Control+z')
  await expect(card(page, 'Services')).toHaveCount(1)
}

async function pasteInOtherBot(window: Window): Promise<void> {
  const { page } = window
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+n')
  await page.getByRole('dialog').getByLabel('Name').fill('Second')
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByRole('button', { name: 'Second', exact: true })).toBeVisible()
  const again = cards(page).filter({ hasText: 'Back to the services' })
  await page.locator('.react-flow').click({ position: { x: 600, y: 500 } })
  await page.keyboard.press('Control+v')
  await expect(again).toHaveCount(1)
  // The flows of the other bot are not here.
  await expect(page.getByRole('status').filter({ hasText: '2 choices' })).toBeVisible()
  await page.getByRole('tab', { name: 'Variables' }).click()
  const variables = page.getByRole('region', { name: 'Variables' })
  await variables.getByRole('button', { name: /^PHONE/ }).click()
  await variables.getByLabel('Initial value', { exact: true }).fill('0800')
  await variables.getByLabel('Initial value', { exact: true }).blur()
  await page.locator('.react-flow').focus()
  await page.keyboard.press('Control+v')
  const dialog = page.getByRole('dialog', { name: 'Which variables are meant?' })
  await expect(dialog.getByLabel(/^Use the one that is here/)).toBeChecked()
  await dialog.getByLabel(/^Bring in the pasted one/).check()
  await expect(dialog.getByLabel('Its name here')).toHaveValue('PHONE_2')
  await dialog.getByLabel('Its name here').fill('PHONE')
  await expect(dialog.getByRole('button', { name: 'Paste' })).toBeDisabled()
  await audit(page, 'the question about variables', '[role="dialog"]')
  await dialog.getByLabel('Its name here').fill('BRANCH_PHONE')
  await dialog.getByRole('button', { name: 'Paste' }).click()
  await expect(again).toHaveCount(2)
  await expect(variables.getByRole('button', { name: /^BRANCH_PHONE/ })).toBeVisible()
}

async function pasteOthers({ app, page }: Window): Promise<void> {
  const put = (text: string) => app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text)
  const paste = async (text: string) => {
    await put(text)
    await page.locator('.react-flow').focus()
    await page.keyboard.press('Control+v')
  }
  await paste('{"parley":"clipboard","version":99,"records":[{}]}')
  await expect(page.getByRole('alert')).toContainText('newer version')
  await paste('{"parley":"clipboard","version":1,"records":[{"id":"x"}]}')
  await expect(page.getByRole('alert')).toContainText('cannot be pasted')
  await page.getByRole('button', { name: 'Close' }).click()
  await paste('We are open from nine to five.')
  await expect(
    page.locator('[data-selected="true"]').getByText('We are open from nine to five.'),
  ).toBeVisible()
  await audit(page, 'a pasted message', 'main')
}

/** The window answers again within seconds, and one undo takes all of it back. */
async function pasteMany({ app, page }: Window): Promise<void> {
  const flow = 'flow_many'
  const blocks = Array.from({ length: 5000 }, (_, at) => ({
    ...{ id: `block_m${at}`, type: 'block', flow, kind: 'message', title: `Message ${at}` },
    ...{ x: (at % 70) * 320, y: Math.floor(at / 70) * 160, data: { text: { en: `Number ${at}` } } },
  }))
  // Fifty lines of a hundred: ELK calls itself along a line, and one of thousands is more than its worker's stack holds.
  const edges = blocks
    .slice(1)
    .flatMap(({ id }, at) =>
      (at + 1) % 100 === 0
        ? []
        : [{ id: `edge_m${at}`, type: 'edge', flow, from: `block_m${at}`, port: 'next', to: id }],
    )
  const records = [{ id: flow, type: 'flow', name: 'Many', description: '' }, ...blocks, ...edges]
  const text = JSON.stringify({ parley: 'clipboard', version: 1, records })
  await app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text)
  await page.locator('.react-flow').focus()
  const startedAt = Date.now()
  await page.keyboard.press('Control+v')
  await expect(page.getByRole('heading', { name: '5000 blocks' })).toBeVisible()
  const pastedMs = Date.now() - startedAt
  await allSaved(page)
  const savedMs = Date.now() - startedAt
  // An arrangement of all of them takes long enough to be given up, and the window goes on meanwhile.
  await page.keyboard.press('Control+Shift+L')
  const running = page.getByRole('status').filter({ hasText: 'Arranging 5000 blocks' })
  await expect(running).toBeVisible()
  await running.getByRole('button', { name: 'Cancel' }).click()
  await expect(running).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('heading', { name: '5000 blocks' })).toHaveCount(0)
  console.log(
    `5000 blocks were pasted in ${pastedMs} ms, saved after ${savedMs} ms, undone after ${Date.now() - startedAt} ms`,
  )
  expect(Date.now() - startedAt).toBeLessThan(15_000)
}

/** Ctrl+G frames what is chosen; its title is written at once and drags all of it. */
async function groups(page: Page): Promise<void> {
  await card(page, 'Welcome').click()
  await card(page, 'Services').click({ modifiers: ['Shift'] })
  await page.keyboard.press('Control+g')
  const field = page.getByRole('textbox', { name: 'Title', exact: true }).first()
  await expect(field).toBeFocused()
  await page.keyboard.type('Greeting')
  await page.keyboard.press('Enter')
  const title = page.getByRole('group', { name: 'Group Greeting, 2 blocks' })
  await expect(title).toBeVisible()
  await card(page, 'Hours').click()
  const before = await card(page, 'Welcome').boundingBox()
  const place = await title.boundingBox()
  if (!before || !place) throw new Error('the group is not there')
  await page.mouse.move(place.x + 20, place.y + 8)
  await page.mouse.down()
  await page.mouse.move(place.x + 20, place.y + 80, { steps: 5 })
  await page.mouse.up()
  await expect(page.locator('[data-selected="true"][class*="card"]')).toHaveCount(2)
  await expect.poll(async () => (await card(page, 'Welcome').boundingBox())?.y).toBeGreaterThan(before.y + 40)
  await expect(page.locator('[data-inspector]').getByRole('button', { name: 'Violet' })).toBeVisible()
  await page.locator('[data-inspector]').getByRole('button', { name: 'Violet' }).click()
  await expect(title).toHaveAttribute('data-hue', 'violet')
  await title.dblclick()
  await page.keyboard.type('Hello')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('group', { name: 'Group Hello, 2 blocks' })).toBeVisible()
  await audit(page, 'a group', 'main')
  if (process.env.CRAFT_SHOTS) await page.screenshot({ path: `${process.env.CRAFT_SHOTS}/group.png` })
  await page.keyboard.press('Control+Shift+G')
  await expect(page.getByRole('group', { name: /^Group Hello/ })).toHaveCount(0)
  for (let steps = 0; steps < 5; steps += 1) await page.keyboard.press('Control+z')
  await expect.poll(async () => (await card(page, 'Welcome').boundingBox())?.y).toBe(before.y)
}

async function notes(page: Page): Promise<void> {
  await page.locator('.react-flow').click({ button: 'right', position: { x: 300, y: 620 } })
  await page.getByRole('menuitem', { name: /^Add a note/ }).click()
  await page.keyboard.type('Ask the reception about Sundays')
  await page.keyboard.press('Escape')
  const note = page.getByRole('note', { name: 'Note by Designer: Ask the reception about Sundays' })
  await expect(note).toBeVisible()
  await expect(note).toContainText('Designer,')
  const place = await note.boundingBox()
  if (!place) throw new Error('the note is not there')
  await page.mouse.move(place.x + place.width - 5, place.y + place.height - 5)
  await page.mouse.down()
  await page.mouse.move(place.x + place.width + 60, place.y + place.height + 40, { steps: 4 })
  await page.mouse.up()
  await expect.poll(async () => (await note.boundingBox())?.width).toBeGreaterThan(place.width + 30)
  await page.mouse.move(place.x + 20, place.y + 20)
  await page.mouse.down()
  await page.mouse.move(place.x + 120, place.y + 20, { steps: 4 })
  await page.mouse.up()
  await expect.poll(async () => (await note.boundingBox())?.x).toBeGreaterThan(place.x + 60)
  await page.locator('[data-inspector]').getByRole('button', { name: 'Green' }).click()
  await expect(note).toHaveAttribute('data-hue', 'green')
  await page.locator('.react-flow').focus()
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+v')
  await expect(page.getByRole('note')).toHaveCount(2)
  await audit(page, 'notes', 'main')
  if (process.env.CRAFT_SHOTS) await page.screenshot({ path: `${process.env.CRAFT_SHOTS}/notes.png` })
  await page.keyboard.press('Delete')
  await expect(page.getByRole('note')).toHaveCount(1)
  // Tab comes to the note after the blocks.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await expect(page.getByRole('note')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('note')).toHaveCount(1)
}

async function arranged(page: Page): Promise<void> {
  await page.locator('.react-flow').focus()
  await page.locator('[data-inspector]').getByRole('button', { name: 'Align left edges' }).click()
  await audit(page, 'several things', '[data-inspector]')
  const placesOf = () =>
    page.locator('[id^="group-"]').evaluateAll(all => all.map(one => one.getBoundingClientRect().x))
  const before = await placesOf()
  expect(before.length).toBeGreaterThan(0)
  await page.keyboard.press('Control+Shift+L')
  // A group's frame is where its blocks are: no longer in the one column of all.
  await expect.poll(placesOf).not.toEqual(before)
  await expect(page.getByRole('alert')).toHaveCount(0)
  if (process.env.CRAFT_SHOTS) await page.screenshot({ path: `${process.env.CRAFT_SHOTS}/arranged.png` })
  await allSaved(page)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
}

/** A call takes the place of what is chosen, and Alt+Right leads into the new flow. */
async function extracted(page: Page): Promise<void> {
  await card(page, 'Hours').click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^Make a sub-flow/ }).click()
  await expect(card(page, 'Hours')).toHaveCount(0)
  const call = page.locator('[data-selected="true"]').filter({ hasText: 'Sub-flow' })
  await expect(call).toHaveCount(1)
  if (process.env.CRAFT_SHOTS) await page.screenshot({ path: `${process.env.CRAFT_SHOTS}/call.png` })
  await page.keyboard.press('Alt+ArrowRight')
  await expect(card(page, 'Hours')).toBeVisible()
  await expect(cards(page)).toHaveCount(3)
  await audit(page, 'a new sub-flow', 'main')
  if (process.env.CRAFT_SHOTS) await page.screenshot({ path: `${process.env.CRAFT_SHOTS}/subflow.png` })
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(call).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(card(page, 'Hours')).toBeVisible()

  // Several blocks that end the conversation; then what cannot be moved, with its reason.
  await page.getByRole('button', { name: 'Show the whole flow' }).click()
  await card(page, 'What will happen').click()
  for (const title of ['Number to call back', 'Noted', 'Call the reception'])
    await card(page, title).click({ modifiers: ['Shift'] })
  await page.keyboard.press('Control+Shift+F')
  await expect(card(page, 'Noted')).toHaveCount(0)
  await expect(call).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(card(page, 'Noted')).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+Shift+F')
  await expect(page.getByRole('alert')).toContainText('Conversations begin at “Someone says hi”')
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByTestId('rf__node-block_services').click()
  await page.keyboard.press('Control+Shift+F')
  await expect(page.getByRole('alert')).toContainText('the main menu stays in its flow')
  await page.getByRole('button', { name: 'Close' }).click()
}
