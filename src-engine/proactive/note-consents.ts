import type { BotId } from '../../src-shared/document/ids.ts'
import { ok, type Result } from '../../src-shared/kit/result.ts'
import type { ConsentLedger, NewConsents } from '../../src-shared/publish/proactive-protocol.ts'
import type { Engine } from '../engine.ts'
import type { By } from '../keys/manage-keys.ts'
import { AUDIT, appendAudit } from '../store/audit.ts'
import { appendConsents, type ConsentEntry, consentsOf } from '../store/consents.ts'
import type { ReadDb } from '../store/db.ts'
import { recipientsOf, type Wanted } from './recipients.ts'

/** The newest entries of a person that are shown. */
const SHOWN = 200

/** Writes down what people said about being written to: all of it, or the first reason why not. */
export function noteConsents(
  { db }: Pick<Engine, 'db'>,
  bot: BotId,
  { entries }: NewConsents,
  { key, at: notedAt }: By,
): Promise<Result<{ noted: number }>> {
  return db.atomically(async (tx): Promise<Result<{ noted: number }>> => {
    await tx.lock([AUDIT])
    const people = await recipientsOf(tx, bot, entries)
    const rows: ConsentEntry[] = []
    for (const [index, { category, consent, source, wording, at = notedAt }] of entries.entries()) {
      const person = people[index]
      if (!person || 'ok' in person) return person ?? ok({ noted: 0 })
      rows.push({ ...person.consenting, category, consent, source, wording, key, at, notedAt })
    }
    await appendConsents(tx, rows)
    const detail = { noted: rows.length }
    await appendAudit(tx, { at: notedAt, key, action: 'proactive.consent', bot, version: '', detail })
    return ok({ noted: rows.length })
  })
}

/** What is known of a person, the newest last. */
export async function ledgerOf(db: ReadDb, bot: string, wanted: Wanted): Promise<Result<ConsentLedger>> {
  const [person] = await recipientsOf(db, bot, [wanted])
  if (!person || 'ok' in person) return person ?? ok({ entries: [] })
  const entries = await consentsOf(db, [person.consenting])
  return ok({
    entries: entries.slice(-SHOWN).map(({ category, consent, source, wording, key, at, notedAt }) => ({
      category,
      consent,
      source,
      wording,
      by: key,
      at,
      notedAt,
    })),
  })
}
