import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { resolveChromium } from '../../../scripts/chromium.ts'
import { exportPage } from '../../../src-engine/contacts/export-page.ts'
import { accessibilityProblems } from '../accessibility-problems.ts'
import { openPage } from '../open-page.ts'
import { scratchFolder } from './scratch-engine.ts'

const AT = Date.UTC(2026, 4, 3, 9, 30)
const OF = { bot: 'bot_shop', contact: 'wa:ch0123456789abcdef:16505551234' }
const EXPORT = {
  contact: OF.contact,
  at: AT,
  records: {
    conversation: [{ ...OF, state: 'closed', values: { NOME_CLIENTE: 'Kerry <b>Fisher</b>' } }],
    message: [
      { ...OF, number: 1, sender: 'contact', text: 'Hi <script>document.title = "ran"</script>', at: AT },
      { ...OF, number: 2, sender: 'bot', text: `Say something. ${'long '.repeat(80)}`, at: AT + 1000 },
    ],
    channel_address: [{ channel: 'ch0123456789abcdef', address: '16505551234', sort: 'phone', at: AT }],
    consent: [],
    turn: [{ ...OF, seq: 1, outcome: 'answered', hash: 'f'.repeat(64), events: [{ type: 'woken' }], at: AT }],
  },
  files: [
    {
      hash: 'a'.repeat(64),
      mime: 'image/png',
      size: 1234,
      url: `https://engine.example/media/${'a'.repeat(64)}`,
    },
  ],
}

test('the page of a person is readable in a browser, in light and dark, and nothing runs in it', async () => {
  const file = join(scratchFolder(), 'contact.html')
  writeFileSync(file, exportPage(EXPORT, 'en'))
  const browser = await chromium.launch({ executablePath: await resolveChromium(), args: ['--no-sandbox'] })
  onTestFinished(() => browser.close())
  const { page, troubles } = await openPage(browser, pathToFileURL(file).href)
  expect(await page.title()).toBe('What is kept of you')
  for (const details of await page.locator('summary').all()) await details.click()
  const said = EXPORT.records.message.map(({ text }) => text)
  expect(await page.locator('li p').allTextContents()).toEqual(said)
  // No wider than the window: what is wide scrolls by itself.
  const wider = () => document.documentElement.scrollWidth - window.innerWidth
  expect(await page.evaluate(wider)).toBeLessThanOrEqual(0)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect([colorScheme, await accessibilityProblems(page)]).toEqual([colorScheme, []])
    const look = process.env.PARLEY_E2E_LOOK
    if (look) await page.screenshot({ path: join(look, `contact-${colorScheme}.png`), fullPage: true })
  }
  expect(troubles).toEqual([])
})
