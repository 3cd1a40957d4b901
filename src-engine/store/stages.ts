import type { BotId } from '../../src-shared/document/ids.ts'
import type { VersionNumber } from '../../src-shared/lifecycle/version-number.ts'
import { type RollBackAt, rollBackAtSchema } from '../../src-shared/publish/stage-protocol.ts'
import type { ReadDb, WriteDb } from './db.ts'

/** A version that a percentage of new conversations meet. */
export type StageRow = Readonly<{
  id: number
  bot: BotId
  number: VersionNumber
  hash: string
  percent: number
  rollBackAt: RollBackAt | null
  begunAt: number
}>

/** Why a stage ended. */
export type StageEnding = 'activated' | 'replaced' | 'deactivated' | 'rolledBack'

type Row = Omit<StageRow, 'number' | 'rollBackAt'> &
  Readonly<{ major: number; minor: number; rollBackAt: string | null }>

const SELECT = `select id, bot, major, minor, hash, percent, roll_back_at as "rollBackAt", begun_at as "begunAt"
  from stage where ended_at is null`

/** The open stage of a bot. */
export async function findStage(db: ReadDb, bot: string): Promise<StageRow | null> {
  const row = await db.get<Row>(`${SELECT} and bot = ?`, bot)
  return row ? fromRow(row) : null
}

export async function openStages(db: ReadDb): Promise<readonly StageRow[]> {
  return (await db.all<Row>(`${SELECT} order by id`)).map(fromRow)
}

export async function beginStage(
  db: WriteDb,
  { number, rollBackAt, ...stage }: Omit<StageRow, 'id'>,
): Promise<void> {
  const { bot, hash, percent, begunAt } = stage
  const row = { bot, ...number, hash, percent, roll_back_at: textOf(rollBackAt), begun_at: begunAt }
  await db.insert('stage', [row])
}

export async function changeStage(
  db: WriteDb,
  id: number,
  { percent, rollBackAt }: Pick<StageRow, 'percent' | 'rollBackAt'>,
): Promise<void> {
  const sql = 'update stage set percent = ?, roll_back_at = ? where id = ?'
  await db.run(sql, percent, textOf(rollBackAt), id)
}

export async function endStage(db: WriteDb, id: number, ending: StageEnding, at: number): Promise<void> {
  await db.run('update stage set ended_at = ?, ending = ? where id = ?', at, ending, id)
}

/** Conversations that met staged content, and those of them in which something went wrong. */
export type StageCount = Readonly<{ conversations: number; failed: number }>

export async function countStage(db: ReadDb, id: number): Promise<StageCount> {
  const sql =
    'select count(*) as conversations, coalesce(sum(failed), 0) as failed from stage_conversation where stage = ?'
  const { conversations = 0, failed = 0 } = (await db.get<StageCount>(sql, id)) ?? {}
  return { conversations: Number(conversations), failed: Number(failed) }
}

export type StagedTurn = Readonly<{ stage: number; contact: string; failed: boolean }>

/** Counts turns; what failed once in a conversation stays failed. One row per conversation. */
export async function countTurns(db: WriteDb, turns: readonly StagedTurn[]): Promise<void> {
  const rows = new Map<string, { stage: number; contact: string; failed: number }>()
  for (const { stage, contact, failed } of turns) {
    const name = `${stage}/${contact}`
    rows.set(name, { stage, contact, failed: failed || rows.get(name)?.failed ? 1 : 0 })
  }
  if (rows.size === 0) return
  const conflict = `on conflict (stage, contact) do update set
    failed = case when excluded.failed = 1 then 1 else stage_conversation.failed end`
  await db.insert('stage_conversation', [...rows.values()], { conflict })
}

function fromRow({ major, minor, rollBackAt, ...row }: Row): StageRow {
  const limit = rollBackAt === null ? null : rollBackAtSchema.parse(JSON.parse(rollBackAt))
  return { ...row, number: { major, minor }, rollBackAt: limit }
}

function textOf(rollBackAt: RollBackAt | null): string | null {
  return rollBackAt && JSON.stringify(rollBackAt)
}
