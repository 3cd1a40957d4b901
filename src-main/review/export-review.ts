import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import { z } from 'zod'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { IterationId } from '../../src-shared/document/ids.ts'
import type { Person } from '../../src-shared/document/iteration.ts'
import { namedFiles } from '../../src-shared/document/named-files.ts'
import { formatBytes } from '../../src-shared/kit/format-bytes.ts'
import { hashSchema } from '../../src-shared/kit/hash.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { PACKAGE_LIMITS } from '../../src-shared/publish/package.ts'
import { fingerprintOf, type SigningKey, signingKeyOf } from '../../src-shared/publish/package-signature.ts'
import { packReview } from '../../src-shared/publish/review-package.ts'
import { iterationsOf } from '../../src-shared/review/threads.ts'
import { writeWhole } from '../library/export-package.ts'
import type { StillWanted } from '../library/file-work.ts'
import type { KeyVault } from '../publishing/key-vault.ts'
import type { ReadDb, WriteDb } from '../store/db.ts'
import { readFileBytes } from '../store/media.ts'
import { readSetting, writeSetting } from '../store/settings.ts'
import { submittedDocument } from './iteration-document.ts'

/** How many passes travel with their content: the present one and the one before, so that the difference can be shown. */
const PASSES = 2

type Export = Readonly<{ document: BotDocument; path: string; key: SigningKey; by: Person; at: number }>

/** Writes a bot as a signed package for review (requirements.md KAL-06); null when it was given up. */
export async function exportReview(
  db: ReadDb,
  { document, path, key, by, at }: Export,
  isWanted: StillWanted,
): Promise<Result<{ file: string; fingerprint: string } | null>> {
  if (!(await isWanted())) return ok(null)
  const passes = iterationsOf(document)
  const iterations = new Map<IterationId, BotDocument>()
  for (const pass of passes.slice(-PASSES)) {
    const submitted = submittedDocument(db, document.bot.id, pass)
    if (submitted) iterations.set(pass.id, submitted)
  }
  const files = filesOf(db, [document, ...iterations.values()])
  if (!files.ok) return files
  const about = { iteration: passes.at(-1)?.id ?? null, by, at }
  const bytes = packReview({ document, iterations, files: files.value }, about, key)
  if (!(await isWanted())) return ok(null)
  const file = basename(path)
  return (await writeWhole(path, bytes))
    ? ok({ file, fingerprint: fingerprintOf(key.public) })
    : fault('file/unwritable', `${file} could not be written. Is there room, and may you write there?`)
}

function filesOf(db: ReadDb, documents: readonly BotDocument[]): Result<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  let total = 0
  for (const { hash } of documents.flatMap(namedFiles)) {
    const found = files.has(hash) ? null : readFileBytes(db, hash)
    if (!found) continue
    files.set(hash, found.bytes)
    total += found.bytes.length
  }
  if (total <= PACKAGE_LIMITS.media) return ok(files)
  return fault('package/too-large', `Its files have ${formatBytes(total)}. Remove some that are not needed.`)
}

const SETTING = 'review-key'
const keptSchema = z.strictObject({
  public: hashSchema,
  by: z.enum(['system', 'passphrase']),
  sealed: z.string(),
})

/** The pair of keys of this library, made when it is first asked for; the secret half lies sealed like every secret. */
export async function signingKey(db: WriteDb, vault: KeyVault): Promise<Result<SigningKey>> {
  const kept = readSetting(db, SETTING, keptSchema)
  if (kept) {
    const secret = await vault.open({ by: kept.by, bytes: Buffer.from(kept.sealed, 'base64') })
    return secret.ok ? ok({ secret: secret.value, public: kept.public }) : secret
  }
  const made = signingKeyOf(randomBytes(32))
  const sealed = await vault.seal(made.secret)
  if (!sealed.ok) return sealed
  const { by, bytes } = sealed.value
  writeSetting(db, SETTING, { public: made.public, by, sealed: Buffer.from(bytes).toString('base64') })
  return ok(made)
}
