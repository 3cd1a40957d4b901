import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ACCESS, botPlatform, GOOD, TOKEN } from './bot-platform.ts'
import { COUNTING_BOT } from './counting-bot.ts'
import { loopbackServer } from './loopback-server.ts'
import { everythingKept } from './scratch-data.ts'
import { scratchFolder } from './scratch-engine.ts'

const MESSAGE = { eventid: '1001', message: 'Hello Anna', Messagetype: 'text' }

/** A platform with one service that everything of the web chat goes to. */
async function routed(rule: object = {}, options: Parameters<typeof botPlatform>[0] = {}) {
  const platform = await botPlatform(options)
  await platform.publish()
  const { id, incoming } = await platform.add()
  await platform.service([id], [{ ...rule }])
  const last = () => platform.told().at(-1)?.Conversationid ?? ''
  return { ...platform, id, incoming, last }
}

describe('a bot elsewhere answers customers (IMI-07, IMI-12…IMI-16, IMI-19, IMI-22)', () => {
  test('what they write is told, what it says is said, and agents take over and give back', async () => {
    const { say, told, bot, incoming, transcript, agent, last, desk } = await routed({ skill: 'sales' })
    await say('1')
    expect(told()).toEqual([
      {
        Conversationid: expect.stringMatching(/^[0-9a-f-]{36}$/),
        ConversationType: 'BOT',
        Message: '1',
        MessageType: 'text',
        Messageid: '1',
        Media: '',
        Channel: 'WEB',
        Event: 'Incoming message',
        Timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d\d$/),
        Version: '1',
      },
    ])
    const conversation_id = last()
    const answered = await bot(incoming, { ...MESSAGE, conversation_id })
    expect(answered).toMatchObject({ status: 202, json: { messageid: expect.any(String) } })
    await expect.poll(() => transcript()).toEqual(['contact: 1', 'bot: Hello Anna'])
    await say('2')
    expect(await bot(incoming, { eventid: 1002, conversation_id, customparam1: 'vip' })).toMatchObject({
      status: 202,
    })
    await expect.poll(() => desk.asked).toEqual([expect.stringMatching(/ sales$/)])
    await say('3')
    await agent('message', 'a1')
    expect(told().map(payload => [payload.ConversationType, payload.Message, payload.Event])).toEqual([
      ['BOT', '1', 'Incoming message'],
      ['BOT', '2', 'Incoming message'],
      ['CCSP', '3', 'Incoming message'],
      ['CCSP', 'a1', 'Agent message'],
    ])
    expect(await bot(incoming, { ...MESSAGE, conversation_id })).toMatchObject({
      status: 409,
      json: { code: 'routing/not-bots-turn', message: expect.stringContaining('NOT_BOTS_TURN') },
    })
    await agent('close', 'a2')
    await say('4')
    expect(told().at(-1)).toMatchObject({
      ConversationType: 'BOT',
      Message: '4',
      Conversationid: conversation_id,
    })
    expect(await transcript()).toEqual([
      'contact: 1',
      'bot: Hello Anna',
      'contact: 2',
      'contact: 3',
      'agent: a1',
      'contact: 4',
    ])
  })

  test('an id stays until the bot closes it; others are not known', async () => {
    const { say, bot, incoming, last, told } = await routed()
    await say('1')
    const conversation_id = last()
    expect(await bot(incoming, { eventid: '1003', conversation_id })).toMatchObject({ status: 202 })
    await expect.poll(async () => (await bot(incoming, { ...MESSAGE, conversation_id })).status).toBe(410)
    expect((await bot(incoming, { ...MESSAGE, conversation_id: 'c-0' })).status).toBe(404)
    expect(await bot(incoming, MESSAGE)).toMatchObject({
      status: 400,
      json: { problems: [{ pointer: 'conversation_id' }] },
    })
    await say('2')
    expect(last()).not.toBe(conversation_id)
    await say('x')
    expect(new Set(told().map(payload => payload.Conversationid)).size).toBe(2)
  })

  test('the same contact elsewhere, and another contact, have ids of their own (IMI-15)', async () => {
    const { say, told } = await routed()
    for (const contact of ['anna', 'bert', 'anna']) await say(`m-${contact}-${told().length}`, contact)
    const [first, second, third] = told().map(payload => payload.Conversationid)
    expect(first).toBe(third)
    expect(first).not.toBe(second)
  })

  test('a handover without agents is refused; two make two conversations (IMI-11, IMI-26)', async () => {
    const alone = await routed({ action: 'bot' })
    await alone.say('1')
    const refused = await alone.bot(alone.incoming, { eventid: 'HANDOVER', conversation_id: alone.last() })
    expect(refused).toMatchObject({ status: 409, json: { message: expect.stringContaining('NO_CCSP') } })
    const both = await routed()
    await both.say('1')
    for (const round of ['a', 'b']) {
      await both.bot(both.incoming, { event: 'Handover', conversation_id: both.last() })
      await expect.poll(() => both.desk.asked.length).toBe(round === 'a' ? 1 : 2)
      await both.say(round)
      await both.agent('close', `close-${round}`)
    }
    expect(new Set(both.desk.asked).size).toBe(2)
    const path = `/v1/bots/${COUNTING_BOT}/conversations/anna/routing`
    const { flag, conversations } = await both.must('GET', path)
    expect([flag, conversations]).toMatchObject([
      'BOT',
      [
        { type: 'BOT', integration: both.id, closedAt: null },
        { type: 'CCSP', integration: null, closedAt: expect.any(Number) },
        { type: 'CCSP', integration: null, closedAt: expect.any(Number) },
      ],
    ])
    expect(new Set(both.told().map(payload => payload.Conversationid)).size).toBe(1)
  })

  test('the flag and the queue are there after a restart (IMI-12)', async () => {
    const platform = await routed()
    const { say, bot, incoming, last, told, restart, agent } = platform
    await say('1')
    await bot(incoming, { eventid: 1002, conversation_id: last() })
    await expect.poll(() => platform.desk.asked.length).toBe(1)
    await say('2')
    await restart()
    await say('3')
    await agent('close', 'x')
    await say('4')
    expect(told().map(payload => payload.ConversationType)).toEqual(['BOT', 'CCSP', 'CCSP', 'BOT'])
  })

  test('a desk that fails leaves the customer with the bot (CM-16)', async () => {
    const { say, bot, incoming, last, desk, told } = await routed()
    desk.result = { outcome: 'failed', message: 'no' }
    await say('1')
    await bot(incoming, { eventid: 1002, conversation_id: last() })
    await expect.poll(() => desk.asked.length).toBe(1)
    await say('2')
    expect(told().at(-1)).toMatchObject({ ConversationType: 'BOT', Message: '2' })
  })
})

