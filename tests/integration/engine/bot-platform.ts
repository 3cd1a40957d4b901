import { NOTHING_CONFIGURED } from '../../../src-engine/effects/effect-config.ts'
import { integrationsPart } from '../../../src-engine/integrations/integrations-part.ts'
import type { EngineOptions } from '../../../src-engine/start-engine.ts'
import type { EffectResult } from '../../../src-shared/blocks/effect.ts'
import type { Transcript } from '../../../src-shared/publish/conversation-protocol.ts'
import type { IntegrationView } from '../../../src-shared/publish/integration-protocol.ts'
import type { Answer, Received } from '../../loopback/open-loopback.ts'
import { COUNTING_BOT, countingBot } from './counting-bot.ts'
import { loopbackServer } from './loopback-server.ts'
import { putToWork, scratchEngine, scratchFolder } from './scratch-engine.ts'
import { say, signedCall } from './signed-call.ts'

export const TOKEN = 'verification-token'
export const ACCESS = 'access-token-1'
export const ASSET = `web:${COUNTING_BOT}`
export const MINUTE = 60_000

export const GOOD: Answer = { status: 200, body: JSON.stringify({ verificationToken: TOKEN }) }

type Body = Readonly<Record<string, unknown>>
export type Told = Readonly<Record<string, string>>

type Given = Partial<EngineOptions> & Readonly<{ timeoutMs?: number }>

/** An engine on a clock of its own whose web chat is routed to a bot elsewhere, which answers as told. */
export async function botPlatform({ timeoutMs = 5000, ...options }: Given = {}) {
  const dataFolder = options.dataFolder ?? scratchFolder()
  let at = Date.now()
  const now = () => at
  let mood: (request: Received, number: number) => Answer | null | Promise<Answer | null> = () => GOOD
  const endpoint = await loopbackServer((request, number) => mood(request, number))
  const desk = { result: { outcome: 'accepted' } as EffectResult, asked: [] as string[] }
  const engineOptions: Partial<EngineOptions> = {
    dataFolder,
    now,
    effects: { ...NOTHING_CONFIGURED, allowPrivate: true },
    parts: [integrationsPart({ timeoutMs })],
    async perform(effect) {
      if (effect.type === 'handover') desk.asked.push(`${effect.id} ${effect.skill}`)
      return desk.result
    },
    ...options,
  }
  let engine = await scratchEngine(engineOptions)
  const call = (method: string, path: string, body?: unknown) => {
    at += 1
    return signedCall(engine.url, { method, path, ...(body === undefined ? {} : { body }), at })
  }
  const must = async (method: string, path: string, body?: unknown) => {
    const { status, json } = await call(method, path, body)
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(json)}`)
    return json
  }
  const told = () =>
    endpoint.received
      .map(({ body }) => JSON.parse(body) as Told)
      .filter(({ Event }) => Event !== 'Verification')
  return {
    endpoint,
    desk,
    call,
    must,
    now,
    url: () => engine.url,
    told,
    /** How the endpoint answers from now on. */
    answers: (next: typeof mood) => {
      mood = next
    },
    wait: async (ms: number) => {
      at += ms
      await engine.settle()
    },
    settle: () => engine.settle(),
    close: () => engine.close(),
    /** Ends the engine and starts it again on its data, where asked with less patience for other systems. */
    restart: async (patienceMs = timeoutMs) => {
      await engine.close()
      engine = await scratchEngine({ ...engineOptions, parts: [integrationsPart({ timeoutMs: patienceMs })] })
    },
    publish: () => putToWork(engine.url, countingBot(), () => ++at),
    /** Verifies and saves an integration; answers its id and incoming address. */
    add: async (values: Body = {}) => {
      const { name = 'Bot', ...given } = values
      const connection = { platform: 'other', url: endpoint.url, verificationToken: TOKEN, ...given }
      const { proof } = await must('POST', '/v1/integrations/verify', connection)
      const added = await must('POST', '/v1/integrations', { ...connection, name, proof })
      return { id: String(added.id), incoming: String(added.incomingUrl) }
    },
    service: (integrations: readonly string[], rules: readonly Body[], more: Body = {}) =>
      must('POST', '/v1/services', {
        name: 'Shop',
        assets: [{ id: ASSET }],
        integrations,
        rules: rules.map((rule, index) => ({
          id: `r${index}`,
          event: 'message',
          action: 'bot_and_ccsp',
          bot: integrations[0],
          ...rule,
        })),
        ...more,
      }),
    say: async (id: string, contact = 'anna') => {
      at += 1
      await say(engine.url, { bot: COUNTING_BOT, contact }, { id, text: id }, at)
      await engine.settle()
    },
    agent: async (action: 'message' | 'close', id: string, contact = 'anna') => {
      const path = `/v1/bots/${COUNTING_BOT}/conversations/${contact}/inputs`
      await must('POST', path, { input: { id, type: 'agent', action, text: action === 'close' ? '' : id } })
      await engine.settle()
    },
    /** What the bot elsewhere sends, and how it is answered. */
    bot: async (incoming: string, body: unknown, headers: Record<string, string> = {}) => {
      const response = await fetch(incoming.replace(/^http:\/\/[^/]+/, engine.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
      const json = (await response.json()) as Record<string, unknown>
      await engine.settle()
      return { status: response.status, json }
    },
    transcript: async (contact = 'anna') => {
      const json = await must('GET', `/v1/bots/${COUNTING_BOT}/conversations/${contact}/messages`)
      return (json as Transcript).messages.map(({ from, text }) => `${from}: ${text}`)
    },
    view: async (id: string) => (await must('GET', `/v1/integrations/${id}`)) as IntegrationView,
    events: async (id: string, query = '') => {
      const { events } = await must('GET', `/v1/integrations/${id}/events${query}`)
      return events as readonly Event[]
    },
  }
}

type Event = Readonly<{
  seq: number
  state: string
  error: string | null
  conversation: string
  payload: Told
  attempts: readonly Readonly<{
    number: number
    at: number
    outcome: string
    status: number | null
    excerpt: string
  }>[]
}>
