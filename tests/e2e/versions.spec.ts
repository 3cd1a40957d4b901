import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { parseDocumentText } from '../../src-shared/blocks/parse-document.ts'
import { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId, RecordId } from '../../src-shared/document/ids.ts'
import type { BlockRecord } from '../../src-shared/document/records.ts'
import { packBot } from '../../src-shared/publish/package.ts'
import { audit } from './audit.ts'
import { allSaved, emptyFolder, openWindow, resize, type Window } from './window.ts'

/** Issue 5, points 1 and 2, on the sample hospital: versions, the difference on the canvas, and a merge. */
test('versions are listed, shown, restored, compared and joined with the work of somebody else', async () => {
  const errors: string[] = []
  const window = await openWindow(emptyFolder(), errors)
  const { page } = window
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await resize(window, 1920, 1080)
  await page.waitForFunction(() => (document.querySelector('.react-flow')?.clientWidth ?? 0) > 1100)

  await test.step('two versions, and what changed in words', () => twoVersions(page))
  await test.step('a version is shown and refuses every edit', () => readOnly(page))
  await test.step('a version is restored, and one undo takes it back', () => restore(page))
  await test.step('differences side by side and overlaid, by keyboard', () => compare(page))
  await test.step('change by change', () => decide(page))
  await test.step('the file of somebody else, and files that cannot be read', () => compareFile(window))
  await test.step('a merge with a conflict', () => merge(window))
  await allSaved(page)
  await window.app.close()
  expect(errors).toEqual([])
})

const node = (page: Page, name: string) => page.locator(`.react-flow__node[data-id="block_${name}"]`)
const panel = (page: Page) => page.locator('[data-panel="versions"]')
const row = (page: Page, version: string) =>
  panel(page)
    .locator('li[data-open], li')
    .filter({ has: page.getByText(version, { exact: true }) })
    .first()
const changes = (page: Page) => page.getByRole('complementary', { name: 'Differences' })
const change = (page: Page, name: string | RegExp) => changes(page).getByRole('button', { name })

async function save(page: Page, note: string): Promise<void> {
  await allSaved(page)
  await page.keyboard.press('Control+s')
  await page.getByRole('dialog').getByLabel('What is new').fill(note)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Save version/ })
    .click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

async function addToText(page: Page, block: string, words: string): Promise<void> {
  await node(page, block).click()
  await page.locator('[data-inspector]').getByLabel('Text', { exact: true }).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
  await page.locator('.react-flow').first().focus()
}

async function twoVersions(page: Page): Promise<void> {
  const { keyboard } = page
  await keyboard.press('Control+1')
  await save(page, 'The first one')
  await addToText(page, 'welcome', ' Nice to see you.')
  await node(page, 'hours').click()
  await keyboard.press('Shift+ArrowDown')
  await node(page, 'noted').click()
  await keyboard.press('Delete')
  await save(page, 'Friendlier')
  await page.getByRole('tab', { name: 'Versions' }).click()
  const what = panel(page).getByRole('region', { name: 'What changed since 0.1' })
  await expect(what.getByText('Changed: Welcome · Main')).toBeVisible()
  await expect(what.getByText('Removed: Noted · Main')).toBeVisible()
  await expect(what.getByText(/Hours/)).toHaveCount(0)
  const note = panel(page).getByLabel('Note of version 0.2')
  await expect(note).toHaveValue('Friendlier')
  await note.fill('Friendlier, as Ana asked')
  await keyboard.press('Tab')
  await row(page, '0.2').getByRole('button', { name: /^0\.2/ }).click()
  await expect(panel(page).getByText('Friendlier, as Ana asked')).toBeVisible()
  await row(page, '0.1').getByRole('button', { name: /^0\.1/ }).click()
  await expect(panel(page).getByText('The first version.')).toBeVisible()
  await audit(page, 'versions', '[data-panel="versions"]')
}

