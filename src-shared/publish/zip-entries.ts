import { strFromU8 } from 'fflate'
import { fault, ok, type Result } from '../kit/result.ts'

/** One file of a zip as its directory lists it. `data` is still compressed; nothing the directory says is believed. */
export type ZipEntry = Readonly<{
  name: string
  method: 'stored' | 'deflated'
  crc: number
  data: Uint8Array
}>

const END = 0x06054b50
const LISTED = 0x02014b50
const LOCAL = 0x04034b50
const END_LENGTH = 22
const MAX_COMMENT = 65_535
const LISTED_LENGTH = 46
const LOCAL_LENGTH = 30

/** Lists a zip by the directory at its end, as every reader of zips does; folders are left out. */
export function zipEntries(bytes: Uint8Array, maxEntries: number): Result<readonly ZipEntry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end < 0) return fault('package/corrupt', 'Its end is missing; it may have been cut off on the way.')
  const count = view.getUint16(end + 10, true)
  if (count > maxEntries)
    return fault('package/too-large', `It holds ${count} files; at most ${maxEntries} are accepted.`)
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (at + LISTED_LENGTH > end || view.getUint32(at, true) !== LISTED) return damaged('its list of files')
    const nameLength = view.getUint16(at + 28, true)
    const name = strFromU8(bytes.subarray(at + LISTED_LENGTH, at + LISTED_LENGTH + nameLength))
    if (isUnsafe(name))
      return fault(
        'package/unsafe-path',
        `The path is “${name.slice(0, 80)}”. Do not open this package elsewhere either.`,
      )
    const entry = readEntry(bytes, view, at, name)
    if (!entry.ok) return entry
    if (!name.endsWith('/')) entries.push(entry.value)
    at += LISTED_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return ok(entries)
}

function endOf(view: DataView): number {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at -= 1)
    if (view.getUint32(at, true) === END) return at
  return -1
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, name: string): Result<ZipEntry> {
  const shown = name.slice(0, 80)
  const encrypted = (view.getUint16(at + 8, true) & 1) !== 0
  const method = METHODS[view.getUint16(at + 10, true)]
  if (encrypted || !method)
    return fault(
      'package/unreadable',
      `${shown} is ${encrypted ? 'encrypted' : 'compressed in an unknown way'}. Ask for a package exported by Parley.`,
    )
  const local = view.getUint32(at + 42, true)
  if (local + LOCAL_LENGTH > view.byteLength || view.getUint32(local, true) !== LOCAL) return damaged(shown)
  const from = local + LOCAL_LENGTH + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  const to = from + view.getUint32(at + 20, true)
  if (to > view.byteLength) return damaged(shown)
  return ok({ name, method, crc: view.getUint32(at + 16, true), data: bytes.subarray(from, to) })
}

const METHODS: Readonly<Record<number, ZipEntry['method']>> = { 0: 'stored', 8: 'deflated' }

function damaged(what: string) {
  return fault('package/corrupt', `Damaged is ${what}. Ask for the file again.`)
}

/** A package never names a place outside itself, whatever system it is opened on. */
function isUnsafe(name: string): boolean {
  const escapes = name.split('/').some(part => part === '..' || part === '.')
  return escapes || name === '' || name.startsWith('/') || /[\\\p{Cc}]|^[A-Za-z]:/u.test(name)
}
