import type { ProactiveEvent } from '../../src-shared/publish/proactive-protocol.ts'
import { outgoingSchema } from '../channels/outgoing-message.ts'
import type { DoneTurn } from '../conversations/run-turn.ts'
import type { ReadDb } from '../store/db.ts'
import { type Delivery, deliveriesOfTurn, type NewDelivery } from '../store/deliveries.ts'
import { inputOf } from '../store/inbound.ts'
import type { ProactiveRow } from '../store/proactive.ts'
import { toldAt, toldBefore } from '../store/proactive-callbacks.ts'
import { failureOf } from './status-of.ts'

export const STATUS_KIND = 'proactiveStatus'

type News = Pick<ProactiveEvent, 'message' | 'status' | 'reason'>

/** What senders are told because of turns: how far their messages came, or that nothing was said (requirements.md KAR-01). */
export async function tellOfTurns(
  tx: ReadDb,
  done: readonly DoneTurn[],
  at: number,
): Promise<readonly NewDelivery[]> {
  const told: NewDelivery[] = []
  for (const turn of done) {
    const { inbound } = turn
    // Nearly all are messages, which nobody is told of.
    if (inbound.kind !== 'proactive' && inbound.kind !== 'delivery') continue
    const input = inputOf(inbound)
    if (input.type === 'proactive') {
      const failed = failureOf(turn.answer)
      const row = failed && (await toldAt(tx, inbound, inbound.seq))
      if (row) told.push(tellingOf(row, { message: null, ...failed }, at))
    }
    if (input.type !== 'delivery') continue
    // That it was sent is known first-hand.
    const status = input.status === 'sent' ? undefined : input.status
    const row = status && (await saidBy(tx, turn, input.message))
    if (row && status)
      told.push(tellingOf(row, { message: input.message, status, reason: input.description ?? null }, at))
  }
  return told
}

/** What a sender is told when a channel took one of their messages, or gave it up. */
export async function tellOfEnded(tx: ReadDb, ended: Delivery, at: number): Promise<readonly NewDelivery[]> {
  const [, seq] = /^ch[a-z0-9]{16}\/(\d+)\//.exec(ended.id) ?? []
  if (seq === undefined) return []
  const { message = null, isBegun = false, isLast } = outgoingSchema.parse(ended.payload)
  const isTaken = ended.state === 'done'
  // Nearly all that is taken is an answer, of which nobody is told.
  if (isTaken && !(isBegun && isLast && (await areOthersTaken(tx, ended)))) return []
  const row = await toldAt(tx, ended, Number(seq))
  if (!row) return []
  const news = isTaken ? ({ status: 'sent', reason: null } as const) : failedFor(ended)
  return [tellingOf(row, { message, ...news }, at)]
}

function failedFor({ error }: Delivery) {
  return { status: 'failed', reason: error } as const
}

/** Whether the other parts of a message were taken, of which some may have been given up before its last. */
async function areOthersTaken(tx: ReadDb, { id, bot, contact }: Delivery): Promise<boolean> {
  const dot = id.lastIndexOf('.') + 1
  if (id.slice(dot) === '1') return true
  const parts = await deliveriesOfTurn(tx, { bot, contact, prefix: id.slice(0, dot) })
  return parts.every(part => part.id === id || part.state === 'done')
}

/** Which of the messages that were begun with a contact said what a report is about. */
async function saidBy(tx: ReadDb, { inbound }: DoneTurn, message: number): Promise<ProactiveRow | null> {
  for (const row of await toldBefore(tx, inbound, inbound.seq)) {
    const prefix = `${row.channel}/${row.seq}/`
    const parts = await deliveriesOfTurn(tx, { bot: row.bot, contact: row.contact, prefix })
    if (parts.some(({ payload }) => outgoingSchema.parse(payload).message === message)) return row
  }
  return null
}

/** Each state of each message is told once; all of one message in their order. */
function tellingOf(row: ProactiveRow, news: News, at: number): NewDelivery {
  const event = `callback/${row.id}/${news.message ?? 'none'}/${news.status}`
  const { id, channel, recipient: to, bot, contact } = row
  const payload: ProactiveEvent = { type: 'status', event, id, to, channel, ...news, at }
  return {
    ...{ id: event, kind: STATUS_KIND, queue: `callback/${id}`, target: callbackTarget(row.key) },
    ...{ bot, contact, payload },
  }
}

export function callbackTarget(key: string): string {
  return `callback/${key}`
}
