import { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BotId } from '../../src-shared/document/ids.ts'
import { ok, type Result } from '../../src-shared/kit/result.ts'
import { reviewOf, withoutReview } from '../../src-shared/review/merge-with-review.ts'
import { iterationsOf } from '../../src-shared/review/threads.ts'
import type { ReviewedBots } from '../../src-shared/review-file/content.ts'
import { livingRecords } from '../store/bots.ts'
import { contentAt } from '../store/content.ts'
import type { ReadDb } from '../store/db.ts'
import { readVersions } from '../store/versions.ts'

/**
 * What a review file is made of: the bot as it was submitted last with all that was said since, beside what was
 * submitted before; without a pass, the bot as it is beside its newest version.
 */
export function reviewedBots(db: ReadDb, bot: BotId, at: number): Result<ReviewedBots> {
  const records = livingRecords(db, bot)
  if (!records.ok) return records
  const present = BotDocument.of(records.value)
  const versions = readVersions(db, bot)
  const contentOf = (version: string | undefined): BotDocument | null => {
    const row = versions.find(each => each.version === version)
    return row && row.seq !== null ? contentAt(db, bot, row.seq) : null
  }
  const passes = iterationsOf(present)
  const pass = passes.at(-1)
  const submitted = contentOf(pass?.version)
  if (!pass || !submitted) {
    const newest = versions.at(-1)?.version
    return ok({ document: present, before: named(newest, contentOf(newest)), by: '', at })
  }
  const document = withoutReview(submitted)
  for (const record of reviewOf(present)) document.put(record)
  // Conversations that comments are about came with them, after the pass was submitted.
  for (const test of present.all('testcase')) document.put(test)
  const earlier = passes.at(-2)?.version
  return ok({ document, before: named(earlier, contentOf(earlier)), by: pass.by.name, at })
}

function named(version: string | undefined, document: BotDocument | null): ReviewedBots['before'] {
  return version !== undefined && document ? { name: version, document } : null
}
