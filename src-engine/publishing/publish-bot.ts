import type { BotId } from '../../src-shared/document/ids.ts'
import type { MediaRecord } from '../../src-shared/document/records.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { findVersion, publishVersion, type VersionEntry } from '../../src-shared/lifecycle/version-list.ts'
import { parseVersion } from '../../src-shared/lifecycle/version-number.ts'
import type { PublishRequest } from '../../src-shared/publish/protocol.ts'
import { sentFiles } from '../../src-shared/publish/sent-files.ts'
import { AUDIT, appendAudit } from '../store/audit.ts'
import { putBot } from '../store/bots.ts'
import { keepBundle } from '../store/bundles.ts'
import type { EngineDb } from '../store/db.ts'
import { putIntoEnvironment } from '../store/environments.ts'
import { keepExternalId, otherBotCalled } from '../store/external-ids.ts'
import { hasFile } from '../store/media.ts'
import { saveVersions, versionsOf } from '../store/versions.ts'
import { acceptBundle } from './accept-bundle.ts'

type Publish = Readonly<{ bot: BotId; version: string; request: PublishRequest; key: string; at: number }>

/**
 * Publishes a version: content, name and state in one transaction. The same content under the same number again
 * changes nothing; other content under a taken number is refused (KAL-12, KAL-17).
 */
export async function publishBot(
  db: EngineDb,
  { bot, version, request, key, at }: Publish,
): Promise<Result<null>> {
  const bundle = { hash: request.hash, text: request.bundle }
  const document = acceptBundle(bot, bundle)
  if (!document.ok) return document
  const files = sentFiles(document.value)
  const areHere = await Promise.all(files.map(({ hash }) => hasFile(db, hash)))
  const missing = files.filter((_, index) => !areHere[index])
  if (missing.length > 0) return missingFiles(missing)
  return db.atomically(async (tx): Promise<Result<null>> => {
    await tx.lock([AUDIT, bot])
    const before = await versionsOf(tx, bot)
    const number = parseVersion(version)
    const known = findVersion(before, number)
    if (known && known.hash !== bundle.hash)
      return fault(
        'engine/version-taken',
        `Version ${version} is here with other content. Save the bot as a new version and publish that.`,
      )
    const drafted: VersionEntry = known ?? { number, hash: bundle.hash, state: 'drafted', derivedFrom: null }
    const after = publishVersion(known ? before : [...before, drafted], number)
    if (!after.ok) return after
    const { externalId } = document.value.bot.settings ?? {}
    const other = await otherBotCalled(tx, bot, externalId)
    if (other !== null) return fault('proactive/external-id-taken', `It is that of ${other}.`)
    await putBot(tx, bot, document.value.bot.name, at)
    await keepBundle(tx, bundle, at)
    await keepExternalId(tx, bundle.hash, externalId)
    await saveVersions(tx, { bot, before, after: after.value, note: request.note, at })
    await putIntoEnvironment(tx, bot, 'draft', { ...number, at })
    const detail = { from: drafted.state, to: findVersion(after.value, number)?.state, hash: bundle.hash }
    if (!known) await appendAudit(tx, { at, key, action: 'publish', bot, version, detail })
    return ok(null)
  })
}

function missingFiles(files: readonly MediaRecord[]): Result<null> {
  const problems = files.map(({ id, name }) => ({
    code: 'media/missing',
    message: `The file “${name}” is not here. Upload it first.`,
    pointer: id,
  }))
  return fault('engine/problems', problems[0]?.message, problems)
}
