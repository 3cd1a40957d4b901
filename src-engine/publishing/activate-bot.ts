import type { BotId } from '../../src-shared/document/ids.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { activateVersion, activeVersion, findVersion } from '../../src-shared/lifecycle/version-list.ts'
import { formatVersion, parseVersion } from '../../src-shared/lifecycle/version-number.ts'
import type { ActivateRequest } from '../../src-shared/publish/protocol.ts'
import { AUDIT, appendAudit } from '../store/audit.ts'
import { setRestedAt } from '../store/bots.ts'
import type { EngineDb } from '../store/db.ts'
import { saveVersions, versionsOf } from '../store/versions.ts'

type Activate = Readonly<{ bot: BotId; request: ActivateRequest; key: string; at: number }>

/**
 * Puts a version to work in one step, if the caller knows what is active now (requirements.md KAL-14, KAL-15). Open
 * conversations stay on the version they began on. Two bots may share a keyword: here each bot has an address of its
 * own, so nobody's message could reach both.
 */
export function activateBot(db: EngineDb, { bot, request, key, at }: Activate): Promise<Result<null>> {
  return db.atomically(async (tx): Promise<Result<null>> => {
    await tx.lock([AUDIT, bot])
    const before = await versionsOf(tx, bot)
    const active = activeVersion(before)
    const present = active && formatVersion(active.number)
    if (present !== request.expectedActive) {
      const now = present === null ? 'no version is active' : `version ${present} is active`
      return fault(
        'engine/version-conflict',
        `Now ${now}. Look at it and activate again if you still want to.`,
      )
    }
    const number = parseVersion(request.version)
    const chosen = findVersion(before, number)
    if (!chosen) return fault('lifecycle/not-published', `Version ${request.version} is not on this engine.`)
    const after = activateVersion(before, number)
    if (!after.ok) return after
    const { list, entry } = after.value
    await saveVersions(tx, { bot, before, after: list, note: '', at })
    await setRestedAt(tx, bot, null)
    const detail = { from: chosen.state, to: 'active', chosen: request.version, replaced: present }
    await appendAudit(tx, { at, key, action: 'activate', bot, version: formatVersion(entry.number), detail })
    return ok(null)
  })
}
