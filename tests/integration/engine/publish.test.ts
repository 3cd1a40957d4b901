import { describe, expect, test } from 'vitest'
import { brokenAuditAt } from '../../../src-engine/store/audit.ts'
import type { Result } from '../../../src-shared/kit/result.ts'
import { sha256Hex } from '../../../src-shared/kit/sha256.ts'
import type { BotStatus } from '../../../src-shared/publish/protocol.ts'
import { SCOPES } from '../../../src-shared/publish/scopes.ts'
import { COUNTING_BOT, countingBot, publishRequestOf } from './counting-bot.ts'
import { openData } from './scratch-data.ts'
import { clientOf, putToWork, scratchEngine, scratchFolder } from './scratch-engine.ts'
import { say, signedCall } from './signed-call.ts'
import { KEY_ID } from './test-key.ts'

const first = publishRequestOf(countingBot({ mark: 'one ' }))
const second = publishRequestOf(countingBot({ mark: 'two ' }))
const anna = { bot: COUNTING_BOT, contact: 'anna' }

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value
}

function shown({ active, versions }: BotStatus) {
  return {
    active,
    versions: versions.map(
      ({ version, state, derivedFrom }) => `${version} ${state}${derivedFrom ? ` from ${derivedFrom}` : ''}`,
    ),
  }
}

async function texts(url: string, id: string, text: string): Promise<readonly string[]> {
  return (await say(url, anna, { id, text })).messages.map(message => message.text)
}

