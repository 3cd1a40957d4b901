import type { ReadDb } from '../store/db.ts'
import { deliveryCalled, deliveryNamed, lastDoneBefore } from '../store/deliveries.ts'
import type { Arrived } from '../store/inbound.ts'
import { channelTarget } from './channel-queues.ts'
import type { Heard } from './heard.ts'
import type { Placed } from './place-heard.ts'

/** A report on a message that was sent, to the conversation it is of. */
export async function reportOf(
  tx: ReadDb,
  { channel, heard, to }: Placed,
  at: number,
): Promise<readonly Arrived[]> {
  const target = channelTarget(channel.id)
  const found =
    heard.sort === 'readUpTo'
      ? to && (await lastDoneBefore(tx, { target, ...to, at: heard.at }))
      : heard.sort === 'status'
        ? await sentAs(tx, target, heard.of)
        : null
  if (!found) return []
  const { message, isLast } = found.payload
  const status = heard.sort === 'status' ? heard.status : 'read'
  // Of a message in several parts the last says that it arrived, and any that it did not.
  if (typeof message !== 'number' || (!isLast && status !== 'failed')) return []
  const description = heard.sort === 'status' ? heard.description?.slice(0, 500) : undefined
  const about = description === undefined ? {} : { description }
  const { bot, contact } = found
  return [{ to: { bot, contact }, at, input: { id: heard.id, type: 'delivery', message, status, ...about } }]
}

async function sentAs(
  tx: ReadDb,
  target: string,
  { answer, delivery }: Extract<Heard, { sort: 'status' }>['of'],
) {
  const named = delivery === undefined ? null : await deliveryNamed(tx, delivery)
  if (named?.target === target) return named
  return answer === undefined ? null : deliveryCalled(tx, target, answer)
}
