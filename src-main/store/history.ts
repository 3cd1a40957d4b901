import type { BotId } from '../../src-shared/document/ids.ts'
import type { VersionTransition } from '../../src-shared/ipc/contract.ts'
import type { ReadDb, WriteDb } from './db.ts'

/** Adds to the history of a bot, which can only grow; inside the transaction of the change itself. */
export function recordTransition(
  db: WriteDb,
  bot: BotId,
  { version, fromState, toState, actor, at, reason }: VersionTransition,
): void {
  db.run(
    'insert into history (bot, version, from_state, to_state, actor, at, reason) values (?, ?, ?, ?, ?, ?, ?)',
    ...[bot, version, fromState, toState, actor, at, reason],
  )
}

/** The history of a bot, oldest first. */
export function readHistory(db: ReadDb, bot: BotId): readonly VersionTransition[] {
  return db.all<VersionTransition>(
    'select version, from_state as fromState, to_state as toState, actor, at, reason from history where bot = ? order by id',
    bot,
  )
}
