import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { audit } from './audit.ts'
import { allSaved, card, emptyFolder, openWindow, resize } from './window.ts'

/** The inspector as people write in it: texts, formulas, calls and options (issue 4, point 4; requirements.md NHN-23). */
test('texts are written with formatting, variables, emoji and counters', async () => {
  const errors: string[] = []
  const window = await openWindow(emptyFolder(), errors)
  const { page } = window
  const { keyboard } = page
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await resize(window, 1280, 800)
  await addBlock(page, 'message')
  const text = inspector(page).getByRole('textbox', { name: 'Text', exact: true })

  await test.step('formatting by key, by tool, and taken away again', async () => {
    await text.click()
    await keyboard.type('Hello there')
    await keyboard.press('Control+Shift+ArrowLeft')
    await keyboard.press('Control+b')
    await expect(text).toHaveText('Hello *there*')
    await expect(text.locator('.cm-bold')).toHaveText('there')
    await expect(tool(page, 'Bold')).toHaveAttribute('aria-pressed', 'true')
    await tool(page, 'Italic').click()
    await expect(text).toHaveText('Hello *_there_*')
    await keyboard.press('Control+i')
    await expect(text).toHaveText('Hello *there*')
  })
  await test.step('a variable is completed, and is a chip', async () => {
    await keyboard.press('End')
    await keyboard.type(' {{PHO')
    const options = page.getByRole('listbox').getByRole('option')
    await expect(options.first()).toContainText('PHONE')
    await keyboard.press('Enter')
    await expect(text.locator('.cm-chip')).toHaveText('PHONE')
    await keyboard.type('!')
  })
  await test.step('a chip is chosen by arrows, opened by Enter, and removed as one', async () => {
    await keyboard.press('ArrowLeft')
    await keyboard.press('ArrowLeft')
    await expect(text.locator('.cm-chip')).toHaveAttribute('data-chosen', 'true')
    await keyboard.press('Enter')
    await keyboard.type('UPPER(PHONE)')
    await expect(page.getByRole('listbox')).toBeHidden()
    await keyboard.press('Enter')
    await expect(text.locator('.cm-chip')).toHaveText('UPPER(PHONE)')
    await keyboard.press('Backspace')
    await expect(text).toHaveText('Hello *there* !')
    await keyboard.press('Control+z')
    await expect(text.locator('.cm-chip')).toHaveText('UPPER(PHONE)')
  })
  await test.step('an emoji by search and by the grid', async () => {
    await keyboard.press('Control+End')
    await inspector(page).getByRole('button', { name: 'Insert an emoji into “Text”' }).click()
    await expect(page.getByRole('searchbox', { name: 'Search emoji' })).toBeFocused()
    await keyboard.type('waving')
    await expect(page.getByRole('button', { name: 'grinning face', exact: true })).toBeHidden()
    await expect(page.getByRole('button', { name: 'waving hand', exact: true })).toBeVisible()
    await keyboard.press('ArrowDown')
    await expect(page.getByRole('button', { name: 'waving hand', exact: true })).toBeFocused()
    await audit(page, 'emoji', '.mantine-Popover-dropdown')
    await keyboard.press('Enter')
    await expect(text).toContainText('👋')
    await expect(text).toBeFocused()
  })
  await test.step('what was formatted elsewhere keeps its formatting', async () => {
    await pasteInto(text, {
      html: '<p>See <b>our</b> <a href="https://example.com/a">page</a></p>',
      plain: 'See our page',
    })
    await expect(text).toContainText('See *our* [page](https://example.com/a)')
  })
  await test.step('any text survives: right to left, lone surrogates, 20,000 characters', async () => {
    const odd = `שלום {{PHONE}} \ud800 ${'x'.repeat(19_900)}`
    await keyboard.press('Control+a')
    await pasteInto(text, { html: '', plain: odd })
    await expect(text.locator('.cm-line').first()).toHaveAttribute('dir', 'rtl')
    await keyboard.press('Control+a')
    await pasteInto(text, { html: '', plain: 'Good morning' })
    await expect(text).toHaveText('Good morning')
    await expect(card(page, 'Message')).toContainText('Good morning')
  })
  await test.step('the tightest channel is named, and what is over it says why', async () => {
    await palette(page, 'settings of the bot')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('tab', { name: 'Channels' }).click()
    await dialog.getByRole('checkbox', { name: 'WhatsApp' }).check()
    await dialog.getByRole('checkbox', { name: 'Instagram' }).check()
    await page.keyboard.press('Escape')
    const counter = inspector(page).locator('[data-limit]').first()
    await expect(counter).toHaveText('12 / 1,000 bytes Instagram')
    await text.click()
    await keyboard.press('Control+a')
    await pasteInto(text, { html: '', plain: `${'a'.repeat(850)}{{NOME_CLIENTE}}` })
    await expect(counter).toHaveAttribute('data-limit', 'near')
    await keyboard.press('Control+End')
    await keyboard.type('a'.repeat(100))
    await expect(counter).toHaveAttribute('data-limit', 'over')
    await expect(counter).toHaveText('1,014 / 1,000 bytes Instagram')
    await expect(inspector(page).getByText('at most 1000 fit')).toHaveCount(1)
    await keyboard.press('Control+a')
    await pasteInto(text, { html: '', plain: 'Good *morning* {{NOME_CLIENTE}}' })
  })
  await test.step('the block as every channel shows it', async () => {
    await keyboard.press('Control+Alt+p')
    const dialog = page.getByRole('dialog', { name: 'Preview: Message' })
    await expect(dialog.getByRole('region', { name: 'WhatsApp' })).toContainText('Good morning')
    await dialog.getByLabel('NOME_CLIENTE').fill('Ana *Star* Silva')
    for (const name of ['WhatsApp', 'Messenger', 'Instagram', 'Web', 'SMS'])
      await expect(dialog.getByRole('region', { name })).toContainText('Ana')
    await expect(dialog.getByRole('region', { name: 'Web' })).toContainText('Ana *Star* Silva')
    await expect(dialog.getByRole('region', { name: 'SMS' })).toContainText('the words are plain')
    await expect(dialog.getByText('Not a channel of this bot')).toHaveCount(3)
    await audit(page, 'preview', '.mantine-Modal-content')
    await dialog.getByText('Dark', { exact: true }).click()
    await expect(dialog.locator('[data-theme="dark"]')).toHaveCount(5)
    await audit(page, 'preview in the dark', '.mantine-Modal-content')
    await keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })
  await test.step('fit for everybody', () => audit(page, 'message editor', '[data-inspector]'))
  await allSaved(page)
  await window.app.close()
  expect(errors).toEqual([])
})

