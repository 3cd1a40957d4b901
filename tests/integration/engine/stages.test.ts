import { describe, expect, test } from 'vitest'
import { isStagedFor } from '../../../src-shared/lifecycle/environments.ts'
import type { BotStatus } from '../../../src-shared/publish/protocol.ts'
import { COUNTING_BOT, countingBot, publishRequestOf } from './counting-bot.ts'
import { clientOf, putToWork, scratchEngine, scratchFolder } from './scratch-engine.ts'
import { say, signedCall } from './signed-call.ts'

const at = `/v1/bots/${COUNTING_BOT}`
const one = countingBot({ mark: 'one ' })
const two = publishRequestOf(countingBot({ mark: 'two ' }))
const crowd = Array.from({ length: 12 }, (_, index) => `c${index}`)
const stagedOf = (percent: number) => crowd.filter(contact => isStagedFor(contact, two.hash, percent))

type Answer = Readonly<{ status: number; json: BotStatus & { code?: string } }>

async function call(url: string, path: string, body: unknown, method = 'POST'): Promise<Answer> {
  return (await signedCall(url, { method, path: at + path, body })) as unknown as Answer
}

const stage = (url: string, more: object = {}) =>
  call(url, '/stage', {
    version: '1.1',
    percent: 50,
    expectedActive: '1',
    expectedStaged: null,
    rollBackAt: null,
    ...more,
  })
const rollBack = (url: string, conversations = 'finish') =>
  call(url, '/roll-back', { expectedStaged: '1.1', reason: 'people complain', conversations })

let count = 0
/** What a contact is asked: `one` or `two`, by the version that answers. */
async function asks(url: string, contact: string, text = 'hello'): Promise<string> {
  count += 1
  const { messages } = await say(url, { bot: COUNTING_BOT, contact }, { id: `m${count}`, text })
  return messages.at(-1)?.text.split(' ')[0] ?? 'nothing'
}

async function ready(dataFolder = scratchFolder()) {
  const engine = await scratchEngine({ dataFolder })
  await putToWork(engine.url, one)
  await clientOf(engine.url).publish(COUNTING_BOT, '1.1', two)
  return engine
}

async function history(url: string): Promise<readonly unknown[]> {
  const { json } = await signedCall(url, { path: `${at}/history` })
  return (json.entries as { action: string; key: string; version: string; detail: object }[]).map(
    ({ action, key, version, detail }) => ({ action, key, version, detail }),
  )
}

describe('staged activation', () => {
  test('the same part of new conversations meets it, and each finishes on its version (KAL-14)', async () => {
    const { url } = await ready()
    expect((await stage(url)).json).toMatchObject({
      active: '1',
      stage: { version: '1.1', percent: 50, conversations: 0, failed: 0 },
    })
    for (const contact of crowd)
      expect(await asks(url, contact)).toBe(stagedOf(50).includes(contact) ? 'two' : 'one')
    const raised = await stage(url, { percent: 100, expectedStaged: '1.1' })
    expect(raised.json.stage).toMatchObject({ percent: 100, conversations: stagedOf(50).length })
    // Open conversations stay where they are; who ends and comes back meets the staged version now.
    const [outside = ''] = crowd.filter(contact => !stagedOf(50).includes(contact))
    expect(await asks(url, outside, 'on')).toBe('one')
    await asks(url, outside, '#END')
    expect(await asks(url, outside)).toBe('two')
    const active = await call(url, '/activate', { version: '1.1', expectedActive: '1' })
    expect(active.json).toMatchObject({ active: '2', stage: null })
    expect(await asks(url, 'somebody')).toBe('two')
  })

  test('rolled back, new conversations meet the active version; its own finish or begin anew', async () => {
    const { url } = await ready()
    const [first = '', second = ''] = stagedOf(50)
    for (const [conversations, after] of [
      ['finish', 'two'],
      ['restart', 'one'],
    ] as const) {
      await stage(url)
      expect(await asks(url, first)).toBe('two')
      expect((await rollBack(url, conversations)).json).toMatchObject({ active: '1', stage: null })
      expect(await asks(url, first, 'on')).toBe(after)
      await asks(url, first, '#END')
      expect(await asks(url, second)).toBe('one')
      await asks(url, second, '#END')
    }
    expect((await history(url)).slice(-2)).toMatchObject([
      { action: 'stage', key: 'tests', version: '1.1', detail: { percent: 50, active: '1', replaced: null } },
      {
        action: 'rollBack',
        version: '1.1',
        detail: { reason: 'people complain', conversations: 'restart', ended: 1 },
      },
    ])
  })

  test('is refused where the caller believes something else, or nothing is active', async () => {
    const { url } = await ready()
    const conflict = { status: 409, json: { code: 'engine/version-conflict' } }
    expect(await stage(url, { expectedActive: '2' })).toMatchObject(conflict)
    expect(await stage(url, { expectedStaged: '1.1' })).toMatchObject(conflict)
    expect(await stage(url, { version: '9' })).toMatchObject({ json: { code: 'lifecycle/not-published' } })
    expect(await stage(url, { version: '1' })).toMatchObject({ json: { code: 'lifecycle/not-allowed' } })
    // The active content under another number would tell nobody anything.
    expect(await stage(url, { version: '0.1' })).toMatchObject({ json: { code: 'lifecycle/not-allowed' } })
    expect(await stage(url, { percent: 0 })).toMatchObject({ status: 400 })
    expect(await rollBack(url)).toMatchObject({ json: { code: 'lifecycle/not-allowed' } })
    const rest = { reason: 'night', conversations: 'finish', message: '' } as const
    await stage(url)
    expect((await call(url, '/deactivate', rest)).json).toMatchObject({ active: null, stage: null })
    expect(await stage(url)).toMatchObject({ json: { code: 'lifecycle/not-allowed' } })
  })

  test('activating can let open conversations begin anew (KAL-14)', async () => {
    const { url } = await ready()
    expect(await asks(url, 'anna')).toBe('one')
    await call(url, '/activate', { version: '1.1', expectedActive: '1', conversations: 'restart' })
    expect(await asks(url, 'anna', 'hello again')).toBe('two')
  })
})

