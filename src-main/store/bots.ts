import { BotDocument } from '../../src-shared/document/bot-document.ts'
import { type BotId, newRecordId } from '../../src-shared/document/ids.ts'
import type { BotDocRecord } from '../../src-shared/document/records.ts'
import type { BotSummary, OpenedBot } from '../../src-shared/ipc/contract.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { botState } from '../../src-shared/lifecycle/lifecycle.ts'
import { newestVersion } from '../../src-shared/lifecycle/version-list.ts'
import { formatVersion } from '../../src-shared/lifecycle/version-number.ts'
import { readRecords } from './content.ts'
import type { ReadDb, WriteDb } from './db.ts'
import { lastSeq, readLog } from './log.ts'
import { storedBotType } from './stored-bot-type.ts'
import { readVersionList } from './versions.ts'
import { insertRecord } from './write-records.ts'

/** Edits given to the window with an opened bot; older ones are fetched when undo reaches that far. */
const LOG_AT_OPENING = 200

type Birth = Readonly<{ at: number; newId: () => string; sample?: string; name?: string }>

/**
 * Puts a bot into the library. It keeps its id where that is free, so that a bot sent to somebody stays the same bot
 * for engines; where the id is taken it becomes a copy with an id of its own.
 */
export function addBot(
  db: WriteDb,
  document: BotDocument,
  { at, newId, sample, name }: Birth,
): Result<BotId> {
  return db.transaction(() => {
    const own = document.bot
    const id = isKnown(db, own.id) ? newRecordId('bot', newId) : own.id
    db.run('insert into bot (id, sample, created_at) values (?, ?, ?)', id, sample ?? null, at)
    insertRecord(db, id, { ...own, id, name: name ?? own.name })
    for (const record of document.values()) if (record.type !== 'bot') insertRecord(db, id, record)
    return ok(id)
  })
}

/** Copies a bot as it is now; the copy begins with an empty log and no versions. */
export function duplicateBot(db: WriteDb, bot: BotId, birth: Birth & { name: string }): Result<BotId> {
  const records = livingRecords(db, bot)
  return records.ok ? addBot(db, BotDocument.of(records.value), birth) : records
}

export function openBot(db: ReadDb, bot: BotId): Result<OpenedBot> {
  const records = livingRecords(db, bot)
  if (!records.ok) return records
  const seq = lastSeq(db, bot) ?? 0
  return ok({ records: records.value, seq, log: readLog(db, bot, { before: seq, limit: LOG_AT_OPENING }) })
}

/** Takes a bot out of the library's list. Its log is what versions rest on, so its rows stay in the file. */
export function removeBot(db: WriteDb, bot: BotId, at: number): Result<null> {
  const changed = db.run('update bot set removed_at = ? where id = ? and removed_at is null', at, bot)
  return changed === 0 ? fault('store/not-found') : ok(null)
}

/** The bot a sample was added as, if it is still there. */
export function botOfSample(db: ReadDb, sample: string): BotId | null {
  return (
    db.get<{ id: BotId }>('select id from bot where sample = ? and removed_at is null', sample)?.id ?? null
  )
}

/** Whether the library was ever used: a person who removed every bot does not get the sample again. */
export function isFresh(db: ReadDb): boolean {
  return db.get('select 1 from bot limit 1') === undefined
}

type SummaryRow = { bot: BotId; name: string; picture: string | null; blocks: number; changed_at: number }

/** All bots, those changed last first. Counting uses an index; few bodies of blocks are parsed. */
export function listBots(db: ReadDb): readonly BotSummary[] {
  const rows = db.all<SummaryRow>(`
    select bot.id as bot,
      (select body ->> 'name' from record where record.bot = bot.id and type = 'bot') as name,
      (select file.body ->> 'hash' from record join record file on file.bot = bot.id and file.id = record.body ->> 'picture'
        where record.bot = bot.id and record.type = 'bot') as picture,
      (select count(*) from record where record.bot = bot.id and type = 'block') as blocks,
      coalesce((select at from edit where edit.bot = bot.id order by seq desc limit 1), created_at) as changed_at
    from bot where removed_at is null order by changed_at desc, bot`)
  return rows.map(({ bot, name, picture, blocks, changed_at: changedAt }) => {
    const versions = readVersionList(db, bot)
    const newest = newestVersion(versions)
    const state = botState(versions.map(version => version.state))
    return {
      bot,
      name,
      state,
      version: newest && formatVersion(newest.number),
      type: storedBotType(db, bot),
      picture,
      blocks,
      changedAt,
    }
  })
}

/** The records of a bot that is in the list. */
export function livingRecords(db: ReadDb, bot: BotId): Result<readonly BotDocRecord[]> {
  return lastSeq(db, bot) === null ? fault('store/not-found') : ok(readRecords(db, bot))
}

function isKnown(db: ReadDb, bot: BotId): boolean {
  return db.get('select 1 from bot where id = ?', bot) !== undefined
}
