import type { BotId } from '../../src-shared/document/ids.ts'
import type { ReadDb, WriteDb } from './db.ts'

/** One change of a version's state: who, when, from, to, and why where a reason was asked for (KAL-16, KAL-18). */
export type Transition = Readonly<{
  version: string
  fromState: string
  toState: string
  actor: string
  at: number
  reason: string
}>

/** Adds to the history of a bot, which can only grow; inside the transaction of the change itself. */
export function recordTransition(
  db: WriteDb,
  bot: BotId,
  { version, fromState, toState, actor, at, reason }: Transition,
): void {
  db.run(
    'insert into history (bot, version, from_state, to_state, actor, at, reason) values (?, ?, ?, ?, ?, ?, ?)',
    ...[bot, version, fromState, toState, actor, at, reason],
  )
}

/** The history of a bot, oldest first. */
export function readHistory(db: ReadDb, bot: BotId): readonly Transition[] {
  return db.all<Transition>(
    'select version, from_state as fromState, to_state as toState, actor, at, reason from history where bot = ? order by id',
    bot,
  )
}
