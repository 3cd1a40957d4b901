import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { run } from '../../src-cli/run.ts'
import { resolveChromium } from '../chromium.ts'
import { startEngineProcess } from '../demo/engine-process.ts'
import { REPO_ROOT } from '../repo-root.ts'
import { ToolFault } from '../tool-fault.ts'

type Take = (page: Page, name: string) => Promise<void>

const BOT = join(REPO_ROOT, 'assets', 'starters', 'customer-service.json')
const SIZE = { width: 1280, height: 800 }
const KEY = 'pictures:a-key-of-the-pictures-0123456789'
const PASSWORD = 'a password of the pictures'

/** A customer of the web chat at the agent desk of a real engine, in a browser. */
export async function takeDesk(take: Take): Promise<void> {
  const engine = await startEngineProcess(KEY)
  const browser = await chromium.launch({
    executablePath: await resolveChromium(),
    args: ['--no-sandbox'],
  })
  try {
    const parley = (...args: readonly string[]) => runParley(engine.url, args)
    await parley('publish', BOT, '--activate')
    await parley('desk', 'agent', 'Berta', '--password-env', 'PASSWORD', '--skills', 'service', 'returns')
    const desk = await signIn(browser, engine.url)
    await takeConversation(browser, engine.url, desk)
    await take(desk, 'desk')
  } finally {
    await browser.close()
    await engine.stop()
  }
}

async function signIn(browser: Browser, url: string): Promise<Page> {
  const desk = await browser.newPage({ viewport: SIZE, locale: 'en-GB', reducedMotion: 'reduce' })
  await desk.goto(`${url}/desk`)
  await desk.getByLabel('Name').fill('Berta')
  await desk.getByLabel('Password').fill(PASSWORD)
  await desk.keyboard.press('Enter')
  await desk.getByText('Taking conversations').click()
  await desk.getByText('Nobody waits.').waitFor()
  return desk
}

async function takeConversation(browser: Browser, url: string, desk: Page): Promise<void> {
  const chat = await visit(browser, url)
  for (const text of ['Hi', '6', 'My kettle leaks since yesterday']) await say(chat, text)
  const waits = desk.locator('#waiting').getByRole('button', { name: 'Take' })
  await waits.first().click()
  await desk.getByLabel('Message').fill('Hello, this is Berta. Is it the lid or the bottom?')
  await desk.keyboard.press('Enter')
  await say(chat, 'The bottom, I am afraid. It is two months old.')
  await desk.locator('#log').getByText('The bottom, I am afraid.').waitFor()
  const other = await visit(browser, url)
  for (const text of ['Hi', '6', 'Where is my parcel?']) await say(other, text)
  await waits.first().waitFor()
}

async function visit(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ locale: 'en-GB' })
  await page.goto(`${url}/chat/bot_customer-service`)
  return page
}

async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel('Message').fill(text)
  await page.keyboard.press('Enter')
  await page.locator('.bubble.contact .said', { hasText: text }).last().waitFor()
  await page.locator('.bubble .state').waitFor({ state: 'detached' })
}

async function runParley(url: string, args: readonly string[]): Promise<void> {
  const said: string[] = []
  const hear = (line: string) => said.push(line)
  const env = { KEY, PASSWORD }
  const code = await run([...args, '--engine', url, '--key-env', 'KEY'], {
    out: hear,
    err: hear,
    env,
    now: Date.now,
  })
  if (code !== 0) throw new ToolFault(`parley ${args.join(' ')}: ${said.join('\n')}`)
}
