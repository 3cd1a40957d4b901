import { describe, expect, test } from 'vitest'
import { signRequest } from '../../../src-shared/publish/sign-request.ts'
import { COUNTING_BOT, countingBot } from './counting-bot.ts'
import { clientOf, putToWork, scratchEngine, scratchFolder } from './scratch-engine.ts'
import { signedCall } from './signed-call.ts'
import { KEY_ID, SECRET } from './test-key.ts'

const path = `/v1/bots/${COUNTING_BOT}/conversations/anna/messages`
const HOUR = 3_600_000

describe('signatures (NHN-140)', () => {
  test('one flipped byte of the body is refused', async () => {
    const { url } = await scratchEngine()
    const body = JSON.stringify({ id: 'a', text: 'pay 10' })
    const headers = { 'x-signature': signRequest(SECRET, Date.now() / 1000, body) }
    const flipped = await signedCall(url, { path, raw: body.replace('10', '90'), headers })
    expect(flipped).toMatchObject({ status: 401, json: { code: 'request/unauthorised' } })
  })

  test('an old one and one of the future are refused; four minutes are not', async () => {
    const { url } = await scratchEngine()
    const at = (ms: number) => signedCall(url, { path: '/v1/engine', at: Date.now() + ms })
    expect(await at(-5 * 60_000 - 2000)).toMatchObject({ status: 401, json: { code: 'request/stale' } })
    expect(await at(HOUR)).toMatchObject({ status: 401, json: { code: 'request/stale' } })
    expect(await at(-4 * 60_000)).toMatchObject({ status: 200 })
  })

  test('a recorded request is refused, also on another path and after a restart; a GET may be repeated', async () => {
    const dataFolder = scratchFolder()
    const engine = await scratchEngine({ dataFolder })
    await putToWork(engine.url, countingBot())
    const at = Date.now()
    const body = { id: 'a', text: 'hello' }
    expect(await signedCall(engine.url, { path, body, at })).toMatchObject({ status: 200 })
    const replayed = { status: 409, json: { code: 'request/replayed' } }
    expect(await signedCall(engine.url, { path, body, at })).toMatchObject(replayed)
    expect(await signedCall(engine.url, { path: path.replace('anna', 'bert'), body, at })).toMatchObject(
      replayed,
    )
    await engine.close()
    const again = await scratchEngine({ dataFolder })
    expect(await signedCall(again.url, { path, body, at })).toMatchObject(replayed)
    for (let time = 0; time < 2; time += 1)
      expect(await signedCall(again.url, { path: '/v1/engine', at })).toMatchObject({ status: 200 })
  })

  test('equal requests of one millisecond get through by the publish client', async () => {
    const now = Date.now()
    const { url } = await scratchEngine({ now: () => now })
    await putToWork(url, countingBot())
    await putToWork(url, countingBot({ id: 'bot_other' }))
    const client = clientOf(url, { now: () => now })
    const rest = { reason: 'night', conversations: 'finish', message: '' } as const
    const both = [
      client.deactivate(COUNTING_BOT, rest),
      client.deactivate('bot_other' as typeof COUNTING_BOT, rest),
    ]
    expect((await Promise.all(both)).map(({ ok }) => ok)).toEqual([true, true])
  })

  test.each([
    ['no key', { 'x-parley-key': '' }],
    ['an unknown key', { 'x-parley-key': 'nobody' }],
    ['a name every object has', { 'x-parley-key': '__proto__' }],
    ['a header that is none', { 'x-signature': 'sha256=abc' }],
    ['an empty header', { 'x-signature': '' }],
    ['two versions', { 'x-signature': `t=1,v1=${'0'.repeat(64)},v2=x` }],
  ])('%s is refused', async (_, headers) => {
    const { url } = await scratchEngine()
    expect(await signedCall(url, { path: '/v1/engine', headers })).toMatchObject({
      status: 401,
      json: { code: 'request/unauthorised' },
    })
  })

  test('two secrets are accepted while a key is rotated, a third is not', async () => {
    const { url } = await scratchEngine({ keys: new Map([[KEY_ID, ['the-new-secret-of-it', SECRET]]]) })
    const status = async (secret: string) => (await signedCall(url, { path: '/v1/engine', secret })).status
    expect([
      await status(SECRET),
      await status('the-new-secret-of-it'),
      await status('any-other-secret'),
    ]).toEqual([200, 200, 401])
  })
})