describe('publishing (KAL-12 to KAL-18)', () => {
  test('tells what it is, and nothing of a bot it does not have', async () => {
    const client = clientOf((await scratchEngine({ account: 'acme' })).url)
    expect(unwrap(await client.info())).toEqual({
      engine: 'Parley',
      protocol: 1,
      documentVersion: 1,
      account: 'acme',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      key: KEY_ID,
      scopes: SCOPES,
    })
    expect(unwrap(await client.status(COUNTING_BOT))).toBeNull()
  })

  test('goes through the lifecycle with the numbers of KAL-17', async () => {
    const { url } = await scratchEngine()
    const client = clientOf(url)
    expect(shown(unwrap(await client.publish(COUNTING_BOT, '0.2', first)))).toEqual({
      active: null,
      versions: ['0.2 published'],
    })
    const activated = unwrap(await client.activate(COUNTING_BOT, { version: '0.2', expectedActive: null }))
    expect(shown(activated)).toEqual({ active: '1', versions: ['0.2 published', '1 active from 0.2'] })
    const rest = { reason: 'not needed any more', conversations: 'finish', message: '' } as const
    expect(shown(unwrap(await client.deactivate(COUNTING_BOT, rest))).versions).toContain(
      '1 deactivated from 0.2',
    )
    expect(
      shown(unwrap(await client.activate(COUNTING_BOT, { version: '1', expectedActive: null }))).active,
    ).toBe('1')
    unwrap(await client.publish(COUNTING_BOT, '1.2', second))
    expect(
      shown(unwrap(await client.activate(COUNTING_BOT, { version: '1.2', expectedActive: '1' }))).active,
    ).toBe('2')
    const back = unwrap(await client.activate(COUNTING_BOT, { version: '1', expectedActive: '2' }))
    expect(shown(back).versions.slice(-2)).toEqual(['2 deactivated from 1.2', '3 active from 1'])
    expect(unwrap(await client.status(COUNTING_BOT))).toEqual(back)
    expect((await signedCall(url, { path: '/v1/bots' })).json).toEqual({ bots: [back] })
  })

  test('the same content again changes nothing; other content under the number is refused (KAL-12)', async () => {
    const client = clientOf((await scratchEngine()).url)
    const once = unwrap(await client.publish(COUNTING_BOT, '0.1', first))
    expect(unwrap(await client.publish(COUNTING_BOT, '0.1', first))).toEqual(once)
    unwrap(await client.activate(COUNTING_BOT, { version: '0.1', expectedActive: null }))
    expect(shown(unwrap(await client.publish(COUNTING_BOT, '0.1', first))).active).toBe('1')
    const other = await client.publish(COUNTING_BOT, '0.1', second)
    expect(other).toMatchObject({ ok: false, code: 'engine/version-taken' })
  })

  test('answers all problems at once, each with the record it is about', async () => {
    const client = clientOf((await scratchEngine()).url)
    const broken = publishRequestOf(countingBot({ broken: true }))
    const refused = await client.publish(COUNTING_BOT, '0.1', broken)
    expect(refused).toMatchObject({ ok: false, code: 'engine/problems' })
    expect(refused.ok || refused.problems).toContainEqual(
      expect.objectContaining({ code: 'port/unconnected', pointer: 'block_tell' }),
    )
    expect(unwrap(await client.status(COUNTING_BOT))).toBeNull()
  })

  test('a bundle that is not its hash, of another bot, or of a newer Parley leaves nothing behind', async () => {
    const client = clientOf((await scratchEngine()).url)
    const other = publishRequestOf(countingBot({ id: 'bot_other' }))
    const bundle = first.bundle.replace('"parley":1', '"parley":99')
    const newer = { ...first, bundle, hash: sha256Hex(bundle) }
    const sent = [{ ...first, bundle: `${first.bundle} ` }, other, newer]
    const answers = await Promise.all(sent.map(request => client.publish(COUNTING_BOT, '0.1', request)))
    expect(answers.map(answer => answer.ok || answer.code)).toEqual(Array(3).fill('engine/problems'))
    expect(answers[2]).toMatchObject({ message: expect.stringMatching(/99.*1/s) })
    expect(unwrap(await client.status(COUNTING_BOT))).toBeNull()
  })

  test('of two who activate at once one wins (KAL-14)', async () => {
    const { url } = await scratchEngine()
    const client = clientOf(url)
    unwrap(await client.publish(COUNTING_BOT, '0.1', first))
    unwrap(await client.publish(COUNTING_BOT, '0.2', second))
    const tries = ['0.1', '0.2', '0.1', '0.2'].map(version =>
      client.activate(COUNTING_BOT, { version, expectedActive: null }),
    )
    const codes = (await Promise.all(tries)).map(answer => (answer.ok ? 'won' : answer.code))
    expect(codes.toSorted()).toEqual([
      'engine/version-conflict',
      'engine/version-conflict',
      'engine/version-conflict',
      'won',
    ])
    const raw = await signedCall(url, {
      path: `/v1/bots/${COUNTING_BOT}/activate`,
      body: { version: '0.1', expectedActive: null },
    })
    expect(raw.status).toBe(409)
  })

  test('refuses what the lifecycle does not allow, with its code', async () => {
    const { url } = await scratchEngine()
    const client = clientOf(url)
    const rest = { reason: 'x', conversations: 'finish', message: '' } as const
    expect(await client.activate(COUNTING_BOT, { version: '0.1', expectedActive: null })).toMatchObject({
      code: 'bot/not-found',
    })
    unwrap(await client.publish(COUNTING_BOT, '0.1', first))
    expect(await client.activate(COUNTING_BOT, { version: '0.9', expectedActive: null })).toMatchObject({
      code: 'lifecycle/not-published',
    })
    expect(await client.deactivate(COUNTING_BOT, rest)).toMatchObject({ code: 'lifecycle/not-allowed' })
    expect(await client.deactivate(COUNTING_BOT, { ...rest, reason: '  ' })).toMatchObject({
      code: 'engine/refused',
    })
  })

  test('keeps who did what, chained (KAL-16, KAL-18)', async () => {
    const dataFolder = scratchFolder()
    const engine = await scratchEngine({ dataFolder })
    await putToWork(engine.url, countingBot())
    await clientOf(engine.url).deactivate(COUNTING_BOT, {
      reason: 'spring is over',
      conversations: 'end',
      message: 'Bye',
    })
    const { json } = await signedCall(engine.url, { path: `/v1/bots/${COUNTING_BOT}/history` })
    expect(json).toMatchObject({
      entries: [
        { key: 'tests', action: 'publish', version: '0.1', detail: { from: 'drafted', to: 'published' } },
        { key: 'tests', action: 'activate', version: '1', detail: { chosen: '0.1', replaced: null } },
        { key: 'tests', action: 'deactivate', version: '1', detail: { reason: 'spring is over', ended: 0 } },
      ],
    })
    await engine.close()
    const { db, exec, dropGuard } = await openData(dataFolder)
    expect(await brokenAuditAt(db)).toBeNull()
    await dropGuard('audit_stays', 'audit')
    await exec("update audit set detail = replace(detail, 'spring', 'winter')")
    expect(await brokenAuditAt(db)).toBe(2)
    await db.close()
  })
})

