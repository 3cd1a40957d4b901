import { expect, type Page } from '@playwright/test'
import { addEngine, type Engine } from './engine.ts'
import { dialog } from './reviewing.ts'

/** Publishes the bot that is open to an engine that is new to the window, and goes on to its channels. */
export async function publishToLive(page: Page, { url }: Engine): Promise<void> {
  await page.keyboard.press('Control+Shift+p')
  await addEngine(page, url)
  await dialog(page).getByLabel('Activate it too').check()
  await dialog(page)
    .getByRole('button', { name: /publish and activate/i })
    .click()
  await dialog(page).getByRole('button', { name: 'Channels and conversations' }).click()
  await expect(dialog(page).getByRole('tab', { name: 'Channels' })).toHaveAttribute('aria-selected', 'true')
}
