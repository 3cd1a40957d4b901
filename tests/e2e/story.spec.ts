import { chromium, expect, type Page, test } from '@playwright/test'
import { resolveChromium } from '../../scripts/chromium.ts'
import { addEngine, startEngine } from './engine.ts'
import { allSaved, card, drawEdge, emptyFolder, killWindow, openWindow, resize } from './window.ts'

/**
 * The main job in one story, on real parts (issue "main job", what must work 4 to 9): a bot is drawn, tried, changed
 * while it talks, survives a kill, is saved, published to a real engine process, talked to in a real browser, waits for
 * an engine that is down, and is deactivated.
 */
test('draw a bot, talk to it, put it on an engine', async () => {
  test.setTimeout(300_000)
  const errors: string[] = []
  const userData = emptyFolder()
  let window = await openWindow(userData, errors)
  await resize(window, 1600, 1000)

  await test.step('a first start opens Casey', async () => {
    await expect(window.page.getByRole('button', { name: 'Casey', exact: true })).toBeVisible()
    await expect(card(window.page, 'Services')).toBeVisible()
  })

  await test.step('a new bot is drawn with the palette, by press and by drag', () => drawTeaShop(window.page))
  await test.step('undo and redo', () => undoAndRedo(window.page))
  await test.step('variables: rename rewrites every use', () => renameVariable(window.page))
  await test.step('keywords: a conflict shows while typing', () => addKeyword(window.page))
  await test.step('the simulator answers, steps back, and goes on with an edited flow', () =>
    tryIt(window.page))

  await test.step('a problem is mended by its fix', () => mendProblem(window.page))

  await test.step('kill -9 loses nothing, and undo reaches back beyond the start', async () => {
    await allSaved(window.page)
    await killWindow(window)
    window = await openWindow(userData, errors)
    await resize(window, 1600, 1000)
    await expect(window.page.getByRole('button', { name: 'Tea shop', exact: true })).toBeVisible()
    await expect(card(window.page, 'Welcome to the tea shop')).toBeVisible()
    await window.page.getByRole('button', { name: /^Undo/ }).click()
    await expect(window.page.getByRole('button', { name: /^Redo/ })).toBeEnabled()
    await window.page.getByRole('button', { name: /^Redo/ }).click()
    await allSaved(window.page)
  })

  const data = emptyFolder()
  let engine = await startEngine(data)
  const { page } = window
  let chatUrl = ''

  await test.step('publish and activate on a real engine', async () => {
    chatUrl = await publish(page, engine.url)
  })

  const browser = await chromium.launch({
    executablePath: await resolveChromium(),
    args: ['--no-sandbox', '--disable-quic'],
  })
  const chat = await browser.newPage()
  await test.step('a customer talks to the active bot in a browser', async () => {
    await chat.goto(chatUrl)
    await say(chat, 'tea')
    await expect(chat.getByText('Welcome to our tea shop!')).toBeVisible()
    await chat.getByRole('button', { name: /Green tea/ }).click()
    await expect(chat.getByText('How many cups?')).toBeVisible()
    await say(chat, '3')
    await expect(chat.getByText('3 cups, coming up. Enjoy!')).toBeVisible()
  })

  await test.step('with the engine down a publish waits, and is sent when it is back', async () => {
    await engine.stop()
    await changeWelcome(page, 'Welcome to our new tea shop!')
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByLabel('Activate it too').check()
    await page.getByRole('button', { name: 'Save as 1.1, publish and activate' }).click()
    await expect(page.getByText(/is waiting for Local engine/).first()).toBeVisible()
    engine = await startEngine(data, engine.port)
    await page.getByRole('button', { name: 'Try now' }).first().click()
    await expect(page.getByText('Version 2 answers now at')).toBeVisible()
    await page.getByRole('button', { name: 'Close' }).last().click()
  })

  await test.step('deactivated, it falls silent', async () => {
    await page.getByRole('tab', { name: 'Versions' }).click()
    await page.getByRole('button', { name: 'Deactivate version 2' }).click()
    await page.getByLabel('Its purpose is fulfilled').check()
    await page.getByRole('button', { name: 'Deactivate 2' }).click()
    await expect(page.getByText(/The bot is deactivated on Local engine/)).toBeVisible()
    await chat.reload()
    await expect(chat.getByText(/Tea shop is not answering at the moment/)).toBeVisible()
  })

  await browser.close()
  await window.app.close()
  await engine.stop()
  expect(errors).toEqual([])
})

async function drawTeaShop(page: Page): Promise<void> {
  await page.keyboard.press('Control+n')
  await page.getByRole('dialog').getByLabel('Name').fill('Tea shop')
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByRole('button', { name: 'Tea shop', exact: true })).toBeVisible()
  await drop(page, { kind: 'message', x: 720, y: 80, title: 'Welcome to the tea shop' })
  await fill(page, 'Text', 'Welcome to our tea shop!')
  await drop(page, { kind: 'menu', x: 720, y: 220, title: 'Which tea?' })
  await fill(page, 'Question above the options', 'What would you like?')
  await fill(page, 'Option 1', 'Green tea')
  await drop(page, { kind: 'question', x: 720, y: 600, title: 'Cups' })
  await fill(page, 'Question', 'How many cups?')
  await inspector(page).getByLabel('Answer', { exact: true }).selectOption('number')
  await inspector(page).getByLabel('Keep the answer in', { exact: true }).click()
  await page.keyboard.type('cups')
  await page.getByRole('option', { name: 'New variable CUPS' }).click()
  await drop(page, { kind: 'end', x: 720, y: 760, title: 'Thanks' })
  await fill(page, 'Last text', '{{CUPS}} cups, coming up.')
  await drawEdge(page, { title: 'Entry', port: 'next' }, 'Welcome to the tea shop')
  await drawEdge(page, { title: 'Welcome to the tea shop', port: 'next' }, 'Which tea?')
  await drawEdge(page, { title: 'Which tea?', port: 'opt_' }, 'Cups')
  await drawEdge(page, { title: 'Cups', port: 'answered' }, 'Thanks')
  await allSaved(page)
}

