import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../../src-shared/kit/canonical-json.ts'
import type { Result } from '../../../src-shared/kit/result.ts'
import { sha256OfBytes } from '../../../src-shared/kit/sha256.ts'
import { packBot, readBotPackage } from '../../../src-shared/publish/package.ts'
import { signingKeyOf } from '../../../src-shared/publish/package-signature.ts'
import {
  packReview,
  type ReviewPackage,
  readReviewPackage,
} from '../../../src-shared/publish/review-package.ts'
import { smallBot } from '../compare/small-bot.ts'
import { BEN, FIRST, remark, reviewedBot } from '../review/reviewed-bot.ts'

const KEY = signingKeyOf(new Uint8Array(32).fill(7))
const PICTURE = strToU8('a picture, more or less')
const HASH = sha256OfBytes(PICTURE)
const media = {
  id: 'media_p',
  type: 'media',
  name: 'p.png',
  mime: 'image/png',
  size: PICTURE.length,
  hash: HASH,
  width: null,
  height: null,
  alt: {},
}

function packed(): Uint8Array {
  const document = reviewedBot([remark('a')], { media_p: media })
  return packReview(
    { document, iterations: new Map([[FIRST.id, smallBot()]]), files: new Map([[HASH, PICTURE]]) },
    { iteration: FIRST.id, by: BEN, at: 5000 },
    KEY,
  )
}

function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.message)
  return result.value
}

/** The package with its files changed. */
function altered(change: (files: Record<string, Uint8Array>) => void): Uint8Array {
  const files = unzipSync(packed())
  change(files)
  return zipSync(files)
}

function whyBroken(bytes: Uint8Array): string {
  const { signature } = good(readReviewPackage(bytes)) as ReviewPackage
  return signature.is === 'broken' ? signature.why : 'it holds'
}

const edited = (bytes: Uint8Array | undefined, from: string, to: string) =>
  strToU8(strFromU8(bytes ?? new Uint8Array()).replaceAll(from, to))

describe('a signed package for review (KAL-06)', () => {
  test('brings the bot, what was submitted, comments and files, and who packed it', () => {
    const read = good(readReviewPackage(packed())) as ReviewPackage
    expect(read.signature).toEqual({ is: 'valid' })
    expect(read.manifest).toMatchObject({
      bot: 'bot_s',
      iteration: FIRST.id,
      by: BEN,
      at: 5000,
      key: KEY.public,
    })
    expect(read.manifest?.fingerprint).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/)
    expect([...read.document.all('comment')]).toEqual([remark('a')])
    expect(canonicalJson([...(read.iterations.get(FIRST.id)?.values() ?? [])])).toBe(
      canonicalJson([...smallBot().values()].sort((a, b) => (a.id < b.id ? -1 : 1))),
    )
    expect([...read.files]).toEqual([[HASH, PICTURE]])
  })

  test('the same bytes each time; it opens as a plain package too, and a plain one is none for review', () => {
    expect(packed()).toEqual(packed())
    expect(good(readBotPackage(packed())).document.bot.name).toBe('Small')
    expect(good(readReviewPackage(packBot(smallBot())))).toBeNull()
    expect(good(readReviewPackage(strToU8('{}')))).toBeNull()
  })
})

describe('a package that was tampered with says what was changed', () => {
  test.each<[string, (files: Record<string, Uint8Array>) => void, RegExp]>([
    [
      'the bot',
      files => (files['bot.json'] = edited(files['bot.json'], 'We book.', 'We crook.')),
      /bot\.json was changed/,
    ],
    [
      'what was submitted',
      files =>
        (files[`iterations/${FIRST.id}.json`] = edited(
          files[`iterations/${FIRST.id}.json`],
          'We ask.',
          'We task.',
        )),
      /iterations\/itr_1\.json was changed/,
    ],
    ['a file taken out', files => delete files[`media/${HASH}`], /was taken out/],
    [
      'a file added',
      files => (files['iterations/itr_9.json'] = files['bot.json'] as Uint8Array),
      /was added/,
    ],
    ['an unknown file added', files => (files['run.sh'] = strToU8('#')), /run\.sh was added/],
    [
      'the list',
      files => (files['review.json'] = edited(files['review.json'], 'Ben', 'Eve')),
      /list of files was changed/,
    ],
    [
      'another key',
      files =>
        (files['review.json'] = edited(
          files['review.json'],
          KEY.public,
          signingKeyOf(new Uint8Array(32).fill(8)).public,
        )),
      /list of files was changed/,
    ],
    ['no signature', files => delete files['review.sig'], /signature is missing/],
    ['no list', files => delete files['review.json'], /list of files is missing/],
    ['a signature that is none', files => (files['review.sig'] = strToU8('zz')), /list of files was changed/],
  ])('%s', (_, change, why) => {
    expect(whyBroken(altered(change))).toMatch(why)
  })

  test('truncated, newer, or not what its picture was: refused', () => {
    expect(readReviewPackage(packed().subarray(0, 900))).toMatchObject({ code: 'package/corrupt' })
    const newer = altered(
      files => (files['review.json'] = edited(files['review.json'], '"version": 1', '"version": 9')),
    )
    expect(readReviewPackage(newer)).toMatchObject({ code: 'document/too-new' })
    const newerStill = altered(
      files => (files['parley.json'] = edited(files['parley.json'], '"version":2', '"version":9')),
    )
    expect(readReviewPackage(newerStill)).toMatchObject({ code: 'document/too-new' })
    const other = altered(files => (files[`media/${HASH}`] = strToU8('another picture')))
    expect(readReviewPackage(other)).toMatchObject({ code: 'package/corrupt' })
  })
})
