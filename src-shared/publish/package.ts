import { strFromU8, strToU8, type Zippable, zipSync } from 'fflate'
import { z } from 'zod'
import { MAX_DOCUMENT_LENGTH, parseDocumentText } from '../blocks/parse-document.ts'
import type { BotDocument } from '../document/bot-document.ts'
import { namedFiles } from '../document/named-files.ts'
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
/** What a package for review has more (review-package.ts). */
export const REVIEW_FILES = {
  manifest: 'review.json',
  signature: 'review.sig',
  iteration: /^iterations\/(itr_[A-Za-z0-9-]{1,48})\.json$/,
} as const
const NO_FILES: PackedFiles = new Map()
/** 2: for review. A plain package is still written as 1. */
const PACKAGE_VERSION = 2
const MAX_MARKER = 10_000
/** 5000 names with their hashes. */
const MAX_MANIFEST = 2_000_000

/** The bytes of a bot's files by their hashes. */
export type PackedFiles = ReadonlyMap<string, Uint8Array>

/** The `.parley` file of a bot with its files, which people send each other. */
export function packBot(document: BotDocument, media: PackedFiles = NO_FILES): Uint8Array {
  return zipOf(entriesOf(document, media, 1))
}

/** What a package holds, by name and in order. */
export function entriesOf(
  document: BotDocument,
  media: PackedFiles,
  version: 1 | 2,
): ReadonlyMap<string, Uint8Array> {
  const marker = `${JSON.stringify({ format: 'parley-package', version })}\n`
  return new Map([
    [MARKER_FILE, strToU8(marker)],
    [DOCUMENT_FILE, strToU8(documentText(document))],
    ...[...media.keys()]
      .sort()
      .map((hash): [string, Uint8Array] => [MEDIA_FOLDER + hash, media.get(hash) as Uint8Array]),
  ])
}

/** The zip of some files. */
export function zipOf(entries: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const files: Zippable = {}
  // Pictures, films and sounds are compressed already.
  for (const [name, bytes] of entries)
    files[name] = name.startsWith(MEDIA_FOLDER) ? [bytes, { level: 0 }] : bytes
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
  for (const { hash } of namedFiles(document)) {
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
  const opened = openPackage(bytes, limits)
  if (!opened.ok) return opened
  const document = documentIn(opened.value.files, DOCUMENT_FILE)
  if (!document.ok) return document
  const media = mediaOf([document.value], opened.value.files)
  return media.ok ? ok({ document: document.value, files: media.value }) : media
}

/** The names of all files of a package, and the bytes of those Parley knows; its format is looked at. */
export type OpenedPackage = Readonly<{ names: readonly string[]; files: ReadonlyMap<string, Uint8Array> }>

/** Unpacks a package without reading what is in it. */
export function openPackage(bytes: Uint8Array, limits: PackageLimits): Result<OpenedPackage> {
  if (!isZip(bytes)) return fault('package/unreadable', 'It is not a zip file.')
  const entries = zipEntries(bytes, limits.files)
  if (!entries.ok) return entries
  const files = unpack(entries.value, limits)
  if (!files.ok) return files
  const marker = files.value.get(MARKER_FILE)
  const format = marker ? checkMarker(marker) : ok(null)
  if (!format.ok) return format
  return ok({ names: entries.value.map(({ name }) => name), files: files.value })
}

/** The document that is one file of a package. */
export function documentIn(
  files: ReadonlyMap<string, Uint8Array>,
  name: string = DOCUMENT_FILE,
): Result<BotDocument> {
  const bytes = files.get(name)
  return bytes ? readDocument(bytes) : fault('package/unreadable', `It holds no ${name}.`)
}

/** The files bots name; each is checked, and what no bot names is left. */
export function mediaOf(
  documents: readonly BotDocument[],
  files: ReadonlyMap<string, Uint8Array>,
): Result<PackedFiles> {
  const media = new Map<string, Uint8Array>()
  for (const file of documents.flatMap(namedFiles)) {
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
  if (name === DOCUMENT_FILE || REVIEW_FILES.iteration.test(name)) return limits.document
  if (name === REVIEW_FILES.manifest) return MAX_MANIFEST
  if (name === REVIEW_FILES.signature) return MAX_MARKER
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