describe('automatic roll-back', () => {
  /** Fails in the second turn of every conversation. */
  const failing = publishRequestOf(countingBot({ mark: 'two ', faulty: true }))
  const part = crowd.filter(contact => isStagedFor(contact, failing.hash, 60))
  const limits = { percent: 60, rollBackAt: { errorPercent: 50, conversations: 3 } }

  async function failingStage(dataFolder: string) {
    const engine = await scratchEngine({ dataFolder })
    await putToWork(engine.url, one)
    await clientOf(engine.url).publish(COUNTING_BOT, '1.1', failing)
    await stage(engine.url, limits)
    return engine
  }

  test('happens as soon as enough conversations met an error, and not before', async () => {
    const engine = await failingStage(scratchFolder())
    const { url } = engine
    const [a = '', b = '', c = '', d = ''] = part
    for (const contact of [a, b, c]) await asks(url, contact)
    await asks(url, a, 'x')
    await engine.settle()
    expect((await signedCall(url, { path: at })).json).toMatchObject({
      stage: { conversations: 3, failed: 1 },
    })
    await asks(url, b, 'x')
    await engine.settle()
    expect((await signedCall(url, { path: at })).json).toMatchObject({ active: '1', stage: null })
    expect(await asks(url, d)).toBe('one')
    expect((await history(url)).at(-1)).toMatchObject({
      action: 'rollBack',
      key: 'engine',
      version: '1.1',
      detail: { reason: '2 of 3 conversations met an error.', counted: { conversations: 3, failed: 2 } },
    })
  })

  test('what was counted before a restart is not forgotten', async () => {
    const dataFolder = scratchFolder()
    const engine = await failingStage(dataFolder)
    const [a = '', b = '', c = ''] = part
    for (const contact of [a, b]) for (const text of ['hello', 'x']) await asks(engine.url, contact, text)
    await engine.close()
    const again = await scratchEngine({ dataFolder })
    expect((await signedCall(again.url, { path: at })).json).toMatchObject({
      stage: { conversations: 2, failed: 2 },
    })
    await asks(again.url, c)
    await again.settle()
    expect((await signedCall(again.url, { path: at })).json).toMatchObject({ stage: null })
  })
})

describe('draft, test and live', () => {
  const promote = (url: string, to: string, version: string, expected: string | null) =>
    call(url, `/environments/${to}`, { version, expected }, 'PUT')

  test('a version goes from draft over test to live, and everybody meets their own', async () => {
    const { url } = await ready()
    expect((await signedCall(url, { path: at })).json).toMatchObject({
      environments: { draft: '1.1', test: null, live: '1' },
    })
    expect(await asks(url, 'draft:anna')).toBe('two')
    expect(await asks(url, 'test:anna')).toBe('nothing')
    expect(await asks(url, 'anna')).toBe('one')
    expect(await promote(url, 'live', '1.1', '1')).toMatchObject({ json: { code: 'lifecycle/not-allowed' } })
    expect((await promote(url, 'test', '1.1', null)).json.environments).toEqual({
      draft: '1.1',
      test: '1.1',
      live: '1',
    })
    expect(await asks(url, 'test:anna')).toBe('two')
    const live = await promote(url, 'live', '1.1', '1')
    expect(live.json).toMatchObject({ active: '2', environments: { draft: '1.1', test: '1.1', live: '2' } })
    // Anna began on 1 and finishes on it; her other conversations are others.
    expect(await asks(url, 'anna', 'on')).toBe('one')
    expect(await asks(url, 'bert')).toBe('two')
    expect((await history(url)).slice(-2)).toMatchObject([
      { action: 'promote', version: '1.1', detail: { from: 'draft', to: 'test', replaced: null } },
      { action: 'activate', version: '2', detail: { chosen: '1.1', replaced: '1' } },
    ])
  })

  test('a promotion is refused when the version moved on, or what it replaces did', async () => {
    const { url } = await ready()
    const conflict = { status: 409, json: { code: 'engine/version-conflict' } }
    expect(await promote(url, 'test', '0.1', null)).toMatchObject(conflict)
    expect(await promote(url, 'test', '1.1', '1')).toMatchObject(conflict)
    await promote(url, 'test', '1.1', null)
    expect(await promote(url, 'live', '0.1', '1')).toMatchObject(conflict)
    expect(await promote(url, 'live', '1.1', null)).toMatchObject(conflict)
    expect(await promote(url, 'draft', '1.1', null)).toMatchObject({ status: 404 })
  })

  test('deactivating ends no conversation of the test environment, and it goes on', async () => {
    const { url } = await ready()
    await promote(url, 'test', '1.1', null)
    expect(await asks(url, 'test:anna')).toBe('two')
    await call(url, '/deactivate', { reason: 'night', conversations: 'end', message: 'Bye' })
    expect(await asks(url, 'test:anna', 'on')).toBe('two')
    expect(await asks(url, 'test:bert')).toBe('two')
    expect(await asks(url, 'bert')).toBe('nothing')
  })
})
