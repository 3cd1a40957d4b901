import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { MessageAnswer, MessageRequest } from '../../src-shared/publish/conversation-protocol.ts'
import type { Input } from '../../src-shared/runtime/input.ts'
import type { To } from '../store/conversations.ts'
import type { Arrival, Arrived, Received } from '../store/inbound.ts'
import type { TurnQueue } from './turn-queue.ts'

type Host = Readonly<{
  /** Stores an input, together with those that arrive at the same time; null when the bot is not here. */
  take: (arrived: Arrived) => Promise<Received | null>
  turns: TurnQueue
  now: () => number
}>
type Arriving = Omit<Arrival, 'at'>

/**
 * Takes an input: on the disk first, then its turn. The same id again waits for, or finds, the same answer. A sender
 * who hears nothing, or an error, sends it again.
 */
export async function receiveInput(
  host: Host,
  to: To,
  input: Input,
  { locale, channel }: Arriving = {},
): Promise<Result<MessageAnswer>> {
  const received = await host.take({ to, input, at: host.now(), locale, channel })
  if (!received) return fault('bot/not-found', 'Publish it first.')
  const { outcome, messages, events } = await host.turns.answerOf(received)
  if (outcome === 'failed') return fault('internal/bug', 'The message is kept; the bot could not answer it.')
  return ok({ outcome: received.isNew ? outcome : 'duplicate', messages, events })
}

/** Takes a message in the short form of the protocol. */
export function receiveMessage(
  host: Host,
  { message, ...to }: To & Readonly<{ message: MessageRequest }>,
): Promise<Result<MessageAnswer>> {
  const { id, text, option, locale, channel } = message
  const input: Input = { id, type: 'message', text, ...(option === undefined ? {} : { option }) }
  return receiveInput(host, to, input, { locale, channel })
}
