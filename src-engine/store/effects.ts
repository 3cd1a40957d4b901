import type { Effect } from '../../src-shared/blocks/effect.ts'
import type { ReadDb, WriteDb } from './db.ts'

/** Something a conversation waits for. `begunAt` tells an effect that may have been done from one that was not. */
export type OpenEffect = Readonly<{
  bot: string
  contact: string
  effect: Effect
  begunAt: number | null
}>

type Row = Readonly<{ bot: string; contact: string; id: string; request: string; begunAt: number | null }>

const COLUMNS = 'bot, contact, id, request, begun_at as "begunAt"'
const ONE = 'bot = ? and contact = ? and id = ?'

export async function keepEffects(
  db: WriteDb,
  effects: readonly Readonly<{ bot: string; contact: string; effect: Effect }>[],
): Promise<void> {
  const rows = effects.map(({ bot, contact, effect }) => {
    // The example that stands in for an answer where there is no network can be long, and is not needed here.
    const kept = effect.type === 'http' ? { ...effect, mock: null } : effect
    return { bot, contact, id: effect.id, request: JSON.stringify(kept) }
  })
  await db.insert('effect', rows)
}

export async function openEffects(db: ReadDb): Promise<readonly OpenEffect[]> {
  return (await db.sound<Row>(`select ${COLUMNS} from effect`)).map(fromRow)
}

export async function findEffect(
  db: ReadDb,
  { bot, contact, id }: Readonly<{ bot: string; contact: string; id: string }>,
): Promise<OpenEffect | null> {
  const row = await db.get<Row>(`select ${COLUMNS} from effect where ${ONE}`, bot, db.vault.name(contact), id)
  return row ? fromRow(row) : null
}

export async function beginEffect(
  db: WriteDb,
  { bot, contact, effect }: OpenEffect,
  at: number,
): Promise<void> {
  await db.run(`update effect set begun_at = ? where ${ONE}`, at, bot, db.vault.name(contact), effect.id)
}

/** False when it was not open any more. */
export async function closeEffect(db: WriteDb, { bot, contact, effect }: OpenEffect): Promise<boolean> {
  return (await db.run(`delete from effect where ${ONE}`, bot, db.vault.name(contact), effect.id)) === 1
}

/** What a conversation asked for is not wanted any more when it was ended from outside. */
export async function dropEffects(db: WriteDb, bot: string, contact: string): Promise<void> {
  await db.run('delete from effect where bot = ? and contact = ?', bot, db.vault.name(contact))
}

function fromRow({ request, id: _, ...row }: Row): OpenEffect {
  return { ...row, effect: JSON.parse(request) as Effect }
}
