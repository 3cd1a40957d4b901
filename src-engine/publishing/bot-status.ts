import type { BotId } from '../../src-shared/document/ids.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { activeVersion } from '../../src-shared/lifecycle/version-list.ts'
import { formatVersion } from '../../src-shared/lifecycle/version-number.ts'
import type { BotStatus } from '../../src-shared/publish/protocol.ts'
import type { Stage } from '../../src-shared/publish/stage-protocol.ts'
import type { Engine } from '../engine.ts'
import { type BotRow, findBot } from '../store/bots.ts'
import type { ReadDb } from '../store/db.ts'
import { versionIn } from '../store/environments.ts'
import { countStage, findStage } from '../store/stages.ts'
import { versionsOf } from '../store/versions.ts'

/** What the engine says of a bot; `publicUrl` is where people reach this engine. */
export async function botStatus(db: ReadDb, { id, name }: BotRow, publicUrl: string): Promise<BotStatus> {
  const [versions, draft, test, stage] = await Promise.all([
    versionsOf(db, id),
    versionIn(db, id, 'draft'),
    versionIn(db, id, 'test'),
    stageOf(db, id),
  ])
  const active = activeVersion(versions)
  return {
    bot: id,
    name,
    active: active && formatVersion(active.number),
    versions: versions.map(({ number, hash, state, derivedFrom, changedAt }) => ({
      version: formatVersion(number),
      hash,
      state,
      derivedFrom: derivedFrom && formatVersion(derivedFrom),
      at: changedAt,
    })),
    chatUrl: `${publicUrl}/chat/${id}`,
    environments: {
      draft: draft && formatVersion(draft),
      test: test && formatVersion(test),
      live: active && formatVersion(active.number),
    },
    stage,
  }
}

async function stageOf(db: ReadDb, bot: BotId): Promise<Stage | null> {
  const stage = await findStage(db, bot)
  if (!stage) return null
  const { number, percent, begunAt, rollBackAt } = stage
  return {
    version: formatVersion(number),
    percent,
    since: begunAt,
    rollBackAt,
    ...(await countStage(db, stage.id)),
  }
}

/** The same, of a bot by its id; 'bot/not-found' when it was never published here. */
export async function statusOf(
  { db, publicUrl }: Pick<Engine, 'db' | 'publicUrl'>,
  id: BotId,
): Promise<Result<BotStatus>> {
  const bot = await findBot(db, id)
  return bot ? ok(await botStatus(db, bot, publicUrl())) : fault('bot/not-found', 'Publish it first.')
}
