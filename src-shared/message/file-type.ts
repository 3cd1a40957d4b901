import { isUtf8 } from '../kit/is-utf8.ts'
import type { MediaKind } from './message.ts'

/** What a file is, told by its first bytes; its name is not asked. */
export type FileType = Readonly<{ mime: string; kind: Exclude<MediaKind, 'stream'> }>
/** What a file is that no bot sends: a program, a page with scripts, or something not known. */
export type RefusedType = 'program' | 'script' | 'archive' | 'unknown' | 'empty'

/** Why, in words. */
export const WHY_REFUSED: Readonly<Record<RefusedType, string>> = {
  program: 'It is a program or holds one, whatever its name says.',
  script:
    'It is a page, drawing or script that some programs would run. Save a picture as PNG, or a page as PDF.',
  archive: 'It is an archive. Add the files in it one by one.',
  unknown: 'Parley knows pictures, films, sounds, PDF, office documents and plain text; it is none of these.',
  empty: 'It is empty.',
}

type Sign = Readonly<{ at: number; bytes: string; mime: string; kind: FileType['kind'] }>

/** The largest file a bot brings along, which is what most channels take; larger ones are better linked to. */
export const MAX_FILE_BYTES = 25_000_000

/** Signs at fixed places, as Latin-1. */
const SIGNS: readonly Sign[] = [
  { at: 0, bytes: '\x89PNG\r\n\x1a\n', mime: 'image/png', kind: 'image' },
  { at: 0, bytes: '\xff\xd8\xff', mime: 'image/jpeg', kind: 'image' },
  { at: 0, bytes: 'GIF87a', mime: 'image/gif', kind: 'image' },
  { at: 0, bytes: 'GIF89a', mime: 'image/gif', kind: 'image' },
  { at: 0, bytes: '%PDF-', mime: 'application/pdf', kind: 'document' },
  { at: 0, bytes: 'ID3', mime: 'audio/mpeg', kind: 'audio' },
  { at: 0, bytes: '\xff\xfb', mime: 'audio/mpeg', kind: 'audio' },
  { at: 0, bytes: '\xff\xf3', mime: 'audio/mpeg', kind: 'audio' },
  { at: 0, bytes: '\xff\xf1', mime: 'audio/aac', kind: 'audio' },
  { at: 0, bytes: '\xff\xf9', mime: 'audio/aac', kind: 'audio' },
  { at: 0, bytes: '#!AMR', mime: 'audio/amr', kind: 'audio' },
  { at: 0, bytes: 'OggS', mime: 'audio/ogg', kind: 'audio' },
  { at: 0, bytes: '\x1aE\xdf\xa3', mime: 'video/webm', kind: 'video' },
]

/** Names of parts that tell office documents, which are zips, from other zips. */
const OFFICE = 'application/vnd.openxmlformats-officedocument'
const OFFICE_PARTS: readonly (readonly [part: string, mime: string])[] = [
  ['word/', `${OFFICE}.wordprocessingml.document`],
  ['xl/', `${OFFICE}.spreadsheetml.sheet`],
  ['ppt/', `${OFFICE}.presentationml.presentation`],
]
const PROGRAMS = ['MZ', '\x7fELF', '\xca\xfe\xba\xbe', '\xcf\xfa\xed\xfe', '\xfe\xed\xfa']
/** Bytes that are looked at; the signs of all types are among them. */
const LOOKED_AT = 4096

/** The type of a file a bot may send, or why it may not. */
export function fileType(bytes: Uint8Array): FileType | RefusedType {
  if (bytes.length === 0) return 'empty'
  const head = latin1(bytes.subarray(0, LOOKED_AT))
  const sign = SIGNS.find(({ at, bytes: wanted }) => head.startsWith(wanted, at))
  if (sign) return { mime: sign.mime, kind: sign.kind }
  if (head.startsWith('RIFF')) return riffType(head.slice(8, 12))
  if (head.startsWith('ftyp', 4)) return boxType(head.slice(8, 12))
  if (PROGRAMS.some(start => head.startsWith(start))) return 'program'
  if (head.startsWith('PK\x03\x04')) return zipType(bytes, head)
  return textType(bytes, head)
}

function riffType(form: string): FileType | RefusedType {
  if (form === 'WEBP') return { mime: 'image/webp', kind: 'image' }
  return form === 'WAVE' ? { mime: 'audio/wav', kind: 'audio' } : 'unknown'
}

function boxType(brand: string): FileType | RefusedType {
  if (/^M4[AB] /.test(brand)) return { mime: 'audio/mp4', kind: 'audio' }
  if (brand.startsWith('3gp')) return { mime: 'video/3gpp', kind: 'video' }
  return /^(isom|iso\d|mp4\d|avc1|M4V |dash|MSNV)/.test(brand)
    ? { mime: 'video/mp4', kind: 'video' }
    : 'unknown'
}

function zipType(bytes: Uint8Array, head: string): FileType | RefusedType {
  // The directory with all names is at the end.
  const names = head + latin1(bytes.subarray(-65_536))
  if (!names.includes('[Content_Types].xml')) return 'archive'
  const found = OFFICE_PARTS.find(([part]) => names.includes(part))
  // Documents with macros are programs.
  if (names.includes('vbaProject.bin')) return 'program'
  return found ? { mime: found[1], kind: 'document' } : 'archive'
}

/** Plain text is sent as a document; pages, drawings and scripts are not, since some programs run them. */
function textType(bytes: Uint8Array, head: string): FileType | RefusedType {
  if (/^\s*(?:\xef\xbb\xbf)?\s*(?:<|#!)/.test(head)) return 'script'
  const isPlain = isUtf8(bytes) && bytes.every(byte => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d))
  return isPlain ? { mime: 'text/plain', kind: 'document' } : 'unknown'
}

function latin1(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 1) text += String.fromCharCode(bytes[at] as number)
  return text
}
