import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { InputOf } from '../../src-shared/runtime/input.ts'
import type { Engine } from '../engine.ts'
import { conversationName, findConversation } from '../store/conversations.ts'
import type { WriteDb } from '../store/db.ts'
import { findDeskAgent, setAssigned } from '../store/desk-agents.ts'
import {
  closeChat,
  type DeskChat,
  endChat,
  findChat,
  giveChat,
  noteAnswer,
  noteChat,
  returnChat,
  takeWaiting,
} from '../store/desk-chats.ts'
import { type Received, receive } from '../store/inbound.ts'
import { agentMedia } from './chat-files.ts'
import type { DeskAnswer, NamedFile } from './desk-protocol.ts'
import { isThere } from './presence.ts'

/** What an agent does with a conversation. */
export type Act = Readonly<{ engine: Engine; agent: string; chat: number }>

/** Takes a conversation out of the queue; of two who take it, one has it (requirements.md NHN-78). */
export function takeChat({ engine, agent, chat: id }: Act): Promise<Result<null>> {
  const at = engine.now()
  return engine.db.atomically(async tx => {
    if (!(await takeWaiting(tx, id, agent, at))) {
      const chat = await findChat(tx, id)
      if (!chat || chat.state === 'offered') return fault('request/not-found')
      return chat.state === 'closed' ? fault('desk/over') : fault('desk/taken')
    }
    await setAssigned(tx, agent, at)
    await noteChat(tx, id, { at, kind: 'taken', agent })
    return ok(null)
  })
}

/** Says something or sends a file; the same id again says nothing twice. */
export async function answerChat(act: Act, { id, text, file }: DeskAnswer): Promise<Result<null>> {
  const { engine } = act
  const media = file ? await mediaIn(act, file) : null
  if (media && !media.ok) return media
  const input = {
    id: `desk.${act.chat}.${id}`,
    type: 'agent',
    action: 'message',
    text,
    ...(media ? { media: media.value } : {}),
  } as const
  return tellBot(act, input, async (tx, chat) => {
    const { lastNumber } = await findConversation(tx, chat.bot, chat.contact)
    await noteAnswer(tx, chat.id, lastNumber, engine.now())
  })
}

async function mediaIn({ engine: { db }, chat: id }: Act, file: NamedFile) {
  const chat = await findChat(db, id)
  return chat ? agentMedia(db, chat, file) : fault('request/not-found')
}

/** Gives the conversation back to its bot, where that takes it (requirements.md CM-15). */
export async function finishChat(act: Act, reason: string): Promise<Result<null>> {
  const { engine, agent, chat: id } = act
  const at = engine.now()
  const input = { id: `desk.close.${id}.${at}`, type: 'agent', action: 'close', text: '' } as const
  return tellBot(act, input, async tx => {
    await closeChat(tx, id, { agent, reason, at })
    await noteChat(tx, id, { at, kind: 'closed', agent, text: reason })
  })
}

/** Gives a conversation to somebody who is there, or to the queue of a skill. */
export function transferChat(
  { engine, agent, chat: id }: Act,
  { to, skill, note }: Readonly<{ to: string | null; skill: string | null; note: string }>,
): Promise<Result<null>> {
  const at = engine.now()
  return engine.db.atomically(async tx => {
    const chat = await ownChat(tx, id, agent)
    if (!chat.ok) return chat
    const done =
      to === null
        ? ok(await returnChat(tx, id, { from: agent, skill }))
        : await giveTo(tx, { id, from: agent, to, at })
    if (!done.ok) return done
    if (!done.value) return fault('desk/not-yours')
    await noteChat(tx, id, { at, kind: 'transferred', agent, target: to ?? skill, text: note })
    return ok(null)
  })
}

type Giving = Readonly<{ id: number; from: string; to: string; at: number }>

async function giveTo(tx: WriteDb, { id, from, to, at }: Giving): Promise<Result<boolean>> {
  const colleague = await findDeskAgent(tx, to)
  if (!colleague || to === from) return fault('desk/not-there')
  if (!colleague.accepting || !isThere(colleague, at)) return fault('desk/not-there')
  await setAssigned(tx, to, at)
  return ok(await giveChat(tx, id, { from, to, at }))
}

/**
 * Gives an input to the bot in the transaction of what it means here, and waits for its turn. A conversation that has
 * become the bot's meanwhile is over.
 */
async function tellBot(
  { engine, agent, chat: id }: Act,
  input: InputOf<'agent'>,
  also: (tx: WriteDb, chat: DeskChat) => Promise<void>,
): Promise<Result<null>> {
  const { db, now, turns } = engine
  const known = await findChat(db, id)
  if (!known) return fault('request/not-found')
  const { bot, contact } = known
  const told = await db.atomically(async (tx): Promise<Result<Received | null>> => {
    await tx.lock([conversationName(known)])
    const chat = await ownChat(tx, id, agent)
    if (!chat.ok) return chat
    const { session } = await findConversation(tx, bot, contact)
    if (session?.more?.agentAt === undefined) {
      await endChat(tx, known, { by: 'bot', at: now() })
      await noteChat(tx, id, { at: now(), kind: 'ended', text: 'bot' })
      return ok(null)
    }
    const [received] = await receive(tx, [{ to: { bot, contact }, input, at: now() }])
    await also(tx, chat.value)
    return ok(received ?? null)
  })
  if (!told.ok) return told
  if (told.value === null) return fault('desk/over')
  const { outcome } = await turns.answerOf(told.value)
  return outcome === 'failed' ? fault('internal/bug') : ok(null)
}

async function ownChat(tx: WriteDb, id: number, agent: string): Promise<Result<DeskChat>> {
  const chat = await findChat(tx, id)
  if (!chat) return fault('request/not-found')
  if (chat.state === 'closed') return fault('desk/over')
  return chat.state === 'taken' && chat.agent === agent ? ok(chat) : fault('desk/not-yours')
}
