import { createHmac } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { ACCOUNT, AUTH_TOKEN, LINE, openTwilio } from '../loopback/twilio.ts'
import { audit } from './audit.ts'
import { type Engine, startEngine } from './engine.ts'
import { look } from './look.ts'
import { publishToLive } from './publish-to-live.ts'
import { answerWith, dialog, openShop, prepare } from './reviewing.ts'
import { emptyFolder, openWindow, type Window } from './window.ts'

const PHONE = '106540352242922'
const APP_SECRET = 'app-secret-of-the-tests'
const TOKEN = 'EAAG-token-of-the-tests'

/** Issue 6, points 3 and 7: a bot is published, gets a number, is shared, answers, is watched and stopped. */
test('the designer looks after a bot on a running engine', async () => {
  const errors: string[] = []
  const meta = await startMeta()
  const twilio = await openTwilio()
  const addresses = { PARLEY_ENGINE_META_URL: addressOf(meta.server), PARLEY_ENGINE_TWILIO_URL: twilio.url }
  const [window, engine] = await Promise.all([
    openWindow(emptyFolder(), errors),
    startEngine(emptyFolder(), '0', addresses),
  ])
  const { page } = window
  const folder = mkdtempSync(join(tmpdir(), 'parley-live-'))
  await prepare(window)
  await openShop(window, folder)
  await test.step('publishes, and goes on from there', () => publishToLive(page, engine))
  const channel = await test.step('adds a number; a wrong token does not pass', () => addNumber(window))
  await test.step('shares it', () => share(window, folder))
  await test.step('reads what was said, and sends again what was given up', async () => {
    await hearHi(engine, channel)
    await readAlong(window)
  })
  await test.step('stops the number, goes on with it, and deletes it', () => endNumber(page))
  await test.step('adds a line that people call in vain', () => addLine(window))
  await test.step('looks after the bot by keyboard, and stops it', () => stopIt(window))
  await test.step('an engine that is away says so', async () => {
    await engine.stop()
    await page.keyboard.press('Control+Alt+Shift+l')
    await expect(dialog(page).getByRole('alert')).toContainText('127.0.0.1')
    await expect(dialog(page).getByRole('button', { name: 'Try again' })).toBeVisible()
  })
  meta.server.close()
  twilio.close()
  await window.app.close()
  expect(errors).toEqual([])
})

/** Answers the id of the channel, as its address says it. */
async function addNumber(window: Window): Promise<string> {
  const { page } = window
  await dialog(page).getByRole('button', { name: 'Add a channel' }).click()
  await dialog(page).getByRole('button', { name: 'Save and verify' }).click()
  await expect(dialog(page).getByText('Give it a name.')).toBeVisible()
  await dialog(page).getByLabel('Name').fill('Shop in Salvador')
  await dialog(page).getByLabel('Phone number id').fill(PHONE)
  await dialog(page).getByLabel('App secret').fill(APP_SECRET)
  await dialog(page).getByLabel('Verify token').fill('verify-token-of-the-tests')
  await dialog(page).getByLabel('Access token').fill('a-token-that-is-wrong')
  await dialog(page).getByRole('button', { name: 'Save and verify' }).click()
  await expect(dialog(page).getByRole('alert')).toContainText('saved on the engine and not active')
  await audit(page, 'form of a channel', '[role="dialog"]')
  await look(window, 'form')
  const webhook = await dialog(page).getByRole('textbox', { name: 'Address to enter' }).inputValue()
  await dialog(page).getByLabel('Access token').fill(TOKEN)
  await dialog(page).getByLabel('Access token').press('Enter')
  await expect(dialog(page).getByText('Shop in Salvador is active.')).toBeVisible()
  await audit(page, 'channels', '[role="dialog"]')
  return /\/channels\/([a-z0-9]+)\//.exec(webhook)?.[1] ?? ''
}

