import type { Engine } from '../engine.ts'
import { keepEvents, type NewChannelEvent } from '../store/channel-events.ts'
import type { Channel } from '../store/channels.ts'
import { conversationName } from '../store/conversations.ts'
import type { Bulk, WriteDb } from '../store/db.ts'
import { type Arrived, type Received, receive } from '../store/inbound.ts'
import { isTalking } from './channel-contact.ts'
import { type Heard, hashOf } from './heard.ts'
import { holdBack } from './hold-back.ts'
import { type One, type Placed, placeAll } from './place-heard.ts'
import { reportOf } from './report-of.ts'
import { takesReferral } from './takes-referral.ts'

/** All that one request told about a channel. */
export type Telling = Readonly<{ channel: Channel; heard: readonly Heard[] }>

type Host = Pick<Engine, 'deliveries' | 'programs' | 'now'>

/**
 * Stores what requests told, all of each or nothing: what is new is noted and becomes inputs of its conversations in
 * the order it came. What has files waits until they are fetched, and so does what the same person says after it.
 * Answers what was received; to be used with `grouped`, so that requests that come together are committed together.
 */
export function takeHeard(host: Host): Bulk<readonly Telling[], readonly Received[]> {
  return async (tx, requests) => {
    const counts = requests.map(tellings => tellings.flatMap(({ heard }) => heard).length)
    const all = requests.flatMap(tellings =>
      tellings.flatMap(({ channel, heard }) => heard.map(one => ({ channel, heard: one }))),
    )
    const received = await takeAll(host, tx, all)
    let from = 0
    return counts.map(count => {
      const own = received.slice(from, from + count)
      from += count
      return own.flat()
    })
  }
}

/** What was received of each. */
async function takeAll(
  host: Host,
  tx: WriteDb,
  all: readonly One[],
): Promise<readonly (readonly Received[])[]> {
  const placed = await placeAll(tx, all, host.now())
  await tx.lock([...new Set(placed.flatMap(({ to }) => (to ? [conversationName(to)] : [])))])
  const fresh = await keepEvents(tx, eventsOf(placed, host.now()))
  const seen = new Set<string>()
  const isNew = ({ channel, heard }: Placed) => {
    const key = `${channel.id}/${heard.id}`
    if (!fresh.has(key) || seen.has(key)) return false
    seen.add(key)
    return true
  }
  const arrived: (readonly Arrived[])[] = []
  for (const one of placed)
    arrived.push(isNew(one) && isTaken(one.channel) ? await arrivedOf(host, tx, one) : [])
  const waits = await holdBack(host, tx, placed, arrived)
  const going = arrived.map((own, index) => (waits.has(index) ? [] : own))
  const received = await receive(tx, going.flat())
  let from = 0
  return going.map(own => {
    const mine = received.slice(from, from + own.length)
    from += own.length
    return mine
  })
}

/** A channel that a person stopped, or that never worked, notes what comes in and no more. */
function isTaken({ state, isStopped }: Channel): boolean {
  return state === 'active' || (state === 'inactive' && !isStopped)
}

function eventsOf(placed: readonly Placed[], at: number): readonly NewChannelEvent[] {
  return placed.map(({ channel, heard, to }) => {
    const of = { channel: channel.id, id: heard.id, bot: channel.bot, contact: to?.contact ?? '', at }
    const stopped = isTaken(channel) ? null : 'The channel is not active.'
    if (heard.sort === 'message' || heard.sort === 'referral')
      return { ...of, sort: heard.sort, note: stopped, payload: stopped === null ? null : kept(heard) }
    if (heard.sort === 'ignored' || heard.sort === 'unreadable')
      return { ...of, sort: heard.sort, note: heard.note, payload: kept(heard.payload) }
    const note = heard.sort === 'status' ? (heard.description ?? heard.status) : heard.sort
    return { ...of, sort: 'status', note: stopped ?? note, payload: kept(nameless(heard)) }
  })
}

/** A provider's name for a message has the phone number in it, and reports come for weeks after a person was erased. */
function nameless(heard: Heard): Heard {
  if (heard.sort !== 'status' || heard.of.answer === undefined) return heard
  return { ...heard, of: { ...heard.of, answer: hashOf(heard.of.answer) } }
}

/** Characters of a payload that are kept to be looked at. */
const KEPT = 16_384

function kept(payload: unknown): string | null {
  const text = JSON.stringify(payload).replace(/\p{Surrogate}/gu, '\uFFFD')
  return text.length > KEPT ? null : text
}

/** The inputs something becomes, none where a conversation has nothing to do with it. */
async function arrivedOf(
  host: Host,
  tx: WriteDb,
  { channel, heard, to }: Placed,
): Promise<readonly Arrived[]> {
  const at = host.now()
  if (heard.sort === 'status' || heard.sort === 'readUpTo') return reportOf(tx, { channel, heard, to }, at)
  if (!to) return []
  const { kind } = channel
  const known = kind === 'webhook' || !isTalking(kind) ? {} : { channel: kind }
  if (heard.sort === 'referral')
    return [{ to, at, ...known, input: { id: heard.id, type: 'referral', ref: heard.ref.slice(0, MAX_REF) } }]
  if (heard.sort !== 'message') return []
  const { id, said, profile, locale, ref } = heard
  const arrival = { to, at, profile, ...known, ...(locale === undefined ? {} : { locale }) }
  const message = { ...arrival, input: { id, type: 'message', ...said } } as const
  if (ref === undefined || !(await takesReferral(host, tx, to, ref))) return [message]
  // The words that come with it are the link's or the advertisement's.
  return [
    { ...arrival, input: { id: `${id}#ref`, type: 'referral', ref: ref.slice(0, MAX_REF) } },
    { ...message, input: { ...message.input, automated: true } },
  ]
}

/** What the runtime takes; entries have shorter names. */
const MAX_REF = 500
