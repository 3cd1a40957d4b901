import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { IterationRecord, Person } from '../../../src-shared/document/iteration.ts'
import type { CommentRecord } from '../../../src-shared/document/records.ts'
import { type Edits, smallBot } from '../compare/small-bot.ts'

export const ANA: Person = { name: 'Ana', role: 'customer' }
export const BEN: Person = { name: 'Ben', role: 'consultant' }

export const FIRST = {
  id: 'itr_1',
  type: 'iteration',
  number: 1,
  version: '0.1',
  hash: 'a'.repeat(64),
  at: 1000,
  by: ANA,
  note: 'The first try',
  state: 'in-review',
} as IterationRecord

/** A comment at the menu, with changes. */
export function remark(id: string, change: Partial<CommentRecord> = {}): CommentRecord {
  return {
    id: `cmt_${id}`,
    type: 'comment',
    iteration: FIRST.id,
    thread: null,
    at: 2000,
    by: BEN,
    kind: 'comment',
    text: `About ${id}`,
    place: { on: 'record', record: 'block_menu' },
    blocking: false,
    state: 'open',
    ...change,
  } as CommentRecord
}

/** The small bot in its first pass, with comments. */
export function reviewedBot(comments: readonly CommentRecord[] = [], edits: Edits = {}): BotDocument {
  const document = smallBot(edits)
  document.put(FIRST)
  for (const comment of comments) document.put(comment)
  return document
}
