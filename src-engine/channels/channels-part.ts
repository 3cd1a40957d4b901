import type { MakePart } from '../part.ts'
import type { Received } from '../store/inbound.ts'
import { addCallRoutes } from './call-routes.ts'
import { addChannelRoutes } from './channel-routes.ts'
import { channelDelivery } from './deliver.ts'
import { fileDelivery } from './fetch-file.ts'
import { GraphClient } from './graph-client.ts'
import { lookUpIn } from './look-up.ts'
import { outgoingOf } from './outgoing.ts'
import { sendGraph } from './send-graph.ts'
import { hookSender } from './send-hook.ts'
import { sendText, TEXT_WAITS } from './send-text.ts'
import { TEXT_KIND } from './take-call.ts'
import { takeHeard } from './take-heard.ts'
import { TwilioClient } from './twilio-client.ts'
import { addWebhookRoutes } from './webhook-routes.ts'

/** The engine's channels: WhatsApp, Messenger, Instagram, missed calls, and a generic one for everything else. */
export const channelsPart: MakePart = engine => {
  const { db, turns, metaUrl, twilioUrl, effects } = engine
  const graph = new GraphClient({ metaUrl, allowPrivate: effects.allowPrivate })
  const twilio = new TwilioClient(twilioUrl)
  const ending = new AbortController()
  const onReceived = (received: readonly Received[]) => {
    for (const { bot, contact, isNew } of received) if (isNew) turns.lookAt({ bot, contact })
  }
  const host = { ...engine, lookUp: lookUpIn(db), graph, twilio, onReceived, closing: ending.signal }
  return {
    addRoutes(api) {
      addChannelRoutes(api, host)
      addCallRoutes(api, host)
      addWebhookRoutes(api, { ...host, takeHeard: db.grouped(takeHeard(host)) })
    },
    deliveries: {
      channelMessage: channelDelivery(host, sending => sendGraph(host, sending)),
      channelHook: channelDelivery(host, hookSender(host)),
      [TEXT_KIND]: channelDelivery(host, sending => sendText(host, sending), TEXT_WAITS),
      channelFile: fileDelivery(host),
    },
    close: () => ending.abort(),
    deliveriesOf: (tx, done) => outgoingOf(engine, tx, done),
  }
}
