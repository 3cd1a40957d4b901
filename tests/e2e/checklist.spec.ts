import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { audit } from './audit.ts'
import { addEngine, startEngine } from './engine.ts'
import { dialog, openShop, panel, prepare } from './reviewing.ts'
import { allSaved, emptyFolder, openWindow } from './window.ts'

/** Issue 5, point 3: what must be done before a bot goes live (KAL-01 to KAL-05, KAL-08, NHN-35). */
test('the checklist follows from the bot, is worked off, and holds back activation until then', async () => {
  const errors: string[] = []
  const stock = await stockSystem()
  const engine = await startEngine(emptyFolder())
  const window = await openWindow(emptyFolder(), errors)
  const { page } = window
  await prepare(window)
  await openShop(window, mkdtempSync(join(tmpdir(), 'parley-checklist-')), callOf(stock))
  await test.step('by keyboard; the channels decide what is listed', () => chooseChannel(page))
  await test.step('a step with owner, date, evidence and note; undo takes it back', () => workOff(page))
  await test.step('the study of a call: filled in by a test call, judged by a person', () => study(page))
  await test.step('activation waits for the steps and leads to them; publishing does not', () =>
    heldBack(page, engine.url))
  await allSaved(page)
  await window.app.close()
  await engine.stop()
  stock.close()
  expect(errors).toEqual([])
})

const step = (page: Page, name: string) =>
  panel(page)
    .locator('[data-step]')
    .filter({ has: page.getByRole('button', { name: new RegExp(`^${name}`) }) })