type Dropped = Readonly<{ kind: string; x: number; y: number; title: string }>

/** Drags a kind from the palette onto the canvas and gives the new block its title. */
async function drop(page: Page, { kind, x, y, title }: Dropped): Promise<void> {
  await page
    .locator(`[data-kind="${kind}"]`)
    .dragTo(page.locator('.react-flow'), { targetPosition: { x, y } })
  await page.keyboard.press('F2')
  await fill(page, 'Title', title)
  await expect(card(page, title)).toBeVisible()
}

function inspector(page: Page) {
  return page.locator('[data-inspector]')
}

/** Writes into a field of the inspector and leaves it, which makes the edit. */
async function fill(page: Page, label: string, text: string): Promise<void> {
  const field = inspector(page).getByLabel(label, { exact: true })
  await field.fill(text)
  await field.blur()
}

async function undoAndRedo(page: Page): Promise<void> {
  await card(page, 'Thanks').click()
  await page.keyboard.press('Control+d')
  await expect(page.getByText('6 blocks')).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(page.getByText('5 blocks')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('6 blocks')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('5 blocks')).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(page.getByText('6 blocks')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('5 blocks')).toBeVisible()
}

/** requirements.md KAR-13. */
async function renameVariable(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Variables' }).click()
  await page.getByRole('button', { name: /^CUPS/ }).click()
  const name = page
    .getByRole('region', { name: 'Variables' })
    .getByRole('textbox', { name: 'Name', exact: true })
  await name.fill('NUMBER_OF_CUPS')
  await name.blur()
  await expect(card(page, 'Thanks').getByText('NUMBER_OF_CUPS')).toBeVisible()
}

/** requirements.md NHN-28, NHN-29. */
async function addKeyword(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Keywords' }).click()
  const field = page.getByLabel('New keyword', { exact: true })
  await field.fill('hello!')
  await expect(page.getByText(/“Hello” is a keyword already/)).toBeVisible()
  await field.fill('tea')
  await field.press('Enter')
  await expect(page.getByRole('button', { name: /^tea/ })).toBeVisible()
}

/** requirements.md KAR-15: the word for the main menu needs a menu to lead to. */
async function mendProblem(page: Page): Promise<void> {
  await page.getByRole('button', { name: /1 problem/ }).click()
  await page.getByRole('button', { name: 'Mark “Which tea?”' }).click()
  await expect(page.getByRole('button', { name: 'No problems' })).toBeVisible()
  await expect(card(page, 'Which tea?').getByLabel('Main menu')).toBeVisible()
}

async function tryIt(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Try it' }).click()
  const log = page.getByRole('log')
  const field = page.getByRole('textbox', { name: 'Message to the bot' })
  await field.fill('Tea')
  await field.press('Enter')
  await expect(log.getByText('Welcome to our tea shop!')).toBeVisible()
  await expect(page.locator('[data-glow="active"]')).toContainText('Which tea?')
  await log.getByRole('button', { name: /Green tea/ }).click()
  await expect(page.locator('[data-glow="active"]')).toContainText('Cups')
  await field.fill('many')
  await field.press('Enter')
  await expect(log.getByText(/did not accept this reply/)).toBeVisible()
  await page.getByRole('button', { name: 'Take back the last message' }).click()
  await expect(log.getByText(/did not accept this reply/)).toBeHidden()
  // The flow is edited while the conversation waits in it, and goes on with the new text.
  await card(page, 'Thanks').click()
  await page.getByRole('tab', { name: 'Inspector' }).click()
  await fill(page, 'Last text', '{{NUMBER_OF_CUPS}} cups, coming up. Enjoy!')
  await page.getByRole('tab', { name: 'Try it' }).click()
  await field.fill('3')
  await field.press('Enter')
  await expect(log.getByText('3 cups, coming up. Enjoy!')).toBeVisible()
  await expect(page.getByText('1 changed')).toBeVisible()
}

/** Adds the engine, sets the passphrase of the key vault, saves, publishes and activates. Returns the chat address. */
async function publish(page: Page, url: string): Promise<string> {
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await addEngine(page, url)
  await dialog.getByLabel('Activate it too').check()
  await dialog.getByRole('button', { name: 'Save as 0.1, publish and activate' }).click()
  await expect(dialog.getByText('Version 1 answers now at')).toBeVisible()
  const address = (await dialog.getByText(/\/chat\//).textContent()) ?? ''
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  return address
}

async function changeWelcome(page: Page, text: string): Promise<void> {
  await card(page, 'Welcome to the tea shop').click()
  await page.getByRole('tab', { name: 'Inspector' }).click()
  await fill(page, 'Text', text)
  await allSaved(page)
}

async function say(chat: Page, text: string): Promise<void> {
  await chat.getByRole('textbox').fill(text)
  await chat.getByRole('textbox').press('Enter')
}
