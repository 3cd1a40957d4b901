import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { build } from '../../../scripts/build.ts'
import { resolveChromium } from '../../../scripts/chromium.ts'
import { documentToJson } from '../../../src-shared/blocks/parse-document.ts'
import type { BlockId } from '../../../src-shared/document/ids.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import { applySuggestion } from '../../../src-shared/review/apply-suggestion.ts'
import { readComments, takeComments } from '../../../src-shared/review-file/comments-file.ts'
import { MOST_REVIEW_BYTES } from '../../../src-shared/review-file/review-file.ts'
import { casey, submittedCasey } from '../../unit/review-file/casey.ts'
import { accessibilityProblems } from '../accessibility-problems.ts'
import { runParley } from '../cli/run-parley.ts'
import { scratchFile, scratchPath } from '../cli/scratch-file.ts'

let browser: Browser
let file: string

beforeAll(async () => {
  await build({ only: 'review' })
  browser = await chromium.launch({ executablePath: await resolveChromium(), args: ['--no-sandbox'] })
  const [now, before] = [submittedCasey(), casey()].map((document, at) =>
    scratchFile(`casey-${at}.json`, JSON.stringify(documentToJson(document))),
  )
  file = scratchPath('review.html')
  const made = await runParley(['review', now ?? '', '--before', before ?? '', '--by', 'Ana', '--out', file])
  expect(made).toEqual({ code: 0, out: '', err: '' })
}, 300_000)

afterAll(() => browser?.close())

type Opened = Readonly<{ page: Page; troubles: readonly string[]; requests: readonly string[] }>

/** Opens a file as a double click does, in a browser without network. */
async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    offline: true,
    ...options,
  })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const [troubles, requests]: [string[], string[]] = [[], []]
  page.on('pageerror', error => troubles.push(String(error)))
  page.on('console', message => troubles.push(message.text()))
  page.on('request', request => requests.push(request.url()))
  await page.goto(pathToFileURL(path).href)
  return { page, troubles, requests }
}

function tab(page: Page, name: string) {
  return page.getByRole('tab', { name, exact: true })
}

async function say(page: Page, text: string, as = 'Bea'): Promise<void> {
  const form = page.locator('form.comment-form').last()
  await form.locator('textarea').fill(text)
  await form.getByLabel('Your name').fill(as)
  await form.getByRole('button', { name: 'Comment', exact: true }).click()
}

describe('parley review', () => {
  test('makes one file well below its limit, that brings nothing of the window along', () => {
    const html = readFileSync(file, 'utf8')
    expect(Buffer.byteLength(html)).toBeLessThan(MOST_REVIEW_BYTES / 2)
    for (const stranger of ['Minified React error', 'react-flow', 'MantineProvider'])
      expect(html).not.toContain(stranger)
  })

  test('says which file it cannot read or write', async () => {
    const none = await runParley(['review', scratchPath('none.json'), '--out', scratchPath('x.html')])
    expect(none).toMatchObject({ code: 3, err: expect.stringContaining('none.json: there is no such file') })
    const nowhere = await runParley([
      'review',
      'assets/samples/casey.json',
      '--out',
      scratchPath('no/x.html'),
    ])
    expect(nowhere).toMatchObject({ code: 3, err: expect.stringContaining('ENOENT') })
    expect(await runParley(['review', 'assets/samples/casey.json'])).toMatchObject({ code: 2 })
  })
})

