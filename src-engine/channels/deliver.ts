import type { ChannelSecrets } from '../../src-shared/publish/channel-protocol.ts'
import type { DeliveryKind, DeliveryResult } from '../deliveries/delivery-kind.ts'
import type { Engine } from '../engine.ts'
import { type Channel, noteTrouble, suspendChannel } from '../store/channels.ts'
import type { Delivery } from '../store/deliveries.ts'
import type { LookUp } from './look-up.ts'
import { openSecrets } from './open-secrets.ts'
import { type Outgoing, outgoingSchema } from './outgoing-message.ts'

type Host = Pick<Engine, 'db' | 'now' | 'seal'> & Readonly<{ lookUp: LookUp }>

/** One message that is to go out, and everything about where. */
export type Sending = Readonly<{
  channel: Channel
  secrets: ChannelSecrets
  delivery: Delivery
  outgoing: Outgoing
  signal: AbortSignal
}>

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** Some 21 hours in all, within which a customer may still be written to. */
const WAITS = [
  SECOND,
  4 * SECOND,
  15 * SECOND,
  MINUTE,
  5 * MINUTE,
  20 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  10 * HOUR,
]

/**
 * How messages of a channel go out: in the order of each person, again when the provider cannot take them now. What the
 * channel cannot do at all stops it for everybody, and holds what waits, until it is verified again.
 */
export function channelDelivery(
  host: Host,
  send: (sending: Sending) => Promise<DeliveryResult>,
  waits: readonly number[] = WAITS,
): DeliveryKind {
  return {
    async deliver(delivery, signal) {
      const channel = await host.lookUp.channel(channelIdOf(delivery))
      if (!channel) return { outcome: 'refused', error: 'The channel was deleted.' }
      const result = await attempt(host, { channel, delivery, signal }, send)
      await note(host, channel, result)
      return result
    },
    retryAfterMs: attempts => waits[attempts - 1] ?? null,
  }
}

function channelIdOf({ target }: Delivery): string {
  return target.split('/')[1] ?? ''
}

async function attempt(
  { seal }: Host,
  { channel, delivery, signal }: Omit<Sending, 'secrets' | 'outgoing'>,
  send: (sending: Sending) => Promise<DeliveryResult>,
): Promise<DeliveryResult> {
  if (channel.state !== 'active')
    return { outcome: 'held', error: channel.reason || 'The channel is not verified.' }
  const outgoing = outgoingSchema.parse(delivery.payload)
  if (outgoing.problems.length > 0) return { outcome: 'refused', error: outgoing.problems.join(' ') }
  const secrets = openSecrets(seal, channel)
  if (!secrets.ok) return { outcome: 'held', error: secrets.message }
  return send({ channel, secrets: secrets.value, delivery, outgoing, signal })
}

/** The last trouble is shown with the channel. */
async function note({ db, now }: Host, channel: Channel, result: DeliveryResult): Promise<void> {
  if (result.outcome === 'done' || channel.state !== 'active') return
  const { error } = result
  await db.atomically(tx =>
    result.outcome === 'held'
      ? suspendChannel(tx, channel.id, error, now())
      : noteTrouble(tx, channel.id, error, now()),
  )
}
