import { z } from 'zod'
import type { DeliveryResult } from '../deliveries/delivery-kind.ts'
import { wordsForFailure } from '../effects/call-http.ts'
import type { Engine } from '../engine.ts'
import type { Address } from '../store/channel-addresses.ts'
import { lastHeardAt } from '../store/channel-events.ts'
import type { Channel } from '../store/channels.ts'
import type { Sending } from './deliver.ts'
import type { GraphClient } from './graph-client.ts'
import { resultOfRefusal } from './graph-errors.ts'
import type { LookUp } from './look-up.ts'

type Host = Pick<Engine, 'db' | 'now'> & Readonly<{ graph: GraphClient; lookUp: LookUp }>

const HOUR = 3_600_000
/** How long after a customer's last message anything may be sent (requirements.md NHN-40), and what agents may. */
const WINDOW_MS = 24 * HOUR
const AGENT_WINDOW_MS = 7 * 24 * HOUR
const LATE = 'The 24 hours after the customer’s last message are over; only a template may be sent.'

/** Sends one request to WhatsApp, Messenger or Instagram; what they call the message is kept as its answer. */
export async function sendGraph(host: Host, sending: Sending): Promise<DeliveryResult> {
  const { channel, secrets, delivery, outgoing, signal } = sending
  const tag = await tagFor(host, sending)
  if (tag === null) return { outcome: 'refused', error: LATE }
  const addresses = await host.lookUp.addresses(channel.id, delivery.contact)
  const to = addresses.find(({ sort }) => sort === 'phone') ?? addresses[0]
  if (!to) return { outcome: 'refused', error: 'It is not known any more how to reach this contact.' }
  const body =
    channel.kind === 'whatsapp'
      ? whatsappBody(to, outgoing.body, delivery.id)
      : sendApiBody(channel, to, outgoing.body, { id: delivery.id, tag })
  try {
    const answer = await host.graph.call({
      ...placeOf(channel),
      token: secrets.accessToken ?? '',
      method: 'POST',
      body,
      signal,
    })
    if (answer.status < 200 || answer.status > 299) return resultOfRefusal(answer)
    const name = nameIn(answer.body)
    return { outcome: 'done', ...(name === undefined ? {} : { answer: name }) }
  } catch (error) {
    return { outcome: 'failed', error: wordsForFailure(error) }
  }
}

/** Where a channel's messages are sent. */
function placeOf({
  kind,
  account,
  options,
}: Channel): Readonly<{ login: 'facebook' | 'instagram'; path: string }> {
  if (kind !== 'instagram') return { login: 'facebook', path: `${account}/messages` }
  return options.login === 'instagram'
    ? { login: 'instagram', path: `${account}/messages` }
    : { login: 'facebook', path: 'me/messages' }
}

/** What a message outside the window is sent as; empty within it, null when it must not be sent. */
async function tagFor(
  { db, now }: Host,
  { channel, delivery, outgoing }: Sending,
): Promise<'' | 'HUMAN_AGENT' | null> {
  if (outgoing.isTemplate) return ''
  const since = now() - (await lastHeardAt(db, channel.id, delivery.contact))
  if (since < WINDOW_MS) return ''
  const isAgents = outgoing.from === 'agent' && channel.kind !== 'whatsapp' && channel.options.humanAgent
  return isAgents && since < AGENT_WINDOW_MS ? 'HUMAN_AGENT' : null
}

/** The number is used where it is known; ids of people are for those who hide it. */
function whatsappBody({ sort, address }: Address, body: object, id: string) {
  const to = sort === 'phone' ? { to: address } : { recipient: address }
  return { ...body, ...to, biz_opaque_callback_data: id }
}

const sendApiSchema = z.looseObject({ messaging_type: z.string(), message: z.looseObject({}) })

function sendApiBody(
  { kind }: Channel,
  { address }: Address,
  body: object,
  { id, tag }: Readonly<{ id: string; tag: string }>,
) {
  const { message, messaging_type: type } = sendApiSchema.parse(body)
  return {
    recipient: { id: address },
    ...(tag === '' ? { messaging_type: type } : { messaging_type: 'MESSAGE_TAG', tag }),
    // Instagram does not take it.
    message: kind === 'messenger' ? { ...message, metadata: id } : message,
  }
}

const answerSchema = z.union([
  z.looseObject({ messages: z.array(z.looseObject({ id: z.string() })).min(1) }),
  z.looseObject({ message_id: z.string() }),
])

/** It was taken, whether or not the answer can be read. */
function nameIn(body: string): string | undefined {
  try {
    const read = answerSchema.parse(JSON.parse(body))
    return 'message_id' in read ? String(read.message_id) : read.messages[0]?.id
  } catch {
    return undefined
  }
}
