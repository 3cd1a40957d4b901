import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CommentRecord } from '../../../src-shared/document/records.ts'
import { canonicalJson } from '../../../src-shared/kit/canonical-json.ts'
import { mergeReviews, type ReviewRecord } from '../../../src-shared/review/merge-reviews.ts'
import { ANA, BEN, FIRST, remark } from './reviewed-bot.ts'

const SEEDS = [7, 20261121] as const

/** Copies of a few comments and a pass, as two machines may have changed them. */
const copies = fc
  .array(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      text: fc.constantFrom('one', 'two', 'three'),
      blocking: fc.boolean(),
      edits: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }), {
        nil: undefined,
      }),
      state: fc.constantFrom('open', 'resolved', 'wont-fix'),
      stateAt: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      place: fc.constantFrom('block_menu', 'block_gone'),
    }),
    { maxLength: 6 },
  )
  .map(list => {
    const records = new Map<string, ReviewRecord>()
    for (const { id, edits, stateAt, place, ...rest } of list)
      records.set(
        id,
        remark(id, {
          ...rest,
          place: { on: 'record', record: place },
          ...(edits ? { edits: [...edits].sort((a, b) => a - b) } : {}),
          ...(stateAt ? { stateAt, stateBy: BEN } : {}),
        } as Partial<CommentRecord>),
      )
    return [...records.values()]
  })

function law(holds: (ours: ReviewRecord[], theirs: ReviewRecord[]) => void): void {
  for (const seed of SEEDS) fc.assert(fc.property(copies, copies, holds), { seed, numRuns: 400 })
}

describe('what was said on two machines is joined (KAL-07)', () => {
  test('the sides changed over, with the opposite preference, give the same', () => {
    law((ours, theirs) => {
      const one = mergeReviews(ours, theirs, { prefer: 'ours' })
      const other = mergeReviews(theirs, ours, { prefer: 'theirs' })
      expect(canonicalJson(one.merged)).toBe(canonicalJson(other.merged))
      expect(one.conflicts.map(({ id }) => id)).toEqual(other.conflicts.map(({ id }) => id))
    })
  })

  test('joining with oneself, and joining the same again, changes nothing', () => {
    law((ours, theirs) => {
      const alone = mergeReviews(ours, ours)
      expect(alone.conflicts).toEqual([])
      expect(new Set(alone.merged)).toEqual(new Set(ours))
      const once = mergeReviews(ours, theirs).merged
      expect(canonicalJson(mergeReviews(once, theirs).merged)).toBe(canonicalJson(once))
    })
  })

  test('nothing is lost: every value is there, known to the later copy, or a conflict', () => {
    law((ours, theirs) => {
      const { merged, conflicts } = mergeReviews(ours, theirs)
      const all = new Map(merged.map(record => [record.id, record as CommentRecord]))
      for (const [said, other] of [
        [ours, theirs],
        [theirs, ours],
      ] as const)
        for (const record of said as CommentRecord[]) {
          const joined = all.get(record.id)
          expect(joined).toBeDefined()
          const copy = other.find(({ id }) => id === record.id) as CommentRecord | undefined
          const knows = (record.edits ?? []).every(time => copy?.edits?.includes(time))
          const listed = conflicts.some(({ id }) => id === `${record.id}/text`)
          expect(joined?.text === record.text || knows || listed).toBe(true)
        }
    })
  })

  test('a later edit of the words is taken; two edits are a conflict to pick, each in full', () => {
    const first = remark('a')
    const mine = remark('a', { text: 'Mine', edits: [10] })
    const yours = remark('a', { text: 'Yours', edits: [20] })
    expect(mergeReviews([first], [mine])).toEqual({ merged: [mine], conflicts: [] })
    const { merged, conflicts } = mergeReviews([mine], [yours])
    expect(conflicts).toMatchObject([{ id: 'cmt_a/text', ours: 'Mine', theirs: 'Yours', chosen: 'ours' }])
    expect(merged).toMatchObject([{ text: 'Mine', edits: [10, 20] }])
    const picked = mergeReviews([mine], [yours], { choices: { 'cmt_a/text': 'theirs' } }).merged
    expect(picked).toMatchObject([{ text: 'Yours', edits: [10, 20] }])
    expect(mergeReviews([yours], picked).conflicts).toEqual([])
  })

  test('a state goes by when it was set, with who set it', () => {
    const resolved = remark('a', { state: 'resolved', stateBy: ANA, stateAt: 30 })
    const reopened = remark('a', { state: 'open', stateBy: BEN, stateAt: 40 })
    expect(mergeReviews([resolved], [reopened]).merged).toEqual([reopened])
    expect(mergeReviews([remark('a')], [resolved]).merged).toEqual([resolved])
    const approved = { ...FIRST, state: 'approved', decidedBy: BEN, decidedAt: 50 } as const
    expect(mergeReviews([FIRST], [approved])).toEqual({ merged: [approved], conflicts: [] })
  })
})
