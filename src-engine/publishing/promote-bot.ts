import type { BotId } from '../../src-shared/document/ids.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { parseVersion } from '../../src-shared/lifecycle/version-number.ts'
import type { PromoteRequest } from '../../src-shared/publish/stage-protocol.ts'
import { AUDIT, appendAudit } from '../store/audit.ts'
import type { EngineDb } from '../store/db.ts'
import { putIntoEnvironment, versionIn } from '../store/environments.ts'
import { activateIn } from './activate-bot.ts'
import { conflictOf } from './expected.ts'

type Promote = Readonly<{ bot: BotId; request: PromoteRequest; key: string; at: number }>

/** Puts the version that is in draft to test. Conversations there finish on their version like everywhere. */
export function promoteToTest(db: EngineDb, { bot, request, key, at }: Promote): Promise<Result<null>> {
  const { version, expected } = request
  return db.atomically(async (tx): Promise<Result<null>> => {
    await tx.lock([AUDIT, bot])
    const [draft, test] = [await versionIn(tx, bot, 'draft'), await versionIn(tx, bot, 'test')]
    const conflict = conflictOf('in draft', draft, version) ?? conflictOf('in test', test, expected)
    if (conflict) return conflict
    await putIntoEnvironment(tx, bot, 'test', { ...parseVersion(version), at })
    const detail = { from: 'draft', to: 'test', replaced: expected }
    await appendAudit(tx, { at, key, action: 'promote', bot, version, detail })
    return ok(null)
  })
}

/** Activates the version that is in test (requirements.md KAL-14), with the number activating gives it. */
export function promoteToLive(db: EngineDb, { bot, request, key, at }: Promote): Promise<Result<null>> {
  const { version, expected } = request
  return db.atomically(async (tx): Promise<Result<null>> => {
    await tx.lock([AUDIT, bot])
    const test = await versionIn(tx, bot, 'test')
    if (!test) return fault('lifecycle/not-allowed', 'No version is in test. Promote one from draft first.')
    const conflict = conflictOf('in test', test, version)
    if (conflict) return conflict
    return activateIn(tx, { bot, request: { version, expectedActive: expected }, key, at })
  })
}
