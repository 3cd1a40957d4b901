import { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BotId } from '../../src-shared/document/ids.ts'
import { ok, type Result } from '../../src-shared/kit/result.ts'
import { reviewOf, withoutReview } from '../../src-shared/review/merge-with-review.ts'
import { iterationsOf } from '../../src-shared/review/threads.ts'
import type { ReviewedBots } from '../../src-shared/review-file/content.ts'
import { submittedDocument } from '../review/iteration-document.ts'
import { livingRecords } from '../store/bots.ts'
import type { ReadDb } from '../store/db.ts'
import { readVersions, versionContent } from '../store/versions.ts'

/**
 * What a review file is made of: the bot as it was submitted last with all that was said since, beside what was
 * submitted before; without a pass, the bot as it is beside its newest version.
 */
export function reviewedBots(db: ReadDb, bot: BotId, at: number): Result<ReviewedBots> {
  const records = livingRecords(db, bot)
  if (!records.ok) return records
  const present = BotDocument.of(records.value)
  const passes = iterationsOf(present)
  const pass = passes.at(-1)
  const submitted = pass && submittedDocument(db, bot, pass)
  if (!pass || !submitted) {
    const newest = readVersions(db, bot).at(-1)?.version
    const content = newest === undefined ? null : versionContent(db, bot, newest)
    return ok({
      document: present,
      before: named(newest, content?.ok ? content.value.document : null),
      by: '',
      at,
    })
  }
  const document = withoutReview(submitted)
  for (const record of reviewOf(present)) document.put(record)
  // Conversations that comments are about came with them, after the pass was submitted.
  for (const test of present.all('testcase')) document.put(test)
  const earlier = passes.at(-2)
  const before = earlier ? submittedDocument(db, bot, earlier) : null
  return ok({ document, before: named(earlier?.version, before), by: pass.by.name, at })
}

function named(version: string | undefined, document: BotDocument | null): ReviewedBots['before'] {
  return version !== undefined && document ? { name: version, document: withoutReview(document) } : null
}
