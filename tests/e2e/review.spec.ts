import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { audit } from './audit.ts'
import {
  answerAndResolve,
  block,
  callYourself,
  dialog,
  fillInBrief,
  joinOffered,
  node,
  offer,
  openFile,
  openShop,
  panel,
  prepare,
  send,
  shopIsOpen,
  submitFirst,
  submitSecond,
  suggestion,
  suggestWords,
  thread,
} from './reviewing.ts'
import { allSaved, emptyFolder, openWindow, type Window } from './window.ts'

const NOTE = {
  ...{ id: 'note_prices', type: 'note', flow: 'flow_main', text: 'Prices of spring', hue: 'yellow' },
  ...{ x: 320, y: 16, width: 200, height: 80, author: 'Ana', at: 1000 },
}

/** Issue 5, points 3 and 4: one bot between two libraries, by mouse and by keyboard (KAL-06, KAL-07). */
test('a bot is submitted, commented on elsewhere, revised and approved, by packages alone', async () => {
  const errors: string[] = []
  const folder = mkdtempSync(join(tmpdir(), 'parley-review-'))
  const file = (name: string) => join(folder, `${name}.parley`)
  const ana = await openWindow(emptyFolder(), errors)
  await prepare(ana)
  await test.step('A: what is missing is listed, then iteration 1', () => firstIteration(ana, folder))
  await test.step('A: the signed package', () => send(ana, file('one')))
  const ben = await openWindow(emptyFolder(), errors)
  await prepare(ben)
  await test.step('B: a package that was tampered with can only be looked at', () =>
    tampered(ben, file('one')))
  await test.step('B: opens it, comments on blocks by keyboard and by menu, blocks approval', () =>
    comment(ben, file('one')))
  await test.step('B: comments on a note, an edge and a text, and goes to each', () => pinElsewhere(ben))
  await test.step('B: comments on turns of a conversation, tried and presented', () => pinToTurns(ben))
  await test.step('B: suggests instead of changing', () => suggest(ben))
  await test.step('B: sends it back', () => send(ben, file('two')))
  await test.step('A: joins it, applies the suggestion, answers', () => revise(ana, file('two')))
  await test.step('A: submits iteration 2', () => secondIteration(ana, file('three')))
  await test.step('B: joins that, and approves', () => approve(ben, file('three')))
  for (const { app } of [ana, ben]) await app.close()
  expect(errors).toEqual([])
})

async function firstIteration(window: Window, folder: string): Promise<void> {
  const { page } = window
  await openShop(window, folder, [NOTE])
  await audit(page, 'review before the first iteration', '[data-panel="review"]')
  await page.keyboard.press('m')
  await fillInBrief(page)
  await page.keyboard.press('Control+Alt+u')
  await audit(page, 'submitting', '[role="dialog"]')
  await submitFirst(page)
}

async function tampered(window: Window, file: string): Promise<void> {
  const { page } = window
  const files = unzipSync(readFileSync(file))
  files['bot.json'] = strToU8(
    strFromU8(files['bot.json'] as Uint8Array).replace('Welcome to the shop!', 'Pay!'),
  )
  const changed = file.replace('one', 'changed')
  writeFileSync(changed, zipSync(files))
  await openFile(window, changed)
  await expect(dialog(page).getByText(/The file bot\.json was changed after it was signed/)).toBeVisible()
  await audit(page, 'a broken package', '[role="dialog"]')
  await expect(dialog(page).getByRole('button', { name: 'Join' })).toHaveCount(0)
  await dialog(page).getByRole('button', { name: 'Only look at it' }).click()
  await expect(page.getByText(/is only shown, because its signature/)).toBeVisible()
  await node(page, 'welcome').click()
  await page.keyboard.press('Delete')
  await expect(page.getByText(/nothing of it can be changed/)).toBeVisible()
  await expect(node(page, 'welcome')).toBeVisible()
  await page.getByRole('button', { name: 'Close it' }).click()
  await expect(page.getByRole('heading', { name: 'Bots' })).toBeVisible()
  await expect(page.getByText('Shop', { exact: true })).toHaveCount(0)
}

