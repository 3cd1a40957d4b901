import { describe, expect, test } from 'vitest'
import { PHONE, tellAsMeta, whatsappBody, whatsappMessage } from '../../loopback/meta.ts'
import { activeChannel, type ChannelEngine } from './channel-engine.ts'
import { COUNTING_BOT, countingBot } from './counting-bot.ts'
import { DESK_BOT, deskBot } from './desk-bot.ts'
import { agentAtWork } from './desk-caller.ts'
import { EXTERNAL, proactiveBot } from './proactive-bot.ts'
import { everythingKept } from './scratch-data.ts'
import { putToWork, scratchEngine, scratchFolder } from './scratch-engine.ts'
import { say, signedCall } from './signed-call.ts'
import { KEY_ID } from './test-key.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** 09:00 in São Paulo, when the schedule entry of the bot is due; a Thursday. */
const NINE = Date.UTC(2026, 0, 1, 12)
const TIP = 'The tip of the day.'
const [ANNA, BERT, CARLA] = ['5571900000001', '5571900000002', '5571900000003'] as const
const ROUTE = `/v1/proactive/${EXTERNAL}`

/** The bot of the company with a clock that the test moves; both people wrote a while ago. */
async function companyEngine() {
  const clock = { at: NINE - 2 * HOUR }
  const options = { dataFolder: scratchFolder(), now: () => clock.at }
  const engine = await activeChannel(proactiveBot(), { kind: 'whatsapp', account: PHONE }, options)
  const hear = async (from: string, text: string) => {
    const message = whatsappMessage({ text: { body: text } }, { from })
    await tellAsMeta(engine.url, engine.id, whatsappBody([message], { contacts: [] }))
    await engine.settle()
  }
  const consent = (to: string, said: string) => {
    const entry = { to, channel: engine.id, category: 'all', consent: said, source: 'Form' }
    return engine.call(`${ROUTE}/consents`, { entries: [entry] })
  }
  const move = async (at: number) => {
    clock.at = at
    await engine.settle()
  }
  return { ...engine, contact: (who: string) => `wa:${engine.id}:${who}`, hear, consent, move }
}

/** Whom something was sent, text by text. */
function sentTo({ meta }: ChannelEngine, who: string): readonly string[] {
  return meta.sent.flatMap(({ body }) => (body.to === who ? [JSON.stringify(body.text)] : []))
}

async function messagesOf(engine: ChannelEngine, bot: string, contact: string): Promise<readonly string[]> {
  const path = `/v1/bots/${bot}/conversations/${contact}/messages`
  const { messages } = (await engine.call(path)).json as { messages: { from: string; text: string }[] }
  return messages.map(({ from, text }) => `${from}: ${text}`)
}

/** How often the schedule entry spoke to each; what the channel took of it is another matter. */
async function tips(engine: Awaited<ReturnType<typeof companyEngine>>): Promise<readonly number[]> {
  const counts: number[] = []
  for (const who of [ANNA, BERT, CARLA]) {
    const said = await messagesOf(engine, 'bot_support', engine.contact(who))
    counts.push(said.filter(text => text === `bot: ${TIP}`).length)
  }
  return counts
}

test('a schedule entry begins for who agreed, and for nobody who took it back by any way (requirements.md NHN-36)', async () => {
  const engine = await companyEngine()
  for (const who of [ANNA, BERT, CARLA]) await engine.hear(who, 'hm')
  await engine.consent(ANNA, 'given')
  await engine.consent(BERT, 'withdrawn')
  await engine.move(NINE + 5000)
  // Who said neither is within a day of their message.
  expect(await tips(engine)).toEqual([1, 0, 1])
  await engine.consent(ANNA, 'withdrawn')
  await engine.consent(BERT, 'given')
  await engine.move(NINE + DAY + 5000)
  expect(await tips(engine)).toEqual([1, 1, 1])
})

