import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, expect, type Page, test } from '@playwright/test'
import { resolveChromium } from '../../scripts/chromium.ts'
import { audit } from './audit.ts'
import { addEngine, type Engine, startEngine, write } from './engine.ts'
import {
  answerAndResolve,
  answerWith,
  block,
  bringIn,
  callYourself,
  choose,
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

/** Two conversations of the shop as tests; only the first comes by what Ben has something to say about. */
const TESTS = [
  conversation('Nothing today', [
    ['Hi', 'What would you like to order?'],
    ['Nothing today', 'See you soon'],
  ]),
  conversation('A mug', [
    ['Hi', 'What would you like to order?'],
    ['Mug', 'How many'],
  ]),
]

/**
 * Issue 5, "Done when": two libraries and a browser without network. Ana submits, Ben comments in the package and in
 * the review file, suggests and blocks; Ana joins both, applies, submits again; Ben sees what that changed, also for
 * customers, and approves; Ana publishes (KAL-06, KAL-07).
 */
test('a bot goes through two iterations between two people, and to an engine', async () => {
  const errors: string[] = []
  const folder = mkdtempSync(join(tmpdir(), 'parley-review-story-'))
  const file = (name: string) => join(folder, name)
  const [ana, ben, engine, browser] = await Promise.all([
    openWindow(emptyFolder(), errors),
    openWindow(emptyFolder(), errors),
    startEngine(emptyFolder()),
    resolveChromium().then(executablePath => chromium.launch({ executablePath, args: ['--no-sandbox'] })),
  ])
  for (const window of [ana, ben]) await prepare(window)
  await test.step('A: submits iteration 1 as package and as HTML file', async () => {
    await openShop(ana, folder, TESTS)
    await ana.page.keyboard.press('Control+Alt+u')
    await fillInBrief(ana.page)
    await ana.page.keyboard.press('Control+Alt+u')
    await submitFirst(ana.page)
    await send(ana, file('one.parley'))
    await answerWith(ana, file('one.html'))
    await choose(ana.page, 'Export a review file')
    await expect(ana.page.getByText('Saved as one.html.')).toBeVisible()
  })
  await test.step('B: blocks and suggests in the package', () =>
    answerInPackage(ben, file('one.parley'), file('two.parley')))
  await test.step('B: comments in the HTML file', () =>
    answerInFile(browser, file('one.html'), file('shop.parley-comments')))
  await test.step('A: joins both, applies, resolves, submits iteration 2', async () => {
    await takeBoth(ana, file('two.parley'), file('shop.parley-comments'))
    await submitSecond(ana.page)
    await send(ana, file('three.parley'))
  })
  await test.step('B: sees that difference and which conversations change, and approves', async () => {
    await offer(ben, file('three.parley'), 'Ana')
    await joinOffered(ben.page)
    await seeDifference(ben.page)
    await panel(ben.page).getByRole('button', { name: 'Approve' }).click()
    await expect(panel(ben.page).getByText('Approved')).toBeVisible()
    await allSaved(ben.page)
    await send(ben, file('four.parley'))
  })
  await test.step('A: takes the approval in and publishes', async () => {
    await offer(ana, file('four.parley'), 'Ben')
    await joinOffered(ana.page)
    await expect(panel(ana.page).getByText('Approved')).toBeVisible()
    await publish(ana.page, engine)
  })
  await test.step('A: brings what customers say then, without who they are', () =>
    bringConversations(ana.page, engine))
  await Promise.all([browser.close(), engine.stop(), ...[ana, ben].map(({ app }) => app.close())])
  expect(errors).toEqual([])
})

/** A test record of what is said, and of what comes of it in part. */
function conversation(name: string, turns: readonly (readonly [said: string, hears: string])[]): object {
  return {
    ...{ id: `test_${name.toLowerCase().replaceAll(' ', '-')}`, type: 'testcase', name, tags: [] },
    start: { channel: 'web', locale: 'en', contact: {}, at: Date.UTC(2026, 0, 5, 12), seed: 1 },
    steps: turns.map(([text, hears]) => ({
      ...{ afterMs: 0, input: { type: 'message', text }, match: 'loose' },
      expected: [{ is: 'message', text: hears, fit: 'contains' }],
    })),
  }
}

async function answerInPackage(window: Window, given: string, answer: string): Promise<void> {
  const { page } = window
  await openFile(window, given)
  await shopIsOpen(page)
  await callYourself(page, 'Ben')
  await block(page, 'leave', 'See you · Main', 'Is that all we say?')
  await suggestWords(page, {
    ...{ name: 'leave', label: 'Last text' },
    ...{ before: 'See you soon!', added: ' Have a nice day.' },
  })
  await panel(page).getByRole('button', { name: 'Request changes' }).click()
  await expect(panel(page).getByText('Changes requested')).toBeVisible()
  await allSaved(page)
  await send(window, answer)
}

/** Talks to the bot in the HTML file, says something about a turn and a block, and saves that as a file. */
async function answerInFile(browser: Browser, given: string, answer: string): Promise<void> {
  const context = await browser.newContext({ locale: 'en-GB', offline: true })
  const page = await context.newPage()
  const requests: string[] = []
  page.on('request', request => requests.push(request.url()))
  await page.goto(pathToFileURL(given).href)
  await page.getByRole('button', { name: 'Hi', exact: true }).click()
  await page.getByRole('button', { name: 'Comment on turn 1' }).click()
  await say(page, 'Prices are easy to see.')
  await page.locator('#card-block_welcome').click()
  await say(page, 'A warm welcome.')
  const portuguese = page.locator('.in-locale').filter({ hasText: 'Portuguese' }).first()
  await portuguese.getByRole('button', { name: 'Suggest another text' }).click()
  await page.getByLabel('The text as it should be').fill('Que bom ver você!')
  await page.getByRole('button', { name: 'Suggest', exact: true }).click()
  await page.getByRole('tab', { name: 'Comments', exact: true }).click()
  await expect(page.getByText('3 comments were made or changed here.')).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save comments as a file' }).click(),
  ])
  await download.saveAs(answer)
  expect(requests.filter(url => !url.startsWith('blob:'))).toEqual([pathToFileURL(given).href])
  await context.close()
}

