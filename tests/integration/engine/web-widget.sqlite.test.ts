import { mkdirSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { resolveChromium } from '../../../scripts/chromium.ts'
import { accessibilityProblems } from '../accessibility-problems.ts'
import { openPage } from '../open-page.ts'
import { COUNTING_BOT, countingBot, publishRequestOf } from './counting-bot.ts'
import { loopbackServer } from './loopback-server.ts'
import { clientOf, putToWork, scratchEngine } from './scratch-engine.ts'
import { signedCall } from './signed-call.ts'

let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: await resolveChromium(), args: ['--no-sandbox'] })
}, 300_000)

afterAll(() => browser?.close())

/** Where pictures go for somebody to look at; nowhere unless asked for. */
const SHOTS = process.env.PARLEY_SHOTS

async function shoot(page: Page, name: string): Promise<void> {
  if (!SHOTS) return
  mkdirSync(SHOTS, { recursive: true })
  await page.screenshot({ path: `${SHOTS}/${name}.png` })
}

/** A shop's page whose own policy allows the engine's script and frame, and no inline styles. */
async function shopPage(engine: string) {
  const policy = `default-src 'self'; script-src ${engine}; frame-src ${engine}; style-src 'none'`
  const line = `<script src="${engine}/widget.js" data-bot="${COUNTING_BOT}" data-label="Talk to us" async></script>`
  const html = `<!doctype html><html lang="en"><title>Shop</title><main><h1>Shop</h1><p>Welcome.</p></main>${line}</html>`
  return loopbackServer(() => ({
    status: 200,
    headers: { 'content-type': 'text/html', 'content-security-policy': policy },
    body: html,
  }))
}

const open = (address: string, options?: Parameters<typeof openPage>[2]) =>
  openPage(browser, address, options)

async function allow(engine: string, origins: readonly string[]): Promise<void> {
  const body = { kind: 'web', name: 'Shop', bot: COUNTING_BOT, options: { origins } }
  const { json } = await signedCall(engine, { path: '/v1/channels', body })
  const path = `/v1/channels/${String(json.id)}/verify`
  expect(await signedCall(engine, { path, method: 'POST' })).toMatchObject({ json: { state: 'active' } })
}

test.each(['light', 'dark'] as const)(
  'one line puts the chat on a page, by mouse and by keyboard, %s (requirements.md NHN-53)',
  async colorScheme => {
    const { url } = await scratchEngine()
    await putToWork(url, countingBot())
    const shop = await shopPage(url)
    await allow(url, [shop.url])
    const { page, troubles } = await open(shop.url, { colorScheme })
    const launcher = page.getByRole('button', { name: 'Talk to us' })
    await expect.poll(() => launcher.getAttribute('aria-expanded')).toBe('false')
    expect(page.frames()).toHaveLength(1)
    await launcher.focus()
    await page.keyboard.press('Enter')
    const chat = page.frameLocator('iframe[title="Talk to us"]')
    await chat.getByLabel('Message').waitFor()
    await expect.poll(() => launcher.getAttribute('aria-expanded')).toBe('true')
    // It is there before it has the focus.
    await chat.locator('textarea:focus, input:focus').waitFor()
    await page.keyboard.type('hello')
    await page.keyboard.press('Enter')
    const said = () => chat.locator('.bubble .said').allTextContents()
    await expect.poll(said).toEqual(['hello', 'Say something'])
    await shoot(page, `widget-${colorScheme}`)
    expect(await accessibilityProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect.poll(() => chat.getByLabel('Message').isVisible()).toBe(false)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className))
      .toContain('launcher')
    // What is said meanwhile is counted on the button.
    const frame = page.frames()[1]
    const visitor = await frame?.evaluate(bot => localStorage.getItem(`parley.${bot}.visitor`), COUNTING_BOT)
    const path = `/v1/bots/${COUNTING_BOT}/conversations/web:${visitor}/inputs`
    const input = { id: 'a1', type: 'agent', action: 'message', text: 'Rui here' }
    expect((await signedCall(url, { path, body: { input } })).status).toBe(200)
    const counted = page.getByRole('button', { name: 'Talk to us (1)' })
    await counted.waitFor()
    await shoot(page, `launcher-${colorScheme}`)
    await counted.click()
    await expect.poll(said).toContain('Rui here')
    await page.reload()
    await launcher.click()
    await expect.poll(said).toEqual(['hello', 'Say something', 'Rui here'])
    expect(troubles).toEqual([])
  },
)

test('on a phone it fills the screen and can be closed; another page may not show it', async () => {
  const { url } = await scratchEngine()
  await putToWork(url, countingBot())
  const [shop, thief] = [await shopPage(url), await shopPage(url)]
  await allow(url, [shop.url])
  const { page } = await open(shop.url, { viewport: { width: 390, height: 780 } })
  await page.getByRole('button', { name: 'Talk to us' }).click()
  const chat = page.frameLocator('iframe')
  await chat.getByLabel('Message').waitFor()
  await shoot(page, 'widget-phone')
  expect(await page.locator('iframe').boundingBox()).toMatchObject({ width: 390, height: 780 })
  await chat.getByRole('button', { name: 'Close the chat' }).click()
  await expect.poll(() => page.locator('iframe').isVisible()).toBe(false)
  const stolen = await open(thief.url)
  await stolen.page.getByRole('button', { name: 'Talk to us' }).click()
  await expect.poll(() => stolen.troubles.join()).toContain('frame-ancestors')
  expect(await stolen.page.frameLocator('iframe').getByLabel('Message').count()).toBe(0)
})

test('a page that stays shows the next version without being changed', async () => {
  const { url } = await scratchEngine()
  await putToWork(url, countingBot())
  const shop = await shopPage(url)
  await allow(url, [shop.url])
  const client = clientOf(url)
  const second = publishRequestOf(countingBot({ mark: 'v2 ' }))
  expect(await client.publish(COUNTING_BOT, '1.1', second)).toMatchObject({ ok: true })
  const change = { version: '1.1', expectedActive: '1' }
  expect(await client.activate(COUNTING_BOT, change)).toMatchObject({ ok: true })
  const { page } = await open(shop.url)
  await page.getByRole('button', { name: 'Talk to us' }).click()
  const chat = page.frameLocator('iframe')
  await chat.getByLabel('Message').fill('hello')
  await chat.getByLabel('Message').press('Enter')
  await expect.poll(() => chat.locator('.bubble .said').allTextContents()).toContain('v2 Say something')
})
