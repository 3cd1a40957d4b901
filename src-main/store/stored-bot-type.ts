import { BotDocument } from '../../src-shared/document/bot-document.ts'
import { type BotType, botType, KINDS_THAT_TELL } from '../../src-shared/document/bot-type.ts'
import type { BotId } from '../../src-shared/document/ids.ts'
import type { BotDocRecord } from '../../src-shared/document/records.ts'
import type { ReadDb } from './db.ts'

/** What a stored bot is by what it uses (NHN-05); only the records that tell are read, and one question of many. */
export function storedBotType(db: ReadDb, bot: BotId): BotType {
  const rows = db.all<{ body: string }>(SQL, bot, bot)
  return botType(BotDocument.of(rows.map(({ body }) => JSON.parse(body) as BotDocRecord)))
}

const SQL = `
  select body from record where bot = ? and (
    type in ('bot', 'intent', 'keyword')
    or (type = 'block' and body ->> 'kind' in (${KINDS_THAT_TELL.map(kind => `'${kind}'`).join(', ')})))
  union all
  select body from (select body from record where bot = ? and type = 'faq' limit 1)`
