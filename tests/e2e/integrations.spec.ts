import { mkdtempSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { audit } from './audit.ts'
import { type Engine, startEngine, write } from './engine.ts'
import { look } from './look.ts'
import { publishToLive } from './publish-to-live.ts'
import { dialog, openShop, prepare } from './reviewing.ts'
import { emptyFolder, openWindow, type Window } from './window.ts'

const TOKEN = 'verification-token-of-the-tests'
const button = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true })

/** Issue 6, points 4 and 7: bots elsewhere are tried offline, connected, routed to, watched and mended. */
test('the designer connects a bot elsewhere and routes to it', async () => {
  const errors: string[] = []
  const bot = await startBot()
  const [window, engine] = await Promise.all([
    openWindow(emptyFolder(), errors),
    startEngine(emptyFolder(), '0', { PARLEY_ENGINE_ALLOW_PRIVATE: '1' }),
  ])
  const { page } = window
  await prepare(window)
  await openShop(window, mkdtempSync(join(tmpdir(), 'parley-integrations-')))
  await test.step('tries who gets what with no engine at all (IMI-12, IMI-27)', () => tryOffline(window))
  await test.step('publishes, and goes on to the integrations by keyboard', async () => {
    await publishToLive(page, engine)
    await dialog(page).getByRole('tab', { name: 'Channels' }).focus()
    for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key)
    await expect(dialog(page).getByText('An integration connects a bot', { exact: false })).toBeVisible()
  })
  await test.step('goes back and forth in the wizard; closing it saves nothing', () => leaveWizard(page))
  await test.step('a wrong token is said before anything is kept', () => addBot(window, bot))
  await test.step('adds the bot of the engine, and calls it otherwise', () => addOwnBot(page))
  await test.step('adds a service with a rule', () => addService(window))
  await test.step('sees why nothing arrives, mends it, and tells it again', () => mend(window, engine, bot))
  await test.step('pauses, gives another address, and deletes', () => endIt(page))
  bot.server.close()
  await engine.stop()
  await window.app.close()
  expect(errors).toEqual([])
})

