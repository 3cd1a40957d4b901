import { describe, expect, test } from 'vitest'
import { graphError, IG, PAGE, tellAsMeta } from '../../loopback/meta.ts'
import { activeChannel, type ChannelEngine } from './channel-engine.ts'
import { COUNTING_BOT, countingBot } from './counting-bot.ts'
import { partsBot } from './parts-bot.ts'

const MESSENGER = { kind: 'messenger', account: PAGE }
const ANA = '5554443332221'
const HOUR = 3_600_000

async function told(engine: ChannelEngine, ...events: readonly object[]): Promise<void> {
  const { kind, account } = await engine.view()
  const whole = events.map(event => ({
    sender: { id: ANA },
    recipient: { id: account },
    timestamp: 1,
    ...event,
  }))
  const object = kind === 'instagram' ? 'instagram' : 'page'
  // One entry each: all of them must be looked at.
  const entry = whole.map(event => ({ id: account, time: 1, messaging: [event] }))
  expect(await tellAsMeta(engine.url, engine.id, { object, entry })).toBe(200)
  await engine.settle()
}

const textsOf = ({ meta }: ChannelEngine) =>
  meta.sent.map(
    ({ body }) => (body.message as { text?: string }).text ?? Object.keys(body.message as object)[0],
  )

let mids = 0
const say = (text: string, more: object = {}) => {
  mids += 1
  return { message: { mid: `m_in${mids}`, text, ...more } }
}

