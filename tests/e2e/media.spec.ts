import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { audit } from './audit.ts'
import { allSaved, card, emptyFolder, openWindow } from './window.ts'

const PICTURE = readFileSync('docs/pictures/inspector-dark.png')
/** Bytes; more than is taken. */
const HUGE = 30_000_000

/** One pixel. */
const TINY_PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><script>throw 1</script><circle cx="5" cy="5" r="4"/></svg>'

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
  await expect
    .poll(() => preview.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(100)
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

  await test.step('other channels are sent a link to it, which the preview shows', () => previewed(page))

  await panel.getByRole('button', { name: /front\.png/ }).click()
  await expect(form.getByText('Chosen in 1 place')).toBeVisible()
  await form.getByRole('button', { name: 'Delete' }).click()
  const told = page.getByText('1 place that showed it is empty now.', { exact: false })
  await expect(told).toBeVisible()
  await expect(panel.getByRole('listitem')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  // What was said of the deletion is not true any more.
  await expect(told).toBeHidden()
  await panel.getByRole('button', { name: /front\.png/ }).click()
  await expect(form.getByText('Chosen in 1 place')).toBeVisible()

  await page.keyboard.press('Escape')
  await command(page, 'Settings of the bot')
  const settings = page.getByRole('dialog', { name: 'Settings of Casey' })
  await pictures(page, settings)
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
  await test.step('blocks take their files along into another bot', () => intoOtherBot(page, panel))
  await command(page, 'Show the library')
  await expect(page.getByRole('button', { name: /Casey/ }).first().locator('img')).toBeVisible()
  await window.app.close()
  expect(errors).toEqual([])
})

async function previewed(page: Page): Promise<void> {
  await card(page, 'Welcome').click()
  await page.keyboard.press('Control+Alt+p')
  const preview = page.getByRole('dialog', { name: 'Preview: Welcome' })
  const sms = preview.getByRole('region', { name: 'SMS' })
  await expect(sms.getByText('https://your-engine.example/media/', { exact: false })).toBeVisible()
  await expect(preview.getByText('parley-media', { exact: false })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(preview).toBeHidden()
}

/** requirements.md NHN-09: a square of at least 192 pixels and at most 5 MB, and nothing that moves. */
async function pictures(page: Page, settings: Locator): Promise<void> {
  const picture = settings.getByRole('button', { name: 'Picture', exact: true })
  const take = (name: string, buffer: Buffer) =>
    settings.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer })
  await take('moving.png', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'))
  await expect(settings.getByRole('alert')).toContainText('This file is something else')
  await take('small.svg.png', Buffer.from(TINY_PNG, 'base64'))
  await expect(settings.getByRole('alert')).toContainText('at least 192 pixels')
  await take('broken.png', PICTURE.subarray(0, 30))
  await expect(settings.getByRole('alert')).toContainText('cannot be shown')
  await take('drawn.svg', Buffer.from(DRAWING))
  await expect(picture).toContainText('drawn.png')
  // The drawing is a dark dot in the middle of nothing.
  await expect.poll(() => settings.locator('img').first().evaluate(paintedAt)).toEqual([0, 255, 0])
  await expect(settings.getByRole('alert')).toHaveCount(0)

  await picture.click()
  await page.getByRole('option', { name: /front\.png/ }).click()
  const crop = page.getByRole('dialog', { name: 'Which part stands for the bot?' })
  await expect(crop.getByRole('button', { name: 'Take this part' })).toBeFocused()
  await expect(crop.getByLabel('Top to bottom')).toBeDisabled()
  const shown = crop.getByRole('img', { name: 'What is shown of the picture' })
  const before = await shown.getAttribute('style')
  await crop.getByLabel('Left to right').focus()
  await page.keyboard.press('Home')
  await expect(shown).not.toHaveAttribute('style', before ?? '')
  await crop.getByLabel('Enlarged').focus()
  await page.keyboard.press('PageUp')
  await expect(crop.getByLabel('Top to bottom')).toBeEnabled()
  const place = await shown.locator('..').boundingBox()
  if (!place) throw new Error('the picture is not there')
  const enlarged = await shown.getAttribute('style')
  await page.mouse.move(place.x + 120, place.y + 120)
  await page.mouse.down()
  await page.mouse.move(place.x + 90, place.y + 110, { steps: 3 })
  await page.mouse.up()
  await expect(shown).not.toHaveAttribute('style', enlarged ?? '')
  await audit(page, 'crop', '[role="dialog"]')
  if (process.env.BAD_SHOTS) await page.screenshot({ path: `${process.env.BAD_SHOTS}/crop.png` })
  await crop.getByRole('button', { name: 'Take this part' }).click()
  await expect(crop).toBeHidden()
  await expect(picture).toContainText('front.png')
  const avatar = settings.locator('img').first()
  await expect
    .poll(() => avatar.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(191)
  expect(
    await avatar.evaluate(
      ({ naturalWidth, naturalHeight }: HTMLImageElement) => naturalWidth === naturalHeight,
    ),
  ).toBe(true)
}

/** How opaque a picture is at its upper left corner, in its middle, and at its lower right one. */
function paintedAt(image: HTMLImageElement): number[] {
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth
  canvas.height = image.naturalHeight
  const pen = canvas.getContext('2d')
  pen?.drawImage(image, 0, 0)
  const end = canvas.width - 1
  return [0, Math.round(end / 2), end].map(at => pen?.getImageData(at, at, 1, 1).data[3] ?? -1)
}

async function intoOtherBot(page: Page, panel: Locator): Promise<void> {
  await card(page, 'Welcome').click()
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+n')
  await page.getByRole('dialog').getByLabel('Name').fill('Second')
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByRole('button', { name: 'Second', exact: true })).toBeVisible()
  await expect(panel.getByRole('listitem')).toHaveCount(0)
  await page.locator('.react-flow').click({ position: { x: 500, y: 400 } })
  await page.keyboard.press('Control+v')
  await expect(panel.getByRole('button', { name: /front\.png/ })).toContainText('PNG ·')
  const shown = panel.getByRole('listitem').locator('img')
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await allSaved(page)
}

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog').getByRole('combobox', { name: 'Find a command' })
  await palette.fill(name)
  await palette.press('Enter')
  await expect(palette).toBeHidden()
}