describe('who answers', () => {
  test('a published bot records and does not answer; an active one answers (KAL-13, KAL-14, D-26)', async () => {
    const { url } = await scratchEngine()
    const client = clientOf(url)
    unwrap(await client.publish(COUNTING_BOT, '0.1', first))
    expect(await say(url, anna, { id: 'a', text: 'hello?' })).toEqual({
      outcome: 'no_active_bot',
      messages: [],
      events: [],
    })
    unwrap(await client.activate(COUNTING_BOT, { version: '0.1', expectedActive: null }))
    expect(await texts(url, 'b', 'hello')).toEqual(['one Say something'])
    const { json } = await signedCall(url, { path: `/v1/bots/${COUNTING_BOT}/conversations/anna/messages` })
    expect(json).toMatchObject({
      messages: [
        { id: 'a', number: 1, from: 'contact' },
        { id: 'b', number: 2 },
        { id: 'b.1', number: 3, from: 'bot' },
      ],
    })
  })

  test('an open conversation finishes on the version it began on (KAL-14)', async () => {
    const { url } = await scratchEngine()
    const client = clientOf(url)
    await putToWork(url, countingBot({ mark: 'one ' }))
    await texts(url, 'a', 'hello')
    unwrap(await client.publish(COUNTING_BOT, '1.1', second))
    unwrap(await client.activate(COUNTING_BOT, { version: '1.1', expectedActive: '1' }))
    expect(await texts(url, 'b', 'still one')).toEqual(['one 1: still one', 'one Say something'])
    await texts(url, 'c', '#END')
    expect(await texts(url, 'd', 'hello')).toEqual(['two Say something'])
  })

  test('deactivated, open conversations go on for a day at most (KAL-16)', async () => {
    let now = Date.now()
    const { url } = await scratchEngine({ now: () => now })
    await putToWork(url, countingBot())
    await texts(url, 'a', 'hello')
    await clientOf(url).deactivate(COUNTING_BOT, { reason: 'x', conversations: 'finish', message: '' })
    expect(await texts(url, 'b', 'on')).toEqual(['1: on', 'Say something'])
    expect(await say(url, { ...anna, contact: 'bert' }, { id: 'a', text: 'new' })).toMatchObject({
      outcome: 'no_active_bot',
    })
    now += 24 * 3_600_000 + 1
    const path = `/v1/bots/${COUNTING_BOT}/conversations/anna/messages`
    const late = await signedCall(url, { path, body: { id: 'c', text: 'late' }, at: now })
    expect(late.json).toMatchObject({ outcome: 'no_active_bot', messages: [] })
  })

  test('or end at once with a message (KAL-16)', async () => {
    const { url } = await scratchEngine()
    await putToWork(url, countingBot())
    await texts(url, 'a', 'hello')
    await clientOf(url).deactivate(COUNTING_BOT, {
      reason: 'x',
      conversations: 'end',
      message: 'We are closed for good.',
    })
    const { json } = await signedCall(url, {
      path: `/v1/bots/${COUNTING_BOT}/conversations/anna/messages?after=2`,
    })
    expect(json).toMatchObject({
      messages: [{ number: 3, from: 'bot', text: 'We are closed for good.' }],
      more: false,
    })
    expect(await say(url, anna, { id: 'b', text: 'hm' })).toMatchObject({ outcome: 'no_active_bot' })
  })
})
