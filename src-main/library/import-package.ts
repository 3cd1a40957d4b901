import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { BotId } from '../../src-shared/document/ids.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { PACKAGE_LIMITS, readBotPackage } from '../../src-shared/publish/package.ts'
import { readReviewPackage } from '../../src-shared/publish/review-package.ts'
import type { ReviewDesk } from '../review/review-desk.ts'
import { takeReview } from '../review/take-review.ts'
import { addBot } from '../store/bots.ts'
import type { WriteDb } from '../store/db.ts'
import { putFile } from '../store/media.ts'
import { alwaysWanted, type StillWanted } from './file-work.ts'

/** Bytes; the same a package may unpack to, so that nothing larger is even read. */
const MAX_FILE_BYTES = PACKAGE_LIMITS.unpacked

/** `desk`: where packages for review wait that a person has to decide about. */
type Birth = Readonly<{ at: number; newId: () => string; desk: ReviewDesk }>

/**
 * Adds the bot of a package or of a JSON document to the library; faults name the file, not its folder. Null when it was
 * given up.
 */
export async function importPackage(
  db: WriteDb,
  path: string,
  birth: Birth,
  isWanted: StillWanted = alwaysWanted,
): Promise<Result<BotId | null>> {
  const name = basename(path)
  const size = await stat(path).then(
    ({ size }) => size,
    () => null,
  )
  if (size === null) return fault('file/unreadable', `${name} cannot be opened.`)
  if (size > MAX_FILE_BYTES) return tooLarge(name, size)
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null) return fault('file/unreadable', `${name} cannot be read.`)
  return takePackage(db, { name, bytes }, birth, isWanted)
}

/** Adds the bot of a file whose bytes are there already. */
export async function takePackage(
  db: WriteDb,
  { name, bytes }: Readonly<{ name: string; bytes: Uint8Array }>,
  birth: Birth,
  isWanted: StillWanted = alwaysWanted,
): Promise<Result<BotId | null>> {
  if (bytes.length > MAX_FILE_BYTES) return tooLarge(name, bytes.length)
  if (!(await isWanted())) return ok(null)
  const review = readReviewPackage(bytes)
  if (!review.ok) return { ...review, message: `${name}: ${review.message}` }
  if (review.value) return takeReview(db, { file: name, review: review.value }, birth)
  const found = readBotPackage(bytes)
  if (!found.ok) return { ...found, message: `${name}: ${found.message}` }
  if (!(await isWanted())) return ok(null)
  const { document, files } = found.value
  for (const file of files.values()) {
    const kept = putFile(db, file, birth.at)
    if (!kept.ok) return kept
  }
  return addBot(db, document, birth)
}

function tooLarge(name: string, size: number) {
  return fault(
    'package/too-large',
    `${name} has ${Math.ceil(size / 1e6)} MB; at most ${MAX_FILE_BYTES / 1e6} MB are read.`,
  )
}
