import { openConversations, saveConversation } from '../store/conversations.ts'
import type { WriteDb } from '../store/db.ts'
import { dropEffects } from '../store/effects.ts'
import { appendMessage } from '../store/messages.ts'
import { closeSession } from './close-session.ts'

type Ending = Readonly<{ bot: string; message: string; at: number }>

/** Closes every open conversation of a bot with a last message, unless that is empty; answers how many (KAL-16). */
export function endConversations(db: WriteDb, { bot, message, at }: Ending): number {
  const open = openConversations(db, bot)
  for (const conversation of open) {
    const { contact, session, lastNumber } = conversation
    const number = lastNumber + 1
    if (message !== '')
      appendMessage(db, {
        bot,
        contact,
        number,
        sender: 'bot',
        id: `end.${number}`,
        text: message,
        options: null,
        content: null,
        turn: null,
        at,
      })
    dropEffects(db, bot, contact)
    saveConversation(db, {
      ...conversation,
      session: session && closeSession(session),
      dueAt: null,
      lastNumber: message === '' ? lastNumber : number,
    })
  }
  return open.length
}
