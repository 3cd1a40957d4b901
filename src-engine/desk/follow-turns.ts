import type { AfterHandover } from '../../src-shared/document/settings.ts'
import type { DoneTurn } from '../conversations/run-turn.ts'
import type { WriteDb } from '../store/db.ts'
import { beginChat, endChat, noteChat, reopenChat } from '../store/desk-chats.ts'
import { inputOf } from '../store/inbound.ts'

/** What turns mean for the desk. */
type News =
  | Readonly<{ kind: 'begun'; mode: AfterHandover }>
  | Readonly<{ kind: 'heard' }>
  | Readonly<{ kind: 'ended'; by: 'agent' | 'time' | 'bot' }>

/**
 * Keeps the desk's queue in step with the conversations, in the transaction of their turns: what was handed over
 * begins to wait, what is the bot's again is over, and who writes although their agent has closed waits again. Answers
 * whether anything of it happened.
 */
export async function followTurns(tx: WriteDb, done: readonly DoneTurn[]): Promise<boolean> {
  let isNews = false
  for (const turn of done)
    for (const news of newsOf(turn)) {
      await follow(tx, turn, news)
      isNews = true
    }
  return isNews
}

function newsOf({ answer }: DoneTurn): readonly News[] {
  // A bot that was taken off work has let go of its conversations.
  if (answer.outcome === 'no_active_bot') return [{ kind: 'ended', by: 'bot' }]
  return answer.events.flatMap((event): readonly News[] => {
    switch (event.type) {
      case 'handoverStarted':
        return [{ kind: 'begun', mode: event.afterHandover === 'observe' ? 'observe' : 'detached' }]
      case 'handoverEnded':
        return [{ kind: 'ended', by: event.by === 'time' ? 'time' : 'agent' }]
      case 'agentClosed':
        return [{ kind: 'ended', by: 'agent' }]
      case 'messageReceived':
        return event.rule === 'agent' ? [{ kind: 'heard' }] : []
      default:
        return []
    }
  })
}

async function follow(tx: WriteDb, { inbound, conversation }: DoneTurn, news: News): Promise<void> {
  const { bot, contact, at } = inbound
  if (news.kind === 'begun') {
    const input = inputOf(inbound)
    if (input.type !== 'effect') return
    await endChat(tx, inbound, { by: 'bot', at })
    const { lastNumber } = conversation
    const chat = await beginChat(tx, { bot, contact, effect: input.effect, mode: news.mode, at, lastNumber })
    if (chat !== null) await noteChat(tx, chat, { at, kind: 'asked' })
  } else if (news.kind === 'heard') {
    const chat = await reopenChat(tx, inbound, at)
    if (chat !== null) await noteChat(tx, chat, { at, kind: 'reopened' })
  } else {
    const chat = await endChat(tx, inbound, { by: news.by, at })
    if (chat !== null) await noteChat(tx, chat, { at, kind: 'ended', text: news.by })
  }
}
