import type { Engine } from '../engine.ts'
import { wasAskedSince } from '../store/asked-since.ts'
import { keepAddresses } from '../store/channel-addresses.ts'
import { keepEvents } from '../store/channel-events.ts'
import type { Channel } from '../store/channels.ts'
import type { WriteDb } from '../store/db.ts'
import { restrictedOf } from '../store/restrictions.ts'
import { callerOf } from './channel-contact.ts'
import { channelTarget, sendQueue } from './channel-queues.ts'
import type { Outgoing } from './outgoing-message.ts'

/** What becomes of a call; `again` is one that was told before. */
export type CallOutcome = 'texted' | 'withheld' | 'throttled' | 'stopped' | 'restricted' | 'again'

type Host = Pick<Engine, 'deliveries' | 'metrics' | 'now' | 'publicUrl'>
type Call = Readonly<{
  channel: Channel
  /** The provider's name of it. */
  id: string
  from: string
}>

/** One text for each caller in this time (requirements.md D-24). */
const ONE_IN_MS = 10 * 60_000
/** Two rings. */
const RING_SECONDS = 10
export const TEXT_KIND = 'channelText'

const NOTES: Readonly<Record<CallOutcome, string | null>> = {
  texted: null,
  withheld: 'The caller shows no number that can be written to.',
  throttled: 'The caller was sent a text within the last ten minutes.',
  stopped: 'The channel is not active.',
  restricted: 'What is kept of the caller is restricted.',
  again: null,
}

/** How long a line rings, in milliseconds. */
export function ringMs({ options }: Channel): number {
  return (options.ringSeconds ?? RING_SECONDS) * 1000
}

/**
 * Writes down a call to a line that is never answered, and asks for the text message that follows it: in one
 * transaction while it still rings, so that a caller gets it whatever happens to the engine (requirements.md NHN-44).
 */
export async function takeCall(host: Host, tx: WriteDb, { channel, id, from }: Call): Promise<CallOutcome> {
  const at = host.now()
  const { id: line, bot } = channel
  const digits = digitsOf(from)
  const contact = digits === null ? '' : callerOf(channel, digits)
  await tx.lock([`call/${contact || id}`])
  const outcome = await outcomeOf(tx, channel, contact, at)
  const payload = JSON.stringify({ call: id, outcome })
  const note = NOTES[outcome]
  const fresh = await keepEvents(tx, [{ channel: line, id, sort: 'call', bot, contact, note, payload, at }])
  if (fresh.size === 0) return 'again'
  tx.onCommit(() => host.metrics.missedCall(outcome))
  if (outcome !== 'texted' || digits === null) return outcome
  await keepAddresses(tx, [{ channel: line, address: digits, sort: 'phone', contact }], at)
  await host.deliveries.ask(tx, [
    {
      id: `${line}/${id}`,
      kind: TEXT_KIND,
      queue: sendQueue(contact),
      target: channelTarget(line),
      bot,
      contact,
      payload: payloadOf(channel, host.publicUrl()),
      afterMs: ringMs(channel),
    },
  ])
  return outcome
}

async function outcomeOf(
  tx: WriteDb,
  { bot, state }: Channel,
  contact: string,
  at: number,
): Promise<CallOutcome> {
  if (contact === '') return 'withheld'
  if (state !== 'active') return 'stopped'
  if ((await restrictedOf(tx, [contact])).has(contact)) return 'restricted'
  const isThrottled = await wasAskedSince(tx, { bot, contact, kind: TEXT_KIND, since: at - ONE_IN_MS })
  return isThrottled ? 'throttled' : 'texted'
}

function payloadOf({ bot, options }: Channel, publicUrl: string): Outgoing {
  const { text = '', link = `${publicUrl}/chat/${bot}` } = options
  const body = text.includes('{link}') ? text.replaceAll('{link}', () => link) : `${text} ${link}`
  return { from: 'bot', isLast: true, isTemplate: false, problems: [], body: { text: body } }
}

/** What the provider writes in place of a number that is withheld: words as they are typed on a phone. */
const WITHHELD = new Set(
  ['ANONYMOUS', 'RESTRICTED', 'BLOCKED', 'UNKNOWN', 'UNAVAILABLE'].map(word =>
    [...word].map(letter => '22233344455566677778889999'[letter.charCodeAt(0) - 65]).join(''),
  ),
)

/** The digits of a caller's number; null for none, such as a withheld one or an address of the internet. */
function digitsOf(from: string): string | null {
  const [, digits] = /^\+([1-9]\d{6,14})$/.exec(from) ?? []
  return digits === undefined || WITHHELD.has(digits) ? null : digits
}
