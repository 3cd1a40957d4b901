import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { ptBR } from '../../src-renderer/words/pt-BR.ts'
import { isSignedWith, readSignature, signRequest } from '../../src-shared/publish/sign-request.ts'
import { APP_SECRET, IG, type MetaLoopback, openMeta, PAGE, TOKEN, tellAsMeta } from '../loopback/meta.ts'
import { openLoopback } from '../loopback/open-loopback.ts'
import { audit } from './audit.ts'
import { type Engine, startEngine } from './engine.ts'
import { look } from './look.ts'
import { publishToLive } from './publish-to-live.ts'
import { dialog, openShop, prepare } from './reviewing.ts'
import { spokenTexts, unspoken } from './spoken-language.ts'
import { emptyFolder, openWindow, type Window } from './window.ts'

const SIGNING = 'a-signing-secret-of-the-tests'

type System = Awaited<ReturnType<typeof openSystem>>
type World = Readonly<{ window: Window; engine: Engine; meta: MetaLoopback; system: System }>

type Kind = Readonly<{
  kind: string
  name: string
  /** What is typed; the last field is typed wrong first. */
  fields: (world: World) => readonly (readonly [label: string, text: string])[]
  wrong: string
  /** What the form says before anything is asked. */
  missing: string
  /** What the provider says to what is wrong. */
  refused: string
  about: string
  /** What people come by; null for what nobody comes by. */
  link: string | null
  /** Somebody says Hi there, and what the bot answers arrives. */
  talk: (world: World, channel: string) => Promise<void>
}>

const META_FIELDS = [
  ['App secret', APP_SECRET],
  ['Verify token', 'verify-token-of-the-tests'],
  ['Access token', TOKEN],
] as const

const KINDS: readonly Kind[] = [
  {
    kind: 'Messenger',
    name: 'Page of the shop',
    fields: () => [['Page id', PAGE], ['Name of the page', 'casa.azul'], ...META_FIELDS],
    wrong: 'a-token-that-is-wrong',
    missing: 'Enter the id: letters, digits, _ and -.',
    refused: 'saved on the engine and not active',
    about: 'Messenger · Live · casa.azul',
    link: 'https://m.me/casa.azul',
    talk: (world, channel) => talkAsMeta(world, channel, 'page', PAGE),
  },
  {
    kind: 'Instagram',
    name: 'Account of the shop',
    fields: () => [['Account id', IG], ...META_FIELDS],
    wrong: 'a-token-that-is-wrong',
    missing: 'Enter the id: letters, digits, _ and -.',
    refused: 'saved on the engine and not active',
    about: 'Instagram · Live · casaazul',
    link: 'https://ig.me/m/casaazul',
    talk: (world, channel) => talkAsMeta(world, channel, 'instagram', IG),
  },
  {
    kind: 'Webhook',
    name: 'Till of the shop',
    fields: ({ system }) => [
      ['Address messages are sent to', system.url],
      ['Signing secret', SIGNING],
    ],
    wrong: 'another-secret-than-theirs',
    missing: 'Enter an address that begins with https://.',
    refused: 'The system answered with status 401.',
    about: 'Webhook · Live',
    link: null,
    talk: talkAsSystem,
  },
]

/** Issue 6, points 3 and 7: every kind of channel is added and verified in the window, and answers then. */
test('Messenger, Instagram and any system are added, verified, and talked on', async () => {
  const errors: string[] = []
  const [meta, system] = await Promise.all([openMeta(), openSystem()])
  const more = { PARLEY_ENGINE_META_URL: meta.url, PARLEY_ENGINE_ALLOW_PRIVATE: '1' }
  const [window, engine] = await Promise.all([
    openWindow(emptyFolder(), errors),
    startEngine(emptyFolder(), '0', more),
  ])
  const world = { window, engine, meta, system }
  await prepare(window)
  await openShop(window, mkdtempSync(join(tmpdir(), 'parley-channels-')))
  await test.step('publishes', () => publishToLive(window.page, engine))
  for (const kind of KINDS)
    await test.step(kind.kind, async () => kind.talk(world, await addChannel(world, kind)))
  await test.step('what all of them are, by keyboard', () => changeByKeyboard(window))
  await test.step('how people come to them', () => share(window))
  await test.step('the forms in Portuguese', () => readInPortuguese(window))
  meta.close()
  system.close()
  await engine.stop()
  await window.app.close()
  expect(meta.wrong, 'requests that are not as documented').toEqual([])
  expect(errors).toEqual([])
})

const act = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true })

/** Answers the id of the channel. */
async function addChannel(
  world: World,
  { kind, name, missing, refused, about, ...of }: Kind,
): Promise<string> {
  const { window } = world
  const { page } = window
  await act(page, 'Add a channel').click()
  await dialog(page).getByLabel('Kind').selectOption(kind)
  await dialog(page).getByLabel('Name', { exact: true }).fill(name)
  await act(page, 'Save and verify').click()
  await expect(dialog(page).getByText(missing)).toBeVisible()
  const fields = of.fields(world)
  for (const [label, text] of fields) await dialog(page).getByLabel(label, { exact: true }).fill(text)
  const [last, right] = fields.at(-1) ?? ['', '']
  const secret = dialog(page).getByLabel(last, { exact: true })
  await secret.fill(of.wrong)
  await act(page, 'Save and verify').click()
  await expect(dialog(page).getByRole('alert')).toContainText(refused)
  await audit(page, `form of ${kind}`, '[role="dialog"]')
  await look(window, `form-${kind}`)
  const webhook = await dialog(page).getByRole('textbox', { name: 'Address to enter' }).inputValue()
  await secret.fill(right)
  await secret.press('Enter')
  await expect(dialog(page).getByText(`${name} is active.`)).toBeVisible()
  const row = dialog(page).getByRole('listitem').filter({ hasText: name })
  await expect(row).toContainText(about)
  await expect(row).not.toContainText('Last trouble')
  return /\/channels\/([a-z0-9]+)\//.exec(webhook)?.[1] ?? ''
}

