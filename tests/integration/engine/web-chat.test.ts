import { readFileSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resolveChromium } from '../../../scripts/chromium.ts'
import { parseDocumentText } from '../../../src-shared/blocks/parse-document.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { accessibilityProblems } from '../accessibility-problems.ts'
import { openPage } from '../open-page.ts'
import { COUNTING_BOT, countingBot } from './counting-bot.ts'
import { partsBot } from './parts-bot.ts'
import { clientOf, putToWork, scratchEngine, scratchFolder } from './scratch-engine.ts'
import { signedCall } from './signed-call.ts'

let browser: Browser

beforeAll(async () => {
  const executablePath = await resolveChromium()
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
}, 300_000)

afterAll(() => browser?.close())

function sample(path: string, change = (text: string) => text): BotDocument {
  const document = parseDocumentText(change(readFileSync(path, 'utf8')))
  if (!document.ok) throw new Error(document.message)
  return document.value
}

function casey(): BotDocument {
  return sample('assets/samples/casey.json')
}

/** A picture that can be told from none. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

function openChat(url: string, bot: string, options: Parameters<typeof openPage>[2] = {}) {
  return openPage(browser, `${url}/chat/${bot}`, { viewport: { width: 480, height: 760 }, ...options })
}

function bubbles(page: Page): Promise<string[]> {
  return page.locator('.bubble .said').allTextContents()
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
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Opening hours')
    await page.keyboard.press('Enter')
    await expect.poll(() => bubbles(page)).toContain('Opening hours')
    await expect
      .poll(() => page.locator('.option').allTextContents())
      .toEqual(['Yes, show the menu', 'No, thank you'])
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('text')
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
      await expect.poll(() => page.getByRole('log').getAttribute('aria-live')).toBe('polite')
      expect(await accessibilityProblems(page)).toEqual([])
    },
  )

  test('shows every part of a message, and lets a card be chosen (requirements.md NHN-11, NHN-23)', async () => {
    const { url } = await scratchEngine()
    await putToWork(url, partsBot())
    const { page, context, troubles } = await openChat(url, 'bot_parts')
    await context.route('https://hotel.example/**', route =>
      route.request().url().endsWith('front.jpg')
        ? route.fulfill({ contentType: 'image/png', body: DOT })
        : route.abort(),
    )
    await page.getByLabel('Message').fill('Hi')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.card').count()).toBe(2)
    const welcome = page.locator('.bubble.bot').first()
    await expect.poll(() => welcome.locator('.header').textContent()).toBe('Casa Azul')
    expect(await welcome.locator('.said').innerHTML()).toBe(
      'Welcome to <strong>Casa Azul</strong>, <em>dear guest</em>! See <a class="link" href="https://hotel.example/rooms" target="_blank" rel="noopener noreferrer nofollow">our rooms</a> or <code>ask</code>.\nWe are <s>closed</s> open.',
    )
    const picture = welcome.getByRole('img', { name: 'A blue house behind palms' })
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
    expect(await welcome.getByRole('link', { name: 'Call us' }).getAttribute('href')).toBe(
      'tel:+5571999990000',
    )
    const linked = await page
      .locator('.bubble a')
      .evaluateAll(all => all.map(link => link.getAttribute('href')))
    expect(linked).toEqual(
      expect.arrayContaining([
        'https://hotel.example/prices.pdf',
        'https://www.google.com/maps/search/?api=1&query=-12.9718,-38.5011',
        'mailto:desk@hotel.example',
        'https://hotel.example/live.m3u8',
      ]),
    )
    expect(
      await page.locator('video').evaluateAll(all => all.map(video => video.getAttribute('aria-label'))),
    ).toEqual(['Live stream'])
    // A picture that does not come is a link.
    await expect.poll(() => page.locator('.card a.file').count()).toBe(1)
    expect(await accessibilityProblems(page)).toEqual([])
    await page.locator('.card').last().getByRole('button', { name: 'Take it' }).click()
    await expect.poll(() => page.locator('.options .option').count()).toBe(4)
    expect(await page.locator('.options .option').first().locator('span').allTextContents()).toEqual([
      'Pick me up',
      'We come to where you are',
    ])
    expect(await page.locator('.card button:enabled').count()).toBe(0)
    expect(await accessibilityProblems(page)).toEqual([])
    expect(troubles).toEqual([])
  })

  test('sends the place the visitor is at, when they are asked and allow it (requirements.md NHN-25)', async () => {
    const { url } = await scratchEngine()
    await putToWork(url, partsBot())
    const { page, context, troubles } = await openChat(url, 'bot_parts')
    const ask = async () => {
      for (const text of ['Hi', 'Sea view', 'Pick me up']) {
        await page.getByLabel('Message').fill(text)
        await page.keyboard.press('Enter')
        await expect.poll(() => page.getByRole('status').textContent()).toBe('')
        await expect.poll(() => page.locator('.bubble .state').count()).toBe(0)
      }
      await page.getByRole('button', { name: 'Send my location' }).click()
    }
    await ask()
    await expect.poll(() => page.getByRole('status').textContent()).toContain('You can write it instead')
    await context.grantPermissions(['geolocation'])
    await context.setGeolocation({ latitude: -12.5, longitude: -38 })
    await page.getByRole('button', { name: 'Send my location' }).click()
    await expect.poll(() => bubbles(page)).toContain('We come to -12.5.')
    await page.reload()
    await expect.poll(() => bubbles(page)).toContain('We come to -12.5.')
    const own = page.locator('.bubble.contact').last()
    await expect.poll(() => own.getByRole('link').getAttribute('href')).toContain('query=-12.5,-38')
    expect(troubles).toEqual([])
  })

  test('sends a file, which is shown and kept; what is not one is refused in words (requirements.md NHN-54)', async () => {
    const { url } = await scratchEngine()
    await putToWork(url, partsBot())
    const { page, troubles } = await openChat(url, 'bot_parts')
    const choose = async (name: string, mimeType: string, buffer: Buffer) => {
      const chooser = page.waitForEvent('filechooser')
      await page.locator('#attach').focus()
      await page.keyboard.press('Enter')
      await (await chooser).setFiles({ name, mimeType, buffer })
    }
    const status = () => page.getByRole('status').textContent()
    await choose('early.png', 'image/png', DOT)
    await expect.poll(status).toContain('Write a message first')
    for (const text of ['Hi', 'Sea view', 'Send a paper']) {
      await page.getByLabel('Message').fill(text)
      await page.keyboard.press('Enter')
      await expect.poll(() => page.locator('.bubble .state').count()).toBe(0)
    }
    await expect.poll(() => page.locator('.options .option').allTextContents()).toEqual(['Attach a file'])
    await choose('page.html', 'text/html', Buffer.from('<!doctype html><script>1</script>'))
    await expect.poll(status).toContain('page.html cannot be sent')
    await choose('paper.png', 'image/png', DOT)
    await expect.poll(() => bubbles(page)).toContain('Thank you for the paper.')
    const picture = page.locator('.bubble.contact .picture')
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
    expect(await accessibilityProblems(page)).toEqual([])
    await page.reload()
    await expect.poll(() => page.locator('.bubble.contact .picture').count()).toBe(1)
    expect(troubles).toEqual([])
  })

  test('what a bot says later appears soon after', async () => {
    const { url } = await scratchEngine()
    await putToWork(
      url,
      partsBot(text => text.replace('"amount":10,"unit":"minutes"', '"amount":2,"unit":"seconds"')),
    )
    const { page } = await openChat(url, 'bot_parts')
    for (const text of ['Hi', 'Sea view', 'Remind me']) {
      await page.getByLabel('Message').fill(text)
      await page.keyboard.press('Enter')
      await expect.poll(() => page.locator('.bubble .state').count()).toBe(0)
    }
    const looks: number[] = []
    page.on('request', request => {
      if (request.method() === 'GET') looks.push(performance.now())
    })
    await expect.poll(() => bubbles(page)).toContain('Ten minutes have passed.')
    // It looks more often than it would on its own, which is every four seconds.
    const gaps = () => looks.slice(1).map((at, index) => at - (looks[index] ?? 0))
    await expect.poll(() => Math.min(...gaps())).toBeLessThan(3000)
  })

  test('what an agent says is told apart from what the bot says', async () => {
    const { url } = await scratchEngine()
    await putToWork(url, countingBot())
    const { page } = await openChat(url, COUNTING_BOT)
    await page.getByLabel('Message').fill('hello')
    await page.keyboard.press('Enter')
    await expect.poll(() => bubbles(page)).toEqual(['hello', 'Say something'])
    const visitor = await page.evaluate(bot => localStorage.getItem(`parley.${bot}.visitor`), COUNTING_BOT)
    const input = { id: 'a1', type: 'agent', action: 'message', text: 'Hello, this is *Rui*' }
    const path = `/v1/bots/${COUNTING_BOT}/conversations/web:${visitor}/inputs`
    expect((await signedCall(url, { path, body: { input } })).status).toBe(200)
    const said = page.locator('.bubble.agent')
    await expect.poll(() => said.locator('.said').allTextContents()).toEqual(['Hello, this is *Rui*'])
    await expect.poll(() => said.locator('.who').textContent()).toBe('Agent')
    expect(await accessibilityProblems(page)).toEqual([])
  })

  test('says politely that no bot is active, and that nobody is at a wrong address', async () => {
    const { url } = await scratchEngine()
    await putToWork(url, countingBot({ name: 'Ms <b>Count</b> & "Co"' }))
    const { page } = await openChat(url, COUNTING_BOT)
    await expect.poll(() => page.getByRole('heading').textContent()).toBe('Ms <b>Count</b> & "Co"')
    await clientOf(url).deactivate(COUNTING_BOT, { reason: 'night', conversations: 'end', message: '' })
    await page.getByLabel('Message').fill('hello?')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.getByRole('status').textContent())
      .toContain('is not answering at the moment')
    expect(await accessibilityProblems(page)).toEqual([])
    const wrong = await openChat(url, 'bot_none')
    await expect
      .poll(() => wrong.page.getByRole('heading').textContent())
      .toBe('There is nobody at this address')
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
    await expect.poll(() => page.title()).toBe('Counter')
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
