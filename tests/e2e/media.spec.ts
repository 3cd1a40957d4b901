import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { audit } from './audit.ts'
import { allSaved, card, emptyFolder, openWindow } from './window.ts'

const PICTURE = readFileSync('docs/pictures/inspector-dark.png')
/** Bytes; more than is taken. */
const HUGE = 30_000_000

/** requirements.md NHN-11, NHN-34: files are kept by their content, described, checked per channel, and sent. */
test('a picture is added, described, put into a message, seen in the conversation, and deleted', async () => {
  const errors: string[] = []
  const folder = emptyFolder()
  const window = await openWindow(folder, errors)
  const { page } = window
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.getByRole('tab', { name: 'Media' }).click()
  const panel = page.getByRole('region', { name: 'Media' })
  const form = page.locator('[data-inspector]')
  const choose = (name: string, buffer: Buffer) =>
    panel.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer })
  await expect(panel.getByText('Drag them here', { exact: false })).toBeVisible()
  await audit(page, 'no media yet')

  await choose('holiday.png', Buffer.from('MZ\x90\0 This program cannot be run in DOS mode.'))
  await expect(
    page.getByText('holiday.png: This file cannot be sent by a bot.', { exact: false }),
  ).toBeVisible()
  const poster = join(folder, 'poster.png')
  writeFileSync(poster, Buffer.alloc(HUGE, 1))
  await panel.locator('input[type=file]').setInputFiles(poster)
  await expect(
    page.getByText('poster.png: It has 30 MB; at most 25 MB are taken.', { exact: false }),
  ).toBeVisible()
  await choose('front.png', PICTURE)
  await expect(panel.getByRole('button', { name: /front\.png/ })).toContainText('PNG ·')
  await choose('copy.png', PICTURE)
  await expect(page.getByText('1 file was here already', { exact: false })).toBeVisible()
  await expect(panel.getByRole('listitem')).toHaveCount(1)

  await form.getByRole('textbox', { name: 'Description' }).fill('The front of the hospital')
  const preview = form.getByRole('img', { name: 'The front of the hospital' })
  await form.getByLabel('Name', { exact: true }).click()
  await expect(preview).toBeVisible()
  expect(await preview.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100)
  await expect(form.getByText('WhatsApp shows it.')).toBeVisible()
  await expect(form.getByText('SMS gets a link to it.')).toBeVisible()
  await audit(page, 'media')

  await card(page, 'Welcome').click()
  await form.getByRole('button', { name: 'Picture, film, sound or document' }).click()
  await form.getByLabel('Kind', { exact: true }).selectOption('image')
  await form.getByRole('button', { name: 'Or a file of this bot' }).click()
  await page.getByRole('option', { name: /front\.png/ }).click()
  await expect(form.getByRole('button', { name: 'Address', exact: true })).toContainText('front.png')
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.getByRole('textbox', { name: 'Message' }).fill('Hi')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('img', { name: 'The front of the hospital' })).toBeVisible()

  await panel.getByRole('button', { name: /front\.png/ }).click()
  await expect(form.getByText('Chosen in 1 place')).toBeVisible()
  await form.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('1 place that showed it is empty now.', { exact: false })).toBeVisible()
  await expect(panel.getByRole('listitem')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await panel.getByRole('button', { name: /front\.png/ }).click()
  await expect(form.getByText('Chosen in 1 place')).toBeVisible()

  await page.keyboard.press('Escape')
  await command(page, 'Settings of the bot')
  const settings = page.getByRole('dialog', { name: 'Settings of Casey' })
  await settings.getByRole('button', { name: 'Picture', exact: true }).click()
  await page.getByRole('option', { name: /front\.png/ }).click()
  await expect(settings.locator('img')).toBeVisible()
  await settings.getByRole('tab', { name: 'Brief' }).click()
  await settings.getByLabel('Department').fill('Patient service')
  await settings.getByLabel('Tone').selectOption('Calm')
  await settings.getByRole('tab', { name: 'Channels' }).click()
  await settings.getByLabel('External id').fill('not an id!')
  await settings.getByRole('tab', { name: 'Brief' }).click()
  await expect(settings.getByLabel('Department')).toHaveValue('Patient service')
  await audit(page, 'brief', '[role="dialog"]')
  await settings.getByRole('button', { name: 'Close the settings' }).click()
  await expect(settings.getByLabel('External id')).toBeFocused()
  await settings.getByLabel('External id').fill('casey-1')
  await settings.getByRole('button', { name: 'Close the settings' }).click()
  await expect(settings).toBeHidden()
  await allSaved(page)
  await command(page, 'Show the library')
  await expect(page.getByRole('button', { name: /Casey/ }).first().locator('img')).toBeVisible()
  await window.app.close()
  expect(errors).toEqual([])
})

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog').getByRole('combobox', { name: 'Find a command' })
  await palette.fill(name)
  await palette.press('Enter')
  await expect(palette).toBeHidden()
}
