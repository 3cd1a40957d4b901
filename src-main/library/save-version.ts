import type { BotId } from '../../src-shared/document/ids.ts'
import type { StoredVersion } from '../../src-shared/ipc/contract.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { saveVersion } from '../../src-shared/lifecycle/version-list.ts'
import { formatVersion } from '../../src-shared/lifecycle/version-number.ts'
import { missingFields } from '../../src-shared/lint/mandatory-fields.ts'
import { bundleOf } from '../../src-shared/publish/bundle.ts'
import { contentAt } from '../store/content.ts'
import type { WriteDb } from '../store/db.ts'
import { noteEvent } from '../store/designer-events.ts'
import { recordTransition } from '../store/history.ts'
import { lastSeq } from '../store/log.ts'
import { findVersionRow, insertVersion, readVersionList, toStoredVersion } from '../store/versions.ts'

type Wish = Readonly<{ bot: BotId; seq: number; note: string; actor: string; at: number }>
type Saved = Readonly<{ version: StoredVersion; minted: boolean }>

/**
 * Finish & save (KAL-11): freezes the bot as it is at `seq` under the next number, in one transaction. Content that
 * equals the newest version's gets no new number. Refuses with `edit/stale-base` when the log is not at `seq`, and
 * with `lifecycle/missing-fields`, listing them.
 */
export function saveBotVersion(db: WriteDb, { bot, seq, note, actor, at }: Wish): Result<Saved> {
  return db.transaction((): Result<Saved> => {
    const last = lastSeq(db, bot)
    if (last === null) return fault('store/not-found')
    if (last !== seq) return fault('edit/stale-base', 'Wait until all edits are saved, then try again.')
    const document = contentAt(db, bot, seq)
    const missing = missingFields(document)
    if (missing.length > 0)
      return fault(
        'lifecycle/missing-fields',
        `Add ${missing.map(({ message }) => message).join(', and ')}.`,
        missing,
      )
    const { hash } = bundleOf(document)
    const { entry, minted } = saveVersion(readVersionList(db, bot), hash)
    const version = formatVersion(entry.number)
    if (minted) {
      insertVersion(db, bot, {
        number: entry.number,
        version,
        hash,
        state: 'drafted',
        derivedFrom: null,
        seq,
        note,
        actor,
        at,
      })
      recordTransition(db, bot, {
        version,
        fromState: 'in_progress',
        toState: 'drafted',
        actor,
        at,
        reason: note,
      })
      noteEvent(db, { bot, action: 'save', version, detail: {}, actor, at })
    }
    const row = findVersionRow(db, bot, version)
    return row ? ok({ version: toStoredVersion(row), minted }) : fault('store/not-found')
  })
}
