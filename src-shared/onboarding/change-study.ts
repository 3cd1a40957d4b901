import { isSame } from '../compare/is-same.ts'
import type { BotDocument } from '../document/bot-document.ts'
import type { BlockId } from '../document/ids.ts'
import { type StudyRecord, studyIdOf, studySchema } from '../document/study.ts'
import { ChangeSet } from '../edit/changes.ts'
import type { Changes } from '../edit/edit.ts'
import { updateRecord } from '../edit/update-record.ts'
import { holdsKey } from '../kit/holds-key.ts'
import { fault, ok, type Result } from '../kit/result.ts'

export type StudyChange = Partial<Omit<StudyRecord, 'id' | 'type' | 'block' | 'by' | 'at'>>

/** The study of a block about which nothing was found out yet. */
export function unstudied(block: BlockId): StudyRecord {
  return {
    ...{ id: studyIdOf(block), type: 'study', block, reachable: 'unknown', auth: 'unknown', latencyMs: null },
    ...{ payload: '', rateLimit: '', verdict: 'unknown', note: '', by: '', at: null },
  }
}

/**
 * Writes down what was found out about the system behind a block (requirements.md KAL-08). A verdict is signed with who
 * gave it and when; without one nobody has signed. Refuses with `document/invalid` what the schema refuses, and what
 * looks like a secret: a study travels with the bot.
 */
export function changeStudy(
  document: BotDocument,
  block: BlockId,
  change: StudyChange,
  { by, at }: Readonly<{ by: string; at: number }>,
): Result<Changes> {
  const blank = unstudied(block)
  const present = document.get(blank.id) ?? blank
  if ([change.payload, change.rateLimit, change.note].some(text => text !== undefined && holdsKey(text)))
    return fault('document/invalid', 'What looks like a key does not belong into a study.')
  const signature = signed(change, present.verdict, { by, at })
  const parsed = studySchema.safeParse({ ...present, ...change, ...signature })
  if (!parsed.success) return fault('document/invalid', `${parsed.error.issues[0]?.message}.`)
  return ok(
    isSame(parsed.data, blank)
      ? new ChangeSet(document).drop(blank.id).done()
      : updateRecord(document, parsed.data),
  )
}

function signed(
  { verdict }: StudyChange,
  present: StudyRecord['verdict'],
  who: Pick<StudyRecord, 'by' | 'at'>,
): Partial<StudyRecord> {
  if (verdict === undefined || verdict === present) return {}
  return verdict === 'unknown' ? { by: '', at: null } : who
}
