import type { Effect } from '../../src-shared/blocks/effect.ts'
import type { ReadDb, WriteDb } from './db.ts'

/** Something a conversation waits for. `begunAt` tells an effect that may have been done from one that was not. */
export type OpenEffect = Readonly<{
  bot: string
  contact: string
  effect: Effect
  begunAt: number | null
}>

type Row = Readonly<{ bot: string; contact: string; request: string; begunAt: number | null }>

export function openEffect(db: WriteDb, bot: string, contact: string, effect: Effect): void {
  const sql = 'insert into effect (bot, contact, id, request) values (?, ?, ?, ?)'
  // The example that stands in for an answer where there is no network can be long, and is not needed here.
  const kept = effect.type === 'http' ? { ...effect, mock: null } : effect
  db.run(sql, bot, contact, effect.id, JSON.stringify(kept))
}

export function openEffects(db: ReadDb): readonly OpenEffect[] {
  return db
    .all<Row>('select bot, contact, request, begun_at as begunAt from effect')
    .map(({ request, ...row }) => ({ ...row, effect: JSON.parse(request) as Effect }))
}

export function hasOpenEffect(db: ReadDb, bot: string, contact: string): boolean {
  return db.get('select 1 from effect where bot = ? and contact = ? limit 1', bot, contact) !== undefined
}

export function beginEffect(db: WriteDb, { bot, contact, effect }: OpenEffect, at: number): void {
  const sql = 'update effect set begun_at = ? where bot = ? and contact = ? and id = ?'
  db.run(sql, at, bot, contact, effect.id)
}

export function closeEffect(db: WriteDb, { bot, contact, effect }: OpenEffect): void {
  db.run('delete from effect where bot = ? and contact = ? and id = ?', bot, contact, effect.id)
}

/** What a conversation asked for is not wanted any more when it was ended from outside. */
export function dropEffects(db: WriteDb, bot: string, contact: string): void {
  db.run('delete from effect where bot = ? and contact = ?', bot, contact)
}
