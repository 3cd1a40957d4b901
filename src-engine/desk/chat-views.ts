import type { Transcript } from '../../src-shared/publish/conversation-protocol.ts'
import { chatMessage } from '../http/chat-message.ts'
import { findBot } from '../store/bots.ts'
import type { EngineDb } from '../store/db.ts'
import { type DeskChat, notesOf, pastChats } from '../store/desk-chats.ts'
import { transcriptAfter, transcriptBefore } from '../store/messages.ts'
import { contactLabel, factsOf, nameIn } from './contact-label.ts'
import type { ChatDetail, DeskMessage, DeskMessages } from './desk-protocol.ts'

/** Messages that are shown at first, and each time somebody asks for earlier ones. */
const PAGE = 50

/** What an agent is told of a conversation besides what was said (requirements.md CM-11, CM-12, NHN-79). */
export async function chatDetail(db: EngineDb, chat: DeskChat): Promise<ChatDetail> {
  const { id, bot, contact, state, channel, skill, reason, webstore, mode, summary } = chat
  const [found, notes, past] = await Promise.all([
    findBot(db, bot),
    notesOf(db, id),
    pastChats(db, contact, id),
  ])
  return {
    id,
    state: state === 'offered' ? 'waiting' : state,
    who: nameIn(summary),
    contact: contactLabel(contact),
    bot,
    botName: found?.name ?? bot,
    channel,
    skill,
    reason,
    webstore,
    mode,
    summary: [...factsOf(summary)],
    notes: [...notes],
    past: past.map(({ state: _, ...one }) => one),
  }
}

/** What was said, of the bot's part too: after a message, or a page of what was said before one. */
export async function chatMessages(
  db: EngineDb,
  { bot, contact }: DeskChat,
  { after, before = Number.MAX_SAFE_INTEGER }: Readonly<{ after?: number; before?: number }>,
): Promise<DeskMessages> {
  const { messages, more } =
    after === undefined
      ? await transcriptBefore(db, bot, contact, { before, limit: PAGE })
      : await transcriptAfter(db, bot, contact, after)
  return { messages: messages.map(deskMessage), more }
}

function deskMessage(entry: Transcript['messages'][number]): DeskMessage {
  const { shown, ...said } = chatMessage(entry)
  return { ...said, shown: shown && { ...shown }, files: filesOf(entry.content) }
}

/** What contacts sent; an address that is none to open is left out. */
function filesOf(content: Readonly<Record<string, unknown>> | null): DeskMessage['files'] {
  const files = content && Array.isArray(content.files) ? (content.files as readonly Partial<SentFile>[]) : []
  return files.map(({ kind = 'document', name = '', url = '' }) => ({
    kind,
    name,
    url: /^https?:\/\//.test(url) ? url : '',
  }))
}

type SentFile = Readonly<{ kind: string; name: string; url: string }>