async function say(page: Page, text: string): Promise<void> {
  const form = page.locator('form.comment-form').last()
  await form.locator('textarea').fill(text)
  await form.getByLabel('Your name').fill('Ben')
  await form.getByRole('button', { name: 'Comment', exact: true }).click()
}

async function takeBoth(window: Window, answer: string, comments: string): Promise<void> {
  const { page } = window
  await offer(window, answer, 'Ben')
  await joinOffered(page)
  await expect(thread(page, 'Is that all we say?').getByText('Blocking')).toBeVisible()
  await answerWith(window, comments)
  await page.keyboard.press('Control+Alt+Shift+r')
  await dialog(page).getByRole('button', { name: 'Choose a file…' }).click()
  await expect(page.getByText('3 comments were taken in.')).toBeVisible()
  const inFile = suggestion(page).filter({ hasText: 'Changed: Welcome' })
  await expect(inFile.locator('ins').first()).toBeVisible()
  await inFile.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText('The suggestion was applied.')).toBeVisible()
  await suggestion(page).getByRole('button', { name: 'Apply' }).click()
  await bringIn(page, 'leave')
  await expect(node(page, 'leave').getByText(/Have a nice day\./)).toBeVisible()
  await answerAndResolve(page, 'Is that all we say?', 'No longer.')
  for (const text of ['Prices are easy to see.', 'A warm welcome.'])
    await thread(page, text).getByRole('button', { name: 'Resolve' }).click()
  await expect(panel(page).getByText('No comment is open.')).toBeVisible()
}

/** Exactly the applied suggestions; the English one is met by one of three conversations, one of them from the HTML file. */
async function seeDifference(page: Page): Promise<void> {
  await panel(page).getByRole('button', { name: 'Compare iteration 1 with the bot as it is now' }).click()
  const differences = page.getByRole('complementary', { name: 'Differences' })
  await expect(differences.getByText('2 differences', { exact: true })).toBeVisible()
  await expect(differences.getByRole('button', { name: /^Changed: Welcome/ })).toBeVisible()
  await differences.getByRole('button', { name: /^Changed: See you/ }).click()
  await expect(differences.locator('ins')).toHaveText(/Have a nice day\./)
  await differences.getByText('Which conversations change?').click()
  await expect(differences.getByText('1 of 3 conversations change')).toBeVisible()
  const turns = differences.getByRole('list').filter({ hasText: 'See you soon!' }).last()
  await expect(turns.getByText('See you soon!', { exact: true })).toBeVisible()
  await expect(turns.getByText('See you soon! Have a nice day.', { exact: true })).toBeVisible()
  await audit(page, 'conversations that change', '[aria-label="Differences"]')
  await page.keyboard.press('Escape')
  await expect(differences).toHaveCount(0)
}

async function publish(page: Page, { url }: Engine): Promise<void> {
  await page.keyboard.press('Control+Shift+p')
  await addEngine(page, url)
  await dialog(page).getByLabel('Activate it too').check()
  await expect(dialog(page).getByText('All 3 tests pass.')).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Publish and activate 0.2' }).click()
  await expect(dialog(page).getByText('Version 1 answers now at')).toBeVisible()
  const address = await dialog(page)
    .getByText(/\/chat\//)
    .textContent()
  expect((await fetch(address ?? '')).status).toBe(200)
}

/** Issue 5, point 7: recorded conversations are material to compare versions by, and to keep as tests. */
async function bringConversations(page: Page, engine: Engine): Promise<void> {
  for (const text of ['Hi', 'Nothing today']) await write(engine, 'bot_shop', '+5571999887766', text)
  for (const text of ['Hi', 'Mug', 'to ana@shop.example']) await write(engine, 'bot_shop', 'eva', text)
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await page.keyboard.press('Control+Alt+Shift+b')
  await expect(dialog(page).getByText(/Who they are, secrets/)).toBeVisible()
  await audit(page, 'bringing conversations', '[role="dialog"]')
  await dialog(page).getByRole('button', { name: 'Bring conversations' }).click()
  await expect(page.getByText('2 different conversations of 2 contacts were brought.')).toBeVisible()
  const part = page.getByRole('region', { name: 'Recorded conversations' })
  await expect(part.getByText(/Hi › Mug › to someone@example\.com/)).toBeVisible()
  await expect(part).not.toContainText(/5571999887766|eva/)
  await audit(page, 'recorded conversations', '[data-panel="tests"]')
  await part.getByRole('button', { name: /^Keep “.*Nothing today”/ }).click()
  await expect(part.getByRole('listitem')).toHaveCount(1)
  await expect(page.getByRole('button', { name: /Hi › Nothing today.*2 steps/ }).first()).toBeVisible()
  await allSaved(page)
}