test('a call is tried for real, and its answer is mapped by clicks', async () => {
  const errors: string[] = []
  const api = await startApi()
  const window = await openWindow(emptyFolder(), errors)
  const { page } = window
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await resize(window, 1280, 800)
  await addBlock(page, 'api')
  const form = inspector(page)

  await test.step('a call with an example value', async () => {
    await form
      .getByRole('textbox', { name: 'Address', exact: true })
      .fill(`${api.url}/orders/{{NUMERO_CLIENTE}}`)
    await form.getByRole('button', { name: 'Test call', exact: true }).click()
    await form.getByLabel('NUMERO_CLIENTE').fill('A 7')
    await form.getByRole('button', { name: 'Send test call' }).click()
    await expect(form.getByText('200 OK')).toBeVisible()
    expect(api.asked.at(-1)).toBe('GET /orders/A%207')
  })
  await test.step('a value is kept by a click, another by Enter', async () => {
    await form
      .getByRole('button', { name: /^total/ })
      .first()
      .click()
    await expect(form.getByText('TOTAL', { exact: true })).toBeVisible()
    await form.getByTitle('Take $.items[*].name').first().focus()
    await page.keyboard.press('Enter')
    await expect(form.locator('[data-path="mapping"] input').first()).toHaveValue('$.total')
    await expect(form.getByText('NAME', { exact: true })).toBeVisible()
    await audit(page, 'test call', '[data-inspector]')
  })
  await test.step('one undo takes back the row and its variable', async () => {
    await page.getByRole('button', { name: /^Undo/ }).click()
    await expect(form.getByText('NAME', { exact: true })).toBeHidden()
    await expect(form.getByText('TOTAL', { exact: true })).toBeVisible()
  })
  await test.step('the answer becomes the example', async () => {
    await form.getByRole('button', { name: 'Use as example answer' }).click()
    await form.getByRole('button', { name: 'Example answer', exact: true }).click()
    await expect(form.getByLabel('Answer', { exact: true })).toHaveValue(/"total":12.5/)
  })
  await test.step('a call that hangs is cancelled, one to nowhere says so', async () => {
    const address = form.getByRole('textbox', { name: 'Address', exact: true })
    await address.fill(`${api.url}/slow`)
    await form.getByRole('button', { name: 'Send test call' }).click()
    await form.getByRole('button', { name: 'Cancel the call' }).click()
    await expect(form.getByText('The call was cancelled.')).toBeVisible()
    await address.fill(`${api.url}/page`)
    await form.getByRole('button', { name: 'Send test call' }).click()
    await expect(form.getByText('The answer is not JSON')).toBeVisible()
    await address.fill('http://127.0.0.1:1/')
    await form.getByRole('button', { name: 'Send test call' }).click()
    await expect(form.getByText('The connection was refused')).toBeVisible()
  })
  await allSaved(page)
  await window.app.close()
  await api.close()
  expect(errors).toEqual([])
})

