import { BotDocument } from '../../src-shared/document/bot-document.ts'
import { type BotId, newRecordId } from '../../src-shared/document/ids.ts'
import type { BotDocRecord } from '../../src-shared/document/records.ts'
import type { BotSummary, OpenedBot } from '../../src-shared/ipc/contract.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { botState } from '../../src-shared/lifecycle/lifecycle.ts'
import { newestVersion } from '../../src-shared/lifecycle/version-list.ts'
import { formatVersion } from '../../src-shared/lifecycle/version-number.ts'
import { withoutOwnSteps } from '../../src-shared/onboarding/without-own-steps.ts'
import { readRecords, readRecordsText } from './content.ts'
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
export function addBot(db: WriteDb, document: BotDocument, birth: Birth): Result<BotId> {
  return db.transaction(() => ok(insertBot(db, document, birth)))
}

/** The same as a part of a larger transaction. */
export function insertBot(db: WriteDb, document: BotDocument, { at, newId, sample, name }: Birth): BotId {
  const own = document.bot
  const id = isKnownBot(db, own.id) ? newRecordId('bot', newId) : own.id
  db.run('insert into bot (id, sample, created_at) values (?, ?, ?)', id, sample ?? null, at)
  insertRecord(db, id, { ...own, id, name: name ?? own.name })
  for (const record of document.values()) if (record.type !== 'bot') insertRecord(db, id, record)
  return id
}

/** Copies a bot as it is now; the copy begins with an empty log, no versions, and its own steps of the checklist to do. */
export function duplicateBot(db: WriteDb, bot: BotId, birth: Birth & { name: string }): Result<BotId> {
  const records = livingRecords(db, bot)
  return records.ok ? addBot(db, BotDocument.of(withoutOwnSteps(records.value)), birth) : records
}

export function openBot(db: ReadDb, bot: BotId): Result<OpenedBot> {
  const seq = lastSeq(db, bot)
  if (seq === null) return fault('store/not-found')
  return ok({
    records: readRecordsText(db, bot),
    seq,
    log: readLog(db, bot, { before: seq, limit: LOG_AT_OPENING }),
  })
}

/** Takes a bot out of the library's list. Its log is what versions rest on, so its rows stay in the file. */
export function removeBot(db: WriteDb, bot: BotId, at: number): Result<null> {
  const changed = db.run('update bot set removed_at = ? where id = ? and removed_at is null', at, bot)
  return changed === 0 ? fault('store/not-found') : ok(null)
}

/** Puts a removed bot back as it was: the undo of a removal. */
export function restoreBot(db: WriteDb, bot: BotId): Result<null> {
  const changed = db.run('update bot set removed_at = null where id = ? and removed_at is not null', bot)
  return changed === 0 ? fault('store/not-found') : ok(null)
}

/** Puts a bot away (`at` is when), or takes it back (null). */
export function archiveBot(db: WriteDb, bot: BotId, at: number | null): Result<null> {
  const changed = db.run('update bot set archived_at = ? where id = ? and removed_at is null', at, bot)
  return changed === 0 ? fault('store/not-found') : ok(null)
}

/** Notes that a bot was opened, for the list of the last ones. */
export function markOpened(db: WriteDb, bot: BotId, at: number): void {
  db.run('update bot set opened_at = ? where id = ?', at, bot)
}

/** The bots opened last, the newest first; those put away are not offered. */
export function recentBots(db: ReadDb, limit: number): readonly RecentBot[] {
  return db.all<RecentBot>(
    `select bot.id as bot, body ->> 'name' as name from bot join record on record.bot = bot.id and type = 'bot'
    where removed_at is null and archived_at is null and opened_at is not null
    order by opened_at desc, bot.id limit ?`,
    limit,
  )
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

export type RecentBot = Readonly<{ bot: BotId; name: string }>

type SummaryRow = {
  bot: BotId
  name: string
  description: string
  picture: string | null
  blocks: number
  seq: number
  changed_at: number
  archived_at: number | null
  opened_at: number | null
}

/** All bots with those put away, the last changed first. Counting uses an index; few bodies of blocks are parsed. */
export function listBots(db: ReadDb): readonly BotSummary[] {
  return db.all<SummaryRow>(SUMMARIES).map(row => {
    const { bot, name, description, picture, blocks, seq } = row
    const versions = readVersionList(db, bot)
    const newest = newestVersion(versions)
    return {
      bot,
      name,
      description,
      picture,
      state: botState(versions.map(version => version.state)),
      version: newest && formatVersion(newest.number),
      type: storedBotType(db, bot, seq),
      blocks,
      changedAt: row.changed_at,
      archivedAt: row.archived_at,
      openedAt: row.opened_at,
    }
  })
}

const SUMMARIES = `
  select bot.id as bot,
    own.body ->> 'name' as name,
    own.body ->> 'description' as description,
    (select body ->> 'hash' from record where record.bot = bot.id and record.id = own.body ->> 'picture') as picture,
    (select count(*) from record where record.bot = bot.id and type = 'block') as blocks,
    coalesce((select max(seq) from edit where edit.bot = bot.id), 0) as seq,
    coalesce((select at from edit where edit.bot = bot.id order by seq desc limit 1), created_at) as changed_at,
    archived_at, opened_at
  from bot join record as own on own.bot = bot.id and own.type = 'bot'
  where removed_at is null order by changed_at desc, bot.id`

/** The records of a bot that is in the list. */
export function livingRecords(db: ReadDb, bot: BotId): Result<readonly BotDocRecord[]> {
  return lastSeq(db, bot) === null ? fault('store/not-found') : ok(readRecords(db, bot))
}

/** Whether the library ever had this bot. */
export function isKnownBot(db: ReadDb, bot: BotId): boolean {
  return db.get('select 1 from bot where id = ?', bot) !== undefined
}