async function comment(window: Window, file: string): Promise<void> {
  const { page } = window
  await openFile(window, file)
  await shopIsOpen(page)
  await callYourself(page, 'Ben')
  await block(page, 'welcome', 'Welcome · Main', 'Who is speaking here?')
  await node(page, 'leave').click({ button: 'right' })
  await page.getByRole('menuitem', { name: /Comment on the selection/ }).click()
  await panel(page).getByLabel('Comment on See you · Main').fill('Good.')
  await panel(page).getByRole('button', { name: 'Comment', exact: true }).click()
  await thread(page, 'Good.').getByRole('button', { name: 'Resolve' }).click()
  await expect(thread(page, 'Good.')).toHaveCount(0)
  await panel(page).getByLabel('Comments that are shown').selectOption('all')
  await expect(thread(page, 'Good.').getByText('Resolved by Ben')).toBeVisible()
}

/** By keyboard where the focus is; each has its mark, and a click on its place goes there. */
async function pinElsewhere({ page }: Window): Promise<void> {
  const note = page.getByRole('note')
  await note.click()
  await page.keyboard.press('m')
  await write(page, 'Still true?')
  await expect(note.getByRole('img', { name: '1 open comment' })).toBeVisible()

  const [from, to] = await Promise.all([
    node(page, 'welcome').locator('.react-flow__handle.source').first().boundingBox(),
    node(page, 'catalogue').locator('.react-flow__handle.target').boundingBox(),
  ])
  if (!from || !to) throw new Error('The edge is not in sight.')
  // Beside the middle, where the plus is.
  const beside = from.x + from.width + (to.x - from.x - from.width) * 0.75
  await page.mouse.click(beside, (from.y + to.y + to.height) / 2)
  await page.keyboard.press('m')
  await write(page, 'Too fast.')
  const mark = page.locator('[data-edge-comments]')
  await expect(mark.getByRole('img', { name: '1 open comment' })).toBeVisible()
  await page.keyboard.press('Control+Alt+1')
  await mark.click()
  await expect(thread(page, 'Too fast.')).toBeVisible()

  await node(page, 'welcome').click()
  const words = page.locator('[data-inspector]').getByLabel('Text', { exact: true })
  await words.click()
  await page.keyboard.press('Control+Alt+c')
  await expect(panel(page).getByLabel('Comment on Welcome · Main, text')).toBeFocused()
  await write(page, 'Too loud.')
  await note.click()
  await thread(page, 'Too loud.').getByRole('button', { name: 'Welcome · Main, text' }).click()
  await expect(words).toBeFocused()
  await audit(page, 'comments on an edge, a note and a text')
  for (const text of ['Still true?', 'Too fast.', 'Too loud.'])
    await thread(page, text).getByRole('button', { name: 'Resolve' }).click()
  await expect(mark).toHaveCount(0)
}

/** Writes and sends a comment from the line that has the focus. */
async function write(page: Page, text: string): Promise<void> {
  await expect(page.getByLabel(/^Comment on /).and(page.locator(':focus'))).toBeVisible()
  await page.keyboard.type(text)
  await page.keyboard.press('Control+Enter')
  await expect(thread(page, text)).toBeVisible()
}

async function pinToTurns({ page }: Window): Promise<void> {
  await page.keyboard.press('Control+Enter')
  const field = page.getByRole('textbox', { name: 'Message to the bot' })
  for (const text of ['Hi', 'Nothing today']) {
    await field.fill(text)
    await field.press('Enter')
  }
  await expect(page.getByRole('log', { name: 'Conversation' })).toContainText('See you soon!')
  await page.getByRole('button', { name: 'Comment on this turn' }).click()
  await write(page, 'Say where to find us.')
  const said = thread(page, 'Say where to find us.')
  await expect(said.getByRole('definition').first()).toHaveText('Nothing today')
  await expect(said.getByRole('definition').last()).toHaveText('See you soon!')
  await page.getByRole('button', { name: /^Turns/ }).click()
  const turns = page.getByRole('region', { name: 'Turns' })
  await expect(turns.getByRole('button', { name: /Nothing today.*1 open comment/ })).toBeVisible()
  await audit(page, 'a comment on a turn')
  await turns.getByRole('button', { name: /Hi/ }).click()

  await page.keyboard.press('F5')
  const pane = page.getByRole('complementary', { name: 'Presentation' })
  await expect(pane).toBeFocused()
  await page.keyboard.press('m')
  await expect(pane.getByLabel(/^Comment on Turn 1/)).toBeFocused()
  await page.keyboard.type('Prices too, please.')
  await audit(page, 'a comment while presenting', '[aria-label="Presentation"]')
  await page.keyboard.press('Control+Enter')
  await expect(pane.getByRole('img', { name: '1 open comment' })).toBeVisible()
  await expect(pane).toBeFocused()
  await page.keyboard.press('Escape')
  await thread(page, 'Prices too, please.').getByRole('button', { name: 'Resolve' }).click()
  await page.getByRole('tab', { name: 'Inspector' }).click()
}