describe('a review file, in a browser without network', () => {
  test('is looked at with mouse and keys, and asks for nothing', async () => {
    const { page, troubles, requests } = await open(file)
    const cards = page.locator('.cards')
    const transform = () => cards.evaluate(element => (element as HTMLElement).style.transform)
    await page.locator('#card-block_welcome').waitFor()
    expect(await page.locator('#card-block_welcome').textContent()).toContain('changed')
    expect(await page.locator('#card-block_added').textContent()).toContain('new')
    const first = await transform()
    await page.mouse.move(300, 600)
    await page.mouse.wheel(0, -300)
    await expect.poll(transform).not.toBe(first)
    const zoomed = await transform()
    await page.mouse.down()
    await page.mouse.move(360, 560, { steps: 4 })
    await page.mouse.up()
    await expect.poll(transform).not.toBe(zoomed)
    expect(await page.locator('.card[data-chosen="true"]').count()).toBe(0)

    await page.locator('.canvas').focus()
    await page.keyboard.press('0')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('card-block_hello')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('card-block_welcome')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Welcome' }).waitFor()
    expect(await page.locator('.side-panel ins').first().textContent()).toBe('Good')

    await page.getByLabel('Version').selectOption({ index: 1 })
    await expect.poll(() => page.locator('#card-block_added').count()).toBe(0)
    await page.locator('.places select').first().selectOption({ label: 'Information' })
    await page.locator('#card-block_topics').waitFor()
    expect(troubles).toEqual([])
    expect(requests).toEqual([pathToFileURL(file).href])
  })

  test('is read as a script, with what changed in words', async () => {
    const { page } = await open(file)
    await tab(page, 'Steps').click()
    await page.getByRole('heading', { name: 'Begins with a keyword' }).waitFor()
    expect(await page.locator('.step').first().textContent()).toContain('Someone says hi')
    await tab(page, 'Changes').press('Enter')
    const changes = await page.locator('#view-panel').textContent()
    expect(changes).toContain('Added: Added')
    expect(changes).toContain('Changed: Welcome')
    expect(changes).toContain('1 thing was only moved on the canvas.')
    expect(await page.locator('.subjects del').first().textContent()).toContain('Hello')
  })

  test('lets the bot be talked to until its goal, by taps and by keyboard', async () => {
    const { page, troubles } = await open(file)
    await page.getByRole('button', { name: 'Hi', exact: true }).click()
    await page
      .getByRole('button', { name: /Talk to a person/ })
      .last()
      .click()
    await page.getByLabel('Message to the bot').fill('(11) 98765-4321')
    await page.keyboard.press('Enter')
    await page.getByText('We will call +5511987654321.').waitFor()
    await page.getByText('The conversation ended at “Noted”').waitFor()
    await page.getByRole('button', { name: 'Start again' }).click()
    await page.getByLabel('Language of the customer').selectOption('pt-BR')
    await page.getByRole('button', { name: 'Oi', exact: true }).click()
    await page.getByText('Como podemos ajudar hoje?').last().waitFor()
    expect(troubles).toEqual([])
  })

  test('speaks the language of the browser', async () => {
    const { page } = await open(file, { locale: 'pt-PT' })
    await page.getByRole('tab', { name: 'Passos' }).waitFor()
    expect(await page.title()).toBe('Revisão de Casey')
    expect(await page.getAttribute('html', 'lang')).toBe('pt-BR')
    await page.getByRole('tab', { name: 'Alterações' }).click()
    const changes = await page.locator('.subjects').first().textContent()
    expect(changes).toContain('Alterado: ')
    expect(changes).toContain('Texto (en): ')
    expect(changes).not.toMatch(/(Added|Changed):/)
  })

  test('takes another text for one that is shown, which comes back as a suggestion to be applied', async () => {
    const { page, troubles } = await open(file)
    await page.locator('#card-block_welcome').click()
    const inPortuguese = page.locator('.in-locale').filter({ hasText: 'Portuguese' }).first()
    await inPortuguese.getByRole('button', { name: 'Suggest another text' }).click()
    const text = page.getByLabel('The text as it should be')
    expect(await page.getByRole('button', { name: 'Suggest', exact: true }).isDisabled()).toBe(true)
    await text.fill('Bem-vinda à Casey!')
    await page.getByLabel('Why (may stay empty)').fill('Shorter.')
    await inPortuguese.getByLabel('Your name').fill('Bea')
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Suggest', exact: true }).click()
    const said = page.locator('.thread').filter({ hasText: 'Shorter.' })
    await said.locator('ins').first().waitFor()
    expect(await said.textContent()).toContain('Text (pt-BR)')
    await tab(page, 'Comments').click()
    await page.getByText('1 comment was made or changed here.').waitFor()
    await page.getByRole('button', { name: 'Comments as text' }).click()
    const read = readComments(await page.getByLabel('Copy all of this into a message').inputValue())
    if (!read.ok) throw new Error(read.message)
    const document = submittedCasey()
    const taken = takeComments(document, read.value)
    if (!taken.ok) throw new Error(taken.message)
    applyChanges(document, taken.value.changes)
    const [suggestion] = document.all('comment')
    const applied = suggestion && applySuggestion(document, suggestion)
    if (!applied?.ok) throw new Error(applied?.message)
    applyChanges(document, applied.value)
    expect(document.get('block_welcome' as BlockId)?.data).toMatchObject({
      text: {
        en: 'Good day! I am Casey, the assistant of Case Hospital.',
        'pt-BR': 'Bem-vinda à Casey!',
      },
    })
    expect(troubles).toEqual([])
  })

  test('takes comments on the bot, a block, a text and a turn, and gives them back', async () => {
    const { page } = await open(file)
    await page.getByRole('button', { name: 'Hi', exact: true }).click()
    await page.getByRole('button', { name: 'Comment on turn 1' }).click()
    await say(page, 'Too long for a phone.')
    await page.locator('#card-block_welcome').click()
    await say(page, 'Say the name of the hospital first.')
    await page.getByRole('button', { name: 'Comment on this text' }).first().click()
    const inText = page.locator('.in-locale form.comment-form')
    await inText.locator('textarea').fill('“Good day” is stiff.')
    await inText.getByLabel('Must be settled before approval').check()
    await inText.getByRole('button', { name: 'Comment', exact: true }).click()
    await tab(page, 'Comments').click()
    await say(page, 'Almost there.')
    await page.getByRole('heading', { name: '4 open' }).waitFor()

    await page.reload()
    await tab(page, 'Comments').click()
    await page.getByText('4 comments were made or changed here.').waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save comments as a file' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('Casey.parley-comments')
    const text = readFileSync(await download.path(), 'utf8')
    await page.getByRole('button', { name: 'Comments as text' }).click()
    const block = await page.getByLabel('Copy all of this into a message').inputValue()
    expect(readComments(block)).toEqual(readComments(text))

    const read = readComments(text)
    if (!read.ok) throw new Error(read.message)
    const taken = takeComments(submittedCasey(), read.value)
    if (!taken.ok) throw new Error(taken.message)
    expect(taken.value).toMatchObject({ added: 4, conflicts: [] })
    const places = read.value.comments.map(({ place, blocking }) => [place.on, blocking])
    expect(places).toEqual([
      ['turn', false],
      ['record', false],
      ['record', true],
      ['bot', false],
    ])
    expect(read.value.tests.map(({ steps }) => steps.length)).toEqual([1])
  })

  test.each(['light', 'dark'] as const)(
    'has no accessibility problems in the %s theme',
    async colorScheme => {
      const { page } = await open(file, { colorScheme })
      await page.getByRole('button', { name: 'Hi', exact: true }).click()
      for (const view of ['Canvas', 'Steps', 'Changes', 'Specification']) {
        await tab(page, view).click()
        expect([view, await accessibilityProblems(page)]).toEqual([view, []])
      }
      await tab(page, 'Steps').click()
      await page.locator('.step').nth(1).click()
      await say(page, 'Well said.')
      expect(await accessibilityProblems(page)).toEqual([])
      await tab(page, 'Comments').click()
      expect(await accessibilityProblems(page)).toEqual([])
    },
    60_000,
  )

  test('is printed as its specification, from whichever view', async () => {
    const { page } = await open(file)
    await page.locator('#card-block_welcome').waitFor()
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(4)
    await tab(page, 'Specification').click()
    await page.emulateMedia({ media: 'print' })
    const told = await page.locator('.specification').textContent()
    expect(await page.getByText('Approved by').isVisible()).toBe(true)
    for (const words of [
      'Iteration 1, version 0.1',
      'Approved by',
      'Flow “Book an appointment”',
      'VISIT_DATE',
      'Olá',
    ])
      expect(told).toContain(words)
    expect(await page.locator('.side').isVisible()).toBe(false)
  })
})

