import type { BotId } from '../../src-shared/document/ids.ts'
import { ok, type Result } from '../../src-shared/kit/result.ts'
import { PACKAGE_LIMITS } from '../../src-shared/publish/package.ts'
import { readReviewPackage } from '../../src-shared/publish/review-package.ts'
import type { ReviewDesk } from '../review/review-desk.ts'
import { takeReview } from '../review/take-review.ts'
import { addBot } from '../store/bots.ts'
import type { WriteDb } from '../store/db.ts'
import { alwaysWanted, type StillWanted } from './file-work.ts'
import { keepPackage, readFileOfBot } from './read-package-file.ts'

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
  const file = await readFileOfBot(path)
  return file.ok ? takePackage(db, file.value, birth, isWanted) : file
}

/** Adds the bot of a file whose bytes are there already. */
export async function takePackage(
  db: WriteDb,
  { name, bytes }: Readonly<{ name: string; bytes: Uint8Array }>,
  birth: Birth,
  isWanted: StillWanted = alwaysWanted,
): Promise<Result<BotId | null>> {
  if (bytes.length <= PACKAGE_LIMITS.unpacked && (await isWanted())) {
    const review = readReviewPackage(bytes)
    if (!review.ok) return { ...review, message: `${name}: ${review.message}` }
    if (review.value) return takeReview(db, { file: name, review: review.value }, birth)
  }
  const document = await keepPackage(db, { name, bytes }, birth.at, isWanted)
  if (!document.ok) return document
  return document.value ? addBot(db, document.value, birth) : ok(null)
}