describe('restriction (requirements.md NHN-144)', () => {
  test('what they write is kept and not answered, nobody writes to them, and their refusal counts', async () => {
    const engine = await companyEngine()
    await engine.consent(ANNA, 'given')
    await engine.hear(ANNA, 'hm')
    const contact = engine.contact(ANNA)
    const ask = { contact: `test:${contact}`, reason: 'they doubt that it is right' }
    const made = await engine.call('/v1/restrictions', ask)
    expect(made.json).toMatchObject({ contact, reason: ask.reason, key: KEY_ID })
    expect((await engine.call('/v1/restrictions', { contact, reason: 'again' })).json).toEqual(made.json)
    expect((await engine.call('/v1/restrictions')).json).toEqual({ restrictions: [made.json] })
    const before = sentTo(engine, ANNA).length
    const said = (await messagesOf(engine, 'bot_support', contact)).length
    await engine.hear(ANNA, 'are you there?')
    await engine.move(NINE + 5000)
    const message = { to: ANNA, channel: engine.id, category: 'utility' }
    expect(await engine.call(`${ROUTE}/messages`, message)).toMatchObject({
      status: 409,
      json: { code: 'contact/restricted' },
    })
    await engine.hear(ANNA, 'STOP')
    expect(sentTo(engine, ANNA)).toHaveLength(before)
    expect((await messagesOf(engine, 'bot_support', contact)).slice(said)).toEqual([
      'contact: are you there?',
      'contact: STOP',
    ])
    const turns = await engine.call(`/v1/bots/bot_support/conversations/${contact}/turns`)
    expect(turns.json).toEqual({ turns: [], more: false })
    const { records } = (await engine.call(`/v1/contacts/${contact}`)).json as {
      records: Record<string, object[]>
    }
    expect(records.restriction).toEqual([made.json])
    expect(records.turn?.map(row => Reflect.get(row, 'outcome')).slice(-2)).toEqual([
      'restricted',
      'restricted',
    ])
    expect((await engine.call('/v1/restrictions/lift', { contact, reason: 'it was right' })).json).toEqual(
      made.json,
    )
    expect(await engine.call('/v1/restrictions/lift', { contact, reason: 'again' })).toMatchObject({
      status: 404,
    })
    expect((await engine.call(`${ROUTE}/messages`, message)).json).toMatchObject({
      code: 'proactive/opted-out',
    })
    const { entries } = (await engine.call('/v1/audit?action=contact.')).json as {
      entries: { action: string }[]
    }
    expect(entries.map(({ action }) => action)).toEqual([
      'contact.liftRestriction',
      'contact.export',
      'contact.restrict',
    ])
    expect(JSON.stringify(entries)).not.toContain(ANNA)
  })

  test('what goes on with them ends, and begins anew when it is lifted', async () => {
    const { url, settle } = await scratchEngine()
    await putToWork(url, deskBot())
    const berta = await agentAtWork(url, 'Berta')
    const anna = { bot: DESK_BOT, contact: 'anna' }
    for (const text of ['help', 'my bill', 'pin']) {
      await say(url, anna, { id: text.slice(0, 2), text })
      await settle()
    }
    const [line] = await berta.waiting()
    expect(line).toMatchObject({ contact: 'anna' })
    const call = (path: string, body?: unknown) => signedCall(url, { path, ...(body ? { body } : {}) })
    await call('/v1/restrictions', { contact: 'anna', reason: 'a letter' })
    expect(await berta.waiting()).toEqual([])
    expect(await berta.detail(line?.id ?? 0)).toMatchObject({ code: 'desk/not-yours' })
    expect(await say(url, anna, { id: 'c', text: 'hello?' })).toEqual({
      ...{ outcome: 'restricted', messages: [], events: [] },
    })
    expect(await say(url, { ...anna, contact: 'test:anna' }, { id: 'c', text: 'hello?' })).toMatchObject({
      outcome: 'restricted',
    })
    await call('/v1/restrictions/lift', { contact: 'anna', reason: 'a letter' })
    expect(await say(url, anna, { id: 'd', text: 'help' })).toMatchObject({ outcome: 'answered' })
  })

  test('nothing of them goes by its age, and all of it when they are erased', async () => {
    const dataFolder = scratchFolder()
    const clock = { at: Date.now() }
    const engine = await activeChannel(
      countingBot(),
      { kind: 'whatsapp', account: PHONE },
      { dataFolder, now: () => clock.at },
    )
    const tell = async (from: string) => {
      const body = whatsappBody([whatsappMessage({ text: { body: `words of ${from}` } }, { from })])
      await tellAsMeta(engine.url, engine.id, body)
      await engine.settle()
    }
    for (const who of [ANNA, BERT]) await tell(who)
    const contact = `wa:${engine.id}:${ANNA}`
    await engine.call('/v1/restrictions', { contact, reason: 'a letter' })
    clock.at += 31 * MINUTE
    await engine.settle()
    clock.at += 40 * DAY
    await engine.call('/v1/retention', { conversations: 30, channelEvents: 30 }, 'PUT')
    await engine.call('/v1/retention/run', undefined, 'POST')
    expect(await messagesOf(engine, COUNTING_BOT, contact)).toContain(`contact: words of ${ANNA}`)
    expect(await messagesOf(engine, COUNTING_BOT, `wa:${engine.id}:${BERT}`)).toEqual([])
    const erased = await engine.call('/v1/contacts/erase', { contact, reason: 'a letter' })
    expect(erased.json).toMatchObject({ records: { restriction: 1 } })
    await engine.close()
    expect(await everythingKept(dataFolder)).not.toContain(ANNA)
  })
})

test('a channel that is deleted takes nothing of who is held or restricted along (requirements.md NHN-144)', async () => {
  const engine = await activeChannel(countingBot(), { kind: 'whatsapp', account: PHONE })
  for (const from of [ANNA, BERT, CARLA])
    await tellAsMeta(
      engine.url,
      engine.id,
      whatsappBody([whatsappMessage({ text: { body: 'hi' } }, { from })]),
    )
  await engine.settle()
  const contact = (who: string) => `wa:${engine.id}:${who}`
  await engine.call('/v1/holds', { contact: contact(ANNA), reason: 'case 12' })
  await engine.call('/v1/restrictions', { contact: contact(BERT), reason: 'a letter' })
  await engine.ask('', undefined, 'DELETE')
  const kept = async (who: string) => {
    const { records } = (await engine.call(`/v1/contacts/${contact(who)}/person`)).json as {
      records: Record<string, number>
    }
    return [records.channel_event, records.channel_address]
  }
  expect(await kept(ANNA)).toEqual([1, 1])
  expect(await kept(BERT)).toEqual([1, 1])
  expect(await kept(CARLA)).toEqual([0, 0])
})
