import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { resolveChromium } from '../../../scripts/chromium.ts'
import { parseDocumentText } from '../../../src-shared/blocks/parse-document.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { COUNTING_BOT, countingBot } from './counting-bot.ts'
import { clientOf, putToWork, scratchEngine, scratchFolder } from './scratch-engine.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let browser: Browser

beforeAll(async () => {
  const executablePath = await resolveChromium()
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
}, 300_000)

afterAll(() => browser?.close())

function casey(): BotDocument {
  const document = parseDocumentText(readFileSync('assets/samples/casey.json', 'utf8'))
  if (!document.ok) throw new Error(document.message)
  return document.value
}

async function openChat(
  url: string,
  bot: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; context: BrowserContext; troubles: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 480, height: 760 },
    locale: 'en-GB',
    ...options,
  })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', error => troubles.push(String(error)))
  page.on('console', message => {
    if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
      troubles.push(message.text())
  })
  await page.goto(`${url}/chat/${bot}`)
  return { page, context, troubles }
}

function bubbles(page: Page): Promise<string[]> {
  return page.locator('.bubble .said').allTextContents()
}

async function accessibilityProblems(page: Page): Promise<unknown[]> {
  // The page's own policy would refuse a script from outside; the debugger's does not ask it.
  await page.evaluate(AXE)
  const found = await page.evaluate('axe.run({ resultTypes: ["violations"] })')
  return (found as { violations: { id: string; nodes: { html: string }[] }[] }).violations.map(
    ({ id, nodes }) => [id, nodes[0]?.html],
  )
}

describe('the web chat, in a real browser', () => {
  test('is used by keyboard alone, and goes on after a reload', async () => {
    const { url } = await scratchEngine()
    await putToWork(url, casey())
    const { page, troubles } = await openChat(url, 'bot_casey')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('text')
    await page.keyboard.type('Hi')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.option').count()).toBe(4)
    const asked = await bubbles(page)
    expect(asked.slice(0, 2)).toEqual(['Hi', 'Hello there! I am Casey, the assistant of Case Hospital.'])
    // Back to the third option, over the one behind it.
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Opening hours')
    await page.keyboard.press('Enter')
    await expect.poll(() => bubbles(page)).toContain('Opening hours')
    await expect
      .poll(() => page.locator('.option').allTextContents())
      .toEqual(['Yes, show the menu', 'No, thank you'])
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text')
    const before = await bubbles(page)
    await page.reload()
    await expect.poll(() => bubbles(page)).toEqual(before)
    await expect.poll(() => page.locator('.option').count()).toBe(2)
    await page.getByRole('button', { name: 'No, thank you' }).click()
    await expect.poll(() => page.locator('.bubble').last().textContent()).toContain('Get well soon!')
    await expect.poll(() => page.locator('.option').count()).toBe(0)
    expect(troubles).toEqual([])
  })

  test.each(['light', 'dark'] as const)(
    'has no accessibility problem that axe finds, %s',
    async colorScheme => {
      const { url } = await scratchEngine()
      await putToWork(url, casey())
      const { page } = await openChat(url, 'bot_casey', { colorScheme })
      await page.getByLabel('Message').fill('Hi')
      await page.getByRole('button', { name: 'Send' }).click()
      await expect.poll(() => page.locator('.option').count()).toBe(4)
      expect(await page.getByRole('log').getAttribute('aria-live')).toBe('polite')
      expect(await accessibilityProblems(page)).toEqual([])
    },
  )

  test('says politely that no bot is active, and that nobody is at a wrong address', async () => {
    const { url } = await scratchEngine()
    await putToWork(url, countingBot({ name: 'Ms <b>Count</b> & "Co"' }))
    const { page } = await openChat(url, COUNTING_BOT)
    expect(await page.getByRole('heading').textContent()).toBe('Ms <b>Count</b> & "Co"')
    await clientOf(url).deactivate(COUNTING_BOT, { reason: 'night', conversations: 'end', message: '' })
    await page.getByLabel('Message').fill('hello?')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.getByRole('status').textContent())
      .toContain('is not answering at the moment')
    expect(await accessibilityProblems(page)).toEqual([])
    const wrong = await openChat(url, 'bot_none')
    expect(await wrong.page.getByRole('heading').textContent()).toBe('There is nobody at this address')
    expect(await accessibilityProblems(wrong.page)).toEqual([])
  })

  test('what is said stays text', async () => {
    const { url } = await scratchEngine()
    await putToWork(url, countingBot())
    const { page, troubles } = await openChat(url, COUNTING_BOT)
    const attack = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    for (const text of ['hello', attack]) {
      await page.getByLabel('Message').fill(text)
      await page.keyboard.press('Enter')
      await expect.poll(() => bubbles(page)).toContain(text)
    }
    await expect.poll(() => bubbles(page)).toContain(`1: ${attack}`)
    expect(await page.locator('.log img, .log script').count()).toBe(0)
    expect(await page.title()).toBe('Counter')
    expect(troubles).toEqual([])
  })

  test('a message sent while the engine is away is delivered once, also after a reload', async () => {
    const dataFolder = scratchFolder()
    const engine = await scratchEngine({ dataFolder })
    await putToWork(engine.url, countingBot())
    const { page } = await openChat(engine.url, COUNTING_BOT)
    await page.getByLabel('Message').fill('hello')
    await page.keyboard.press('Enter')
    await expect.poll(() => bubbles(page)).toEqual(['hello', 'Say something'])
    // The answer gets lost, not the message: the page cannot know and must ask again under the same id.
    let lost = 0
    await page.route('**/messages', async route => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue()
      lost += 1
      await route.fetch()
      await route.abort('connectionreset')
    })
    await page.getByLabel('Message').fill('one')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => bubbles(page))
      .toEqual(['hello', 'Say something', 'one', '1: one', 'Say something'])
    expect(lost).toBe(1)
    const port = Number(new URL(engine.url).port)
    await engine.close()
    await page.getByLabel('Message').fill('two')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('status').textContent()).toContain('No connection')
    await scratchEngine({ dataFolder, port })
    await page.reload()
    await expect
      .poll(() => bubbles(page))
      .toEqual(['hello', 'Say something', 'one', '1: one', 'Say something', 'two', '2: two', 'Say something'])
    await expect.poll(() => page.getByRole('status').textContent()).toBe('')
  })
})
