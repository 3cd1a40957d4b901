import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { en } from '../../src-renderer/words/en.ts'
import { parseDocumentText } from '../../src-shared/blocks/parse-document.ts'
import { packBot } from '../../src-shared/publish/package.ts'
import { STARTER_IDS } from '../../src-shared/starters/starters.ts'
import { audit } from './audit.ts'
import { allSaved, emptyFolder, openWindow, resize, type Window } from './window.ts'

/** The library and what a bot begins as (issue 4, points 1 and 10), by mouse and by keyboard. */
test('bots are begun, found, put away, taken back, brought in and sent out', async () => {
  const errors: string[] = []
  const window = await openWindow(emptyFolder(), errors)
  const { page } = window
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await resize(window, 1280, 800)

  await test.step('the menu of the system has the table of commands', () => nativeMenu(window))
  await test.step('every starter opens, fits its window and has no error', () => starters(page))
  await test.step('a bot from ticked services', () => fromServices(page))
  await test.step('the list is narrowed and put in order', () => narrow(page))
  await test.step('duplicate, rename, archive, remove: by keyboard, and taken back', () => keepHouse(page))
  await test.step('files are dropped on the window', () => dropFiles(page))
  await test.step('a file is saved, and opened again by a second start', () => sendOut(window))
  await window.app.close()
  expect(errors).toEqual([])
})

async function nativeMenu({ app, page }: Window): Promise<void> {
  const menus = () =>
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? [])
  await expect.poll(menus).toEqual(['&File', '&Edit', '&View', '&Bot', '&Window', '&Help'])
  const enabled = (id: string) =>
    app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.enabled, id)
  await expect.poll(() => enabled('version.save')).toBe(true)
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('library.show')?.click())
  await expect(page.getByRole('heading', { name: 'Bots' })).toBeVisible()
  await expect.poll(() => enabled('version.save')).toBe(false)
}

async function starters(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  for (const [index, id] of STARTER_IDS.entries()) {
    const { name } = en.newBot.beginning[id]
    await page.keyboard.press('Control+n')
    await expect(dialog.getByLabel('Name')).toBeFocused()
    await dialog.getByRole('radio', { name, exact: true }).check({ force: true })
    await expect(dialog.getByLabel('Name')).toHaveValue(name)
    if (index === 4) await audit(page, 'new bot from a template', '[role="dialog"]')
    await dialog.getByRole('button', { name: 'Create' }).click()
    await expect(dialog).toBeHidden()
    await expect(openBot(page, name)).toBeVisible()
    await expect(page.getByRole('button', { name: /No problems|hint|warning/ })).toBeVisible()
    await expect(page.getByRole('button', { name: /\d problem/ })).toHaveCount(0)
    await expect.poll(() => cardsInView(page)).toBeGreaterThan(0)
  }
}

/** Cards are mounted a little beyond the view: the first may be outside of it. */
function cardsInView(page: Page): Promise<number> {
  return page.locator('.react-flow__node').evaluateAll(cards => {
    const seen = document.querySelector('.react-flow')?.getBoundingClientRect()
    if (!seen) return 0
    return cards.filter(card => {
      const { left, right, top, bottom } = card.getBoundingClientRect()
      return left >= seen.left && right <= seen.right && top >= seen.top && bottom <= seen.bottom
    }).length
  })
}

/** By keyboard alone: the arrows choose, Tab and Space tick. */
async function fromServices(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  const { keyboard } = page
  await keyboard.press('Control+n')
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await keyboard.press('Shift+Tab')
  await expect(dialog.getByRole('radio', { name: 'Blank' })).toBeFocused()
  await keyboard.press('ArrowDown')
  await expect(dialog.getByRole('radio', { name: 'From services' })).toBeChecked()
  await expect(dialog.getByRole('button', { name: 'Create' })).toBeDisabled()
  await keyboard.press('Tab')
  await keyboard.type('Front desk')
  await keyboard.press('Tab')
  await keyboard.type('pay')
  await expect(dialog.getByRole('checkbox')).toHaveCount(1)
  await keyboard.press('Tab')
  await keyboard.press('Space')
  await dialog.getByLabel('Search services').fill('')
  await dialog.getByRole('checkbox', { name: 'Appointment Booking' }).check()
  await dialog.getByRole('checkbox', { name: 'Feedback' }).check()
  await expect(dialog.getByText('3 of 18 chosen')).toBeVisible()
  await audit(page, 'new bot from services', '[role="dialog"]')
  await dialog.getByLabel('Name').press('Enter')
  await expect(openBot(page, 'Front desk')).toBeVisible()
  await expect(page.getByRole('button', { name: 'No problems' })).toBeVisible()
  await expect(page.locator('.react-flow__node').filter({ hasText: 'Pay a bill' }).first()).toBeVisible()
}

/** The bot on the canvas; the library has buttons of the same names. */
const openBot = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })

const cards = (page: Page) => page.getByRole('list', { name: 'Bots' }).locator('[data-bot]')

