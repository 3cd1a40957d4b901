import { readFileSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resolveChromium } from '../../../scripts/chromium.ts'
import { accessibilityProblems } from '../accessibility-problems.ts'
import { openPage } from '../open-page.ts'
import { DESK_BOT, deskBot } from './desk-bot.ts'
import { agentAtWork, PASSWORD, putAgent } from './desk-caller.ts'
import { putToWork, scratchEngine } from './scratch-engine.ts'
import { say, signedCall } from './signed-call.ts'

const PNG = readFileSync('docs/pictures/library.png')
const PDF = Buffer.from('%PDF-1.7\n')
const REFUSED = 'tool.exe cannot be sent: pictures, films, sounds, PDF, office documents and plain text can.'

let browser: Browser

beforeAll(async () => {
  const executablePath = await resolveChromium()
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
}, 300_000)

afterAll(() => browser?.close())

const open = (address: string, options?: Parameters<typeof openPage>[2]) =>
  openPage(browser, address, options)

async function signIn(page: Page, name: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('name')
  await page.keyboard.type(name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('#me').textContent()).toBe(name)
}

function said(page: Page): Promise<string[]> {
  return page.locator('.bubble .said').allTextContents()
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByLabel('Message').fill(text)
  await page.keyboard.press('Enter')
  await expect.poll(() => said(page)).toContain(text)
  await expect.poll(() => page.locator('.bubble .state').count()).toBe(0)
}

/** Moves on by the Tab key until something is in focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let steps = 0; steps < 40; steps += 1) {
    if (await page.evaluate(wanted => document.activeElement?.matches(wanted), selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${selector} is not reached by Tab`)
}

/** Drops or pastes a text file somewhere. */
async function drop(page: Page, selector: string, type: 'drop' | 'paste'): Promise<void> {
  await page.locator(selector).evaluate((place, kind) => {
    const data = new DataTransfer()
    data.items.add(new File(['a note'], `${kind}.txt`, { type: 'text/plain' }))
    const how = { bubbles: true, cancelable: true }
    place.dispatchEvent(
      kind === 'drop'
        ? new DragEvent(kind, { ...how, dataTransfer: data })
        : new ClipboardEvent(kind, { ...how, clipboardData: data }),
    )
  }, type)
}