async function share(window: Window, folder: string): Promise<void> {
  const { page, app } = window
  const tab = dialog(page).getByRole('tab', { name: 'Channels' })
  await tab.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await dialog(page).getByLabel('Keyword').fill('#Hi you')
  const link = dialog(page).getByRole('textbox', { name: 'Link' })
  await expect(link).toHaveValue('https://wa.me/15550783881?text=%23Hi%20you')
  await dialog(page).getByRole('button', { name: 'Copy: Link' }).click()
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe('https://wa.me/15550783881?text=%23Hi%20you')
  await expect(dialog(page).getByRole('img', { name: /QR code of https:\/\/wa\.me/ })).toBeVisible()
  await audit(page, 'sharing', '[role="dialog"]')
  await look(window, 'share')
  for (const [button, name] of [
    ['Save as PNG', 'code.png'],
    ['Save as SVG', 'code.svg'],
    ['Save as vCard', 'shop.vcf'],
  ] as const) {
    await answerWith(window, join(folder, name))
    await dialog(page).getByRole('button', { name: button }).click()
    await expect(dialog(page).getByText(`Saved as ${name}.`)).toBeVisible()
  }
  expect(readFileSync(join(folder, 'code.png')).subarray(1, 4).toString()).toBe('PNG')
  expect(readFileSync(join(folder, 'shop.vcf'), 'utf8')).toContain('TEL;TYPE=CELL:+15550783881')
}

async function readAlong(window: Window): Promise<void> {
  const { page } = window
  await dialog(page).getByRole('tab', { name: 'Channels' }).click()
  await expect(async () => {
    await dialog(page).getByRole('button', { name: 'Refresh' }).click()
    await expect(dialog(page).getByText(/1 message was given up/)).toBeVisible({ timeout: 500 })
  }).toPass()
  await look(window, 'channels')
  await dialog(page).getByRole('button', { name: 'Event log Shop in Salvador' }).click()
  const dead = dialog(page).getByRole('listitem').filter({ hasText: 'given up' })
  await dead.getByText('Payload').click()
  await expect(dead.locator('pre')).toContainText('"')
  await audit(page, 'event log', '[role="dialog"]')
  await look(window, 'log')
  await dead.getByRole('button', { name: /^Send again/ }).click()
  await expect(dialog(page).getByText('1 message is sent again.')).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Back' }).click()
}

async function endNumber(page: Page): Promise<void> {
  const act = (name: string) => dialog(page).getByRole('button', { name, exact: true })
  await act('Stop … Shop in Salvador').click()
  await expect(act('Stop the channel')).toBeDisabled()
  await page.keyboard.type('The number moves')
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByText('Stopped', { exact: true })).toBeVisible()
  await expect(dialog(page).getByText('The number moves')).toBeVisible()
  await act('Verify Shop in Salvador').click()
  await expect(dialog(page).getByText('Shop in Salvador is active.')).toBeVisible()
  await act('Delete … Shop in Salvador').press('Enter')
  await expect(act('Cancel')).toBeFocused()
  await audit(page, 'deleting a channel', '[role="dialog"]')
  await act('Delete the channel').press('Enter')
  await expect(dialog(page).getByText('A channel is a number', { exact: false })).toBeVisible()
}