async function readOnly(page: Page): Promise<void> {
  const { keyboard } = page
  const bar = page.getByRole('status', { name: 'Read-only version' })
  await panel(page).getByRole('button', { name: 'Open version 0.1 read-only' }).click()
  await expect(bar).toContainText('Version 0.1, read-only')
  await node(page, 'noted').click()
  await keyboard.press('Delete')
  const refusal = page.getByRole('alert').filter({ hasText: 'Version 0.1 is read-only.' })
  await expect(refusal).toBeVisible()
  await expect(node(page, 'noted')).toBeVisible()
  await keyboard.press('Control+s')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await refusal.getByRole('button', { name: 'Close' }).click()

  // It can be talked to, read as steps and in all its texts.
  await keyboard.press('Control+Enter')
  await page.locator('[data-reply] textarea').fill('hi')
  await keyboard.press('Enter')
  const pane = page.getByRole('complementary', { name: 'Inspector and simulator' })
  await expect(pane.getByText(/I am Casey/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Steps', exact: true }).click()
  await expect(page.getByRole('row', { name: /Noted/ }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Texts', exact: true }).click()
  await expect(page.getByRole('grid')).toBeVisible()
  await page.getByRole('button', { name: 'Canvas', exact: true }).click()
  await audit(page, 'read-only version')
  await bar.getByRole('button', { name: 'Back to the working copy' }).click()
  await expect(bar).toHaveCount(0)
  await expect(node(page, 'noted')).toHaveCount(0)
}

async function restore(page: Page): Promise<void> {
  await panel(page).getByRole('button', { name: 'Restore version 0.1' }).click()
  await expect(node(page, 'noted')).toBeVisible()
  await expect(page.getByText('The bot is as in version 0.1 again', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: /^Undo: Restore version 0\.1/ }).click()
  await expect(node(page, 'noted')).toHaveCount(0)
  await expect(panel(page).getByText('Nothing changed since version 0.2')).toBeVisible()
}

async function compare(page: Page): Promise<void> {
  const { keyboard } = page
  await panel(page).getByRole('button', { name: 'Compare version 0.1 with the working copy' }).click()
  await expect(changes(page).getByText('3 differences')).toBeVisible()
  const before = page.getByRole('region', { name: 'Before: Version 0.1' })
  const after = page.getByRole('region', { name: 'After: The working copy' })
  await expect(change(page, /^Changed: Welcome/)).toHaveAttribute('aria-current', 'true')
  await expect(changes(page).locator('ins')).toContainText('Nice to see you.')
  await expect(before.locator('[data-id="block_welcome"]')).toBeInViewport()
  await expect(after.locator('[data-id="block_welcome"]')).toBeInViewport()
  await audit(page, 'compare, side by side')

  await keyboard.press('F7')
  await expect(page.getByText('2 of 3')).toBeVisible()
  await keyboard.press('F7')
  await keyboard.press('F7')
  await expect(page.getByText('1 of 3')).toBeVisible()
  await keyboard.press('Shift+F7')
  await expect(page.getByText('3 of 3')).toBeVisible()
  await change(page, /^Removed: Noted/).click()
  await expect(before.locator('[data-id="block_noted"]')).toBeInViewport()
  await expect(after.locator('[data-id="block_noted"]')).toHaveCount(0)

  // One pans, the other follows.
  const place = async (side: typeof before) =>
    (await side.locator('.react-flow__viewport').getAttribute('style')) ?? ''
  const there = await place(after)
  await before.hover()
  await page.mouse.wheel(0, -240)
  await expect.poll(() => place(after)).not.toBe(there)
  await expect.poll(async () => (await place(before)) === (await place(after))).toBe(true)

  await page.getByText('Overlaid').click()
  const both = page.getByRole('region', { name: 'Both versions on one another' })
  await expect(both.locator('[data-id="block_noted"]')).toHaveCount(1)
  await audit(page, 'compare, overlaid')
  await changes(page).getByText('1 was moved').click()
  await change(page, /^Moved: Hours/).click()
  await expect(both.locator('[data-id="block_hours"]')).toBeInViewport()
  await page.getByText('Side by side').click()
}

async function decide(page: Page): Promise<void> {
  const { keyboard } = page
  await change(page, /^Changed: Welcome/).click()
  await changes(page).getByRole('button', { name: 'Reject: Changed: Welcome' }).click()
  await expect(change(page, /^Changed: Welcome/)).toHaveCount(0)
  await keyboard.press('Control+z')
  await expect(change(page, /^Changed: Welcome/)).toHaveCount(1)
  await change(page, /^Changed: Welcome/).click()
  await changes(page).getByRole('button', { name: 'Accept: Changed: Welcome' }).click()
  await expect(changes(page).getByText('Looked at')).toBeVisible()
  await page.getByRole('button', { name: 'Swap the sides' }).click()
  await page.getByRole('button', { name: 'Accept all' }).click()
  await expect(changes(page).getByText('Nothing differs.', { exact: false })).toBeVisible()
  await keyboard.press('Control+z')
  await expect(changes(page).getByText('3 differences')).toBeVisible()
  await keyboard.press('Escape')
  await expect(node(page, 'welcome')).toBeVisible()
}

/** The sample with other words, as somebody else might send it back. */
function theirFile(welcome = ''): string {
  const text = readFileSync(new URL('../../assets/samples/casey.json', import.meta.url), 'utf8')
  const parsed = parseDocumentText(text)
  if (!parsed.ok) throw new Error(parsed.message)
  const records = new Map([...parsed.value.values()].map(record => [record.id as RecordId, record]))
  const say = (id: string, more: string) => {
    const block = records.get(id as BlockId) as BlockRecord
    const { en = '' } = block.data.text as { en?: string }
    records.set(block.id, {
      ...block,
      data: { ...block.data, text: { ...(block.data.text as object), en: `${en}${more}` } },
    })
  }
  if (welcome) say('block_welcome', welcome)
  say('block_hours', ' Closed on holidays.')
  return written('from-ben.parley', packBot(BotDocument.of(records.values())))
}

function written(name: string, bytes: Uint8Array | string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'parley-e2e-')), name)
  writeFileSync(path, bytes)
  return path
}

async function answerDialogs({ app }: Window, path: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, path)
}