describe('the agent desk, in a real browser', () => {
  test('a customer of the web chat is handed over, answered by keyboard alone, and given back', async () => {
    const engine = await scratchEngine()
    await putToWork(engine.url, deskBot())
    await putAgent(engine.url, 'Berta')
    const text = 'Hello, this is Berta. It is about {{ABOUT}}?'
    await signedCall(engine.url, { method: 'PUT', path: '/v1/desk/replies/hi', body: { text } })
    const { page: desk, troubles } = await open(`${engine.url}/desk`)
    await signIn(desk, 'Berta')
    await expect.poll(() => desk.evaluate(() => document.activeElement?.id)).toBe('accepting')
    await desk.keyboard.press('Space')
    await expect.poll(() => desk.locator('#waiting-none').isVisible()).toBe(true)
    const { page: chat } = await open(`${engine.url}/chat/${DESK_BOT}`)
    for (const text of ['help', 'my bill', '4711']) await write(chat, text)
    await expect.poll(() => desk.locator('#waiting .row').count()).toBe(1)
    await expect.poll(() => desk.locator('#said').textContent()).toMatch(/^A conversation is waiting: #/)
    await expect.poll(() => desk.title()).toBe('(1) Agent desk')
    await tabTo(desk, '#waiting .take')
    await desk.keyboard.press('Enter')
    await expect.poll(() => desk.evaluate(() => document.activeElement?.id)).toBe('text')
    await expect.poll(() => desk.locator('#mine .row').count()).toBe(1)
    await expect.poll(() => desk.locator('#about').textContent()).toContain('my bill')
    expect(await desk.locator('body').textContent()).not.toContain('4711')
    await desk.keyboard.type('/hi')
    await desk.keyboard.press('Enter')
    await desk.keyboard.press('Enter')
    const greeting = 'Hello, this is Berta. It is about my bill?'
    await expect.poll(() => said(chat)).toContain(greeting)
    await write(chat, 'Yes, it is too high')
    await expect.poll(() => said(desk)).toContain('Yes, it is too high')
    expect(await desk.locator('#mine .unread').isVisible()).toBe(false)
    await expect.poll(() => desk.locator('#log').getAttribute('aria-live')).toBe('polite')
    expect(await accessibilityProblems(desk)).toEqual([])
    await desk.keyboard.press('Shift+Tab')
    await tabTo(desk, '#text')
    for (const id of ['replies', 'attach', 'log', 'close']) {
      await desk.keyboard.press('Shift+Tab')
      await expect.poll(() => desk.evaluate(() => document.activeElement?.id)).toBe(id)
    }
    await desk.keyboard.press('Enter')
    await expect.poll(() => desk.locator('#close-dialog').isVisible()).toBe(true)
    expect(await accessibilityProblems(desk)).toEqual([])
    await tabTo(desk, '#close-form .primary')
    await desk.keyboard.press('Enter')
    await expect.poll(() => desk.locator('#notice').textContent()).toBe('This conversation is not with you.')
    await expect.poll(() => desk.locator('.note').last().textContent()).toMatch(/^Berta closed it: Solved/)
    await write(chat, 'thank you')
    await expect.poll(() => chat.locator('.bubble.bot').count()).toBe(3)
    expect(troubles).toEqual([])
  })

  test.each(['light', 'dark'] as const)(
    'is used with the mouse, without a problem that axe finds, %s',
    async colorScheme => {
      const engine = await scratchEngine()
      await putToWork(engine.url, deskBot())
      const rui = await agentAtWork(engine.url, 'Rui', { skills: ['billing', 'travel'] })
      await putAgent(engine.url, 'Berta', { skills: ['billing', 'travel'] })
      const { page, troubles } = await open(`${engine.url}/desk`, { colorScheme })
      await expect.poll(() => page.getByLabel('Name').isVisible()).toBe(true)
      expect(await accessibilityProblems(page)).toEqual([])
      await page.getByLabel('Name').fill('Berta')
      await page.getByLabel('Password').fill('guessed wrong')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect
        .poll(() => page.getByRole('alert').textContent())
        .toBe('The name or the password is not right.')
      await page.getByLabel('Password').fill(PASSWORD)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByText('Taking conversations').click()
      await page.getByRole('button', { name: 'travel' }).click()
      await expect
        .poll(async () => (await rui.view()).colleagues)
        .toMatchObject([{ name: 'Berta', takes: true }])
      for (const contact of ['anna', 'bert']) {
        for (const text of ['help', 'my bill', '1']) {
          await say(engine.url, { bot: DESK_BOT, contact }, { id: text.replaceAll(' ', '-'), text })
          await engine.settle()
        }
      }
      await expect.poll(() => page.locator('#waiting .row').count()).toBe(2)
      await page.locator('#waiting .row').first().click()
      await expect.poll(() => page.locator('#chat-who').textContent()).toBe('anna')
      expect(await page.locator('#composer').isVisible()).toBe(false)
      expect(await accessibilityProblems(page)).toEqual([])
      await page.locator('#take').click()
      await expect.poll(() => page.locator('#composer').isVisible()).toBe(true)
      const [bert] = await rui.waiting()
      await rui.act(bert?.id ?? 0, 'take')
      await expect.poll(() => page.locator('#waiting .row').count()).toBe(0)
      await page.getByRole('button', { name: 'Transfer' }).click()
      expect(await accessibilityProblems(page)).toEqual([])
      await page.getByLabel('To').selectOption('Rui')
      await page.getByLabel('Note').fill('Wants a refund')
      await page.locator('#transfer-form .primary').click()
      await expect.poll(async () => (await rui.mine()).length).toBe(2)
      await expect.poll(() => page.locator('#mine .row').count()).toBe(0)
      await page.getByRole('button', { name: 'Sign out' }).click()
      await expect.poll(() => page.getByLabel('Name').isVisible()).toBe(true)
      expect(troubles).toEqual([])
    },
  )

  test('files go both ways: seen, described, and refused in words (requirements.md NHN-71)', async () => {
    const engine = await scratchEngine()
    await putToWork(engine.url, deskBot())
    await putAgent(engine.url, 'Berta')
    const { page: chat } = await open(`${engine.url}/chat/${DESK_BOT}`)
    const { page: desk, troubles } = await open(`${engine.url}/desk`)
    await signIn(desk, 'Berta')
    await desk.getByText('Taking conversations').click()
    await expect.poll(() => desk.locator('#accepting').isChecked()).toBe(true)
    for (const text of ['help', 'my bill', '4711']) await write(chat, text)
    await chat.locator('#file').setInputFiles({ name: 'mine.png', mimeType: 'image/png', buffer: PNG })
    await expect.poll(() => desk.locator('#waiting .last').textContent()).toBe('Picture')
    await desk.locator('#waiting .take').click()
    const seen = desk.locator('.bubble.contact .thumb')
    await expect.poll(() => seen.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
    expect(await desk.locator('.bubble.contact figcaption').textContent()).toMatch(/^mine\.png · \d+ kB$/)

    const [choosing] = await Promise.all([
      desk.waitForEvent('filechooser'),
      desk.getByRole('button', { name: 'Attach a file' }).click(),
    ])
    await choosing.setFiles([
      { name: 'shop.png', mimeType: 'image/png', buffer: PNG },
      { name: 'bill.pdf', mimeType: 'application/pdf', buffer: PDF },
      { name: 'tool.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ\0') },
    ])
    await expect.poll(() => desk.getByRole('alert').allTextContents()).toContain(REFUSED)
    await desk.getByLabel('Description of shop.png').fill('Our shop from outside')
    expect(await accessibilityProblems(desk)).toEqual([])
    await desk.getByLabel('Message').fill('This is where we are')
    await desk.keyboard.press('Enter')
    await expect.poll(() => chat.getByAltText('Our shop from outside').isVisible()).toBe(true)
    await expect.poll(() => chat.locator('.bubble.agent .file').textContent()).toBe('Document: bill.pdf')
    await expect.poll(() => desk.locator('.bubble.agent').count()).toBe(2)
    expect(await desk.locator('.bubble.agent').last().textContent()).toMatch(/bill\.pdf · \d+ bytes$/)
    expect(await desk.locator('.tray-item').count()).toBe(1)
    await desk.getByRole('button', { name: 'Remove tool.exe' }).click()
    await expect.poll(() => desk.locator('#tray').isVisible()).toBe(false)

    await drop(desk, 'body', 'drop')
    await drop(desk, '#text', 'paste')
    await expect.poll(() => desk.locator('.tray-item').count()).toBe(2)
    await expect.poll(() => desk.locator('#send').isEnabled()).toBe(true)
    await desk.locator('#send').click()
    await expect.poll(() => chat.locator('.bubble.agent .file').count()).toBe(3)
    expect(await accessibilityProblems(chat)).toEqual([])
    expect(troubles).toEqual([])
  })

  test('what a channel does not show is said before it is sent, and goes to nobody else', async () => {
    const engine = await scratchEngine()
    await putToWork(engine.url, deskBot())
    await putAgent(engine.url, 'Berta')
    const { page } = await open(`${engine.url}/desk`)
    await signIn(page, 'Berta')
    await page.getByText('Taking conversations').click()
    await expect.poll(() => page.locator('#accepting').isChecked()).toBe(true)
    for (const contact of ['anna', 'bert'])
      for (const [index, text] of ['help', 'my bill', '1'].entries()) {
        await say(engine.url, { bot: DESK_BOT, contact }, { id: String(index), text, channel: 'whatsapp' })
        await engine.settle()
      }
    await expect.poll(() => page.locator('#waiting .take').count()).toBe(2)
    await page.locator('#waiting .take').first().click()
    await expect.poll(() => page.locator('#mine .row').count()).toBe(1)
    await page.locator('#waiting .take').first().click()
    await expect.poll(() => page.locator('#mine .row').count()).toBe(2)
    await page.locator('#file').setInputFiles([
      { name: 'dance.gif', mimeType: 'image/gif', buffer: Buffer.from('GIF89a;') },
      { name: 'huge.png', mimeType: 'image/png', buffer: Buffer.concat([PNG, Buffer.alloc(6_000_000)]) },
      { name: 'bill.pdf', mimeType: 'application/pdf', buffer: PDF },
    ])
    await expect
      .poll(() => page.locator('.tray .trouble').allTextContents())
      .toEqual([
        'dance.gif cannot be sent: WhatsApp does not show this kind of file.',
        'huge.png is too large: WhatsApp takes such files up to 5.2 MB.',
      ])
    await page.locator('#mine .row').first().click()
    await expect.poll(() => page.locator('#chat-who').textContent()).toBe('anna')
    expect(await page.locator('#tray').isVisible()).toBe(false)
    await page.locator('#mine .row').last().click()
    await expect.poll(() => page.locator('.tray-item').count()).toBe(3)
  })

  test('an agent who is not told yet how they stand gives up no skill by starting to take conversations', async () => {
    const engine = await scratchEngine()
    await putAgent(engine.url, 'Berta', { skills: ['billing'] })
    const rui = await agentAtWork(engine.url, 'Rui')
    const { page } = await open(`${engine.url}/desk`)
    let tell = () => {}
    const told = new Promise<void>(resolve => {
      tell = resolve
    })
    await page.route('**/desk/api/news', async route => {
      await told
      await route.continue()
    })
    await signIn(page, 'Berta')
    const accepting = page.locator('#accepting')
    expect(await accepting.isDisabled()).toBe(true)
    tell()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('accepting')
    await page.keyboard.press('Space')
    await expect
      .poll(async () => (await rui.view()).colleagues)
      .toMatchObject([{ name: 'Berta', takes: true }])
    await expect
      .poll(() => page.getByRole('button', { name: 'billing' }).getAttribute('aria-pressed'))
      .toBe('true')
  })

  test.each([
    ['pt-BR', 'Atendimento', 'Senha'],
    ['es-MX', 'Atención', 'Contraseña'],
  ])('speaks %s', async (locale, title, password) => {
    const { url } = await scratchEngine()
    const { page } = await open(`${url}/desk`, { locale })
    await expect.poll(() => page.getByRole('heading').first().textContent()).toBe(title)
    expect(await page.getByLabel(password).isVisible()).toBe(true)
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(locale)
  })
})