describe('a review file that is not what Parley wrote', () => {
  function changed(name: string, change: (html: string) => string): string {
    const path = scratchPath(name)
    const [before, after] = [readFileSync(file, 'utf8'), change(readFileSync(file, 'utf8'))]
    expect(after).not.toBe(before)
    writeFileSync(path, after)
    return path
  }

  test('says so when a text was changed by hand, and its comments are refused', async () => {
    const { page } = await open(changed('edited.html', html => html.replaceAll('Good day!', 'Bad day!')))
    await page.getByText('Somebody changed this file after Parley wrote it.').waitFor()
    await tab(page, 'Comments').click()
    await say(page, 'Why bad?')
    await page.getByRole('button', { name: 'Comments as text' }).click()
    const read = readComments(await page.getByLabel('Copy all of this into a message').inputValue())
    if (!read.ok) throw new Error(read.message)
    expect(takeComments(submittedCasey(), read.value)).toMatchObject({
      ok: false,
      code: 'comments/edited-file',
    })
  })

  test.each([
    [
      'cut',
      (html: string) => html.replace('{"format":"parley-review-file"', '{"format":"parley-review'),
      'was changed since',
    ],
    [
      'newer',
      (html: string) => html.replace('"version":1,', '"version":9,'),
      'made by a newer version of Parley',
    ],
    ['broken', (html: string) => html.replace('"to":"block_welcome"', '"to":"block_gone"'), 'does not exist'],
  ])('says why it cannot be opened when it is %s', async (name, change, words) => {
    const { page } = await open(changed(`${name}.html`, change))
    await page.getByRole('heading', { name: 'This review cannot be opened' }).waitFor()
    expect(await page.locator('main').textContent()).toContain(words)
  })

  test('runs nothing that was put into it', async () => {
    const path = changed('injected.html', html =>
      html.replace('</body>', '<script>document.title = "mine"</script></body>'),
    )
    const { page, troubles } = await open(path)
    await page.locator('#card-block_welcome').waitFor()
    expect(await page.title()).toBe('Review of Casey')
    expect(troubles.join()).toContain('Content Security Policy')
  })
})
