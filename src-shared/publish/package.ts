import { strFromU8, strToU8, Unzip, UnzipInflate, zipSync } from 'fflate'
import { documentToJson, MAX_DOCUMENT_LENGTH, parseDocumentText } from '../blocks/parse-document.ts'
import type { BotDocument } from '../document/bot-document.ts'
import { type Fault, fault, ok, type Result } from '../kit/result.ts'

/** A package is a zip: `bot.json`, the document, and later `media/`. Bytes of everything unpacked, and files in it. */
const MAX_UNPACKED = 256_000_000
const MAX_FILES = 5000
const DOCUMENT_FILE = 'bot.json'

/** Files carry the first moment a zip can hold: the same bot gives the same bytes. */
const FIXED_TIME = Date.UTC(1980, 0, 2)

/** The `.parley` file of a bot, which people send each other. */
export function packBot(document: BotDocument): Uint8Array {
  const text = `${JSON.stringify(documentToJson(document), null, 1)}\n`
  return zipSync({ [DOCUMENT_FILE]: [strToU8(text), { mtime: FIXED_TIME, level: 6 }] })
}

/** Reads a package, or the plain JSON of one. */
export function readBotFile(bytes: Uint8Array): Result<BotDocument> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (isZip) return unpackBot(bytes)
  if (bytes.length > MAX_DOCUMENT_LENGTH * 2)
    return fault('document/too-large', `The file has ${bytes.length} bytes; at most ${MAX_DOCUMENT_LENGTH} characters are accepted.`)
  return parseDocumentText(strFromU8(bytes).replace(/^\uFEFF/, ''))
}

/**
 * Reads a package. Sizes that the file declares are not believed: what comes out is counted while it is unpacked, and
 * unpacking ends at the limit, so that a small file cannot fill the memory.
 */
export function unpackBot(bytes: Uint8Array): Result<BotDocument> {
  const files = unpack(bytes)
  if (!files.ok) return files
  const document = files.value.get(DOCUMENT_FILE)
  if (!document) return fault('package/unreadable', `It holds no ${DOCUMENT_FILE}.`)
  return parseDocumentText(strFromU8(document))
}

function unpack(bytes: Uint8Array): Result<ReadonlyMap<string, Uint8Array>> {
  if (!endsAsZip(bytes)) return fault('package/corrupt', 'Its end is missing; it may have been cut off on the way.')
  const files = new Map<string, Uint8Array>()
  let stopped: Fault | null = null
  // Thrown to leave the unpacker at once; it may hand the error back to us before it lets go of it.
  const stop = (why: Fault): never => {
    stopped ??= why
    throw new Error(why.message)
  }
  let total = 0
  let begun = 0
  const unzip = new Unzip((file) => {
    begun += 1
    if (begun > MAX_FILES) stop(fault('package/too-large', `It holds more than ${MAX_FILES} files.`))
    if (isUnsafe(file.name)) stop(fault('package/unsafe-path', `The place is “${file.name.slice(0, 80)}”.`))
    const chunks: Uint8Array[] = []
    let size = 0
    file.ondata = (error, chunk, final) => {
      if (error) stop(fault('package/corrupt', `${file.name.slice(0, 80)}: ${error.message}`))
      size += chunk.length
      total += chunk.length
      const limit = file.name === DOCUMENT_FILE ? MAX_DOCUMENT_LENGTH * 2 : MAX_UNPACKED
      if (size > limit || total > MAX_UNPACKED) stop(fault('package/too-large', `${file.name.slice(0, 80)} has more than ${limit} bytes.`))
      chunks.push(chunk)
      if (final) files.set(file.name, joined(chunks, size))
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    // In slices, so that the limit is met long before a bomb has gone off.
    for (let at = 0; at < bytes.length; at += SLICE) unzip.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length)
  } catch (error) {
    return stopped ?? fault('package/corrupt', (error as Error).message)
  }
  return begun === files.size ? ok(files) : fault('package/corrupt', 'A file in it ends too early.')
}

const SLICE = 16_384

/** The record that ends every zip, within the 64 KiB its comment may have. */
function endsAsZip(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65_535); at -= 1)
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 5 && bytes[at + 3] === 6) return true
  return false
}

/** A package never names a place outside itself, whatever system it is opened on. */
function isUnsafe(name: string): boolean {
  return name.startsWith('/') || name.includes('\\') || name.includes('\0') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..')
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = chunks
  if (only && chunks.length === 1) return only
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
