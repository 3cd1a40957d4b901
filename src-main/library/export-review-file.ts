import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { MAX_COMMENTS_TEXT } from '../../src-shared/review-file/comments-file.ts'
import type { ReviewedBots } from '../../src-shared/review-file/content.ts'
import { mediaOf, type ReviewPage, reviewFile } from '../../src-shared/review-file/review-file.ts'
import type { ReadDb } from '../store/db.ts'
import { readFileBytes } from '../store/media.ts'
import { plainFileName, writeWhole } from './export-package.ts'

export type ReviewFileHost = Readonly<{
  askReviewFile: (suggestedName: string) => Promise<string | null>
  askOpenComments: () => Promise<string | null>
  /** What the build made of src-review. */
  readPage: () => Promise<ReviewPage>
  /** Prints the specification of a review file. */
  printReview: (html: string) => Promise<Uint8Array>
}>

/** Writes a review file, or its specification as PDF, where the person wants it; null when they changed their mind. */
export async function exportReviewFile(
  db: ReadDb,
  host: ReviewFileHost,
  bots: ReviewedBots,
  format: 'html' | 'pdf',
): Promise<Result<{ file: string } | null>> {
  const path = await host.askReviewFile(`${plainFileName(bots.document.bot.name, 'bot')}.${format}`)
  if (path === null) return ok(null)
  const media = mediaOf(bots.document, hash => {
    const found = readFileBytes(db, hash)
    return found ? Buffer.from(found.bytes).toString('base64') : null
  })
  const html = reviewFile(bots, await host.readPage(), media)
  const bytes = format === 'pdf' ? await host.printReview(html) : new TextEncoder().encode(html)
  if (await writeWhole(path, bytes)) return ok({ file: basename(path) })
  return fault(
    'file/unwritable',
    `${basename(path)} could not be written. Is there room, and may you write there?`,
  )
}

/** Reads a file of comments for the window, which learns its name and not its folder. */
export async function readCommentsFile(path: string): Promise<Result<{ name: string; text: string }>> {
  const name = basename(path)
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) return fault('file/unreadable', `${name} cannot be opened.`)
  if (found.size > MAX_COMMENTS_TEXT) return fault('comments/unreadable', `${name} is too large.`)
  const text = await readFile(path, 'utf8').catch(() => null)
  return text === null ? fault('file/unreadable', `${name} cannot be read.`) : ok({ name, text })
}