/** Missed calls (NHN-44): what the form asks for, what people call, and by keyboard to the end. */
async function addLine(window: Window): Promise<void> {
  const { page } = window
  await dialog(page).getByRole('button', { name: 'Add a channel' }).click()
  await dialog(page).getByLabel('Kind').selectOption('Missed call')
  await dialog(page).getByLabel('Name').fill('Line in Salvador')
  await dialog(page).getByLabel('Seconds it rings').fill('13')
  await dialog(page).getByRole('button', { name: 'Save and verify' }).click()
  await expect(dialog(page).getByText('Enter whole seconds, 0 to 12.')).toBeVisible()
  await expect(dialog(page).getByText('Enter what callers are told.')).toBeVisible()
  await audit(page, 'form of a line', '[role="dialog"]')
  await look(window, 'line')
  await dialog(page).getByLabel('Account id at Twilio').fill(ACCOUNT)
  await dialog(page).getByLabel('Phone number').fill(LINE)
  await dialog(page).getByLabel('Auth token').fill(AUTH_TOKEN)
  await dialog(page).getByLabel('Text message').fill('Chat with us: {link}')
  await dialog(page).getByLabel('Seconds it rings').fill('8')
  await dialog(page).getByLabel('Seconds it rings').press('Enter')
  await expect(dialog(page).getByText('Line in Salvador is active.')).toBeVisible()
  await dialog(page).getByRole('tab', { name: 'Share' }).click()
  await expect(dialog(page).getByRole('textbox', { name: 'Link' })).toHaveValue(`tel:${LINE}`)
  await expect(dialog(page).getByText(`Call ${LINE}: nobody answers`, { exact: false })).toBeVisible()
  await audit(page, 'sharing a line', '[role="dialog"]')
  await look(window, 'line-share')
  await dialog(page).getByRole('tab', { name: 'Channels' }).click()
  await dialog(page).getByRole('button', { name: 'Delete … Line in Salvador' }).press('Enter')
  await dialog(page).getByRole('button', { name: 'Delete the channel' }).press('Enter')
  await expect(dialog(page).getByText('A channel is a number', { exact: false })).toBeVisible()
}

async function stopIt(window: Window): Promise<void> {
  const { page } = window
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await page.keyboard.press('Control+Alt+Shift+l')
  await expect(dialog(page).getByText('A channel is a number', { exact: false })).toBeVisible()
  await dialog(page).getByRole('tab', { name: 'Channels' }).focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByText('Version 1 answers people.')).toBeVisible()
  await expect(dialog(page).getByText(/activated 1/)).toBeVisible()
  await audit(page, 'status', '[role="dialog"]')
  await look(window, 'status')
  await dialog(page)
    .getByRole('button', { name: /^16505551234/ })
    .press('Enter')
  await expect(dialog(page).getByText('Hi', { exact: true })).toBeVisible()
  await audit(page, 'transcript', '[role="dialog"]')
  await look(window, 'transcript')
  await dialog(page).getByRole('button', { name: 'Back' }).press('Enter')
  await dialog(page).getByRole('button', { name: 'Stop the bot' }).press('Enter')
  await dialog(page).getByRole('button', { name: 'Deactivate 1' }).press('Enter')
  await expect(dialog(page).getByRole('button', { name: 'Close', exact: true }).last()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
}

type Meta = Readonly<{ server: Server }>

/** Stands for Meta: knows one number and one token, and takes no message the first time. */
async function startMeta(): Promise<Meta> {
  let asked = 0
  const server = createServer((request, response) => {
    const answer = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    }
    request.resume()
    request.on('end', () => {
      if (request.headers.authorization !== `Bearer ${TOKEN}`) return answer(401, refused(190))
      if (request.method === 'GET') return answer(200, { id: PHONE, display_phone_number: '+1 555-078-3881' })
      asked += 1
      if (asked === 1) return answer(400, refused(100))
      answer(200, { messaging_product: 'whatsapp', messages: [{ id: `wamid.sent${asked}` }] })
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { server }
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function refused(code: number): object {
  return { error: { message: `(#${code}) In Meta's words`, type: 'OAuthException', code, fbtrace_id: 'A' } }
}

/** A customer says Hi, as Meta tells it. */
async function hearHi({ url }: Engine, channel: string): Promise<void> {
  const message = { id: 'wamid.in1', from: '16505551234', timestamp: String(Math.floor(Date.now() / 1000)) }
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550783881', phone_number_id: PHONE },
    contacts: [{ wa_id: '16505551234', profile: { name: 'Ana' } }],
    messages: [{ ...message, type: 'text', text: { body: 'Hi' } }],
  }
  const entry = [{ id: '1', changes: [{ field: 'messages', value }] }]
  const body = JSON.stringify({ object: 'whatsapp_business_account', entry })
  const mac = createHmac('sha256', APP_SECRET).update(body).digest('hex')
  const response = await fetch(`${url}/channels/${channel}/webhook`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${mac}` },
  })
  expect(response.status).toBe(200)
}
