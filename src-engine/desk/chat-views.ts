import { hashOfAddress } from '../../src-shared/message/file-address.ts'
import type { Transcript } from '../../src-shared/publish/conversation-protocol.ts'
import { chatMessage } from '../http/chat-message.ts'
import { findBot } from '../store/bots.ts'
import type { EngineDb } from '../store/db.ts'
import { type DeskChat, notesOf, pastChats } from '../store/desk-chats.ts'
import { transcriptAfter, transcriptBefore } from '../store/messages.ts'
import { channelOfChat, mostOf, sizeOf } from './chat-files.ts'
import { contactLabel, factsOf, nameIn } from './contact-label.ts'
import type { ChatDetail, DeskMessage, DeskMessages } from './desk-protocol.ts'

/** Messages that are shown at first, and each time somebody asks for earlier ones. */
const PAGE = 50

/** What an agent is told of a conversation besides what was said (requirements.md CM-11, CM-12, NHN-79). */
export async function chatDetail(db: EngineDb, chat: DeskChat): Promise<ChatDetail> {
  const { id, bot, contact, state, channel, skill, reason, webstore, mode, summary } = chat
  const [found, notes, past, on] = await Promise.all([
    findBot(db, bot),
    notesOf(db, id),
    pastChats(db, contact, id),
    channelOfChat(db, chat),
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
    mostBytes: mostOf(on),
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
  return { messages: await Promise.all(messages.map(message => deskMessage(db, message))), more }
}

async function deskMessage(db: EngineDb, entry: Transcript['messages'][number]): Promise<DeskMessage> {
  const { shown, ...said } = chatMessage(entry)
  return { ...said, shown: shown && { ...shown }, files: await filesOf(db, entry) }
}

/** What contacts and agents sent; what a bot shows is in its parts. */
async function filesOf(
  db: EngineDb,
  { from, content }: Transcript['messages'][number],
): Promise<DeskMessage['files']> {
  const { files = [], media } = (content ?? {}) as SentParts
  if (from === 'contact') return files.map(file => shownFile(file, file.size ?? null))
  return from === 'agent' && media ? [shownFile(media, await sizeOf(db, media.url))] : []
}

/** A file of this engine is below the page; an address that is none to open is left out. */
function shownFile(
  { kind = 'document', name = '', url = '', alt = '' }: SentFile,
  size: number | null,
): DeskMessage['files'][number] {
  const hash = hashOfAddress(url) ?? /\/media\/([0-9a-f]{64})$/.exec(url)?.[1]
  const address = hash ? `media/${hash}` : /^https?:\/\//.test(url) ? url : ''
  return { kind, name, url: address, alt, size }
}

type SentFile = Readonly<{ kind?: string; name?: string; url?: string; alt?: string; size?: number }>
type SentParts = Readonly<{ files?: readonly SentFile[]; media?: SentFile & Readonly<{ url: string }> }>