describe('Messenger', () => {
  test('messages, quick replies and postbacks are answered once; echoes never (requirements.md NHN-48)', async () => {
    const engine = await activeChannel(partsBot(), MESSENGER)
    const hi = say('Hi')
    await told(engine, hi, hi, say('from the page', { is_echo: true, app_id: 1 }))
    const cards = engine.meta.sent.at(-1)
    expect(cards).toMatchObject({
      path: `/v25.0/${PAGE}/messages`,
      body: {
        recipient: { id: ANA },
        messaging_type: 'RESPONSE',
        message: { attachment: { payload: { template_type: 'generic' } } },
      },
    })
    await told(engine, { postback: { mid: 'm_p1', title: 'Take it', payload: 'card_sea' } })
    const asked = engine.meta.sent.at(-1)?.body.message as { quick_replies: { payload: string }[] }
    expect(asked.quick_replies.map(({ payload }) => payload)).toContain('opt_pickup')
    await told(engine, say('Pick me up', { quick_reply: { payload: 'opt_pickup' } }))
    expect(textsOf(engine).at(-1)).toBe('Where are you?')
    const coordinates = { lat: -12.5, long: -38 }
    mids += 1
    const attachments = [{ type: 'location', title: 'x', payload: { coordinates } }]
    await told(engine, { message: { mid: `m_in${mids}`, attachments } })
    expect(textsOf(engine)).toContain('We come to -12.5.')
  })

  test('a link’s reference chooses the entry, in a new thread and in an old one (requirements.md NHN-51)', async () => {
    const engine = await activeChannel(partsBot(), MESSENGER)
    const referral = { ref: 'spring', source: 'SHORTLINK', type: 'OPEN_THREAD' }
    await told(engine, { postback: { title: 'Get started', payload: 'GET_STARTED', referral } })
    expect(textsOf(engine)).toEqual(['Room of yours is ready.'])
    await told(engine, { referral: { ...referral, source: 'SHORT-URL' } })
    expect(textsOf(engine)).toEqual(['Room of yours is ready.', 'Room of yours is ready.'])
    await told(engine, { referral: { ...referral, ref: 'autumn' } })
    expect(textsOf(engine)).toHaveLength(2)
    await told(engine, {
      postback: { title: 'Get started', payload: 'x', referral: { ...referral, ref: 'autumn' } },
    })
    expect(engine.meta.sent.length).toBeGreaterThan(2)
  })

  test('files are fetched without a token; reports find their message', async () => {
    const engine = await activeChannel(countingBot(), MESSENGER, {
      effects: { allowPrivate: true, secrets: new Map(), desk: null },
    })
    await told(engine, say('hi'))
    const { sent } = engine.meta
    expect(sent[0]?.body.message).toMatchObject({ metadata: expect.stringContaining(`${engine.id}/`) })
    await told(engine, { delivery: { mids: ['m_sent1', 'm_unknown'], watermark: 1 } })
    await told(engine, { read: { watermark: Date.now() + 1000 } })
    const contact = `fb:${engine.id}:${ANA}`
    const path = `/v1/bots/${COUNTING_BOT}/conversations/${contact}/turns`
    const turns = JSON.stringify((await engine.call(path)).json)
    expect(turns).toMatch(/"deliveryReported","message":1,"status":"delivered".*"message":1,"status":"read"/)
    // Meta's own server would refuse a request without a token, which the file's address must not be given.
    const url = `${engine.meta.url}/files/none`
    mids += 1
    await told(engine, {
      message: { mid: `m_in${mids}`, attachments: [{ type: 'image', payload: { url } }] },
    })
    expect((await engine.events()).map(({ note }) => note)).toContain(
      'The file was answered with status 401.',
    )
    await told(engine, say('one'))
    expect(textsOf(engine)).toContain('1: one')
  })

  test('an agent may answer for seven days where the page may, and nobody after the window otherwise', async () => {
    let at = Date.now()
    const options = { humanAgent: true }
    const engine = await activeChannel(countingBot(), { ...MESSENGER, options }, { now: () => at })
    await told(engine, say('hi'))
    const path = `/v1/bots/${COUNTING_BOT}/conversations/fb:${engine.id}:${ANA}/inputs`
    const agent = async (id: string) => {
      await engine.call(path, { input: { id, type: 'agent', action: 'message', text: 'Hello' } })
      await engine.settle()
    }
    at += 30 * HOUR
    await agent('a1')
    expect(engine.meta.sent.at(-1)?.body).toMatchObject({ messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' })
    at += 7 * 24 * HOUR
    await agent('a2')
    expect(engine.meta.sent).toHaveLength(2)
    engine.meta.instead.push(graphError(10, 400, 2018278))
    await told(engine, say('one'))
    const dead = (await engine.events()).filter(({ state }) => state === 'dead')
    expect(dead.map(({ note }) => note?.replace(/.*\((\d+)\)/, '$1'))).toContain('10')
  })
})

describe('Instagram (requirements.md NHN-52)', () => {
  test.each([
    ['facebook', '/v25.0/me/messages'],
    ['instagram', `/v25.0/${IG}/messages`],
  ])('the same bot answers in Instagram’s shape, with the login of %s', async (login, path) => {
    const engine = await activeChannel(partsBot(), { kind: 'instagram', account: IG, options: { login } })
    expect(await engine.view()).toMatchObject({ handle: 'casaazul', link: 'https://ig.me/m/casaazul' })
    await told(engine, say('Hi', { reply_to: { story: { id: '1', url: 'https://x.example/1' } } }))
    expect(new Set(engine.meta.sent.map(sent => sent.path))).toEqual(new Set([path]))
    const before = engine.meta.sent.length
    const mention = {
      message: {
        mid: 'm_mention',
        attachments: [{ type: 'story_mention', payload: { url: 'https://x.example' } }],
      },
    }
    await told(
      engine,
      mention,
      { message: { mid: 'm_gone', is_deleted: true } },
      { read: { mid: 'm_sent1' } },
    )
    expect(engine.meta.sent).toHaveLength(before)
    expect((await engine.events()).map(({ note }) => note)).toContain(
      'Being mentioned in a story is not answered.',
    )
    const comment = { id: IG, time: 1, changes: [{ field: 'comments', value: { id: '1', text: 'nice' } }] }
    expect(await tellAsMeta(engine.url, engine.id, { object: 'instagram', entry: [comment] })).toBe(200)
  })
})
