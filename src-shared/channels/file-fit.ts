import { MAX_FILE_BYTES } from '../message/file-type.ts'
import type { MediaKind } from '../message/message.ts'
import { CAPABILITIES } from './capabilities.ts'
import type { Channel } from './channel.ts'
import { LIMITS } from './limits.ts'

/** What a channel does with a file: it is shown, sent as a link, or refused for its size or its type. */
export type FileFit =
  | Readonly<{ is: 'shown' | 'link' }>
  | Readonly<{ is: 'tooLarge'; max: number }>
  | Readonly<{ is: 'wrongType' }>

type SentKind = Exclude<MediaKind, 'stream'>
type File = Readonly<{ mime: string; size: number }>

/** The pictures, films and sounds WhatsApp takes; https://docs.aws.amazon.com/social-messaging (2026-11-21). */
const WHATSAPP_TYPES: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'video/mp4',
  'video/3gpp',
  'audio/aac',
  'audio/amr',
  'audio/mpeg',
  'audio/mp4',
  'audio/ogg',
])

/** What a channel makes of a file of a bot (requirements.md NHN-34). */
export function fileFit({ mime, size }: File, channel: Channel): FileFit {
  const kind = kindOfType(mime)
  if (!CAPABILITIES[channel].media.includes(kind)) return { is: 'link' }
  if (channel === 'whatsapp' && kind !== 'document' && !WHATSAPP_TYPES.has(mime)) return { is: 'wrongType' }
  const max = largest(channel, kind)
  return max !== null && size > max ? { is: 'tooLarge', max } : { is: 'shown' }
}

/** The most bytes of a kind of file that can be sent over a channel, whoever sends it. */
export function mostBytes(channel: Channel, kind: SentKind): number {
  return Math.min(largest(channel, kind) ?? MAX_FILE_BYTES, MAX_FILE_BYTES)
}

/** How a file of a type is sent. */
export function kindOfType(mime: string): SentKind {
  const family = mime.split('/')[0]
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'document'
}

/** Bytes; null where nothing is known. Instagram has a limit of its own for pictures, and else Messenger's. */
function largest(channel: Channel, kind: SentKind): number | null {
  if (channel === 'whatsapp') return LIMITS[`whatsapp/${kind}`].max
  if (channel === 'instagram' && kind === 'image') return LIMITS['instagram/image'].max
  return channel === 'messenger' || channel === 'instagram' ? LIMITS['messenger/file'].max : null
}