async function tryOffline(window: Window): Promise<void> {
  const { page } = window
  const log = dialog(page).getByRole('list', { name: 'What happened' })
  const says = async (text: string) => {
    await dialog(page).getByLabel('Message', { exact: true }).fill(text)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Control+Alt+Shift+i')
  await dialog(page).getByLabel('Said while the bot is silent').fill('One moment')
  await says('first')
  await says('second')
  await expect(log.getByText('says “second”. It goes to the bot.')).toBeVisible()
  await button(page, 'Hand over (1002)').click()
  await says('third')
  await expect(log.getByText('says “third”. It goes to the agents.')).toBeVisible()
  await log.getByText('Payload').last().click()
  await expect(log.locator('pre').last()).toContainText('"ConversationType": "CCSP"')
  await dialog(page).getByLabel('What it says').fill('me too')
  await page.keyboard.press('Enter')
  await expect(log.getByText('Refused with 409: an agent has the conversation.')).toBeVisible()
  await button(page, 'Close the conversation').press('Enter')
  await says('fourth')
  await expect(log.getByText('says “fourth”. It goes to the bot.')).toBeVisible()
  await audit(page, 'a trial', '[role="dialog"]')
  await dialog(page).getByLabel('Its webhook').selectOption('does not answer in time')
  await says('fifth')
  await expect(log.getByText('The customer reads “One moment”.')).toBeVisible()
  for (const at of ['0:01:00', '0:05:00', '0:20:00', '1:00:00']) {
    await button(page, 'To the next attempt').click()
    await expect(dialog(page).getByLabel('How it stands').getByText(at, { exact: true })).toBeVisible()
  }
  await expect(log.getByText('attempt 5 failed, no answer within five seconds.')).toBeVisible()
  await expect(
    log.getByText('The webhook is inactive after five failures in a row', { exact: false }),
  ).toBeVisible()
  await look(window, 'trial')
  await dialog(page).getByLabel('Its webhook').selectOption('answers')
  await button(page, 'Verify again').click()
  await expect(log.getByText('The webhook is active', { exact: false })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
}

async function leaveWizard(page: Page): Promise<void> {
  await button(page, 'Add an integration').click()
  await dialog(page).getByRole('radio', { name: 'Agent desk' }).check()
  await button(page, 'Next').click()
  await expect(dialog(page).getByLabel('Address of the desk')).toBeVisible()
  await button(page, 'Back').click()
  await dialog(page).getByRole('radio', { name: 'Bots' }).check()
  await button(page, 'Next').click()
  await page.keyboard.press('Enter')
  await dialog(page).getByLabel('Name', { exact: true }).fill('CRM bot')
  await expect(dialog(page).getByLabel('Access token')).toBeVisible()
  await button(page, 'Back').click()
  await dialog(page).getByRole('radio', { name: 'Bot of another platform' }).check()
  await button(page, 'Next').click()
  await expect(dialog(page).getByLabel('Name', { exact: true })).toHaveValue('CRM bot')
  await dialog(page).getByRole('tab', { name: 'Channels' }).click()
  await dialog(page).getByRole('tab', { name: 'Integrations' }).click()
  await expect(dialog(page).getByText('An integration connects a bot', { exact: false })).toBeVisible()
}

async function addBot(window: Window, { server }: Bot): Promise<void> {
  const { page } = window
  await button(page, 'Add an integration').press('Enter')
  await page.keyboard.press('Enter')
  await dialog(page).getByRole('radio', { name: 'Your own bot' }).press('ArrowDown')
  await look(window, 'wizard')
  await audit(page, 'wizard', '[role="dialog"]')
  await page.keyboard.press('Enter')
  await button(page, 'Verify').click()
  await expect(dialog(page).getByText('Give it a name.')).toBeVisible()
  await dialog(page).getByLabel('Name', { exact: true }).fill('CRM bot')
  await dialog(page).getByLabel('Address of the webhook').fill(addressOf(server))
  await dialog(page).getByLabel('Verification token').fill('another-token')
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByRole('alert')).toContainText('TOKEN_MISMATCH')
  await expect(button(page, 'Save')).toBeDisabled()
  await look(window, 'values')
  await audit(page, 'values of an integration', '[role="dialog"]')
  await dialog(page).getByLabel('Verification token').fill(TOKEN)
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByText(/It answered in \d+ ms/)).toBeVisible()
  await dialog(page).getByLabel('Address of the webhook').press('End')
  await page.keyboard.type('2')
  await expect(button(page, 'Save')).toBeDisabled()
  await page.keyboard.press('Backspace')
  await button(page, 'Save').click()
  const address = dialog(page).getByRole('textbox', { name: 'Address the bot posts' })
  await expect(address).toHaveValue(/\/hooks\/bots\/int_/)
  await look(window, 'address')
  await button(page, 'I have it').press('Enter')
  await expect(dialog(page).getByText('CRM bot is active.')).toBeVisible()
}

async function addOwnBot(page: Page): Promise<void> {
  await button(page, 'Add an integration').click()
  await page.keyboard.press('Enter')
  await dialog(page).getByRole('radio', { name: 'Bot of this engine' }).check()
  await page.keyboard.press('Enter')
  await dialog(page).getByLabel('Name', { exact: true }).fill('The shop')
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByText('The engine has this bot.', { exact: false })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByText('The shop is active.')).toBeVisible()
  await button(page, 'Change The shop').click()
  await dialog(page).getByLabel('Name', { exact: true }).fill('Shop bot')
  await button(page, 'Save').click()
  await expect(dialog(page).getByText('Shop bot is saved.')).toBeVisible()
}

async function addService(window: Window): Promise<void> {
  const { page } = window
  await button(page, 'Add a service').click()
  await dialog(page).getByLabel('Name', { exact: true }).fill('Shop')
  await dialog(page).getByLabel('Chat on websites').check()
  await dialog(page).getByLabel('CRM bot · Bot of another platform').check()
  await button(page, 'Add a rule').click()
  const rule = dialog(page).getByRole('region', { name: 'Rule 1' })
  await expect(rule.getByLabel('Goes to')).toHaveValue('bot_and_ccsp')
  await rule.getByLabel('Goes to').selectOption('A bot')
  await rule.getByLabel('Said when nobody answers').fill('Call us')
  await rule.getByRole('button', { name: 'Add a condition' }).click()
  await button(page, 'Save').click()
  await expect(rule.getByRole('alert')).toHaveText('Complete every condition, or remove it.')
  await rule.getByLabel('How it is compared').selectOption('contains')
  await rule.getByLabel('Text', { exact: true }).fill('order')
  await look(window, 'service')
  await audit(page, 'a service', '[role="dialog"]')
  await button(page, 'Save').press('Enter')
  await expect(dialog(page).getByText('Shop is saved.')).toBeVisible()
  await expect(dialog(page).getByText('A message, if its conditions hold → CRM bot')).toBeVisible()
  await button(page, 'Try it offline Shop').click()
  await dialog(page).getByLabel('Message', { exact: true }).fill('my order')
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByText('says “my order”. It goes to the bot.')).toBeVisible()
  await look(window, 'trial-of-service')
  await button(page, 'Back').click()
}