async function suggest({ page }: Window): Promise<void> {
  await page.locator('.react-flow').first().focus()
  await page.keyboard.press('Control+Shift+u')
  await drag(page, 'welcome')
  await expect(page.getByText(/^Moved alone is no suggestion/)).toBeVisible()
  await expect(suggestion(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Stop suggesting' }).click()
  await suggestWords(page, {
    ...{ name: 'welcome', label: 'Text' },
    ...{ before: 'Welcome to the shop!', added: ' I am Bea.' },
  })
  await page.keyboard.press('Control+Shift+u')
  await drag(page, 'welcome')
  await expect(page.getByText('Joined with your suggestion about the same.')).toBeVisible()
  await expect(suggestion(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'Stop suggesting' }).click()
  await audit(page, 'review', '[data-panel="review"]')
  await panel(page).getByRole('button', { name: 'Request changes' }).click()
  await expect(panel(page).getByText('Changes requested')).toBeVisible()
  await allSaved(page)
}

/** Drags a card a little, as a person does. */
async function drag(page: Page, name: string): Promise<void> {
  const card = await node(page, name).boundingBox()
  if (!card) throw new Error(`${name} is not in sight.`)
  const at = { x: card.x + card.width / 2, y: card.y + 12 }
  await page.mouse.move(at.x, at.y)
  await page.mouse.down()
  await page.mouse.move(at.x + 20, at.y + 60, { steps: 4 })
  await page.mouse.up()
}

async function joinIn(window: Window, file: string, by: string): Promise<void> {
  await offer(window, file, by)
  await audit(window.page, 'an offered package', '[role="dialog"]')
  await joinOffered(window.page)
}

async function revise(window: Window, file: string): Promise<void> {
  const { page } = window
  await joinIn(window, file, 'Ben')
  await expect(thread(page, 'Who is speaking here?').getByText('Blocking')).toBeVisible()
  await expect(panel(page).getByText('Changes requested')).toBeVisible()
  await suggestion(page).getByRole('button', { name: 'Apply' }).click()
  await expect(node(page, 'welcome').getByText(/I am Bea\./)).toBeVisible()
  await answerAndResolve(page, 'Who is speaking here?', 'Bea is, now.')
  await goToTurn(page)
  await expect(panel(page).getByText('No comment is open.')).toBeVisible()
}

/** What Ben said about a turn plays it here as well, with the bot as it is now. */
async function goToTurn(page: Page): Promise<void> {
  const said = thread(page, 'Say where to find us.')
  await said.getByRole('button', { name: 'Turn 2 · Hi › Nothing today' }).click()
  const log = page.getByRole('log', { name: 'Conversation' })
  await expect(log).toContainText('I am Bea.')
  await expect(log).toContainText('See you soon!')
  await said.getByRole('button', { name: 'Resolve' }).click()
}

async function secondIteration(window: Window, file: string): Promise<void> {
  await submitSecond(window.page)
  await send(window, file)
}

async function approve(window: Window, file: string): Promise<void> {
  const { page } = window
  await joinIn(window, file, 'Ana')
  await expect(node(page, 'welcome').getByText(/I am Bea\./)).toBeVisible()
  await expect(thread(page, 'Bea is, now.')).toBeVisible()
  await panel(page).getByRole('button', { name: 'Compare iteration 1 with the bot as it is now' }).click()
  const differences = page.getByRole('complementary', { name: 'Differences' })
  await expect(differences.getByRole('button', { name: /Welcome/ }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(differences).toHaveCount(0)
  await panel(page).getByRole('button', { name: 'Approve' }).click()
  await expect(panel(page).getByText('Approved')).toBeVisible()
  await allSaved(page)
}
