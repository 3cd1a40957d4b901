import type { Browser, BrowserContext, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'

export type OpenedPage = Readonly<{ page: Page; context: BrowserContext; troubles: readonly string[] }>

/** Opens an address as somebody new would; it ends with the test. `troubles`: what the page threw or complained of. */
export async function openPage(
  browser: Browser,
  address: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
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
  await page.goto(address)
  return { page, context, troubles }
}
