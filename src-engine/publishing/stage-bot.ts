import type { BotId } from '../../src-shared/document/ids.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { nextState } from '../../src-shared/lifecycle/lifecycle.ts'
import { activeVersion, findVersion, type VersionEntry } from '../../src-shared/lifecycle/version-list.ts'
import { formatVersion, parseVersion } from '../../src-shared/lifecycle/version-number.ts'
import type { StageRequest } from '../../src-shared/publish/stage-protocol.ts'
import { AUDIT, appendAudit } from '../store/audit.ts'
import type { EngineDb, WriteDb } from '../store/db.ts'
import { beginStage, changeStage, endStage, findStage } from '../store/stages.ts'
import { versionsOf } from '../store/versions.ts'
import { conflictOf } from './expected.ts'

type StageBot = Readonly<{ bot: BotId; request: StageRequest; key: string; at: number }>

/**
 * Lets a percentage of new conversations meet a version, or changes the percentage. No state and no number changes: the
 * active version stays the one active version (requirements.md D-03), and the whole number is minted when the staged one
 * is activated for everybody (D-01).
 */
export function stageBot(db: EngineDb, { bot, request, key, at }: StageBot): Promise<Result<null>> {
  return db.atomically(async (tx): Promise<Result<null>> => {
    await tx.lock([AUDIT, bot])
    const chosen = await stageable(tx, bot, request)
    if (!chosen.ok) return chosen
    const { version, percent, rollBackAt, expectedActive, expectedStaged } = request
    const stage = await findStage(tx, bot)
    if (stage && version === expectedStaged) await changeStage(tx, stage.id, { percent, rollBackAt })
    else {
      if (stage) await endStage(tx, stage.id, 'replaced', at)
      const { number, hash } = chosen.value
      await beginStage(tx, { bot, number, hash, percent, rollBackAt, begunAt: at })
    }
    const detail = { percent, rollBackAt, active: expectedActive, replaced: expectedStaged }
    await appendAudit(tx, { at, key, action: 'stage', bot, version, detail })
    return ok(null)
  })
}

async function stageable(tx: WriteDb, bot: BotId, request: StageRequest): Promise<Result<VersionEntry>> {
  const versions = await versionsOf(tx, bot)
  const active = activeVersion(versions)
  if (!active) return fault('lifecycle/not-allowed', 'No version is active, so activate it for everybody.')
  const staged = await findStage(tx, bot)
  const conflict =
    conflictOf('active', active.number, request.expectedActive) ??
    conflictOf('staged', staged?.number, request.expectedStaged)
  if (conflict) return conflict
  const chosen = findVersion(versions, parseVersion(request.version))
  if (!chosen) return fault('lifecycle/not-published', `Version ${request.version} is not on this engine.`)
  const state = nextState(chosen.state, 'activate')
  if (!state.ok) return state
  if (chosen.hash !== active.hash) return ok(chosen)
  const same = `Version ${request.version} has the content of the active ${formatVersion(active.number)}.`
  return fault('lifecycle/not-allowed', same)
}
