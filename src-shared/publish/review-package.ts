import { strFromU8, strToU8 } from 'fflate'
import { z } from 'zod'
import type { BotDocument } from '../document/bot-document.ts'
import { botIdSchema, type IterationId, iterationIdSchema } from '../document/ids.ts'
import { personSchema } from '../document/iteration.ts'
import { hashSchema } from '../kit/hash.ts'
import { fault, ok, type Result } from '../kit/result.ts'
import { sha256OfBytes } from '../kit/sha256.ts'
import { documentText } from './document-text.ts'
import {
  documentIn,
  entriesOf,
  isZip,
  mediaOf,
  type OpenedPackage,
  openPackage,
  PACKAGE_LIMITS,
  type PackageLimits,
  type PackedFiles,
  REVIEW_FILES,
  zipOf,
} from './package.ts'
import { fingerprintOf, isSignedBy, type SigningKey, sign } from './package-signature.ts'

const REVIEW_VERSION = 1

const manifestSchema = z.strictObject({
  format: z.literal('parley-review'),
  version: z.literal(REVIEW_VERSION),
  bot: botIdSchema,
  /** The pass it is about; null before the first. */
  iteration: iterationIdSchema.nullable(),
  by: personSchema,
  at: z.number().int().min(0),
  /** The SHA-256 of every other file of the package but the signature. */
  entries: z.record(z.string().max(200), hashSchema),
  key: hashSchema,
  fingerprint: z.string().max(50),
})

/** Who packed it, when, and what; signed as a whole. */
export type ReviewManifest = Readonly<z.infer<typeof manifestSchema>>

/** `broken`: something was changed after it was signed; `why` says what. */
export type SignatureState = Readonly<{ is: 'valid' }> | Readonly<{ is: 'broken'; why: string }>

/** A package for review (requirements.md KAL-06): the bot, what was submitted in its last passes, and its files. */
export type ReviewPackage = Readonly<{
  document: BotDocument
  iterations: ReadonlyMap<IterationId, BotDocument>
  files: PackedFiles
  manifest: ReviewManifest | null
  signature: SignatureState
}>

type Contents = Readonly<{
  document: BotDocument
  iterations: ReadonlyMap<IterationId, BotDocument>
  files: PackedFiles
}>

/** The package as bytes, with a manifest of all files signed by the library's key. */
export function packReview(
  { document, iterations, files }: Contents,
  about: Pick<ReviewManifest, 'iteration' | 'by' | 'at'>,
  key: SigningKey,
): Uint8Array {
  const entries = new Map(entriesOf(document, files, 2))
  for (const [id, submitted] of iterations)
    entries.set(`iterations/${id}.json`, strToU8(documentText(submitted)))
  const manifest: ReviewManifest = {
    format: 'parley-review',
    version: REVIEW_VERSION,
    bot: document.bot.id,
    ...about,
    entries: Object.fromEntries([...entries].map(([name, bytes]) => [name, sha256OfBytes(bytes)])),
    key: key.public,
    fingerprint: fingerprintOf(key.public),
  }
  const text = strToU8(`${JSON.stringify(manifest, null, 2)}\n`)
  entries.set(REVIEW_FILES.manifest, text)
  entries.set(REVIEW_FILES.signature, strToU8(`${sign(text, key)}\n`))
  return zipOf(entries)
}

/**
 * Reads a package for review; null when it is a plain one or a JSON document. What was tampered with is still read, as
 * far as it can be, with a `broken` signature; what is truncated, too large or from a newer Parley is refused.
 */
export function readReviewPackage(
  bytes: Uint8Array,
  limits: PackageLimits = PACKAGE_LIMITS,
): Result<ReviewPackage | null> {
  if (!isZip(bytes)) return ok(null)
  const opened = openPackage(bytes, limits)
  if (!opened.ok) return opened
  const { names, files } = opened.value
  if (!names.some(isOfReview)) return ok(null)
  const checked = checkManifest(opened.value)
  if (!checked.ok) return checked
  const document = documentIn(files)
  if (!document.ok) return document
  const iterations = new Map<IterationId, BotDocument>()
  for (const name of names) {
    const id = REVIEW_FILES.iteration.exec(name)?.[1]
    const submitted = id ? documentIn(files, name) : null
    if (submitted && !submitted.ok) return submitted
    if (submitted) iterations.set(id as IterationId, submitted.value)
  }
  const media = mediaOf([document.value, ...iterations.values()], files)
  if (!media.ok) return media
  return ok({ document: document.value, iterations, files: media.value, ...checked.value })
}

function isOfReview(name: string): boolean {
  return (
    name === REVIEW_FILES.manifest || name === REVIEW_FILES.signature || REVIEW_FILES.iteration.test(name)
  )
}

type Checked = Pick<ReviewPackage, 'manifest' | 'signature'>

/** A newer manifest is refused; one that is missing or does not fit is a broken signature. */
function checkManifest(opened: OpenedPackage): Result<Checked> {
  const text = opened.files.get(REVIEW_FILES.manifest)
  if (!text) return broken(null, 'Its list of files is missing.')
  const value = jsonOf(text)
  const version = (value as { version?: unknown } | null)?.version
  if (typeof version === 'number' && version > REVIEW_VERSION)
    return fault(
      'document/too-new',
      `It is a review package of format ${version}; this Parley reads up to ${REVIEW_VERSION}. Update Parley to open it.`,
    )
  const parsed = manifestSchema.safeParse(value)
  if (!parsed.success) return broken(null, 'Its list of files cannot be read.')
  const manifest = parsed.data
  const signature = opened.files.get(REVIEW_FILES.signature)
  if (!signature) return broken(manifest, 'Its signature is missing.')
  if (
    manifest.fingerprint !== fingerprintOf(manifest.key) ||
    !isSignedBy(text, strFromU8(signature).trim(), manifest.key)
  )
    return broken(manifest, 'Its list of files was changed after it was signed.')
  const wrong = unlisted(opened, manifest.entries)
  return wrong === null ? ok({ manifest, signature: { is: 'valid' } }) : broken(manifest, wrong)
}

/** The first file that is not as it was listed, in words. */
function unlisted({ names, files }: OpenedPackage, entries: ReviewManifest['entries']): string | null {
  for (const name of names) {
    if (name === REVIEW_FILES.manifest || name === REVIEW_FILES.signature) continue
    const bytes = files.get(name)
    const listed = Object.hasOwn(entries, name) ? entries[name] : undefined
    if (!bytes || listed === undefined) return `The file ${name.slice(0, 80)} was added after it was signed.`
    if (sha256OfBytes(bytes) !== listed)
      return `The file ${name.slice(0, 80)} was changed after it was signed.`
  }
  const missing = Object.keys(entries).find(name => !files.has(name))
  return missing === undefined ? null : `The file ${missing.slice(0, 80)} was taken out after it was signed.`
}

function broken(manifest: ReviewManifest | null, why: string): Result<Checked> {
  return ok({ manifest, signature: { is: 'broken', why } })
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(strFromU8(bytes))
  } catch {
    return null
  }
}