async function compareFile(window: Window): Promise<void> {
  const { page } = window
  await page.keyboard.press('Control+Alt+d')
  const before = page.getByRole('combobox', { name: 'Before' })
  await answerDialogs(window, written('cut.parley', packBotCut()))
  await before.selectOption({ label: 'A file…' })
  await expect(page.getByRole('alert').filter({ hasText: 'cut.parley:' })).toBeVisible()
  await answerDialogs(window, written('newer.json', JSON.stringify({ parley: 999, records: [] })))
  await before.selectOption({ label: 'A file…' })
  await expect(page.getByRole('alert').filter({ hasText: 'newer' }).first()).toBeVisible()
  await answerDialogs(window, theirFile(' Welcome from Ben.'))
  await before.selectOption({ label: 'A file…' })
  await expect(page.getByRole('region', { name: 'Before: The file from-ben.parley' })).toBeVisible()
  await expect(change(page, /^Changed: Hours/)).toBeVisible()
  await page.getByRole('button', { name: 'Back to the bot' }).click()
}

function packBotCut(): Uint8Array {
  return readFileSync(theirFile()).subarray(0, 4000)
}

async function merge(window: Window): Promise<void> {
  const { page } = window
  await page.keyboard.press('Control+Alt+m')
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(page.getByText('1 conflict', { exact: true })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'What both began from' })).toHaveValue('0.1')
  const apply = page.getByRole('button', { name: 'Merge', exact: true })
  await expect(apply).toBeDisabled()
  const conflict = page.getByRole('group', { name: /What to take at Welcome · Text/ })
  await expect(conflict.getByText('Both changed it')).toBeVisible()
  await audit(page, 'merge')
  await conflict.getByRole('radio', { name: /^Mine/ }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(conflict.getByRole('radio', { name: /^Theirs/ })).toBeChecked()
  await expect(page.getByText('All decided')).toBeVisible()
  await expect(
    page.getByRole('region', { name: 'What the working copy gets' }).getByRole('listitem'),
  ).toHaveCount(2)
  await apply.click()
  await expect(page.getByText('Merged: 2 differences were taken over.')).toBeVisible()
  await expect(node(page, 'welcome')).toContainText('Welcome from Ben.')
  await page.getByRole('button', { name: /^Undo: Merge from-ben\.parley/ }).click()
  await expect(node(page, 'welcome')).toContainText('Nice to see you.')

  // Work at other places only: nothing to decide.
  await answerDialogs(window, theirFile())
  await page.keyboard.press('Control+Alt+m')
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(page.getByText('No conflicts: both worked at different places.')).toBeVisible()
  await apply.click()
  await expect(node(page, 'hours')).toContainText('We are open')
  await expect(page.getByText('Merged: 1 difference was taken over.')).toBeVisible()
}
