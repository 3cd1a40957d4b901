import { z } from 'zod'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import {
  type ChannelView,
  channelChangeSchema,
  channelEventsSchema,
  channelGoneSchema,
  channelIdSchema,
  channelListSchema,
  channelSchema,
  deactivateChannelSchema,
  eventsQuery,
  newChannelSchema,
  replayAnswerSchema,
  replayRequestSchema,
} from '../../src-shared/publish/channel-protocol.ts'
import type { Engine } from '../engine.ts'
import { type Api, addRoute } from '../http/add-route.ts'
import { json } from '../http/route.ts'
import { type Channel, findChannel, listChannels } from '../store/channels.ts'
import { channelTarget } from './channel-queues.ts'
import { viewOf } from './channel-view.ts'
import { eventLog } from './event-log.ts'
import type { GraphClient } from './graph-client.ts'
import { addChannel, changeChannel, dropChannel, proveChannel, stopChannel } from './manage-channels.ts'
import { replayDeliveries } from './replay-deliveries.ts'
import type { TwilioClient } from './twilio-client.ts'

type Host = Engine & Readonly<{ graph: GraphClient; twilio: TwilioClient }>

const path = z.object({ channel: channelIdSchema })
const GONE = fault('request/not-found', 'This engine has no such channel.')

/** The paths of src-shared/publish/channel-protocol.ts. */
export function addChannelRoutes(api: Api, host: Host): void {
  const shown = async (changed: Result<Channel>): Promise<Result<ChannelView>> =>
    changed.ok ? ok(await viewOf(host, changed.value)) : changed
  const of = { tag: 'channels', scope: 'channels' } as const
  const one = { ...of, path: '/v1/channels/:channel', params: path, refuses: ['request/not-found'] } as const
  const answers = { 200: json(channelSchema, 'The channel as it is now') }
  addRoute(api, {
    ...of,
    method: 'GET',
    path: '/v1/channels',
    summary: 'The channels and how they do',
    answers: { 200: json(channelListSchema, 'All channels, the oldest first') },
    handler: async () => {
      const channels = await listChannels(host.db)
      return ok({ channels: await Promise.all(channels.map(channel => viewOf(host, channel))) })
    },
  })
  addRoute(api, {
    ...of,
    method: 'POST',
    path: '/v1/channels',
    summary: 'Add a channel, not verified yet',
    body: newChannelSchema,
    answers,
    refuses: ['bot/not-found'],
    handler: async ({ body, key }) => shown(await addChannel(host, body, { key })),
  })
  addRoute(api, {
    ...one,
    method: 'GET',
    summary: 'A channel and how it does',
    answers,
    handler: async ({ params }) => {
      const channel = await findChannel(host.db, params.channel)
      return channel ? ok(await viewOf(host, channel)) : GONE
    },
  })
  addRoute(api, {
    ...one,
    method: 'PUT',
    summary: 'Change a channel; what it is reached by must be verified again',
    body: channelChangeSchema,
    answers,
    refuses: ['request/not-found', 'bot/not-found'],
    handler: async ({ params, body, key }) => shown(await changeChannel(host, params.channel, body, { key })),
  })
  addRoute(api, {
    ...one,
    method: 'DELETE',
    summary: 'Delete a channel and what came in over it; conversations stay',
    answers: { 200: json(channelGoneSchema, 'It is gone') },
    handler: ({ params, key }) => dropChannel(host, params.channel, { key }),
  })
  addRoute(api, {
    ...one,
    method: 'POST',
    path: '/v1/channels/:channel/verify',
    summary: 'Ask the provider, and make the channel active if it agrees',
    answers,
    refuses: ['request/not-found', 'channel/unverified'],
    handler: async ({ params, key }) => shown(await proveChannel(host, params.channel, { key })),
  })
  addRoute(api, {
    ...one,
    method: 'POST',
    path: '/v1/channels/:channel/deactivate',
    summary: 'Stop a channel: what comes in is noted only, what goes out is held',
    body: deactivateChannelSchema,
    answers,
    handler: async ({ params, body, key }) =>
      shown(await stopChannel(host, params.channel, body.reason, { key })),
  })
  addEventRoutes(api, host)
}

function addEventRoutes(api: Api, host: Host): void {
  const of = { tag: 'channels', scope: 'channels', params: path, refuses: ['request/not-found'] } as const
  addRoute(api, {
    ...of,
    method: 'GET',
    path: '/v1/channels/:channel/events',
    summary: 'What came in and went out, with payloads',
    query: eventsQuery,
    answers: { 200: json(channelEventsSchema, 'The newest first') },
    handler: async ({ params: { channel }, query }) => {
      const known = await findChannel(host.db, channel)
      return known ? ok(await eventLog(host.db, { channel, ...query })) : GONE
    },
  })
  addRoute(api, {
    ...of,
    method: 'POST',
    path: '/v1/channels/:channel/replay',
    summary: 'Send again what was given up',
    body: replayRequestSchema,
    answers: { 200: json(replayAnswerSchema, 'How many are sent again') },
    handler: async ({ params, body }) => {
      if (!(await findChannel(host.db, params.channel))) return GONE
      const replayed = await replayDeliveries(host, channelTarget(params.channel), body.deliveries)
      return ok({ replayed })
    },
  })
}
