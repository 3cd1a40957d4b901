import { z } from 'zod'
import { parseDocument } from '../blocks/parse-document.ts'
import { BotDocument } from '../document/bot-document.ts'
import { DOCUMENT_VERSION } from '../document/migrations.ts'
import type { BotDocRecord } from '../document/records.ts'
import { fault, ok, type Result } from '../kit/result.ts'
import { sha256Hex } from '../kit/sha256.ts'

/** Of what a review file holds. A file of a newer version is refused with both versions named. */
export const REVIEW_FILE_VERSION = 1

/** What is reviewed: the bot as it is, and as it was before where there is a before. */
export type ReviewedBots = Readonly<{
  document: BotDocument
  before: Readonly<{ name: string; document: BotDocument }> | null
  /** Who made the file; empty where nobody said. */
  by: string
  /** When, epoch ms. */
  at: number
}>

/**
 * What a review file holds, as JSON: the records of the bot, and of the bot before only what is otherwise, so that the
 * file hardly grows by it.
 */
export function contentText({ document, before, by, at }: ReviewedBots): string {
  const records = sorted(document)
  const content: Content = {
    format: 'parley-review-file',
    version: REVIEW_FILE_VERSION,
    parley: DOCUMENT_VERSION,
    ...{ by, at, records },
    before: before && { name: before.name, ...whatWasOtherwise(before.document, document) },
  }
  return JSON.stringify(content)
}

/** What the content of a file is called by: its comments say what they were made about. */
export function contentHash(text: string): string {
  return sha256Hex(text)
}

/**
 * Reads what a file holds. `isSound` says that its hash is what the file says: then Parley wrote it and its records
 * were checked there; anything else is checked as a file from outside is.
 */
export function readContent(text: string, isSound: boolean): Result<ReviewedBots> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return fault('review-file/unreadable', 'What it holds is cut off or was changed.')
  }
  const header = headerSchema.safeParse(value)
  if (!header.success) return fault('review-file/unreadable', 'It does not say what it holds.')
  if (header.data.version > REVIEW_FILE_VERSION)
    return fault(
      'review-file/too-new',
      `It has version ${header.data.version}; this Parley reads up to ${REVIEW_FILE_VERSION}.`,
    )
  if (isSound) return ok(botsOf(value as Content))
  const content = contentSchema.safeParse(value)
  if (!content.success) return fault('review-file/unreadable', content.error.issues[0]?.message)
  const { parley, records, before } = content.data
  const checked = parseDocument({ parley, records })
  if (!checked.ok) return checked
  const earlier =
    before && parseDocument({ parley, records: recordsBefore(records as never, before as never) })
  if (earlier && !earlier.ok) return earlier
  return ok(botsOf(content.data as unknown as Content))
}

type Before = Readonly<{ name: string; without: readonly string[]; records: readonly BotDocRecord[] }>
type Content = Readonly<{
  format: 'parley-review-file'
  version: number
  parley: number
  by: string
  at: number
  records: readonly BotDocRecord[]
  before: Before | null
}>

const headerSchema = z.object({ format: z.literal('parley-review-file'), version: z.number().int().min(1) })
const recordsSchema = z.array(z.looseObject({ id: z.string() })).max(200_000)
const contentSchema = z.object({
  parley: z.number().int(),
  by: z.string().max(64),
  at: z.number().int().min(0),
  records: recordsSchema,
  before: z
    .object({ name: z.string().max(200), without: z.array(z.string()).max(200_000), records: recordsSchema })
    .nullable(),
})

function botsOf({ records, before, by, at }: Content): ReviewedBots {
  const document = BotDocument.of(records)
  if (!before) return { document, before: null, by, at }
  return {
    ...{ document, by, at },
    before: { name: before.name, document: BotDocument.of(recordsBefore(records, before)) },
  }
}

function recordsBefore(records: readonly BotDocRecord[], { without, records: otherwise }: Before) {
  const gone = new Set([...without, ...otherwise.map(({ id }) => id as string)])
  return [...records.filter(({ id }) => !gone.has(id)), ...otherwise]
}

function whatWasOtherwise(before: BotDocument, after: BotDocument): Pick<Before, 'without' | 'records'> {
  const isOtherwise = (record: BotDocRecord) => {
    const now = after.get(record.id)
    return now !== record && JSON.stringify(now) !== JSON.stringify(record)
  }
  return {
    without: sorted(after).flatMap(({ id }) => (before.get(id) ? [] : [id])),
    records: sorted(before).filter(isOtherwise),
  }
}

function sorted(document: BotDocument): readonly BotDocRecord[] {
  return [...document.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
