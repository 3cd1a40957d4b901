import type { z } from 'zod'
import type { BotId } from '../document/ids.ts'
import { ok, type Result } from '../kit/result.ts'
import {
  type ChannelChange,
  type ChannelEvents,
  type ChannelView,
  channelEventsSchema,
  channelGoneSchema,
  channelListSchema,
  channelSchema,
  type NewChannel,
  replayAnswerSchema,
} from './channel-protocol.ts'
import {
  type Conversations,
  conversationsSchema,
  type Transcript,
  transcriptSchema,
} from './conversation-protocol.ts'
import { type IntegrationClient, integrationClient } from './integration-client.ts'
import { type BotHistory, botHistorySchema } from './protocol.ts'
import { callEngine, type EngineCall, type EngineOptions } from './publish-client.ts'

/** The designer's side of a running engine: its channels, and how a bot does there. Failures are as in publish-client.ts. */
export interface LiveClient extends IntegrationClient {
  /** The channels of a bot, the oldest first. */
  channels(bot: BotId): Promise<Result<readonly ChannelView[]>>
  addChannel(channel: NewChannel): Promise<Result<ChannelView>>
  changeChannel(channel: string, change: ChannelChange): Promise<Result<ChannelView>>
  verifyChannel(channel: string): Promise<Result<ChannelView>>
  deactivateChannel(channel: string, reason: string): Promise<Result<ChannelView>>
  removeChannel(channel: string): Promise<Result<null>>
  /** What came in and went out, the newest first; older than `before`, where it is given. */
  events(channel: string, before: string | null): Promise<Result<ChannelEvents>>
  /** Sends again: these deliveries, or all that are dead. Answers how many. */
  replay(channel: string, deliveries: number[] | null): Promise<Result<number>>
  history(bot: BotId): Promise<Result<BotHistory>>
  conversations(bot: BotId, before: number | null): Promise<Result<Conversations>>
  /** The messages of a contact after the one numbered `after`. */
  transcript(bot: BotId, contact: string, after: number): Promise<Result<Transcript>>
}

export function createLiveClient(options: EngineOptions): LiveClient {
  const get = <T>(path: string, schema: z.ZodType<T>) => callEngine(options, { method: 'GET', path, schema })
  const at = (bot: BotId) => `/v1/bots/${encodeURIComponent(bot)}`
  const call: Call = request => callEngine(options, request)
  return {
    ...channelCalls(call),
    ...integrationClient(call),
    history: bot => get(`${at(bot)}/history`, botHistorySchema),
    conversations: (bot, before) =>
      get(`${at(bot)}/conversations${before === null ? '' : `?before=${before}`}`, conversationsSchema),
    transcript: (bot, contact, after) =>
      get(
        `${at(bot)}/conversations/${encodeURIComponent(contact)}/messages?after=${after}`,
        transcriptSchema,
      ),
  }
}

type Call = <T>(request: EngineCall<T>) => Promise<Result<T>>

const ALL = '/v1/channels'

function channelCalls(
  call: Call,
): Omit<LiveClient, 'history' | 'conversations' | 'transcript' | keyof IntegrationClient> {
  const one = (method: string, path: string, body?: unknown) =>
    call({ method, path: `${ALL}${path}`, schema: channelSchema, ...(body === undefined ? {} : { body }) })
  return {
    async channels(bot) {
      const list = await call({ method: 'GET', path: ALL, schema: channelListSchema })
      return list.ok ? ok(list.value.channels.filter(channel => channel.bot === bot)) : list
    },
    addChannel: channel => one('POST', '', channel),
    changeChannel: (channel, change) => one('PUT', `/${channel}`, change),
    verifyChannel: channel => one('POST', `/${channel}/verify`),
    deactivateChannel: (channel, reason) => one('POST', `/${channel}/deactivate`, { reason }),
    async removeChannel(channel) {
      const gone = await call({ method: 'DELETE', path: `${ALL}/${channel}`, schema: channelGoneSchema })
      return gone.ok ? ok(null) : gone
    },
    events: (channel, before) =>
      call({
        method: 'GET',
        path: `${ALL}/${channel}/events${before === null ? '' : `?before=${before}`}`,
        schema: channelEventsSchema,
      }),
    async replay(channel, deliveries) {
      const body = deliveries === null ? {} : { deliveries }
      const answer = await call({
        ...{ method: 'POST', path: `${ALL}/${channel}/replay` },
        ...{ body, schema: replayAnswerSchema },
      })
      return answer.ok ? ok(answer.value.replayed) : answer
    },
  }
}
