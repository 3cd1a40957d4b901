import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BotDocRecord } from '../../src-shared/document/records.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { PACKAGE_LIMITS, readBotPackage } from '../../src-shared/publish/package.ts'
import { readReviewPackage } from '../../src-shared/publish/review-package.ts'
import type { WriteDb } from '../store/db.ts'
import { putFile } from '../store/media.ts'
import { alwaysWanted, type StillWanted } from './file-work.ts'

/** Bytes; the same a package may unpack to, so that nothing larger is even read. */
const MAX_FILE_BYTES = PACKAGE_LIMITS.unpacked

type NamedBytes = Readonly<{ name: string; bytes: Uint8Array }>

/**
 * The bot of a package or of a JSON document, to be compared or joined with another; the library only gets its media.
 * Null when it was given up.
 */
export async function readPackageFile(
  db: WriteDb,
  path: string,
  at: number,
  isWanted: StillWanted = alwaysWanted,
): Promise<Result<{ name: string; records: readonly BotDocRecord[] } | null>> {
  const file = await readFileOfBot(path)
  if (!file.ok) return file
  const document = await keepPackage(db, file.value, at, isWanted)
  if (!document.ok || !document.value) return document as Result<null>
  return ok({ name: file.value.name, records: [...document.value.values()] })
}

/** The bytes of a file that may hold a bot; faults name the file, not its folder. */
export async function readFileOfBot(path: string): Promise<Result<NamedBytes>> {
  const name = basename(path)
  const found = await stat(path).catch(() => null)
  if (found === null) return fault('file/unreadable', `${name} cannot be opened.`)
  if (found.isDirectory()) return fault('file/unreadable', `${name} is a folder. Open the bot's file in it.`)
  // Reading a pipe or a device might never end.
  if (!found.isFile()) return fault('file/unreadable', `${name} is not a file.`)
  const { size } = found
  if (size > MAX_FILE_BYTES) return tooLarge(name, size)
  const bytes = await readFile(path).catch(() => null)
  return bytes ? ok({ name, bytes }) : fault('file/unreadable', `${name} cannot be read.`)
}

/** Reads the bot of a file and keeps its media by their content; null when it was given up. */
export async function keepPackage(
  db: WriteDb,
  { name, bytes }: NamedBytes,
  at: number,
  isWanted: StillWanted,
): Promise<Result<BotDocument | null>> {
  if (bytes.length > MAX_FILE_BYTES) return tooLarge(name, bytes.length)
  if (!(await isWanted())) return ok(null)
  const review = readReviewPackage(bytes)
  if (!review.ok) return { ...review, message: `${name}: ${review.message}` }
  if (review.value?.signature.is === 'broken')
    return fault('package/tampered', `${name}: ${review.value.signature.why} Open it to look at it.`)
  const found = readBotPackage(bytes)
  if (!found.ok) return { ...found, message: `${name}: ${found.message}` }
  if (!(await isWanted())) return ok(null)
  const { document, files } = found.value
  for (const file of files.values()) {
    const kept = putFile(db, file, at)
    if (!kept.ok) return kept
  }
  return ok(document)
}

function tooLarge(name: string, size: number) {
  return fault(
    'package/too-large',
    `${name} has ${Math.ceil(size / 1e6)} MB; at most ${MAX_FILE_BYTES / 1e6} MB are read.`,
  )
}
