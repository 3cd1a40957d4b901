import type { BotId } from '../../src-shared/document/ids.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { activeVersion, deactivateVersion } from '../../src-shared/lifecycle/version-list.ts'
import { formatVersion } from '../../src-shared/lifecycle/version-number.ts'
import type { DeactivateRequest } from '../../src-shared/publish/protocol.ts'
import { endConversations } from '../conversations/end-conversations.ts'
import { AUDIT, appendAudit } from '../store/audit.ts'
import { setRestedAt } from '../store/bots.ts'
import type { EngineDb } from '../store/db.ts'
import { endStage, findStage } from '../store/stages.ts'
import { saveVersions, versionsOf } from '../store/versions.ts'

type Deactivate = Readonly<{ bot: BotId; request: DeactivateRequest; key: string; at: number }>

/** Takes the active version off work, keeping its number, and ends open conversations if asked to (KAL-16). */
export async function deactivateBot(
  db: EngineDb,
  { bot, request, key, at }: Deactivate,
): Promise<Result<null>> {
  const { reason, conversations, message } = request
  return db.atomically(async (tx): Promise<Result<null>> => {
    await tx.lock([AUDIT, bot])
    const before = await versionsOf(tx, bot)
    const active = activeVersion(before)
    if (!active) return fault('lifecycle/not-allowed', 'No version of this bot is active.')
    const after = deactivateVersion(before, active.number)
    if (!after.ok) return after
    await saveVersions(tx, { bot, before, after: after.value, note: '', at })
    await setRestedAt(tx, bot, at)
    const stage = await findStage(tx, bot)
    if (stage) await endStage(tx, stage.id, 'deactivated', at)
    const ended = conversations === 'end' ? await endConversations(tx, { bot, message, at }) : 0
    const detail = { from: 'active', to: 'deactivated', reason, conversations, ended }
    await appendAudit(tx, {
      at,
      key,
      action: 'deactivate',
      bot,
      version: formatVersion(active.number),
      detail,
    })
    return ok(null)
  })
}
