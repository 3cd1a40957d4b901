import { strFromU8, strToU8, type Zippable, zipSync } from 'fflate'
import { z } from 'zod'
import { MAX_DOCUMENT_LENGTH, parseDocumentText } from '../blocks/parse-document.ts'
import type { BotDocument } from '../document/bot-document.ts'
import { formatBytes } from '../kit/format-bytes.ts'
import { fault, ok, type Result } from '../kit/result.ts'
import { MAX_FILE_BYTES } from '../message/file-type.ts'
import { checkFile } from './check-file.ts'
import { documentText } from './document-text.ts'
import { inflateEntry } from './inflate-entry.ts'
import { type ZipEntry, zipEntries } from './zip-entries.ts'

/**
 * A `.parley` package is a zip of `parley.json` (what this file is), `bot.json` (the document) and `media/<hash>` for each
 * file of the bot.
 * Limits: bytes of the document, of everything unpacked, of
 * the bot's files together, and how many files.
 */
export const PACKAGE_LIMITS = {
  document: MAX_DOCUMENT_LENGTH,
  unpacked: 256_000_000,
  media: 190_000_000,
  files: 5000,
} as const

export type PackageLimits = Readonly<{ document: number; unpacked: number; files: number }>

const MARKER_FILE = 'parley.json'
const DOCUMENT_FILE = 'bot.json'
const MEDIA_FOLDER = 'media/'
const MEDIA_FILE = /^media\/[0-9a-f]{64}$/
const NO_FILES: PackedFiles = new Map()
const PACKAGE_VERSION = 1
const MAX_MARKER = 10_000

/** The bytes of a bot's files by their hashes. */
export type PackedFiles = ReadonlyMap<string, Uint8Array>

/** The `.parley` file of a bot with its files, which people send each other. */
export function packBot(document: BotDocument, media: PackedFiles = NO_FILES): Uint8Array {
  const marker = `${JSON.stringify({ format: 'parley-package', version: PACKAGE_VERSION })}\n`
  const files: Zippable = {
    [MARKER_FILE]: strToU8(marker),
    [DOCUMENT_FILE]: strToU8(documentText(document)),
  }
  // Pictures, films and sounds are compressed already.
  for (const hash of [...media.keys()].sort())
    files[MEDIA_FOLDER + hash] = [media.get(hash) as Uint8Array, { level: 0 }]
  // The first moment a zip can hold, in the time zone of whoever packs: the same bot gives the same bytes.
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 })
}

/**
 * The package of a bot with those of its files that are there (`bytesOf`), also those no block sends yet; one whose bytes
 * are nowhere is left out.
 */
export function packWithFiles(
  document: BotDocument,
  bytesOf: (hash: string) => Uint8Array | null,
): Result<Uint8Array> {
  const files = new Map<string, Uint8Array>()
  let total = 0
  for (const { hash } of document.all('media')) {
    const bytes = files.has(hash) ? null : bytesOf(hash)
    if (!bytes) continue
    files.set(hash, bytes)
    total += bytes.length
  }
  if (total <= PACKAGE_LIMITS.media) return ok(packBot(document, files))
  return fault('package/too-large', `Its files have ${formatBytes(total)}. Remove some that are not needed.`)
}

/** Reads the bot of a package, or the JSON document of an unpacked one. */
export function readBotFile(bytes: Uint8Array): Result<BotDocument> {
  const found = readBotPackage(bytes)
  return found.ok ? ok(found.value.document) : found
}

export type BotPackage = Readonly<{ document: BotDocument; files: PackedFiles }>

/** The same with the bot's files; a JSON document brings none. */
export function readBotPackage(bytes: Uint8Array): Result<BotPackage> {
  if (isZip(bytes)) return unpackBot(bytes)
  const document = readDocument(bytes)
  return document.ok ? ok({ document: document.value, files: NO_FILES }) : document
}

