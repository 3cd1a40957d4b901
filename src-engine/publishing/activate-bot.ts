import type { BotId } from '../../src-shared/document/ids.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { activateVersion, activeVersion, findVersion } from '../../src-shared/lifecycle/version-list.ts'
import { compareVersions, formatVersion, parseVersion } from '../../src-shared/lifecycle/version-number.ts'
import type { ActivateRequest } from '../../src-shared/publish/protocol.ts'
import { endConversations } from '../conversations/end-conversations.ts'
import { AUDIT, appendAudit } from '../store/audit.ts'
import { setRestedAt } from '../store/bots.ts'
import type { EngineDb, WriteDb } from '../store/db.ts'
import { externalIdOf, otherBotCalled } from '../store/external-ids.ts'
import { endStage, findStage } from '../store/stages.ts'
import { saveVersions, versionsOf } from '../store/versions.ts'
import { conflictOf } from './expected.ts'

export type Activate = Readonly<{ bot: BotId; request: ActivateRequest; key: string; at: number }>

/**
 * Puts a version to work in one step, if the caller knows what is active now (requirements.md KAL-14, KAL-15). Open
 * conversations stay on the version they began on, unless they are to begin anew. Two bots may share a keyword: here
 * each bot has an address of its own, so nobody's message could reach both.
 */
export function activateBot(db: EngineDb, activate: Activate): Promise<Result<null>> {
  return db.atomically(async tx => {
    await tx.lock([AUDIT, activate.bot])
    return activateIn(tx, activate)
  })
}

/** The same in a transaction that holds the bot and the audit log. */
export async function activateIn(tx: WriteDb, { bot, request, key, at }: Activate): Promise<Result<null>> {
  const before = await versionsOf(tx, bot)
  const active = activeVersion(before)?.number ?? null
  const conflict = conflictOf('active', active, request.expectedActive)
  if (conflict) return conflict
  const number = parseVersion(request.version)
  const chosen = findVersion(before, number)
  if (!chosen) return fault('lifecycle/not-published', `Version ${request.version} is not on this engine.`)
  const after = activateVersion(before, number)
  if (!after.ok) return after
  const other = await otherBotCalled(tx, bot, await externalIdOf(tx, chosen.hash))
  if (other !== null) return fault('proactive/external-id-taken', `It is that of ${other}.`)
  const { list, entry } = after.value
  await saveVersions(tx, { bot, before, after: list, note: '', at })
  await setRestedAt(tx, bot, null)
  const stage = await findStage(tx, bot)
  const isStaged = stage !== null && compareVersions(stage.number, number) === 0
  if (stage) await endStage(tx, stage.id, isStaged ? 'activated' : 'replaced', at)
  const restarted =
    request.conversations === 'restart' ? await endConversations(tx, { bot, message: '', at }) : 0
  const detail = {
    from: chosen.state,
    to: 'active',
    chosen: request.version,
    replaced: active && formatVersion(active),
    ...(stage ? { staged: formatVersion(stage.number) } : {}),
    ...(restarted > 0 ? { restarted } : {}),
  }
  await appendAudit(tx, { at, key, action: 'activate', bot, version: formatVersion(entry.number), detail })
  return ok(null)
}
