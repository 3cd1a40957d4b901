import type { BotId } from '../../src-shared/document/ids.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { formatVersion } from '../../src-shared/lifecycle/version-number.ts'
import type { RollBackRequest } from '../../src-shared/publish/stage-protocol.ts'
import { endConversations } from '../conversations/end-conversations.ts'
import { AUDIT, appendAudit } from '../store/audit.ts'
import type { EngineDb, ReadDb } from '../store/db.ts'
import { countStage, endStage, findStage, type StageCount, type StageRow } from '../store/stages.ts'
import { conflictOf } from './expected.ts'

type RollBack = Readonly<{ bot: BotId; request: RollBackRequest; key: string; at: number }>

/** Takes a staged version back: new conversations meet the active one again. */
export function rollBack(db: EngineDb, { bot, request, key, at }: RollBack): Promise<Result<null>> {
  const { expectedStaged, reason, conversations } = request
  return db.atomically(async (tx): Promise<Result<null>> => {
    await tx.lock([AUDIT, bot])
    const stage = await findStage(tx, bot)
    if (!stage) return fault('lifecycle/not-allowed', 'No version of this bot is staged.')
    const conflict = conflictOf('staged', stage.number, expectedStaged)
    if (conflict) return conflict
    const counted = await countStage(tx, stage.id)
    await endStage(tx, stage.id, 'rolledBack', at)
    const ended =
      conversations === 'restart' ? await endConversations(tx, { bot, message: '', at, hash: stage.hash }) : 0
    const detail = { reason, percent: stage.percent, counted, conversations, ended }
    await appendAudit(tx, { at, key, action: 'rollBack', bot, version: formatVersion(stage.number), detail })
    return ok(null)
  })
}

/** The name that the audit log has for what the engine does by itself. */
export const ENGINE_KEY = 'engine'

/** Rolls back the stage of a bot when too many of its conversations met an error. */
export async function rollBackFailing(db: EngineDb, bot: string, at: number): Promise<void> {
  if (!(await failing(db, bot))) return
  await db.atomically(async tx => {
    await tx.lock([AUDIT, bot])
    const found = await failing(tx, bot)
    if (!found) return
    const { stage, counted } = found
    await endStage(tx, stage.id, 'rolledBack', at)
    const reason = `${counted.failed} of ${counted.conversations} conversations met an error.`
    const detail = { reason, percent: stage.percent, counted, conversations: 'finish', ended: 0 }
    const version = formatVersion(stage.number)
    await appendAudit(tx, { at, key: ENGINE_KEY, action: 'rollBack', bot: stage.bot, version, detail })
  })
}

type Failing = Readonly<{ stage: StageRow; counted: StageCount }>

async function failing(db: ReadDb, bot: string): Promise<Failing | null> {
  const stage = await findStage(db, bot)
  if (!stage?.rollBackAt) return null
  const counted = await countStage(db, stage.id)
  const { errorPercent, conversations } = stage.rollBackAt
  const isKnown = counted.conversations >= conversations
  return isKnown && (counted.failed / counted.conversations) * 100 >= errorPercent ? { stage, counted } : null
}
