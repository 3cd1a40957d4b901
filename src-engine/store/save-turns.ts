import type { DoneTurn } from '../conversations/run-turn.ts'
import { conversationName, saveConversations } from './conversations.ts'
import type { WriteDb } from './db.ts'
import { keepEffects } from './effects.ts'
import { blotOut, settle } from './inbound.ts'
import { appendMessages } from './messages.ts'
import { countTurns, type StagedTurn } from './stages.ts'
import { appendTurns } from './turns.ts'

/**
 * Writes turns in the order they were made: sessions, transcripts, events, effects, and that they are done. To be
 * called in the transaction that holds their conversations.
 */
export async function saveTurns(tx: WriteDb, done: readonly DoneTurn[]): Promise<void> {
  if (done.length === 0) return
  const last = new Map(done.map(({ conversation }) => [conversationName(conversation), conversation]))
  const turns = done.map(({ inbound: { seq, at }, hash, answer: { outcome, events } }) => {
    return { seq, outcome, hash, events, at }
  })
  const effects = done.flatMap(({ conversation: { bot, contact }, effects }) =>
    effects.map(effect => ({ bot, contact, effect })),
  )
  await Promise.all([
    appendTurns(tx, turns),
    appendMessages(
      tx,
      done.flatMap(({ messages }) => messages),
    ),
    saveConversations(tx, [...last.values()]),
    keepEffects(tx, effects),
    countTurns(tx, done.flatMap(stagedTurn)),
    ...done.filter(({ isSecret }) => isSecret).map(({ inbound }) => blotOut(tx, inbound.seq)),
    settle(
      tx,
      done.map(({ inbound }) => inbound.seq),
    ),
  ])
}

function stagedTurn({ stage, inbound: { contact }, hasFailed: failed }: DoneTurn): readonly StagedTurn[] {
  return stage === null ? [] : [{ stage, contact, failed }]
}
