import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { audit } from './audit.ts'
import { allSaved, card, emptyFolder, openWindow, resize, type Window } from './window.ts'

/** Issue 4, point 3, on the sample hospital: one window, by mouse and by keyboard. */
test('find, go back in time, insert on edges, follow sub-flows, export', async () => {
  const errors: string[] = []
  const window = await openWindow(emptyFolder(), errors)
  const { page } = window
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await resize(window, 1280, 800)
  await expect(card(page, 'Services')).toBeVisible()

  await test.step('find in the whole bot', () => find(page))
  await test.step('replace one and all', () => replace(page))
  await test.step('history', () => history(page))
  await resize(window, 1920, 1080)
  await test.step('blocks on edges', () => edges(page))
  await test.step('through sub-flows and back', () => subFlows(page))
  await test.step('export', () => exportFlow(window))
  await allSaved(page)
  await window.app.close()
  expect(errors).toEqual([])
})

/** A block of the sample by the name in its id, for titles repeat. */
const block = (page: Page, name: string) => page.locator(`.react-flow__node[data-id="block_${name}"]`)
const panelOf = (page: Page) => page.getByRole('region', { name: 'Find' })

async function find(page: Page): Promise<void> {
  const { keyboard } = page
  const panel = panelOf(page)
  const text = page.getByRole('textbox', { name: 'Find in the bot' })
  await keyboard.press('Control+f')
  await expect(text).toBeFocused()
  await audit(page, 'find, empty', '[data-panel="find"]')
  await keyboard.type('cardiology')
  await expect(panel.getByRole('option')).toHaveCount(8)
  await expect(panel.getByText('8 matches')).toBeVisible()

  // Enter goes on through the matches, in another flow too, and the letters still go into the field.
  await keyboard.press('Enter')
  await expect(block(page, 'department')).toHaveClass(/selected/)
  await expect(page.locator('[data-found="true"]')).toContainText(/./)
  await expect(panel.getByText('1 of 8')).toBeVisible()
  await expect(text).toBeFocused()
  await keyboard.press('F3')
  await expect(panel.getByText('2 of 8')).toBeVisible()
  await expect(block(page, 'cardiology')).toHaveClass(/selected/)
  await keyboard.press('Shift+F3')
  await keyboard.press('Shift+Enter')
  await expect(panel.getByText('8 of 8')).toBeVisible()
  await keyboard.press('Shift+Enter')
  await expect(block(page, 'departments')).toHaveClass(/selected/)
  await audit(page, 'find, with matches', '[data-panel="find"]')

  // A double click puts the cursor on the match.
  await panel.getByRole('option').nth(6).dblclick()
  const field = page.locator('[data-inspector]').getByLabel('Text', { exact: true })
  await expect(field).toBeFocused()
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('Cardiology')

  // What is marked is looked for; filters narrow it.
  await keyboard.press('Control+f')
  await expect(text).toHaveValue('Cardiology')
  await page.getByRole('button', { name: 'Match case' }).click()
  await expect(panel.getByText('4 matches')).toBeVisible()
  await panel.getByText('This flow').click()
  await expect(panel.getByText('1 match', { exact: true })).toBeVisible()
  await panel.getByText('Whole bot', { exact: true }).first().click()
  await page.getByRole('button', { name: 'All places' }).click()
  await page.getByRole('checkbox', { name: 'Texts' }).uncheck()
  await page.keyboard.press('Escape')
  await expect(panel.getByText('2 matches')).toBeVisible()
  await page.getByRole('button', { name: '8 kinds' }).click()
  await audit(page, 'kinds of places', '[data-portal]')
  await page.getByRole('dialog').getByRole('button', { name: 'All places' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Match case' }).click()
}

async function replace(page: Page): Promise<void> {
  const { keyboard } = page
  const panel = panelOf(page)
  await keyboard.press('Control+h')
  await page.getByRole('textbox', { name: 'Find in the bot' }).fill('PHONE')
  await page.getByRole('textbox', { name: 'Replace with' }).fill('MOBILE')
  await page.getByRole('button', { name: 'Match case' }).click()
  await panel.getByRole('button', { name: 'Replace all' }).click()
  await expect(panel.getByText(/Replaced \d+ match/)).toBeVisible()
  await audit(page, 'replaced', '[data-panel="find"]')
  await expect(page.getByRole('button', { name: /^Undo: Replace \d+ × “PHONE”/ })).toBeEnabled()
  await page.getByRole('tab', { name: 'Variables' }).click()
  await expect(page.getByText('MOBILE', { exact: true })).toBeVisible()
  await keyboard.press('Control+f')

  // A name that is taken is refused with its reason, and nothing of it is half done.
  await page.getByRole('textbox', { name: 'Find in the bot' }).fill('MOBILE')
  await page.getByRole('button', { name: 'Show replacing' }).click()
  await page.getByRole('textbox', { name: 'Replace with' }).fill('AGE')
  await panel.getByRole('button', { name: 'Replace all' }).click()
  await expect(panel.getByText('There already is a variable named AGE.')).toBeVisible()
  await audit(page, 'refused', '[data-panel="find"]')

  // One at a time.
  await page.getByRole('button', { name: 'Match case' }).click()
  await page.getByRole('textbox', { name: 'Find in the bot' }).fill('two visitors')
  await page.getByRole('textbox', { name: 'Replace with' }).fill('Three visitors')
  await keyboard.press('Enter')
  await expect(block(page, 'visits')).toHaveClass(/selected/)
  await keyboard.press('Enter')
  await expect(block(page, 'visits')).toContainText('Three visitors')
  await expect(page.getByRole('button', { name: 'Undo: Replace “two visitors”' })).toBeEnabled()
}

async function history(page: Page): Promise<void> {
  const { keyboard } = page
  await block(page, 'visits').click()
  await keyboard.press('Shift+ArrowDown')
  await expect(page.getByRole('button', { name: 'Undo: Move 1 block' })).toBeEnabled()
  await keyboard.press('Control+Alt+z')
  const list = page.getByRole('listbox', { name: 'History' })
  await expect(list).toBeFocused()
  await expect(list.getByRole('option')).toHaveText([
    /^Move 1 blockNowDesigner · .+/,
    /^Replace “two visitors”/,
    /^Replace \d+ × “PHONE”/,
    'As it was at the beginning',
  ])
  await audit(page, 'history', '[data-portal]')
  await keyboard.press('End')
  await keyboard.press('ArrowUp')
  await keyboard.press('Enter')
  await expect(list.getByRole('option', { name: /undone$/ })).toHaveCount(2)
  await expect(block(page, 'visits')).toContainText('Two visitors')
  await audit(page, 'history with steps taken back', '[data-portal]')
  await list.getByRole('option').first().click()
  await expect(list.getByRole('option', { name: /undone$/ })).toHaveCount(0)
  await expect(block(page, 'visits')).toContainText('Three visitors')
  await keyboard.press('Escape')
  await expect(list).toBeHidden()
}

async function edges(page: Page): Promise<void> {
  const { keyboard, mouse } = page
  const chooser = page.getByRole('dialog', { name: 'Go on with' })
  await page.getByRole('tab', { name: 'Blocks' }).click()

  // The plus in the middle of an edge, by mouse.
  const [from, to] = [await middle(page, 'informing'), await middle(page, 'topics')]
  await mouse.move((from.right + to.left) / 2, from.portY)
  await page.getByRole('button', { name: 'Insert a block here' }).click()
  await expect(chooser.getByRole('combobox')).toBeFocused()
  await keyboard.type('delay')
  await audit(page, 'choosing a kind', '[role="dialog"]')
  await keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Undo: Insert Delay' })).toBeEnabled()
  await expect(card(page, 'Delay')).toHaveClass(/selected/)

  // By keyboard, after the selected block.
  await keyboard.press('i')
  await expect(chooser).toBeVisible()
  await keyboard.press('Escape')
  await expect(chooser).toBeHidden()
  await keyboard.press('i')
  await keyboard.type('message')
  await keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Undo: Insert Message' })).toBeEnabled()

  // From the palette onto an edge.
  await keyboard.press('Control+1')
  const [start, next] = [
    await middle(page, 'informing'),
    await page.locator('.react-flow__node.selected').boundingBox(),
  ]
  expect(next).not.toBeNull()
  const target = { x: start.right + 14, y: start.portY }
  await page.locator('[data-kind="setVariable"]').dragTo(page.locator('.react-flow'), {
    targetPosition: await within(page, target),
  })
  await expect(page.getByRole('button', { name: /^Undo: Insert Set/ })).toBeEnabled()

  // A port let go over the empty canvas asks what follows.
  const port = block(page, 'topics').locator('[data-handleid="else"], .react-flow__handle.source').last()
  await port.hover()
  await mouse.down()
  const at = await port.boundingBox()
  await mouse.move((at?.x ?? 0) + 20, (at?.y ?? 0) + 100, { steps: 4 })
  await mouse.move((at?.x ?? 0) + 20, (at?.y ?? 0) + 120, { steps: 2 })
  await mouse.up()
  await expect(chooser.getByRole('combobox')).toBeFocused()
  await keyboard.type('end of')
  await keyboard.press('Escape')
}

async function subFlows(page: Page): Promise<void> {
  const { keyboard } = page
  await page.getByRole('button', { name: /^Flow Information/ }).click()
  await page.getByRole('menuitem', { name: 'Main' }).click()
  const path = page.getByRole('navigation', { name: 'Way through the flows' })
  await expect(path).toBeHidden()
  await keyboard.press('Control+1')
  await block(page, 'inform').dblclick()
  await expect(path.getByRole('button', { name: 'Main' })).toBeVisible()
  await expect(block(page, 'topics')).toBeVisible()
  await keyboard.press('Escape')
  await expect(block(page, 'inform')).toHaveClass(/selected/)
  await expect(path).toBeHidden()
  await keyboard.press('Alt+ArrowRight')
  await expect(block(page, 'topics')).toBeVisible()
  await keyboard.press('Alt+ArrowLeft')
  await expect(block(page, 'inform')).toHaveClass(/selected/)
}

/** The system's dialog is answered for the person; the files are what other programs would open. */
async function exportFlow({ app, page }: Window): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-export-'))
  for (const [format, beginning] of [
    ['svg', '<svg '],
    ['png', '\u0089PNG'],
    ['pdf', '%PDF-'],
  ] as const) {
    const filePath = join(folder, `flow.${format}`)
    await app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
    }, filePath)
    await page.getByRole('button', { name: 'Parley menu' }).click()
    await page.getByRole('menuitem', { name: `Export the flow as ${format.toUpperCase()}` }).click()
    await expect(page.getByText(`Saved as flow.${format}.`)).toBeVisible()
    const file = readFileSync(filePath)
    expect(file.subarray(0, beginning.length).toString('latin1')).toBe(beginning)
  }
}

/** Where a card ends, begins, and has the port beside its title, on the screen. */
async function middle(page: Page, name: string): Promise<{ left: number; right: number; portY: number }> {
  const box = await block(page, name).boundingBox()
  if (!box) throw new Error(`${name} is not shown`)
  const port = await block(page, name).locator('.react-flow__handle').first().boundingBox()
  return { left: box.x, right: box.x + box.width, portY: (port?.y ?? 0) + (port?.height ?? 0) / 2 }
}

async function within(page: Page, { x, y }: { x: number; y: number }): Promise<{ x: number; y: number }> {
  const frame = await page.locator('.react-flow').boundingBox()
  return { x: x - (frame?.x ?? 0), y: y - (frame?.y ?? 0) }
}
