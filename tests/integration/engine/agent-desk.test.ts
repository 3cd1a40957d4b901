import { describe, expect, test } from 'vitest'
import { NOTHING_CONFIGURED } from '../../../src-engine/effects/effect-config.ts'
import { createPerformer } from '../../../src-engine/effects/perform.ts'
import type { RunningEngine } from '../../../src-engine/start-engine.ts'
import type { Effect } from '../../../src-shared/blocks/effect.ts'
import type { Transcript } from '../../../src-shared/publish/conversation-protocol.ts'
import { verifySignature } from '../../../src-shared/publish/sign-request.ts'
import type { Answer } from '../../loopback/open-loopback.ts'
import { DESK_BOT, deskBot } from './desk-bot.ts'
import { loopbackServer } from './loopback-server.ts'
import { putToWork, scratchEngine } from './scratch-engine.ts'
import { say, signedCall } from './signed-call.ts'

const SECRET = 'between the engine and the desk'
const anna = { bot: DESK_BOT, contact: 'anna' }

async function heard({ url }: RunningEngine): Promise<string[]> {
  const { json } = await signedCall(url, { path: `/v1/bots/${DESK_BOT}/conversations/anna/messages` })
  return (json as Transcript).messages.map(({ from, text }) => `${from}: ${text}`)
}

async function agent(
  { url }: RunningEngine,
  id: string,
  action: 'message' | 'close',
  text: string,
): Promise<unknown> {
  const path = `/v1/bots/${DESK_BOT}/conversations/anna/inputs`
  return (await signedCall(url, { path, body: { input: { id, type: 'agent', action, text } } })).json
}

/** All the way to the desk: the customer asks, answers what is asked before, and is handed over. */
async function askForPerson(engine: RunningEngine): Promise<void> {
  await putToWork(engine.url, deskBot())
  for (const text of ['help', 'my bill', 'pin-4711']) {
    await say(engine.url, anna, { id: text.replaceAll(' ', '-'), text })
    await engine.settle()
  }
}

describe('a generic agent desk over HTTP (CM-06…CM-16)', () => {
  test('is asked who is there, gets the conversation, and gives it back', async () => {
    const desk = await loopbackServer(({ path }) =>
      path === '/desk/presence' ? { status: 200, body: '{"online": true}' } : { status: 202 },
    )
    const effects = { ...NOTHING_CONFIGURED, desk: { url: `${desk.url}/desk`, secret: SECRET } }
    const engine = await scratchEngine({ effects })
    await askForPerson(engine)
    const [presence, handover] = desk.received
    expect(desk.received.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /desk/presence',
      'POST /desk/handover',
    ])
    for (const { headers, body } of desk.received)
      expect(
        verifySignature({ header: headers['x-signature'], secrets: [SECRET], body, now: Date.now() }).ok,
      ).toBe(true)
    expect(JSON.parse(presence?.body ?? '')).toEqual({ skill: 'billing', ...anna })
    const told = JSON.parse(handover?.body ?? '')
    expect(told).toMatchObject({
      ...anna,
      reason: 'asked',
      routingKeywords: 'billing',
      webstoreReferrer: 'shop',
      channel: 'Web',
    })
    expect(handover?.headers['idempotency-key']).toBe(`${DESK_BOT}/anna/${told.id}`)
    expect(told.summary).toContainEqual({ name: 'ABOUT', value: 'my bill' })
    expect(handover?.body).not.toContain('4711')
    expect(
      told.transcript.map(({ from, text }: { from: string; text: string }) => `${from}: ${text}`),
    ).toEqual(['contact: help', 'bot: var_about?', 'contact: my bill', 'bot: var_pin?', 'contact: •••'])
    await agent(engine, 'g1', 'message', 'Hello, this is Berta.')
    expect(await say(engine.url, anna, { id: 'b', text: 'hi Berta' })).toMatchObject({ messages: [] })
    await agent(engine, 'g2', 'close', '')
    await say(engine.url, anna, { id: 'c', text: 'help again' })
    await engine.settle()
    expect((await heard(engine)).slice(5)).toEqual([
      'agent: Hello, this is Berta.',
      'contact: hi Berta',
      'contact: help again',
      'bot: var_about?',
    ])
  })

  test('an engine without one says that nobody is there', async () => {
    const engine = await scratchEngine()
    await askForPerson(engine)
    expect(await heard(engine)).toContain('bot: nobody there')
  })

  test('a desk that refuses leaves the conversation with the bot (CM-16)', async () => {
    const desk = await loopbackServer(({ path }) =>
      path === '/presence' ? { status: 200, body: '{"online": true}' } : { status: 500 },
    )
    const engine = await scratchEngine({
      effects: { ...NOTHING_CONFIGURED, desk: { url: desk.url, secret: null } },
    })
    await askForPerson(engine)
    expect(await heard(engine)).toContain('bot: failed')
    expect(desk.received[1]?.headers).not.toHaveProperty('x-signature')
  })
})

async function notAsked(): Promise<never> {
  throw new Error('another desk is set up')
}

describe('a desk that does not answer as it should', () => {
  const presence: Effect = { id: 'fx-1', type: 'presence', skill: null, timeoutMs: 150 }
  const handover: Effect = {
    id: 'fx-2',
    type: 'handover',
    reason: 'fallback',
    skill: null,
    webstore: null,
    channel: 'Web',
    summary: [],
    timeoutMs: 150,
  }
  const cases: readonly (readonly [string, Effect, Answer | null, object])[] = [
    ['nobody there', presence, { status: 200, body: '{"online": false}' }, { outcome: 'offline' }],
    ['silence about presence', presence, null, { outcome: 'timeout' }],
    ['nonsense about presence', presence, { status: 200, body: 'yes' }, { outcome: 'failed' }],
    ['another shape', presence, { status: 200, body: '{"online": "yes"}' }, { outcome: 'failed' }],
    ['silence about the handover', handover, null, { outcome: 'timeout' }],
    [
      'a refusal',
      handover,
      { status: 503 },
      { outcome: 'failed', message: 'The agent desk answered with status 503.' },
    ],
    ['a redirect', handover, { status: 307, headers: { location: '/elsewhere' } }, { outcome: 'failed' }],
  ]
  test.each(cases)('%s', async (_, effect, answer, result) => {
    const server = await loopbackServer(() => answer)
    const desk = { url: server.url, secret: null }
    const perform = createPerformer({
      deskElsewhere: async () => null,
      ...NOTHING_CONFIGURED,
      desk,
      ownDesk: { presence: notAsked, handover: notAsked },
      now: Date.now,
      transcript: async () => [],
    })
    const { signal } = new AbortController()
    expect(await perform(effect, { ...anna, signal })).toMatchObject(result)
    expect(server.received).toHaveLength(1)
  })
})