async function changeByKeyboard(window: Window): Promise<void> {
  const { page } = window
  await act(page, 'Refresh').press('Enter')
  await expect(dialog(page).getByText(/Last received .* · Last sent/)).toHaveCount(KINDS.length)
  await audit(page, 'channels of every kind', '[role="dialog"]')
  await look(window, 'list')
  await act(page, 'Change Till of the shop').press('Enter')
  await expect(dialog(page).getByLabel('Name', { exact: true })).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Till in Salvador')
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByText('Till in Salvador', { exact: true })).toBeVisible()
}

async function share(window: Window): Promise<void> {
  const { page } = window
  await dialog(page).getByRole('tab', { name: 'Share' }).click()
  const channel = dialog(page).getByLabel('Channel', { exact: true })
  for (const { kind, name, link } of KINDS) {
    if (link === null) {
      await channel.selectOption('Till in Salvador · Webhook')
      await expect(dialog(page).getByText('A webhook joins a system', { exact: false })).toBeVisible()
      continue
    }
    await channel.selectOption(`${name} · ${kind}`)
    await dialog(page).getByLabel('Reference').fill('spring')
    await expect(dialog(page).getByRole('textbox', { name: 'Link' })).toHaveValue(`${link}?ref=spring`)
    await look(window, `share-${kind}`)
  }
}

/** A title in the sample, which is a word of the interface too. */
const TITLE = 'A keyword'

/** Longer words than the English ones: all are there, and none is cut off. */
async function readInPortuguese(window: Window): Promise<void> {
  const { page } = window
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await page.keyboard.press('Control+,')
  await dialog(page).getByLabel('Language', { exact: true }).selectOption('pt-BR')
  await expect(page.locator('html')).toHaveAttribute('lang', 'pt-BR')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await page.keyboard.press('Control+Alt+Shift+l')
  await expect(dialog(page).getByText(ptBR.live.state.active).first()).toBeVisible()
  await expectNothingCut(page)
  await look(window, 'list-pt')
  await act(page, ptBR.live.channels.add).click()
  for (const kind of ['messenger', 'instagram', 'webhook', 'whatsapp', 'missedCall', 'web'] as const) {
    await dialog(page).getByLabel(ptBR.live.form.kind).selectOption(kind)
    await expect(dialog(page).getByRole('heading', { name: ptBR.live.form.new })).toBeVisible()
    await expectNothingCut(page)
    await look(window, `form-${kind}-pt`)
    const said = (await spokenTexts(page)).filter(text => text !== TITLE)
    expect.soft(unspoken(said, ptBR), kind).toEqual([])
  }
}

async function expectNothingCut(page: Page): Promise<void> {
  const cut = await dialog(page).evaluate(shown =>
    [...shown.querySelectorAll('*')]
      .filter(part => part instanceof HTMLElement && !part.matches('input, textarea, select, pre, code'))
      .filter(part => part.checkVisibility() && part.scrollWidth > part.clientWidth + 1)
      .filter(part => getComputedStyle(part).overflowX !== 'visible' && part.clientWidth > 1)
      .map(part => `${part.tagName}: ${part.textContent}`),
  )
  expect.soft(cut).toEqual([])
  const hints = await dialog(page).evaluate(shown => {
    const pen = document.createElement('canvas').getContext('2d')
    return [...shown.querySelectorAll('input')].flatMap(field => {
      const { font, paddingLeft, paddingRight } = getComputedStyle(field)
      if (pen) pen.font = font
      const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
      return (pen?.measureText(field.placeholder).width ?? 0) > room ? [field.placeholder] : []
    })
  })
  expect.soft(hints).toEqual([])
}

/** Somebody writes to a page or an account, as Meta tells it. */
async function talkAsMeta(
  { engine, meta }: World,
  channel: string,
  object: string,
  account: string,
): Promise<void> {
  const before = meta.sent.length
  const message = { mid: `m_${account}`, text: 'Hi' }
  const messaging = [{ sender: { id: '555' }, recipient: { id: account }, timestamp: 1, message }]
  const entry = [{ id: account, time: 1, messaging }]
  expect(await tellAsMeta(engine.url, channel, { object, entry })).toBe(200)
  await expect.poll(() => meta.sent.length).toBeGreaterThan(before)
}

async function talkAsSystem({ engine, system }: World, channel: string): Promise<void> {
  const body = JSON.stringify({ messages: [{ id: '1', from: 'ana', text: 'Hi' }] })
  const signature = signRequest(SIGNING, Date.now() / 1000, body)
  const headers = { 'content-type': 'application/json', 'x-signature': signature }
  const response = await fetch(`${engine.url}/channels/${channel}/messages`, {
    method: 'POST',
    headers,
    body,
  })
  expect(response.status).toBe(200)
  await expect.poll(() => system.sent.length).toBeGreaterThan(0)
}

/** Stands for a system of the company: it knows the signature, and answers the challenge. */
async function openSystem() {
  const sent: unknown[] = []
  const server = await openLoopback(({ headers, body }) => {
    const signature = readSignature(headers['x-signature'], Date.now())
    if (!signature.ok || !isSignedWith([SIGNING], signature.value, body)) return { status: 401 }
    const { type, challenge } = JSON.parse(body) as Readonly<{ type: string; challenge?: string }>
    if (type === 'verification') return { status: 200, body: JSON.stringify({ challenge }) }
    sent.push(type)
    return { status: 200, body: '{}' }
  })
  return { url: `${server.url}/parley`, sent, close: server.close }
}
