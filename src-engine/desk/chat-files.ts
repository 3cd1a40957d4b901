import type { Channel } from '../../src-shared/channels/channel.ts'
import { fileFit, kindOfType, mostBytes } from '../../src-shared/channels/file-fit.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { fileAddress, hashOfAddress } from '../../src-shared/message/file-address.ts'
import { fileType } from '../../src-shared/message/file-type.ts'
import type { InputOf } from '../../src-shared/runtime/input.ts'
import type { Engine } from '../engine.ts'
import { channelOf } from '../integrations/routes-of.ts'
import { type KeptFile, keepBytes } from '../media/keep-bytes.ts'
import { findConversation } from '../store/conversations.ts'
import type { ReadDb } from '../store/db.ts'
import type { DeskChat } from '../store/desk-chats.ts'
import { aboutFile } from '../store/media.ts'
import type { ChatDetail, NamedFile } from './desk-protocol.ts'

/** The channel a conversation at the desk is on. */
export async function channelOfChat(db: ReadDb, { bot, contact }: DeskChat): Promise<Channel> {
  return channelOf(db, null, await findConversation(db, bot, contact))
}

/** The most bytes of each kind of file that an agent can send on a channel. */
export function mostOf(channel: Channel): ChatDetail['mostBytes'] {
  const [image, video] = [mostBytes(channel, 'image'), mostBytes(channel, 'video')]
  return { image, video, audio: mostBytes(channel, 'audio'), document: mostBytes(channel, 'document') }
}

/** Keeps a file an agent is about to send, where the channel of the conversation takes it. */
export async function keepChatFile(
  engine: Engine,
  chat: DeskChat,
  bytes: Uint8Array,
): Promise<Result<KeptFile>> {
  const type = fileType(bytes)
  if (typeof type !== 'string') {
    const fits = fitsOn(await channelOfChat(engine.db, chat), { mime: type.mime, size: bytes.length })
    if (!fits.ok) return fits
  }
  return keepBytes(engine, bytes)
}

type AgentMedia = NonNullable<InputOf<'agent'>['media']>

/** A file that was uploaded as the bot is told of it. */
export async function agentMedia(
  db: ReadDb,
  chat: DeskChat,
  { hash, name, alt }: NamedFile,
): Promise<Result<AgentMedia>> {
  const about = await aboutFile(db, hash)
  if (!about) return fault('request/not-found', 'Upload the file first.')
  const fits = fitsOn(await channelOfChat(db, chat), about)
  if (!fits.ok) return fits
  const kind = kindOfType(about.mime)
  return ok({
    kind,
    url: fileAddress(hash),
    ...(name === '' ? {} : { name }),
    ...(kind === 'image' && alt !== '' ? { alt } : {}),
  })
}

/** What a channel shows as a link only is sent as one; only what is lost on it is refused. */
function fitsOn(channel: Channel, file: Readonly<{ mime: string; size: number }>): Result<null> {
  const fit = fileFit(file, channel)
  if (fit.is === 'wrongType') return fault('desk/file-type')
  return fit.is === 'tooLarge' ? fault('desk/file-size') : ok(null)
}

/** How many bytes the engine's own file behind an address has; null for any other. */
export async function sizeOf(db: ReadDb, url: string): Promise<number | null> {
  const hash = hashOfAddress(url)
  return hash === null ? null : ((await aboutFile(db, hash))?.size ?? null)
}
