import { z } from 'zod'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BotId } from '../../src-shared/document/ids.ts'
import type { IterationRecord } from '../../src-shared/document/iteration.ts'
import type { ArgsOf, ReviewOffer } from '../../src-shared/ipc/contract.ts'
import type { ReviewTaken } from '../../src-shared/ipc/file-calls.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { parseVersion } from '../../src-shared/lifecycle/version-number.ts'
import { bundleOf } from '../../src-shared/publish/bundle.ts'
import type { ReviewPackage } from '../../src-shared/publish/review-package.ts'
import { iterationsOf } from '../../src-shared/review/threads.ts'
import { insertBot, isKnownBot, restoreBot } from '../store/bots.ts'
import { readRecords } from '../store/content.ts'
import type { ReadDb, WriteDb } from '../store/db.ts'
import { keepIterationContent } from '../store/iteration-contents.ts'
import { putFile } from '../store/media.ts'
import { readSetting, writeSetting } from '../store/settings.ts'
import { findVersionRow, insertVersion } from '../store/versions.ts'
import { submittedDocument } from './iteration-document.ts'
import type { ReviewDesk } from './review-desk.ts'

type Birth = Readonly<{ at: number; newId: () => string; desk: ReviewDesk }>

/**
 * Takes in a package for review. A bot that is not here becomes one; where it is here, or the signature does not hold,
 * nothing happens but that the person is asked (the answer is null then).
 */
export function takeReview(
  db: WriteDb,
  { file, review }: Readonly<{ file: string; review: ReviewPackage }>,
  birth: Birth,
): Result<BotId | null> {
  const { document, manifest, signature } = review
  const here = isKnownBot(db, document.bot.id)
  if (!here && signature.is === 'valid') return addReviewed(db, review, birth)
  const offer: ReviewOffer = {
    ticket: birth.newId(),
    file,
    bot: document.bot.id,
    name: document.bot.name,
    iteration: iterationsOf(document).at(-1)?.number ?? null,
    signature,
    signer: manifest && {
      by: manifest.by,
      at: manifest.at,
      fingerprint: manifest.fingerprint,
      known: signature.is === 'valid' && knownKeys(db).includes(manifest.key),
    },
    here,
    shares: here && sharedBase(db, review) !== null,
  }
  birth.desk.put({ offer, review })
  return ok(null)
}

/** Does with an offered package what the person said. To join it is the window's; its files and passes are kept here. */
export function acceptReview(
  db: WriteDb,
  { ticket, as }: ArgsOf<'review.take'>,
  birth: Birth,
): Result<ReviewTaken> {
  const found = birth.desk.find(ticket)
  if (!found.ok) return found
  const { review, offer } = found.value
  if (as === 'look') {
    const kept = keepFiles(db, review, birth.at)
    return kept.ok ? ok({ as, records: [...review.document.values()] }) : kept
  }
  if (offer.signature.is !== 'valid' || (as === 'merge' && !offer.here)) return fault('review/not-offered')
  if (as === 'copy') {
    const added = addReviewed(db, review, birth)
    return added.ok ? ok({ as, bot: added.value }) : added
  }
  const base = sharedBase(db, review)
  const kept = keepAll(db, offer.bot, review, birth.at)
  if (!kept.ok) return kept
  // Back in the list, where it was removed.
  restoreBot(db, offer.bot)
  const theirs = [...review.document.values()]
  return ok({
    as,
    bot: offer.bot,
    base: base && { number: base.number, records: [...base.document.values()] },
    theirs,
  })
}

/** A bot of its own: with the present id where that is free. */
function addReviewed(db: WriteDb, review: ReviewPackage, birth: Birth): Result<BotId> {
  return db.transaction(() => {
    const bot = insertBot(db, review.document, birth)
    const kept = keepAll(db, bot, review, birth.at)
    return kept.ok ? ok(bot) : kept
  })
}

function keepAll(db: WriteDb, bot: BotId, review: ReviewPackage, at: number): Result<null> {
  const files = keepFiles(db, review, at)
  if (!files.ok) return files
  for (const pass of iterationsOf(review.document)) {
    const document = review.iterations.get(pass.id)
    if (!document || bundleOf(document).hash !== pass.hash) continue
    keepIterationContent(db, bot, pass.hash, document)
    keepVersion(db, bot, pass)
  }
  rememberKey(db, review)
  return ok(null)
}

/** So that the next version made here does not take the number of one made there. */
function keepVersion(db: WriteDb, bot: BotId, { version, hash, note, by, at }: IterationRecord): void {
  const number = parseVersion(version)
  if (!number || findVersionRow(db, bot, version)) return
  insertVersion(db, bot, {
    ...{ number, version, hash, note, at, actor: by.name },
    ...{ state: 'drafted', derivedFrom: null, seq: null },
  })
}

function keepFiles(db: WriteDb, { files }: ReviewPackage, at: number): Result<null> {
  for (const file of files.values()) {
    const kept = putFile(db, file, at)
    if (!kept.ok) return kept
  }
  return ok(null)
}

type SharedPass = Readonly<{ number: number; document: BotDocument }>

/** The newest pass that both know as the same, with its content; null where the histories share none. */
function sharedBase(db: ReadDb, { document, iterations }: ReviewPackage): SharedPass | null {
  const bot = document.bot.id
  const own = new Map(
    readRecords(db, bot).flatMap(record =>
      record.type === 'iteration' ? [[record.id, record.hash] as const] : [],
    ),
  )
  for (const pass of iterationsOf(document).toReversed()) {
    if (own.get(pass.id) !== pass.hash) continue
    const submitted = submittedDocument(db, bot, pass) ?? iterations.get(pass.id)
    if (submitted && bundleOf(submitted).hash === pass.hash)
      return { number: pass.number, document: submitted }
  }
  return null
}

const KEYS = 'review-known-keys'

function knownKeys(db: ReadDb): readonly string[] {
  return readSetting(db, KEYS, z.array(z.string())) ?? []
}

function rememberKey(db: WriteDb, { manifest }: ReviewPackage): void {
  const known = knownKeys(db)
  if (manifest && !known.includes(manifest.key)) writeSetting(db, KEYS, [...known, manifest.key].slice(-500))
}
