import type { EngineOptions } from '../../../src-engine/start-engine.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { ChannelEvent, ChannelView } from '../../../src-shared/publish/channel-protocol.ts'
import { APP_SECRET, type MetaLoopback, TOKEN, VERIFY_TOKEN } from '../../loopback/meta.ts'
import { metaLoopback } from './meta-loopback.ts'
import { putToWork, scratchEngine } from './scratch-engine.ts'
import { signedCall } from './signed-call.ts'

export const META_SECRETS = { appSecret: APP_SECRET, verifyToken: VERIFY_TOKEN, accessToken: TOKEN }

/** An engine whose providers are on this machine, with a bot at work and one channel of it. */
export type ChannelEngine = Readonly<{
  url: string
  meta: MetaLoopback
  id: string
  settle: () => Promise<void>
  close: () => Promise<void>
  /** A signed call. */
  call: (path: string, body?: unknown, method?: string) => ReturnType<typeof signedCall>
  /** A call of the designer about the channel. */
  ask: (path: string, body?: unknown, method?: string) => ReturnType<typeof signedCall>
  view: () => Promise<ChannelView>
  events: () => Promise<readonly ChannelEvent[]>
}>

export async function channelEngine(
  document: BotDocument,
  channel: Readonly<Record<string, unknown>>,
  options: Partial<EngineOptions> = {},
): Promise<ChannelEngine> {
  const meta = await metaLoopback()
  const { url, settle, close } = await scratchEngine({ metaUrl: meta.url, ...options })
  await putToWork(url, document, options.now)
  let calls = 0
  const call: ChannelEngine['call'] = (path, body, method = body === undefined ? 'GET' : 'POST') => {
    calls += 1
    const at = options.now ? { at: options.now() + calls } : {}
    return signedCall(url, { path, method, ...(body === undefined ? {} : { body }), ...at })
  }
  const asked = { name: 'Front desk', bot: document.bot.id, secrets: META_SECRETS, ...channel }
  const added = await call('/v1/channels', asked)
  if (added.status !== 200) throw new Error(JSON.stringify(added.json))
  const id = String(added.json.id)
  const ask: ChannelEngine['ask'] = (path, ...rest) => call(`/v1/channels/${id}${path}`, ...rest)
  const view = async () => (await ask('')).json as unknown as ChannelView
  const events = async () => (await ask('/events')).json.events as readonly ChannelEvent[]
  return { url, meta, id, settle, close, call, ask, view, events }
}

/** The same with the channel verified. */
export async function activeChannel(...args: Parameters<typeof channelEngine>): Promise<ChannelEngine> {
  const engine = await channelEngine(...args)
  const verified = await engine.ask('/verify', undefined, 'POST')
  if (verified.status !== 200) throw new Error(JSON.stringify(verified.json))
  return engine
}
