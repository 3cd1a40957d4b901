import { utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import type { BotDocument } from '../document/bot-document.ts'
import { botIdSchema, iterationIdSchema } from '../document/ids.ts'
import type { IterationRecord } from '../document/iteration.ts'
import { type CommentRecord, commentSchema } from '../document/records.ts'
import { type TestcaseRecord, testcaseSchema } from '../document/testcase.ts'
import { ChangeSet } from '../edit/changes.ts'
import { base64Url, bytesOfBase64 } from '../kit/base64.ts'
import { canonicalJson } from '../kit/canonical-json.ts'
import { hashSchema } from '../kit/hash.ts'
import { fault, ok, type Result } from '../kit/result.ts'
import { sha256Hex } from '../kit/sha256.ts'
import { type ReviewTaken, reviewChangesOf } from '../review/review-changes-of.ts'
import { newestIteration } from '../review/threads.ts'

/** Of what comes back from a review file. */
export const COMMENTS_VERSION = 1

/** Characters of comments on their way back; thousands of long ones. */
export const MAX_COMMENTS_TEXT = 20_000_000

/** Stands for the iteration of a bot that was never submitted; comments get a real one when they come back. */
export const NO_ITERATION = 'itr_file' as IterationRecord['id']

const aboutSchema = z.strictObject({
  bot: botIdSchema,
  botName: z.string().max(64),
  /** The pass the file was made of, and the hash of what was submitted; null for a file of no pass. */
  iteration: z.strictObject({ id: iterationIdSchema, hash: hashSchema }).nullable(),
  /** What the file said it holds, and what it held when it was opened: not the same where somebody changed it. */
  stated: hashSchema,
  content: hashSchema,
})

const commentsSchema = z.strictObject({
  format: z.literal('parley-comments'),
  version: z.number().int(),
  about: aboutSchema,
  comments: z.array(commentSchema).max(20_000),
  /** The conversations that comments are about, as tests. */
  tests: z.array(testcaseSchema).max(1000),
  /** SHA-256 of all else: tells a file that was cut off or changed on its way. It proves nothing of who wrote it. */
  sum: hashSchema,
})

/** What comes back from a review file. */
export type FileComments = Readonly<{
  about: Readonly<z.infer<typeof aboutSchema>>
  comments: readonly CommentRecord[]
  tests: readonly TestcaseRecord[]
}>

/** As a file. */
export function commentsText(comments: FileComments): string {
  const said = JSON.stringify({ format: 'parley-comments', version: COMMENTS_VERSION, ...comments })
  const content = JSON.parse(said) as object
  return `${JSON.stringify({ ...content, sum: sumOf(content) })}\n`
}

const MARK = 'parley-comments:'
const END = ':end'
const LINE = 76

/** As a text that survives mails and chats: one marked block of letters, digits, - and _. */
export function commentsBlock(comments: FileComments): string {
  const text = MARK + base64Url(utf8ToBytes(commentsText(comments))) + END
  return `${text.match(new RegExp(`.{1,${LINE}}`, 'g'))?.join('\n')}\n`
}

/** Reads either; whatever stands around a block is left. */
export function readComments(text: string): Result<FileComments> {
  if (text.length > MAX_COMMENTS_TEXT) return fault('comments/unreadable', 'It is too long.')
  const json = jsonOf(text)
  if (!json.ok) return json
  let value: unknown
  try {
    value = JSON.parse(json.value)
  } catch {
    return text.includes(MARK) || json.value.trimStart().startsWith('{"format":"parley-comments"')
      ? fault('comments/damaged', 'It ends too early. Ask for it again.')
      : fault('comments/unreadable', 'It is not JSON.')
  }
  const header = headerSchema.safeParse(value)
  if (!header.success) return fault('comments/unreadable', 'It does not say that it holds comments.')
  const { version } = header.data
  if (version > COMMENTS_VERSION)
    return fault(
      'comments/too-new',
      `They have version ${version}; this Parley reads up to ${COMMENTS_VERSION}.`,
    )
  const { sum, ...content } = value as Record<string, unknown>
  if (sum !== sumOf(content)) return fault('comments/damaged', 'Ask for them again.')
  const read = commentsSchema.safeParse(value)
  if (!read.success) return fault('comments/unreadable', read.error.issues[0]?.message)
  const { about, comments, tests } = read.data
  return ok({
    about,
    comments: comments as readonly CommentRecord[],
    tests: tests as readonly TestcaseRecord[],
  })
}

const headerSchema = z.object({ format: z.literal('parley-comments'), version: z.number().int().min(1) })

function jsonOf(text: string): Result<string> {
  const start = text.indexOf(MARK)
  if (start < 0 || text.trimStart().startsWith('{')) return ok(text)
  // Mail programs put signs of quoting before the lines, and blanks between them.
  const block = text.slice(start + MARK.length).replace(/[\s>|]/g, '')
  const end = block.indexOf(END)
  if (end < 0) return fault('comments/damaged', 'The copied text is cut off. Copy all of it.')
  const bytes = bytesOfBase64(block.slice(0, end))
  return bytes ? ok(utf8(bytes)) : fault('comments/damaged', 'The copied text was changed.')
}

/** Our own text is ASCII or valid UTF-8; anything else fails at its sum. */
function utf8(bytes: Uint8Array): string {
  let escaped = ''
  for (const byte of bytes) escaped += `%${byte.toString(16).padStart(2, '0')}`
  try {
    return decodeURIComponent(escaped)
  } catch {
    return ''
  }
}

function sumOf(content: object): string {
  return sha256Hex(canonicalJson(content as never))
}

/**
 * The edit that takes comments of a review file into a bot, with the conversations they are about. Refuses those of
 * another bot, of a pass this bot does not have, and of a file that somebody had changed.
 */
export function takeComments(
  document: BotDocument,
  { about, comments, tests }: FileComments,
): Result<ReviewTaken> {
  const { bot } = document
  if (about.bot !== bot.id)
    return fault('comments/other-bot', `They are about “${about.botName}”, and this is “${bot.name}”.`)
  if (about.stated !== about.content)
    return fault('comments/edited-file', 'Send the file again, and ask for them once more.')
  const { iteration } = about
  const own = iteration ? document.get(iteration.id) : newestIteration(document)
  if (!own)
    return fault(
      'comments/no-iteration',
      iteration ? 'Open the bot that was submitted for it.' : 'Submit the bot for review first.',
    )
  if (iteration && own.hash !== iteration.hash)
    return fault('comments/other-bot', 'They are about another bot with the same name and number.')
  const placed = comments.map(comment =>
    comment.iteration === NO_ITERATION ? { ...comment, iteration: own.id } : comment,
  )
  const taken = reviewChangesOf(document, placed)
  const set = new ChangeSet(document)
  for (const test of tests) if (!document.get(test.id)) set.put(test)
  return ok({ ...taken, changes: { ...set.done(), ...taken.changes } })
}