async function mend(window: Window, engine: Engine, bot: Bot): Promise<void> {
  const { page } = window
  bot.status = 410
  for (const contact of ['ana', 'ben', 'cai', 'dia', 'eva'])
    await write(engine, 'bot_shop', contact, 'Where is my order')
  await shownAfterRefresh(page, 'Inactive after 5 failures in a row', 'Inactive')
  await write(engine, 'bot_shop', 'fay', 'My order too')
  await shownAfterRefresh(page, '1 event is held back', '5 events were given up')
  await look(window, 'integrations')
  await audit(page, 'integrations', '[role="dialog"]')
  bot.status = 200
  await button(page, 'Verify and activate CRM bot').click()
  await expect(dialog(page).getByText('CRM bot is verified.')).toBeVisible()
  await expect.poll(() => bot.heard).toContain('My order too')
  await button(page, 'Event log CRM bot').press('Enter')
  const dead = dialog(page).getByRole('listitem').filter({ hasText: 'given up' })
  await expect(dead).toHaveCount(5)
  await dead.first().getByText('Payload').click()
  await expect(dead.first().locator('pre')).toContainText('"Message": "Where is my order"')
  await dead.first().getByText('1 attempt').click()
  await expect(dead.first().getByText(/ms · says it is gone/)).toBeVisible()
  await look(window, 'events')
  await audit(page, 'event log', '[role="dialog"]')
  await dead
    .first()
    .getByRole('button', { name: /^Send again/ })
    .click()
  await expect(dialog(page).getByText('1 message is sent again.')).toBeVisible()
  await button(page, 'Send all again that were given up').click()
  await expect(dialog(page).getByText('4 messages are sent again.')).toBeVisible()
  await expect.poll(() => bot.heard.filter(text => text === 'Where is my order')).toHaveLength(5)
  await button(page, 'Back').click()
}

async function endIt(page: Page): Promise<void> {
  await button(page, 'Pause … CRM bot').press('Enter')
  await expect(button(page, 'Cancel')).toBeFocused()
  await button(page, 'Pause the integration').press('Enter')
  await button(page, 'Resume CRM bot').click()
  await expect(dialog(page).getByText('CRM bot goes on', { exact: false })).toBeVisible()
  await button(page, 'New address … CRM bot').click()
  await button(page, 'Make a new address').click()
  await expect(dialog(page).getByRole('textbox', { name: 'Address the bot posts' })).toHaveValue(/\/hooks\//)
  await button(page, 'I have it').click()
  await button(page, 'Delete … CRM bot').click()
  await button(page, 'Delete the integration').click()
  await expect(dialog(page).getByRole('alert')).toContainText('Take it out of Shop first.')
  await button(page, 'Cancel').click()
  await button(page, 'Delete … Shop').click()
  await button(page, 'Delete the service').click()
  await button(page, 'Delete … CRM bot').press('Enter')
  await button(page, 'Delete the integration').press('Enter')
  await button(page, 'Delete … Shop bot').press('Enter')
  await button(page, 'Delete the integration').press('Enter')
  await expect(dialog(page).getByText('An integration connects a bot', { exact: false })).toBeVisible()
}

async function shownAfterRefresh(page: Page, ...texts: string[]): Promise<void> {
  await expect(async () => {
    await button(page, 'Refresh').click()
    for (const text of texts)
      await expect(dialog(page).getByText(text, { exact: false }).first()).toBeVisible({ timeout: 500 })
  }).toPass()
}

type Bot = { server: Server; status: number; readonly heard: string[] }

/** Stands for a bot of another platform: it answers with its verification token, or with a status that is no success. */
async function startBot(): Promise<Bot> {
  const heard: string[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { Message } = JSON.parse(Buffer.concat(chunks).toString())
      if (bot.status === 200 && typeof Message === 'string') heard.push(Message)
      response.writeHead(bot.status, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ verificationToken: TOKEN }))
    })
  })
  const bot: Bot = { server, status: 200, heard }
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return bot
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`
}
