import { type ProactiveEvent, TOLD_STATES } from '../../src-shared/publish/proactive-protocol.ts'
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
    const status = TOLD_STATES.find(name => name === input.status)
    const row = status && (await saidBy(tx, turn, input.message))
    if (row && status)
      told.push(tellingOf(row, { message: input.message, status, reason: input.description ?? null }, at))
  }
  return told
}

/** What a sender is told when a channel gave up one of their messages. */
export async function tellOfDead(tx: ReadDb, dead: Delivery, at: number): Promise<readonly NewDelivery[]> {
  const [, seq] = /^ch[a-z0-9]{16}\/(\d+)\//.exec(dead.id) ?? []
  const row = seq === undefined ? null : await toldAt(tx, dead, Number(seq))
  if (!row) return []
  const { message = null } = outgoingSchema.parse(dead.payload)
  return [tellingOf(row, { message, status: 'failed', reason: dead.error }, at)]
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
