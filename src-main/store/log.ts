import type { BotId } from '../../src-shared/document/ids.ts'
import type { Edit } from '../../src-shared/edit/edit.ts'
import type { ReadDb } from './db.ts'

type EditRow = {
  seq: number
  id: string
  kind: string
  target: string | null
  label: string
  actor: string
  at: number
  changes: string
}

/** How many edits the log of a bot holds; null when the bot is not in the library. */
export function lastSeq(db: ReadDb, bot: BotId): number | null {
  const row = db.get<{ seq: number }>(
    'select coalesce((select max(seq) from edit where bot = bot.id), 0) as seq from bot where id = ? and removed_at is null',
    bot,
  )
  return row?.seq ?? null
}

/** The newest edits of the log up to and including position `before`, oldest first. */
export function readLog(
  db: ReadDb,
  bot: BotId,
  { before, limit }: { before: number; limit: number },
): readonly Edit[] {
  return db
    .all<EditRow>(
      'select * from edit where bot = ? and seq <= ? order by seq desc limit ?',
      bot,
      before,
      limit,
    )
    .map(toEdit)
    .reverse()
}

/** The edits after a position, newest first: reversed in this order they lead back to it. */
export function editsAfter(db: ReadDb, bot: BotId, seq: number): readonly Edit[] {
  return db
    .all<EditRow>('select * from edit where bot = ? and seq > ? order by seq desc', bot, seq)
    .map(toEdit)
}

function toEdit({ seq, label, changes, ...row }: EditRow): Edit {
  const { id, kind, target, actor, at } = row
  return {
    id,
    kind,
    target,
    actor,
    at,
    label: JSON.parse(label),
    baseSeq: seq - 1,
    changes: JSON.parse(changes),
  } as Edit
}
