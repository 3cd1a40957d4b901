import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { REPO_ROOT } from '../repo-root.ts'

type Take = (page: Page, name: string) => Promise<void>

/** The commerce template, from the choice of it to a change that a test notices. */
export async function takeShop(page: Page, take: Take): Promise<void> {
  const { keyboard } = page
  const dialog = page.getByRole('dialog')
  await keyboard.press('Control+n')
  await dialog.getByRole('radio', { name: 'Commerce', exact: true }).check({ force: true })
  await dialog.getByText('Made for').first().waitFor()
  await take(page, 'new-bot')
  await dialog.getByRole('button', { name: 'Create' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('heading', { level: 1, name: 'Commerce' }).waitFor()
  await takeCraft(page, take)
  await takeCall(page, take)
  await takeTimeline(page, take)
  await takeProblems(page, take)
  await takeLists(page, take)
  await takeSettings(page, take)
  await takeLanguage(page, take)
  await takeChecklist(page, take)
}

/** A group of blocks on the main flow, beside the note of the template. */
async function takeCraft(page: Page, take: Take): Promise<void> {
  const { keyboard } = page
  await page.getByRole('tab', { name: 'Blocks' }).click()
  await page.locator('[data-kind="message"]').waitFor()
  await card(page, 'Welcome').click()
  await page.getByRole('button', { name: /^Zoom .*: back to 100/ }).click()
  await page.getByRole('button', { name: /^Zoom 100 percent/ }).waitFor()
  await page.locator('.react-flow').first().focus()
  for (let steps = 0; steps < 3; steps += 1) await keyboard.press('Control+-')
  await page.getByRole('button', { name: /^Zoom 51 percent/ }).waitFor()
  const box = await card(page, 'Welcome').boundingBox()
  if (box) await pan(page, 390 - box.x, 260 - box.y)
  await card(page, 'Shop').click()
  for (const title of ['Order status', 'Cancel an order', 'Talk to a person'])
    await card(page, title).click({ modifiers: ['Shift'] })
  await keyboard.press('Control+g')
  await page.getByRole('textbox', { name: 'Title', exact: true }).first().waitFor()
  await keyboard.type('What the shop does')
  await keyboard.press('Enter')
  await page.getByRole('group', { name: /^Group What the shop does/ }).click({ position: { x: 20, y: 8 } })
  await page.mouse.move(2, 400)
  await take(page, 'canvas')
  await keyboard.press('Escape')
}

/** A call with its example answer, from which a click takes what is kept. */
async function takeCall(page: Page, take: Take): Promise<void> {
  await page.getByRole('button', { name: /^Flow / }).click()
  await page
    .getByRole('menuitem', { name: 'Order status' })
    .or(page.getByRole('option', { name: 'Order status' }))
    .first()
    .click()
  await card(page, 'Look it up').click()
  const form = page.locator('[data-inspector]')
  await form.getByRole('list', { name: 'Values of the example' }).waitFor()
  await form
    .getByRole('button', { name: 'From the answer into variables' })
    .evaluate(fold => fold.scrollIntoView({ block: 'start' }))
  await take(page, 'api-call')
}

/** A conversation that parted, its turns, and the test that was made of it. */
async function takeTimeline(page: Page, take: Take): Promise<void> {
  await page.getByRole('button', { name: /^Flow / }).click()
  await page
    .getByRole('menuitem', { name: 'Main' })
    .or(page.getByRole('option', { name: 'Main' }))
    .first()
    .click()
  await page.getByRole('tab', { name: 'Try it' }).click()
  for (const text of ['Hi', '2', 'A1042']) await say(page, text)
  await page.getByRole('button', { name: 'A turn back' }).click()
  await say(page, 'B2077')
  await page.getByRole('button', { name: 'Save the conversation as a test' }).click()
  const sheet = page.getByRole('form', { name: 'Save the conversation as a test' })
  await sheet.getByLabel('Name of the test').fill('Where is my order?')
  await sheet.getByRole('button', { name: 'Save test' }).click()
  await page.getByText('1 test passed').waitFor()
  await page.getByRole('button', { name: /^Turns/ }).click()
  await take(page, 'turns')
  await page.getByRole('button', { name: /^Turns/ }).click()
  await page.getByRole('tab', { name: 'Paths' }).click()
  await page.getByRole('region', { name: 'Paths' }).getByRole('button').first().waitFor()
  await page.mouse.move(600, 700)
  await take(page, 'paths')
}

/** What a bot that was taken apart a little has to complain about, one finding ignored for a reason. */
async function takeProblems(page: Page, take: Take): Promise<void> {
  const { keyboard } = page
  await page.getByRole('tab', { name: 'Knowledge' }).click()
  await page
    .getByRole('region', { name: 'Knowledge' })
    .getByRole('button', { name: 'New intent' })
    .first()
    .click()
  const form = page.locator('[data-inspector]')
  await form.getByLabel('Name').fill('Gift vouchers')
  await form.getByLabel('Ways of saying it').fill('I want to give a voucher\ndo you have gift cards')
  await page.getByRole('tab', { name: /^Problems/ }).click()
  const problems = page.getByRole('region', { name: 'Problems' })
  await problems
    .getByRole('button', { name: /^Ignore: / })
    .first()
    .click()
  await keyboard.type('Vouchers come in spring')
  await keyboard.press('Enter')
  await problems.getByRole('button', { name: '1 ignored' }).click()
  await page.getByRole('tab', { name: 'Inspector' }).click()
  await card(page, 'Anything else?').click()
  await form.getByRole('switch', { name: /^Main menu/ }).check({ force: true })
  await page.locator('.react-flow').first().focus()
  await keyboard.press('Delete')
  await page.mouse.move(2, 400)
  await take(page, 'problems')
  await page.locator('.react-flow').first().focus()
  for (let steps = 0; steps < 2; steps += 1) await keyboard.press('Control+z')
}

/** What a bot knows, and its files. */
async function takeLists(page: Page, take: Take): Promise<void> {
  await page.getByRole('tab', { name: 'Knowledge' }).click()
  const panel = page.getByRole('region', { name: 'Knowledge' })
  await panel.getByTitle('Questions & answers').click()
  await panel.getByRole('button', { name: 'Bring in a list' }).click()
  const dialog = page.getByRole('dialog', { name: 'Bring in questions and answers' })
  await dialog.getByLabel('List', { exact: true }).fill(QUESTIONS)
  await dialog.getByRole('button', { name: 'Bring in', exact: true }).click()
  await page.getByText('Brought in: 4 new', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await panel.getByRole('button', { name: /How long is the warranty/ }).click()
  await panel.getByLabel('Try a sentence').fill('for how many years is there a warranty')
  await take(page, 'knowledge')
  await page.getByRole('tab', { name: 'Media' }).click()
  await page
    .getByRole('region', { name: 'Media' })
    .locator('input[type=file]')
    .setInputFiles(join(REPO_ROOT, 'docs', 'pictures', 'workbench.png'))
  await page.locator('[data-inspector]').getByText('WhatsApp shows it.').waitFor()
  await page.mouse.move(600, 700)
  await take(page, 'media')
}

const QUESTIONS = [
  'question;answer;topic',
  'Do you deliver on Saturdays?;Yes, from 8 to 14.;Delivery',
  'Which countries do you deliver to?;Brazil, Argentina and Uruguay.;Delivery',
  'How long is the warranty?;Two years from the day of the delivery.;After the purchase',
  'Can I send something back?;Within 30 days, free of charge.;After the purchase',
].join('\n')

async function takeSettings(page: Page, take: Take): Promise<void> {
  const { keyboard } = page
  await page.locator('.react-flow').first().focus()
  await keyboard.press('Control+k')
  await page.getByPlaceholder('Find a command').fill('Settings of the bot')
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Settings of Commerce' })
  await dialog.getByRole('tab').nth(1).click()
  await take(page, 'settings')
  await keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
}

/** What must be done before the shop goes live on WhatsApp, begun, and the study of a call. */
async function takeChecklist(page: Page, take: Take): Promise<void> {
  await page.keyboard.press('Control+Alt+l')
  const panel = page.locator('[data-panel="review"]')
  const open = (step: string) => panel.locator(`[data-step="task_${step}"] > button`).click()
  for (const [step, state] of [
    ['kyc', 'Done'],
    ['channel-whatsapp', 'In review'],
  ] as const) {
    await open(step)
    await panel.getByLabel('State').selectOption(state)
    await panel.getByLabel('Owner').fill('Ana')
  }
  await open('feasibility')
  const calls = panel.getByRole('list', { name: 'Calls to study' }).getByRole('button')
  await calls.first().click()
  await panel.getByLabel('Verdict').selectOption('Feasible')
  await panel.getByText(/^Judged by/).waitFor()
  await calls.first().click()
  await page.mouse.move(600, 700)
  await take(page, 'checklist')
}

/** The window in another language, and back. */
async function takeLanguage(page: Page, take: Take): Promise<void> {
  const choose = async (language: string) => {
    await page.keyboard.press('Control+,')
    await page.getByRole('dialog').locator('select:has(option[value="pt-BR"])').selectOption(language)
    await page.locator(`html[lang="${language}"]`).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await choose('pt-BR')
  await take(page, 'portuguese')
  await choose('en')
}

async function pan(page: Page, x: number, y: number): Promise<void> {
  await page.mouse.move(600, 600)
  await page.mouse.down({ button: 'middle' })
  await page.mouse.move(600 + x, 600 + y, { steps: 4 })
  await page.mouse.up({ button: 'middle' })
}

function card(page: Page, title: string) {
  return page.locator('.react-flow__node').filter({ has: page.getByRole('group', { name: title }) })
}

async function say(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Message to the bot' })
  await field.fill(text)
  await field.press('Enter')
  await page.getByRole('log').getByText(text).last().waitFor()
}
