import { BotDocument } from '../../src-shared/document/bot-document.ts'
import { type BotType, botType, KINDS_THAT_TELL } from '../../src-shared/document/bot-type.ts'
import type { BotId } from '../../src-shared/document/ids.ts'
import type { BotDocRecord } from '../../src-shared/document/records.ts'
import type { ReadDb } from './db.ts'

/** What was found out before: a log only grows, so its length says whether the bot is still the same. */
const known = new WeakMap<ReadDb, Map<BotId, Readonly<{ seq: number; type: BotType }>>>()

/**
 * What a stored bot is by what it uses (NHN-05); only the records that tell are read, and one question of many, and
 * those only when the bot's log is no longer at the `seq` of the last time.
 */
export function storedBotType(db: ReadDb, bot: BotId, seq: number): BotType {
  const types = known.get(db) ?? new Map<BotId, Readonly<{ seq: number; type: BotType }>>()
  known.set(db, types)
  const found = types.get(bot)
  if (found?.seq === seq) return found.type
  const type = readBotType(db, bot)
  types.set(bot, { seq, type })
  return type
}

function readBotType(db: ReadDb, bot: BotId): BotType {
  const rows = db.all<{ body: string }>(SQL, bot, bot)
  return botType(BotDocument.of(rows.map(({ body }) => JSON.parse(body) as BotDocRecord)))
}

const SQL = `
  select body from record where bot = ? and (
    type in ('bot', 'intent', 'keyword')
    or (type = 'block' and body ->> 'kind' in (${KINDS_THAT_TELL.map(kind => `'${kind}'`).join(', ')})))
  union all
  select body from (select body from record where bot = ? and type = 'faq' limit 1)`