describe('what comes in (IMI-07)', () => {
  test('is taken once, and refused where it is not what it should be', async () => {
    const { say, bot, incoming, last, transcript } = await routed()
    await say('1')
    const conversation_id = last()
    const twice = [
      { ...MESSAGE, conversation_id, messageid: 'mine' },
      { ...MESSAGE, conversation_id, messageid: 'mine' },
    ]
    for (const body of twice) expect((await bot(incoming, body)).status).toBe(202)
    const keyed = { ...MESSAGE, message: 'by key', conversation_id }
    for (const key of ['k', 'k']) await bot(incoming, keyed, { 'idempotency-key': key })
    await expect.poll(() => transcript()).toEqual(['contact: 1', 'bot: Hello Anna', 'bot: by key'])
    expect((await bot(`${incoming}x`, keyed)).status).toBe(404)
    expect((await bot(incoming.replace(/int_[^/]+/, 'int_unknown'), keyed)).status).toBe(404)
    expect((await bot(incoming, '{')).status).toBe(400)
    expect((await bot(incoming, JSON.stringify({ message: 'x'.repeat(300_000) }))).status).toBe(413)
    expect((await bot(incoming, keyed, { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await bot(incoming, { ...keyed, Timestamp: '2026-03-01 13:05:09 CET' })).status).toBe(400)
  })

  test('what became of a message is told once each, whatever the order (IMI-21)', async () => {
    const { say, bot, incoming, last, transcript, must, settle, told } = await routed()
    await say('1')
    const { json } = await bot(incoming, { ...MESSAGE, conversation_id: last() })
    await expect.poll(() => transcript()).toHaveLength(2)
    const path = `/v1/bots/${COUNTING_BOT}/conversations/anna/inputs`
    for (const [id, status] of [
      ['s1', 'read'],
      ['s2', 'delivered'],
      ['s3', 'sent'],
      ['s4', 'read'],
    ] as const)
      await must('POST', path, { input: { id, type: 'delivery', message: 2, status } })
    await must('POST', path, {
      input: { id: 's5', type: 'delivery', message: 2, status: 'failed', description: 'gone' },
    })
    await settle()
    const reports = told().filter(({ Event }) => Event === 'Message delivery')
    expect(reports.map(({ DeliveryStatus }) => DeliveryStatus)).toEqual(['Read', 'Delivered', 'Failed'])
    expect(reports.map(report => 'Description' in report)).toEqual([false, false, true])
    expect(reports[0]?.Messageid).toBe(json.messageid)
  })
})

test('customers\u2019 files are at addresses of their own, for a day (IMI-19)', async () => {
  const { must, settle, told, wait } = await routed()
  const base64 = 'R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs='
  const hash = createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex')
  await must('PUT', `/v1/media/${hash}`, { base64 })
  const file = { kind: 'image', url: `/media/${hash}`, name: 'a.gif', mime: 'image/gif', size: 43 }
  const far = { ...file, kind: 'document', url: 'https://example.org/b.pdf' }
  const input = { id: 'f', type: 'message', text: 'look', files: [file, far] }
  await must('POST', `/v1/bots/${COUNTING_BOT}/conversations/anna/inputs`, { input })
  await settle()
  expect(told()).toMatchObject([
    { Message: 'look', MessageType: 'image', Messageid: 'f' },
    { Message: '', MessageType: 'file', Messageid: 'f/2', Media: 'https://example.org/b.pdf' },
  ])
  const media = String(told()[0]?.Media)
  expect(media).not.toContain(hash)
  expect(await (await fetch(media)).text()).toMatch(/^GIF89a/)
  expect((await fetch(media.slice(0, -2))).status).toBe(404)
  await wait(24 * 3_600_000)
  expect((await fetch(media)).status).toBe(404)
})

describe('rules and platforms (IMI-02, IMI-04, IMI-08…IMI-10)', () => {
  test('one asset to agents, keywords and conditions apart; without a rule the bot of the engine answers', async () => {
    const platform = await botPlatform()
    const { service, say, told, desk, transcript } = platform
    await platform.publish()
    const { id } = await platform.add()
    await service(
      [id],
      [
        { event: 'keyword', keywords: ['agent'], action: 'ccsp', bot: null, skill: 'now' },
        { condition: { on: 'contact', name: 'id', is: 'equals', value: 'bert' } },
      ],
    )
    await say('hello')
    expect(told()).toEqual([])
    expect((await transcript()).at(-1)).toMatch(/^bot: /)
    await say('hi', 'bert')
    expect(told()).toMatchObject([{ Message: 'hi' }])
    await say('Agent', 'carl')
    await expect.poll(() => desk.asked).toEqual([expect.stringMatching(/ now$/)])
    expect(told()).toHaveLength(1)
  })

  test('what comes over a channel is routed by its asset (IMI-20)', async () => {
    const { publish, add, service, must, settle, told } = await botPlatform()
    await publish()
    const { id } = await add()
    await service([id], [{}], { assets: [{ id: 'ch0123456789abcdef' }] })
    const input = { id: 't', type: 'message', text: 'Buy', payload: 'P' }
    for (const contact of ['fb:ch0123456789abcdef:7', 'fb:ch1123456789abcdef:7'])
      await must('POST', `/v1/bots/${COUNTING_BOT}/conversations/${contact}/inputs`, { input })
    await settle()
    expect(told()).toMatchObject([{ PostbackPayload: 'P', Channel: 'FB', Event: 'FB POSTBACK' }])
  })

  test('silence is told when a rule waits for it', async () => {
    const platform = await botPlatform()
    await platform.publish()
    const { id } = await platform.add()
    await platform.service([id], [{ event: 'inactivity', minutes: 30 }, {}])
    await platform.say('1')
    await platform.wait(29 * 60_000)
    expect(platform.told()).toHaveLength(1)
    await platform.wait(2 * 60_000)
    await platform.settle()
    expect(platform.told().map(({ Event }) => Event)).toEqual(['Incoming message', 'Inactivity'])
    await platform.wait(120 * 60_000)
    expect(platform.told()).toHaveLength(2)
  })

  test('an own bot gets its token with every request, the one before while it changes; secrets stay inside', async () => {
    const dataFolder = scratchFolder()
    const platform = await botPlatform({ dataFolder })
    await platform.publish()
    let accepted = ACCESS
    platform.answers(({ headers }) =>
      headers.authorization === `Bearer ${accepted}` ? { status: 204 } : { status: 401, body: accepted },
    )
    const values = { platform: 'own', accessToken: ACCESS, verificationToken: undefined }
    const { id } = await platform.add(values)
    await platform.service([id], [{}])
    await platform.say('1')
    accepted = 'access-token-2'
    const connection = { accessToken: accepted }
    const verify = { platform: 'own', integration: id, ...connection }
    const { proof } = await platform.must('POST', '/v1/integrations/verify', verify)
    const changed = await platform.must('PUT', `/v1/integrations/${id}`, {
      connection: { ...connection, proof },
    })
    expect(JSON.stringify(changed)).not.toContain('access-token')
    accepted = ACCESS
    await platform.say('2')
    expect((await platform.events(id)).map(({ state, attempts }) => `${state} ${attempts.length}`)).toEqual([
      'done 1',
      'done 1',
    ])
    await platform.close()
    expect(await everythingKept(dataFolder)).not.toMatch(/access-token/)
  })

  test('a desk elsewhere is asked, and told what the customer writes', async () => {
    const desk = await loopbackServer(({ path }) =>
      path === '/desk/presence' ? { status: 200 } : { status: 202 },
    )
    const platform = await botPlatform({ perform: undefined })
    await platform.publish()
    const bot = await platform.add()
    const ccsp = { platform: 'ccsp', name: 'Desk', url: `${desk.url}/desk`, verificationToken: undefined }
    const { id } = await platform.add(ccsp)
    await platform.service([bot.id, id], [{ desk: id }])
    await platform.say('1')
    const conversation_id = platform.told()[0]?.Conversationid
    await platform.bot(bot.incoming, { eventid: 1002, conversation_id, customparam1: 'vip' })
    await expect.poll(() => desk.received.at(-1)?.path).toBe('/desk/handover')
    const handover = JSON.parse(desk.received.at(-1)?.body ?? '')
    expect(handover.summary).toEqual([{ name: 'customparam1', value: 'vip' }])
    await platform.settle()
    await platform.say('2')
    expect(desk.received.at(-1)).toMatchObject({ path: '/desk/messages' })
    expect(JSON.parse(desk.received.at(-1)?.body ?? '')).toMatchObject({
      text: '2',
      conversation: handover.id,
    })
  })

  test('services and integrations are checked before they are kept', async () => {
    const { add, call, service, must } = await botPlatform()
    const { id } = await add()
    const shop = await service([id], [{}])
    const post = (path: string, body: unknown) => call('POST', path, body)
    const asset = { name: 'Other', assets: [{ id: `web:${COUNTING_BOT}` }], integrations: [], rules: [] }
    expect(await post('/v1/services', asset)).toMatchObject({
      status: 409,
      json: { code: 'service/asset-taken' },
    })
    const unmapped = { ...asset, assets: [], rules: [{ id: 'r', event: 'message', action: 'bot', bot: id }] }
    expect(await post('/v1/services', unmapped)).toMatchObject({
      status: 422,
      json: { code: 'service/invalid' },
    })
    expect(await post('/v1/services', { ...asset, name: 'shop', assets: [] })).toMatchObject({ status: 409 })
    const { id: service_id, revision, ...rest } = shop
    const change = (seen: unknown) => call('PUT', `/v1/services/${service_id}`, { ...rest, revision: seen })
    expect(await change(revision)).toMatchObject({ status: 200, json: { revision: 2 } })
    expect(await change(revision)).toMatchObject({ status: 409, json: { code: 'service/changed' } })
    expect(await call('DELETE', `/v1/integrations/${id}`)).toMatchObject({ status: 409 })
    await must('DELETE', `/v1/services/${service_id}`)
    expect(await call('DELETE', `/v1/integrations/${id}`)).toMatchObject({ status: 200 })
  })
})

describe('verify, then save (IMI-06)', () => {
  test('values are saved only with the proof of exactly these, once', async () => {
    const { call, must, endpoint, answers, wait, restart } = await botPlatform()
    const values = { platform: 'other', url: endpoint.url, verificationToken: TOKEN }
    const verify = (changed: object = {}) =>
      call('POST', '/v1/integrations/verify', { ...values, ...changed })
    const save = (proof: unknown, changed: object = {}) =>
      call('POST', '/v1/integrations', { ...values, name: 'Bot', proof, ...changed })
    const { proof } = (await verify()).json
    expect(JSON.parse(endpoint.received[0]?.body ?? '')).toMatchObject({ Event: 'Verification' })
    expect(await save(proof, { url: `${endpoint.url}/other` })).toMatchObject({
      status: 422,
      json: { code: 'integration/not-verified' },
    })
    expect(await save(proof)).toMatchObject({ status: 201, json: { state: 'active' } })
    expect(await save(proof, { name: 'Again' })).toMatchObject({ status: 422 })
    const late = (await verify()).json.proof
    expect(await save(late)).toMatchObject({ status: 409, json: { code: 'integration/name-taken' } })
    await wait(16 * 60_000)
    expect(await save(late, { name: 'Late' })).toMatchObject({ status: 422 })
    answers(() => ({ ...GOOD, body: '{"verificationToken":"another"}' }))
    expect(await verify()).toMatchObject({
      status: 422,
      json: { message: expect.stringContaining('TOKEN_MISMATCH') },
    })
    expect(await verify({ verificationToken: undefined })).toMatchObject({ status: 400 })
    answers(() => null)
    await restart(300)
    expect(await verify()).toMatchObject({
      status: 422,
      json: { message: expect.stringContaining('TIMEOUT') },
    })
    expect(await verify({ url: 'http://10.0.0.1/' })).toMatchObject({ status: 422 })
    const { integrations } = await must('GET', '/v1/integrations')
    expect(JSON.stringify(integrations)).not.toContain(TOKEN)
  })

  test('in the open engine only public addresses over https are called', async () => {
    const { call } = await botPlatform({ effects: { allowPrivate: false, secrets: new Map(), desk: null } })
    for (const url of [
      'http://example.org',
      'https://127.0.0.1',
      'https://[::1]/',
      'https://169.254.169.254/',
    ])
      expect(
        await call('POST', '/v1/integrations/verify', { platform: 'other', url, verificationToken: TOKEN }),
      ).toMatchObject({ status: 422 })
  })
})
