import type { MakePart } from '../part.ts'
import type { Received } from '../store/inbound.ts'
import { addChannelRoutes } from './channel-routes.ts'
import { channelDelivery } from './deliver.ts'
import { fileDelivery } from './fetch-file.ts'
import { GraphClient } from './graph-client.ts'
import { outgoingOf } from './outgoing.ts'
import { sendGraph } from './send-graph.ts'
import { sendHook } from './send-hook.ts'
import { takeHeard } from './take-heard.ts'
import { addWebhookRoutes } from './webhook-routes.ts'

/** The engine's channels: WhatsApp, Messenger, Instagram, and a generic one for everything else. */
export const channelsPart: MakePart = engine => {
  const { db, turns, metaUrl, effects, onBug } = engine
  const graph = new GraphClient({ metaUrl, allowPrivate: effects.allowPrivate })
  const onReceived = (received: readonly Received[]) => {
    for (const one of received) void turns.answerOf(one).catch(onBug)
  }
  const host = { ...engine, graph, onReceived }
  return {
    addRoutes(api) {
      addChannelRoutes(api, host)
      addWebhookRoutes(api, { ...host, takeHeard: db.grouped(takeHeard(host)) })
    },
    deliveries: {
      channelMessage: channelDelivery(engine, sending => sendGraph(host, sending)),
      channelHook: channelDelivery(engine, sending => sendHook(host, sending)),
      channelFile: fileDelivery(host),
    },
    deliveriesOf: (tx, done) => outgoingOf(engine, tx, done),
  }
}
