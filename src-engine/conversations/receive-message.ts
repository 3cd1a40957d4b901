import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { MessageAnswer, MessageRequest } from '../../src-shared/publish/conversation-protocol.ts'
import { findBot } from '../store/bots.ts'
import type { CommitQueue } from '../store/commit-queue.ts'
import type { EngineDb } from '../store/db.ts'
import { receive } from '../store/inbound.ts'
import type { TurnQueue } from './turn-queue.ts'

type Host = Readonly<{ db: EngineDb; commits: CommitQueue; turns: TurnQueue; now: () => number }>
type From = Readonly<{ bot: string; contact: string; message: MessageRequest }>

/**
 * Takes a message: on the disk first, then its turn. The same id again waits for, or finds, the same answer. A sender
 * who hears nothing, or an error, sends it again.
 */
export async function receiveMessage(
  host: Host,
  { bot, contact, message }: From,
): Promise<Result<MessageAnswer>> {
  if (!findBot(host.db, bot)) return fault('bot/not-found', 'Publish it first.')
  const at = host.now()
  const { seq, isNew } = await host.commits.run(() => receive(host.db, bot, contact, { ...message, at }))
  const { outcome, messages, events } = await host.turns.answerOf(seq)
  if (outcome === 'failed') return fault('internal/bug', 'The message is kept; the bot could not answer it.')
  return ok({ outcome: isNew ? outcome : 'duplicate', messages, events })
}