/**
 * Reads a package. Every file in it is checked, and what comes out is counted while it is unpacked: sizes that the
 * package declares are not believed, so a small file cannot fill the memory.
 */
export function unpackBot(bytes: Uint8Array, limits: PackageLimits = PACKAGE_LIMITS): Result<BotPackage> {
  if (!isZip(bytes)) return fault('package/unreadable', 'It is not a zip file.')
  const entries = zipEntries(bytes, limits.files)
  if (!entries.ok) return entries
  const files = unpack(entries.value, limits)
  if (!files.ok) return files
  const marker = files.value.get(MARKER_FILE)
  const format = marker ? checkMarker(marker) : ok(null)
  if (!format.ok) return format
  const document = files.value.get(DOCUMENT_FILE)
  if (!document) return fault('package/unreadable', `It holds no ${DOCUMENT_FILE}.`)
  const read = readDocument(document)
  if (!read.ok) return read
  const media = mediaOf(read.value, files.value)
  return media.ok ? ok({ document: read.value, files: media.value }) : media
}

/** The files the bot names; each is checked, and what the bot does not name is left. */
function mediaOf(document: BotDocument, files: ReadonlyMap<string, Uint8Array>): Result<PackedFiles> {
  const media = new Map<string, Uint8Array>()
  for (const file of document.all('media')) {
    const bytes = files.get(MEDIA_FOLDER + file.hash)
    if (!bytes || media.has(file.hash)) continue
    const checked = checkFile(file, bytes)
    if (!checked.ok) return checked
    media.set(file.hash, bytes)
  }
  return ok(media)
}

/** Whether bytes are a zip, as packages are, and not the JSON of a document. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

function readDocument(bytes: Uint8Array): Result<BotDocument> {
  if (bytes.length > PACKAGE_LIMITS.document)
    return fault(
      'document/too-large',
      `It has ${bytes.length} bytes; at most ${PACKAGE_LIMITS.document} are accepted.`,
    )
  return parseDocumentText(strFromU8(bytes).replace(/^\uFEFF/, ''))
}

function unpack(
  entries: readonly ZipEntry[],
  limits: PackageLimits,
): Result<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  const seen = new Set<string>()
  let total = 0
  for (const entry of entries) {
    if (seen.has(entry.name))
      return fault('package/corrupt', `It holds two files named ${entry.name.slice(0, 80)}.`)
    seen.add(entry.name)
    const own = ownLimit(entry.name, limits)
    const file = inflateEntry(
      entry,
      Math.min(own ?? limits.unpacked, limits.unpacked - total),
      own === null ? 'check' : 'keep',
    )
    if (!file.ok) return file
    total += file.value.size
    if (own !== null) files.set(entry.name, file.value.bytes)
  }
  return ok(files)
}

/** The files we read have a limit each; others are checked and, for now, not used. */
function ownLimit(name: string, limits: PackageLimits): number | null {
  if (name === DOCUMENT_FILE) return limits.document
  if (MEDIA_FILE.test(name)) return MAX_FILE_BYTES
  return name === MARKER_FILE ? MAX_MARKER : null
}

const markerSchema = z.object({ format: z.literal('parley-package'), version: z.number().int().min(1) })

/** A package without the marker is one that somebody zipped by hand, and fine. */
function checkMarker(bytes: Uint8Array): Result<null> {
  let value: unknown
  try {
    value = JSON.parse(strFromU8(bytes))
  } catch {
    return fault('package/unreadable', `${MARKER_FILE} is not JSON.`)
  }
  const marker = markerSchema.safeParse(value)
  if (!marker.success) return fault('package/unreadable', `${MARKER_FILE} does not say that this is one.`)
  const { version } = marker.data
  if (version <= PACKAGE_VERSION) return ok(null)
  return fault(
    'document/too-new',
    `It is a package of format ${version}; this Parley reads up to ${PACKAGE_VERSION}. Update Parley to open it.`,
  )
}
