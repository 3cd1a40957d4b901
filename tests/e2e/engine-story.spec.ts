import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, type Page, test } from '@playwright/test'
import { resolveChromium } from '../../scripts/chromium.ts'
import { KEY_ID, SEAL_TEXT, SECRET } from '../integration/engine/test-key.ts'
import { type MetaLoopback, openMeta, tellAsMeta, whatsappBody, whatsappMessage } from '../loopback/meta.ts'
import { createDatabase, startPostgres } from '../postgres/postgres-server.ts'
import { addEngine, ENGINE_KEY, startEngine } from './engine.ts'
import {
  actions,
  addAgent,
  addChannel,
  auditIsWhole,
  eventLog,
  happened,
  letPass,
  type Teller,
  transcript,
  wordsOf,
} from './engine-story.ts'
import { MENU, PASSING_ON, RETRY, SILENCE, STORY_FILE, WAIT_A_MOMENT } from './engine-story-bot.ts'
import { emptyFolder, openWindow, type Window } from './window.ts'

const PASSWORD = 'correct horse'
const PERSON = '16505551234'
/** Longer than the bot waits for an answer. */
const LATER_MS = 16 * 60_000
/** An engine that begins takes over what the one before it did within seconds, on a busy machine. */
const PATIENCE = { timeout: 20_000 }
const HELLO = 'Hello, this is Berta.'
const NEXT_DOOR = 'Next door.'
const WHOLE = [
  `contact: hi | bot: ${MENU}`,
  `contact: pizza | bot: ${RETRY} | bot: ${MENU}`,
  `contact: pasta | bot: ${RETRY} | bot: ${MENU}`,
  `contact: soup | bot: ${PASSING_ON} | bot: ${WAIT_A_MOMENT}`,
  `agent: ${HELLO} | contact: Is there soup? | agent: ${NEXT_DOOR}`,
  `contact: thanks | bot: ${MENU} | bot: ${SILENCE}`,
].flatMap(line => line.split(' | '))

/**
 * Issue 6, "Done when", with real processes and a real PostgreSQL: published from the window, a WhatsApp message in,
 * menu out, three wrong answers, handover, an agent answers in the browser desk while the engine is killed and comes
 * back, the agent closes, the bot takes over, inactivity closes; and every message is accounted for.
 */
test('a bot answers on WhatsApp, hands over, is given back and closes, and nothing is lost or doubled', async () => {
  const errors: string[] = []
  const [window, postgres, meta, browser] = await Promise.all([
    openWindow(emptyFolder(), errors),
    startPostgres(),
    openMeta(),
    resolveChromium().then(executablePath => chromium.launch({ executablePath, args: ['--no-sandbox'] })),
  ])
  const databaseUrl = await createDatabase(postgres, 'story')
  const settings = {
    DATABASE_URL: databaseUrl,
    PARLEY_ENGINE_KEY: `${ENGINE_KEY.id}:${ENGINE_KEY.secret},${KEY_ID}:${SECRET}`,
    PARLEY_ENGINE_SEAL_KEY: SEAL_TEXT,
    PARLEY_ENGINE_META_URL: meta.url,
  }
  const data = emptyFolder()
  let engine = await startEngine(data, '0', settings)
  const { url, port } = engine
  const teller: Teller = { url, at: freshAt(0) }

  await test.step('publish and activate from the window', () => publish(window, url))
  const channel = await test.step('a WhatsApp channel, verified', () => addChannel(teller))
  const customer = customerOf(meta, { url, channel })
  await addAgent(teller, 'Berta', PASSWORD)
  const desk = await browser.newPage({ locale: 'en-GB' })
  await test.step('an agent signs in at the desk', () => signIn(desk, `${url}/desk`))

  await test.step('a message in, menu out; three wrong answers, and somebody is looked for', async () => {
    await customer.says('hi')
    await customer.hears(MENU)
    expect(JSON.stringify(meta.sent[0]?.body)).toContain('Opening hours')
    for (const text of ['pizza', 'pasta']) {
      await customer.says(text)
      await customer.hears(RETRY, MENU)
    }
    await customer.says('soup')
    await customer.hears(PASSING_ON, WAIT_A_MOMENT)
  })
  await test.step('the agent takes it and answers; the engine dies while it sends that', async () => {
    await desk.locator('#waiting .row').first().click()
    await desk.locator('#take').click()
    meta.instead.push(null)
    await answer(desk, HELLO)
    await expect.poll(() => meta.instead.length).toBe(0)
    await engine.kill()
    engine = await startEngine(data, port, settings)
    await customer.hears(HELLO)
  })
  await test.step('the desk finds the engine again, and the talk goes on', async () => {
    await customer.says('Is there soup?')
    await expect(desk.locator('#log').getByText('Is there soup?')).toBeVisible(PATIENCE)
    await answer(desk, NEXT_DOOR)
    await customer.hears(NEXT_DOOR)
  })
  await test.step('the agent closes, and the bot takes over', async () => {
    await desk.locator('#close').click()
    await desk.locator('#close-form .primary').click()
    await expect(desk.locator('.note').last()).toHaveText(/^Berta closed it/)
    await customer.says('thanks')
    await customer.hears(MENU)
  })
  await desk.close()
  const later: Teller = { url, at: freshAt(LATER_MS) }
  await test.step('nobody says anything, and it is closed', async () => {
    await engine.stop()
    await letPass(databaseUrl, LATER_MS)
    engine = await startEngine(data, port, { ...settings, ...aheadBy(LATER_MS) })
    await customer.hears(SILENCE)
  })
  await test.step('every message is accounted for', async () => {
    await account(later, meta, { channel, told: customer.told })
    const isTold = (action: string) => action.startsWith('designer.')
    const acts = ['publish', 'activate', 'channel.add', 'channel.verify']
    expect((await actions(later)).filter(action => !isTold(action))).toEqual(acts)
    // The window tells them beside its work, and again if the engine was away.
    await expect
      .poll(async () => (await actions(later)).filter(isTold), PATIENCE)
      .toEqual(['designer.save', 'designer.publish', 'designer.activate'])
    expect(await auditIsWhole(databaseUrl)).toBe(true)
  })
  await Promise.all([browser.close(), window.app.close(), engine.stop()])
  meta.close()
  await postgres.stop()
  expect(errors).toEqual([])
})