async function stockSystem(): Promise<Server> {
  const server = createServer((_, answer) =>
    answer.setHeader('content-type', 'application/json').end('{"left":3}'),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

/** A call of that system between the welcome and the catalogue. */
function callOf(stock: Server): readonly object[] {
  const { port } = stock.address() as AddressInfo
  const edge = { type: 'edge', flow: 'flow_main', from: 'block_stock', to: 'block_catalogue' }
  const data = {
    ...{ method: 'GET', url: `http://127.0.0.1:${port}/stock`, query: [], headers: [], body: { as: 'none' } },
    ...{ auth: null, timeoutMs: 5000, retries: 0, mapping: [], statusTo: null, mock: null },
  }
  return [
    {
      id: 'block_stock',
      type: 'block',
      flow: 'flow_main',
      kind: 'apiCall',
      title: 'Stock',
      x: 640,
      y: 480,
      data,
    },
    { ...edge, id: 'edge_stock-1', port: 'success' },
    { ...edge, id: 'edge_stock-2', port: 'error' },
  ]
}

async function chooseChannel(page: Page): Promise<void> {
  const { keyboard } = page
  await keyboard.press('Control+Alt+l')
  await expect(step(page, 'Use-case definition').getByRole('button')).toBeFocused()
  await expect(step(page, 'KYC')).toHaveCount(0)
  await panel(page).getByRole('button', { name: 'Choose the channels' }).click()
  await dialog(page).getByLabel('WhatsApp').check()
  await keyboard.press('Escape')
  await expect(panel(page).locator('[data-step] > button')).toHaveText([
    ...['KYCTo do', 'Channel activationWhatsAppTo do', 'Link WABA IDTo do', 'Opt-in protocolTo do'],
    ...['Use-case definitionTo do', 'Feasibility studyTo do', 'Implementation and deliveryTo do'],
  ])
  await expect(panel(page).getByText('0 of 7 steps done')).toBeVisible()
}

async function workOff(page: Page): Promise<void> {
  const { keyboard } = page
  const kyc = step(page, 'KYC')
  await kyc.getByRole('button').focus()
  await keyboard.press('Enter')
  await expect(kyc.getByText('Needed before the bot is activated on WhatsApp.')).toBeVisible()
  await keyboard.press('Tab')
  await expect(kyc.getByLabel('State')).toBeFocused()
  await keyboard.type('Done')
  await expect(panel(page).getByText('1 of 7 steps done')).toBeVisible()
  await kyc.getByLabel('Date').fill('2026-03-02')
  await kyc.getByLabel('Owner').fill('Ana')
  await kyc.locator('input[type="file"]').setInputFiles({
    ...{ name: 'registration.pdf', mimeType: 'application/pdf' },
    buffer: Buffer.from('%PDF-1.4\n1 0 obj\n<< >>\nendobj\n%%EOF\n'),
  })
  await expect(kyc.getByText(/^registration\.pdf · /)).toBeVisible()
  await kyc.getByLabel('Note').fill('Approved by the partner')
  await allSaved(page)
  await audit(page, 'the checklist', '[data-panel="review"]')
  await kyc.getByRole('button', { name: 'Take registration.pdf off' }).click()
  await expect(kyc.getByText(/^registration\.pdf/)).toBeHidden()
  await kyc.getByRole('button', { name: /^KYC/ }).focus()
  await keyboard.press('Control+z')
  await expect(kyc.getByText(/^registration\.pdf/)).toBeVisible()
  await keyboard.press('Enter')
  await expect(kyc.getByText('Ana')).toBeVisible()
}

async function study(page: Page): Promise<void> {
  await step(page, 'Feasibility study').getByRole('button').click()
  const calls = panel(page).getByRole('list', { name: 'Calls to study' })
  await calls.getByRole('button', { name: /^Stock/ }).click()
  await calls.getByRole('button', { name: 'Test call' }).click()
  await expect(calls.getByText(/^Answered with status 200 in \d+ ms\.$/)).toBeVisible()
  await expect(calls.getByLabel('Reachable')).toHaveValue('yes')
  await expect(calls.getByLabel('Time of one call (ms)')).toHaveValue(/^\d+$/)
  await calls.getByLabel('Verdict').selectOption('Not feasible')
  await expect(page.getByRole('button', { name: /^1 problem/ })).toBeVisible()
  await expect(calls.getByText(/^Judged by .+ · /)).toBeVisible()
  await audit(page, 'the study of a call', '[data-panel="review"]')
  await calls.getByLabel('Verdict').selectOption('Feasible')
  await expect(page.getByRole('button', { name: /^1 problem/ })).toBeHidden()
  await expect(panel(page).getByText('1 of 1 call is judged.')).toBeVisible()
}

async function heldBack(page: Page, url: string): Promise<void> {
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await addEngine(page, url)
  await dialog(page).getByLabel('Activate it too').check()
  const waits = dialog(page).getByRole('alert')
  await expect(waits.getByRole('button')).toHaveText([
    ...['Channel activation, WhatsApp: To do', 'Link WABA ID: To do', 'Opt-in protocol: To do'],
  ])
  const go = dialog(page).getByRole('button', { name: 'Save as 0.1, publish and activate' })
  await expect(go).toBeDisabled()
  await audit(page, 'activation that waits for steps', '[role="dialog"]')
  await dialog(page).getByLabel('Activate it too').uncheck()
  await expect(dialog(page).getByRole('button', { name: 'Save as 0.1 and publish' })).toBeEnabled()
  await dialog(page).getByLabel('Activate it too').check()
  await waits.getByRole('button', { name: /^Channel activation/ }).click()
  await expect(step(page, 'Channel activation').getByRole('button', { expanded: true })).toBeFocused()
  for (const name of ['Channel activation', 'Link WABA ID', 'Opt-in protocol']) {
    const button = step(page, name).getByRole('button', { name: new RegExp(`^${name}`) })
    if ((await button.getAttribute('aria-expanded')) === 'false') await button.click()
    await step(page, name).getByLabel('State').selectOption('Done')
  }
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await dialog(page).getByLabel('Activate it too').check()
  await expect(go).toBeEnabled()
  await expect(waits).toBeHidden()
  await page.keyboard.press('Escape')
}
