import { environmentOf } from '../../src-shared/lifecycle/environments.ts'
import {
  type Conversation,
  conversationName,
  openConversations,
  saveConversations,
} from '../store/conversations.ts'
import type { WriteDb } from '../store/db.ts'
import { dropEffects } from '../store/effects.ts'
import { appendMessages } from '../store/messages.ts'
import { closeSession } from './close-session.ts'

type Ending = Readonly<{
  bot: string
  message: string
  at: number
  /** Only those that are on this content. */
  hash?: string
}>

/** Closes open conversations of a bot with a last message, unless that is empty; answers how many (KAL-16). */
export async function endConversations(tx: WriteDb, { bot, message, at, hash }: Ending): Promise<number> {
  await tx.lock((await liveConversations(tx, bot, hash)).map(conversationName))
  // Looked at again: they may have gone on before they were held.
  const open = await liveConversations(tx, bot, hash)
  const ended = open.map(conversation => ({
    ...conversation,
    session: conversation.session && closeSession(conversation.session),
    dueAt: null,
    lastNumber: conversation.lastNumber + (message === '' ? 0 : 1),
  }))
  if (message !== '')
    await appendMessages(
      tx,
      ended.map(({ contact, lastNumber: number }) => {
        const said = {
          sender: 'bot',
          id: `end.${number}`,
          text: message,
          options: null,
          content: null,
        } as const
        return { bot, contact, number, ...said, turn: null, at }
      }),
    )
  for (const { contact } of open) await dropEffects(tx, bot, contact)
  await saveConversations(tx, ended)
  return open.length
}

/** Those of the draft and test environments are not customers', and go on. */
async function liveConversations(
  tx: WriteDb,
  bot: string,
  hash: string | undefined,
): Promise<readonly Conversation[]> {
  const open = await openConversations(tx, bot)
  return open.filter(
    conversation =>
      environmentOf(conversation.contact) === 'live' && (hash === undefined || conversation.hash === hash),
  )
}
