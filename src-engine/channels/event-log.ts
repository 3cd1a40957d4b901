import type { ChannelEvent, ChannelEvents } from '../../src-shared/publish/channel-protocol.ts'
import { type ChannelEventRow, eventsOf } from '../store/channel-events.ts'
import type { ReadDb } from '../store/db.ts'
import { type Delivery, deliveriesTo } from '../store/deliveries.ts'
import { channelTarget } from './channel-queues.ts'

type Page = Readonly<{ channel: string; before?: string | undefined; limit: number }>

/** What came in and went out over a channel, the newest first; a page goes on where both lists were left. */
export async function eventLog(db: ReadDb, { channel, before, limit }: Page): Promise<ChannelEvents> {
  const [outBefore = Number.MAX_SAFE_INTEGER, inBefore = Number.MAX_SAFE_INTEGER] =
    before?.split('-').map(Number) ?? []
  const [out, came] = await Promise.all([
    deliveriesTo(db, { target: channelTarget(channel), before: outBefore, limit }),
    eventsOf(db, { channel, before: inBefore, limit }),
  ])
  const all = [...out.map(row => ({ out: row, at: row.at })), ...came.map(row => ({ in: row, at: row.at }))]
  const page = all.sort((a, b) => b.at - a.at).slice(0, limit)
  const lastOut = page.findLast(entry => 'out' in entry)
  const lastIn = page.findLast(entry => 'in' in entry)
  const left = all.length > page.length || out.length === limit || came.length === limit
  const next = `${lastOut && 'out' in lastOut ? lastOut.out.seq : outBefore}-${lastIn && 'in' in lastIn ? lastIn.in.seq : inBefore}`
  return {
    events: page.map(entry => ('out' in entry ? ofDelivery(entry.out) : ofArrival(entry.in))),
    before: left ? next.replaceAll(String(Number.MAX_SAFE_INTEGER), '999999999999999') : null,
  }
}

function ofDelivery({ seq, id, at, contact, state, attempts, error, payload }: Delivery): ChannelEvent {
  return {
    direction: 'out',
    at,
    id,
    sort: 'sent',
    contact,
    state,
    note: error,
    delivery: seq,
    attempts,
    payload: { ...payload },
  }
}

/** What became an input is shown as the conversation has it: a secret is blotted out there. */
function ofArrival({
  id,
  at,
  sort,
  contact,
  note,
  payload,
  text,
  option,
  input,
}: ChannelEventRow): ChannelEvent {
  const told =
    input ?? (text === null ? null : JSON.stringify({ text, ...(option === null ? {} : { option }) }))
  const shown = payload ?? told
  const isKnown = sort !== 'ignored' && sort !== 'unreadable'
  return {
    direction: 'in',
    at,
    id,
    sort,
    contact,
    state:
      isKnown && payload === null ? (text === null ? 'waiting' : 'taken') : isKnown ? 'taken' : 'ignored',
    note,
    delivery: null,
    attempts: 0,
    payload: shown === null ? null : objectOf(JSON.parse(shown)),
  }
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : { value }
}