async function narrow(page: Page): Promise<void> {
  await page.keyboard.press('Control+o')
  await expect(cards(page)).toHaveCount(13)
  await expect(
    page.getByRole('region', { name: 'Opened last' }).getByRole('button', { name: 'Front desk' }),
  ).toBeVisible()
  await audit(page, 'library')
  await page.getByRole('combobox', { name: 'Order' }).click()
  await page.getByRole('option', { name: 'By name' }).click()
  await expect(cards(page).first()).toContainText('Autoresponder')
  await page.getByLabel('Search bots').fill('policies claims')
  await expect(cards(page)).toHaveCount(1)
  await page.getByLabel('Search bots').fill('nothing of the kind')
  await expect(page.getByText('No bot has “nothing of the kind” in its name or description.')).toBeVisible()
  await page.getByRole('button', { name: 'Show all' }).click()
  await page.getByRole('combobox', { name: 'Type' }).click()
  await page.getByRole('option', { name: 'Cognitive' }).click()
  await expect(cards(page)).not.toHaveCount(13)
  await expect(cards(page).filter({ hasText: 'Customer service' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Type' }).click()
  await page.getByRole('option', { name: 'Any type' }).click()
  await expect(cards(page)).toHaveCount(13)
}

async function keepHouse(page: Page): Promise<void> {
  const { keyboard } = page
  const dialog = page.getByRole('dialog')
  const status = page.getByRole('status')
  const first = cards(page).first()
  await first.focus()
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowDown')
  await keyboard.press('Home')
  await expect(first).toBeFocused()
  await keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect(cards(page)).toHaveCount(14)
  const copy = page.locator('[data-bot]').filter({ hasText: 'Autoresponder (copy)' })
  await copy.focus()
  await keyboard.press('F2')
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await keyboard.type('Away text')
  await keyboard.press('Enter')
  const away = page.locator('[data-bot]').filter({ hasText: 'Away text' })
  await expect(away).toBeVisible()

  await page.getByRole('button', { name: 'More for Away text' }).click()
  await page.getByRole('menuitem', { name: 'Archive' }).click()
  await expect(away).toBeHidden()
  await status.getByRole('button', { name: 'Undo' }).click()
  await expect(away).toBeVisible()
  await away.click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Archive' }).click()
  await page.getByText('Archived (1)').click()
  await expect(cards(page)).toHaveCount(1)
  await audit(page, 'archived bots')
  await page.getByRole('button', { name: 'More for Away text' }).click()
  await page.getByRole('menuitem', { name: 'Take back' }).click()
  await expect(page.getByText('Nothing is archived.')).toBeVisible()
  await page.getByText('In use', { exact: true }).click()
  await expect(cards(page)).toHaveCount(14)

  await away.focus()
  await keyboard.press('Delete')
  await expect(away).toBeHidden()
  await status.getByRole('button', { name: 'Undo' }).click()
  await expect(away).toBeVisible()
  await away.focus()
  await keyboard.press('Enter')
  await expect(openBot(page, 'Away text')).toBeVisible()
  await keyboard.press('Control+z')
  await expect(openBot(page, 'Autoresponder (copy)')).toBeVisible()
  await allSaved(page)
}

/** Puts files into the page's hands as a drag from the desktop does. */
async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const data = await page.evaluateHandle(
    ([name, text]) => {
      const transfer = new DataTransfer()
      const bytes = Uint8Array.from(atob(text), character => character.charCodeAt(0))
      transfer.items.add(new File([bytes], name))
      return transfer
    },
    [name, Buffer.from(bytes).toString('base64')] as const,
  )
  await page.dispatchEvent('main', 'dragover', { dataTransfer: data })
  await expect(page.getByText('Drop a .parley file to open its bot')).toBeVisible()
  await page.dispatchEvent('main', 'drop', { dataTransfer: data })
  await expect(page.getByText('Drop a .parley file to open its bot')).toBeHidden()
}

async function dropFiles(page: Page): Promise<void> {
  const casey = readFileSync('assets/samples/orders.json')
  const parsed = parseDocumentText(casey.toString('utf8'))
  if (!parsed.ok) throw new Error(parsed.message)
  const packed = packBot(parsed.value)
  const alert = page.getByRole('alert')
  const refusals: readonly [string, Uint8Array, RegExp][] = [
    ['setup.parley', Buffer.from(`MZ${'\u0000\u0001'.repeat(400)}`), /^setup\.parley: /],
    ['half.parley', packed.subarray(0, packed.length / 2), /^half\.parley: .*damaged/],
    [
      'newer.json',
      Buffer.from(JSON.stringify({ parley: 999, records: [] })),
      /^newer\.json: .*newer version/,
    ],
  ]
  for (const [name, bytes, message] of refusals) {
    await drop(page, name, bytes)
    await expect(alert).toContainText(message)
    await alert.getByRole('button', { name: 'Close' }).click()
  }
  await expect(openBot(page, 'Autoresponder (copy)')).toBeVisible()
  await drop(page, 'orders.parley', packed)
  await expect(openBot(page, 'Orders')).toBeVisible()
  await page.keyboard.press('Control+o')
  await drop(page, 'orders.json', casey)
  await expect(openBot(page, 'Orders')).toBeVisible()
}

/** The second start gives its file to the first window and ends, as a double click on a file does. */
async function sendOut({ app, page }: Window): Promise<void> {
  const file = join(mkdtempSync(join(tmpdir(), 'parley-file-')), 'Shop.parley')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
  await page.keyboard.press('Control+Shift+e')
  await expect(page.getByText('Saved as Shop.parley.')).toBeVisible()
  await page.keyboard.press('Control+o')
  await expect(page.getByRole('heading', { name: 'Bots' })).toBeVisible()
  await expect(cards(page)).not.toHaveCount(0)
  const before = await cards(page).count()
  await app.evaluate(({ app }, args) => app.emit('second-instance', {}, args, '/'), ['parley', file])
  await expect(openBot(page, 'Orders')).toBeVisible()
  await page.keyboard.press('Control+o')
  await expect(cards(page)).toHaveCount(before + 1)
  writeFileSync(file, 'no bot')
  await app.evaluate(({ app }, args) => app.emit('second-instance', {}, args, '/'), ['parley', file])
  await expect(page.getByRole('alert')).toContainText('Shop.parley: ')
}