/** Times that differ at every call: a signature is taken once. */
function freshAt(aheadMs: number): () => number {
  let last = 0
  return () => {
    last = Math.max(last + 1, Date.now() + aheadMs)
    return last
  }
}

function aheadBy(ms: number): Readonly<Record<string, string>> {
  const clock = new URL('clock-ahead.ts', import.meta.url).href
  return { NODE_OPTIONS: `--import=${clock}`, PARLEY_CLOCK_AHEAD_MS: String(ms) }
}

async function publish(window: Window, url: string): Promise<void> {
  const { page, app } = window
  const file = join(mkdtempSync(join(tmpdir(), 'parley-engine-story-')), 'front-desk.json')
  writeFileSync(file, STORY_FILE)
  await app.evaluate(({ app }, args) => app.emit('second-instance', {}, args, '/'), ['parley', file])
  await expect(page.getByRole('button', { name: 'Front desk', exact: true })).toBeVisible()
  await page.keyboard.press('Control+Shift+p')
  await addEngine(page, url)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Activate it too').check()
  await dialog.getByRole('button', { name: 'Save as 0.1, publish and activate' }).click()
  await expect(dialog.getByText('Version 1 answers now at')).toBeVisible()
}

type Customer = Readonly<{
  /** The ids of what was said. */
  told: string[]
  says: (text: string) => Promise<void>
  /** All that came since the last time. */
  hears: (...texts: readonly string[]) => Promise<void>
}>

/** The customer, as the provider tells of them. */
function customerOf(meta: MetaLoopback, { url, channel }: { url: string; channel: string }): Customer {
  const told: string[] = []
  let heard = 0
  return {
    told,
    async says(text) {
      const message = whatsappMessage({ text: { body: text } })
      told.push(message.id)
      expect(await tellAsMeta(url, channel, whatsappBody([message]))).toBe(200)
    },
    async hears(...texts) {
      await expect.poll(() => meta.sent.slice(heard).map(wordsOf), PATIENCE).toEqual(texts)
      heard = meta.sent.length
    },
  }
}

async function signIn(desk: Page, address: string): Promise<void> {
  await desk.goto(address)
  await desk.getByLabel('Name').fill('Berta')
  await desk.getByLabel('Password').fill(PASSWORD)
  await desk.getByRole('button', { name: 'Sign in' }).click()
  await desk.getByText('Taking conversations').click()
  await expect(desk.locator('#waiting-none')).toBeVisible()
}

async function answer(desk: Page, text: string): Promise<void> {
  await desk.getByLabel('Message', { exact: true }).fill(text)
  await desk.keyboard.press('Enter')
}

/** What the provider was sent and told, what the engine keeps of both sides, and its event log are the same. */
async function account(
  teller: Teller,
  meta: MetaLoopback,
  { channel, told }: Readonly<{ channel: string; told: readonly string[] }>,
): Promise<void> {
  const contact = `wa:${channel}:${PERSON}`
  const kept = await transcript(teller, contact)
  expect(kept.map(({ from, text }) => `${from}: ${text}`)).toEqual(WHOLE)
  const replies = kept.filter(({ from }) => from !== 'contact')
  expect(meta.sent.map(wordsOf)).toEqual(replies.map(({ text }) => text))
  const went = async () => (await eventLog(teller, channel)).filter(({ direction }) => direction === 'out')
  // That the last one was taken is written down after the provider has answered.
  await expect
    .poll(async () => (await went()).map(({ id, state }) => [id, state]), PATIENCE)
    .toEqual(meta.sent.map(({ body }) => [body.biz_opaque_callback_data, 'done']))
  const [out, log] = [await went(), await eventLog(teller, channel)]
  // The id of a delivery ends with the number of the message in the transcript, and of its part.
  expect(out.map(({ id }) => id.split('/').at(-1))).toEqual(replies.map(({ number }) => `${number}.1`))
  const came = log.filter(({ direction }) => direction === 'in')
  expect(came.map(({ id, state }) => [id, state])).toEqual(told.map(id => [id, 'taken']))
  expect(kept.filter(({ from }) => from === 'contact').map(({ id }) => id)).toEqual(told)
  expect(meta.wrong).toEqual([])
  const types = (await happened(teller, contact)).map(({ type }) => type)
  const turning = ['invalidReply', 'handoverStarted', 'agentMessage', 'handoverEnded', 'timeCame']
  expect(types.filter(type => turning.includes(type))).toEqual([
    ...Array.from({ length: 3 }, () => 'invalidReply'),
    ...['handoverStarted', 'agentMessage', 'agentMessage', 'handoverEnded', 'timeCame'],
  ])
}
