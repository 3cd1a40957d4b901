import type { BotId } from '../../src-shared/document/ids.ts'
import type { BotRecord } from '../../src-shared/document/records.ts'
import type { EditId } from '../../src-shared/edit/edit.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { appendEdit } from '../store/append-edit.ts'
import type { WriteDb } from '../store/db.ts'
import { lastSeq } from '../store/log.ts'

type Wish = Readonly<{ bot: BotId; name: string; id: string; actor: string; at: number }>

/** Renames a bot by an edit of its log, which can be undone in the bot like any other. */
export function renameBot(db: WriteDb, { bot, name, id, actor, at }: Wish): Result<null> {
  const baseSeq = lastSeq(db, bot)
  const row = db.get<{ body: string }>("select body from record where bot = ? and type = 'bot'", bot)
  if (baseSeq === null || !row) return fault('store/not-found')
  const before = JSON.parse(row.body) as BotRecord
  if (before.name === name) return ok(null)
  const done = appendEdit(db, bot, {
    id: `edit_${id}` as EditId,
    kind: 'do',
    target: null,
    label: { key: 'library.edit.rename', name },
    actor,
    at,
    baseSeq,
    changes: { [before.id]: { before, after: { ...before, name } } },
  })
  return done.ok ? ok(null) : done
}