test('formulas are helped, options are pasted, and missing texts are copied', async () => {
  const errors: string[] = []
  const window = await openWindow(emptyFolder(), errors)
  const { page } = window
  const { keyboard } = page
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await resize(window, 1280, 800)
  const form = inspector(page)

  await test.step('a formula in colours, completed, with its signature and result', async () => {
    await addBlock(page, 'set')
    const formula = form.getByRole('textbox', { name: /formula|value/i }).last()
    await formula.click()
    await keyboard.type('UPP')
    await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('UPPER')
    await keyboard.press('Enter')
    await keyboard.type('NOME_CLI')
    await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('NOME_CLIENTE')
    await keyboard.press('Enter')
    await expect(formula).toHaveText('UPPER(NOME_CLIENTE)')
    await expect(form.locator('strong', { hasText: 'text' })).toBeVisible()
    await form.getByRole('button', { name: 'Try it with other values' }).click()
    await form.getByLabel('NOME_CLIENTE').fill('ana')
    await expect(form.getByText('Gives ANA')).toBeVisible()
    await formula.click()
    await keyboard.press('Control+End')
    await keyboard.type(' + NOBODY')
    await expect(formula.locator('.cm-wrong')).toHaveText('NOBODY')
    await expect(form.getByText(/At character 23/)).toBeVisible()
    await audit(page, 'formula', '[data-inspector]')
    await keyboard.press('Escape')
  })
  await test.step('options from a pasted list, twins flagged', async () => {
    await addBlock(page, 'menu')
    const option = form.getByRole('textbox', { name: 'Option 1', exact: true })
    await option.focus()
    await pasteInto(option, { html: '', plain: '1. Book; reserve, appointment\n2. Hours\n- Book' })
    await expect(form.getByRole('textbox', { name: 'Option 3', exact: true })).toHaveValue('Book')
    await expect(form.getByText(/both read/).first()).toBeVisible()
  })
  await test.step('the other language is marked, and filled from the first', async () => {
    await form.getByRole('textbox', { name: 'Option 3', exact: true }).fill('Prices')
    await form.locator('[data-missing="true"]').click()
    await form.getByRole('button', { name: 'Copy the 3 missing texts from English' }).click()
    await expect(form.getByRole('textbox', { name: 'Option 2', exact: true })).toHaveValue('Hours')
    await expect(form.locator('[data-missing="true"]')).toHaveCount(0)
    await audit(page, 'languages', '[data-inspector]')
  })
  await allSaved(page)
  await window.app.close()
  expect(errors).toEqual([])
})

/** An API on this computer: orders as JSON, a page, and one answer that never comes. */
async function startApi() {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    if (request.url === '/slow') return
    const isPage = request.url === '/page'
    response.setHeader('content-type', isPage ? 'text/html' : 'application/json')
    response.end(isPage ? '<h1>Hello</h1>' : '{"total":12.5,"items":[{"name":"Tea"},{"name":"Milk"}]}')
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    return new Promise<void>(done => server.close(() => done()))
  }
  return { url: `http://127.0.0.1:${port}`, asked, close }
}

function inspector(page: Page): Locator {
  return page.locator('[data-inspector]')
}

function tool(page: Page, name: string): Locator {
  return inspector(page).getByRole('button', { name, exact: true }).first()
}

async function palette(page: Page, sought: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill(sought)
  await page.keyboard.press('Enter')
}

/** Adds a block from the palette and leaves it selected. */
async function addBlock(page: Page, kind: string): Promise<void> {
  await palette(page, `add ${kind}`)
  await expect(inspector(page).locator('[data-form]')).toBeVisible()
}

/** What another program put on the clipboard. */
async function pasteInto(field: Locator, { html, plain }: { html: string; plain: string }): Promise<void> {
  await field.evaluate(
    (element, given) => {
      const clipboardData = new DataTransfer()
      if (given.html !== '') clipboardData.setData('text/html', given.html)
      clipboardData.setData('text/plain', given.plain)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    { html, plain },
  )
}
