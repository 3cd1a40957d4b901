import type { Page } from '@playwright/test'

type Take = (page: Page, name: string) => Promise<void>

/** What the designer has beside the canvas, on the sample bot whose conversation is at its menu. */
export async function takeDesigner(page: Page, take: Take): Promise<void> {
  const { keyboard } = page
  await page.getByRole('tab', { name: 'Try it' }).click()
  await page.getByRole('button', { name: 'Why', exact: true }).click()
  await page.getByRole('region', { name: 'Why', exact: true }).waitFor()
  await take(page, 'why')
  await page.getByRole('button', { name: 'Why', exact: true }).click()

  await keyboard.press('Control+f')
  await page.getByRole('textbox', { name: 'Find in the bot' }).fill('department')
  await page.getByRole('region', { name: 'Find' }).getByRole('option').first().waitFor()
  await take(page, 'find')

  await page.getByRole('button', { name: 'Texts', exact: true }).click()
  await page.getByRole('grid').waitFor()
  await page.mouse.move(2, 400)
  await take(page, 'texts')
  await page.getByRole('button', { name: 'Canvas', exact: true }).click()

  await page.locator('.react-flow__node[data-id="block_welcome"]').click()
  await keyboard.press('Control+Alt+p')
  await page.getByRole('dialog', { name: /^Preview/ }).waitFor()
  await take(page, 'preview')
  await keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}
