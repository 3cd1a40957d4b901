import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { integrityProblems } from '../../../src-shared/document/integrity.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import { type Changes, reverseChanges, squashChanges } from '../../../src-shared/edit/edit.ts'
import { randomRecords } from './random-bot.ts'
import { changesOf, gestures } from './random-edits.ts'
import { copyOf, counter, snapshot } from './snapshot.ts'

const SEEDS = [1, 20260801, 777] as const
const session = { records: randomRecords, all: fc.array(gestures, { maxLength: 12 }) }

/** Does the gestures one after another; what each of them changed. */
function perform(document: BotDocument, all: readonly Parameters<typeof changesOf>[1][]): Changes[] {
  const newId = counter('new')
  return all.map(gesture => {
    const changes = changesOf(document, gesture, newId)
    const applied = applyChanges(document, changes)
    if (!applied.ok) throw new Error(`${gesture.does}: ${applied.message}`)
    return changes
  })
}

describe.each(SEEDS)('laws of edits, seed %i', seed => {
  const check = (law: (document: BotDocument, all: Parameters<typeof perform>[1]) => void) =>
    fc.assert(
      fc.property(fc.record(session), ({ records, all }) => law(BotDocument.of(records), all)),
      { seed, numRuns: 150 },
    )

  test('every gesture leaves a bot that holds together', () => {
    check((document, all) => {
      perform(document, all)
      expect(integrityProblems(document)).toEqual([])
    })
  })

  test('apply and reverse, in any number, is identity', () => {
    check((document, all) => {
      const before = snapshot(document)
      const done = perform(document, all)
      for (const changes of done.toReversed())
        expect(applyChanges(document, reverseChanges(changes)).ok).toBe(true)
      expect(snapshot(document)).toBe(before)
    })
  })

  test('squash does what the sequence does, and its reverse undoes it', () => {
    check((document, all) => {
      const other = copyOf(document)
      const before = snapshot(document)
      const squashed = squashChanges(perform(document, all))
      expect(applyChanges(other, squashed).ok).toBe(true)
      expect(snapshot(other)).toBe(snapshot(document))
      expect(applyChanges(other, reverseChanges(squashed)).ok).toBe(true)
      expect(snapshot(other)).toBe(before)
    })
  })

  test('squash is associative, and an edit with its reverse squashes to nothing', () => {
    check((document, all) => {
      const done = perform(document, all)
      const half = Math.floor(done.length / 2)
      const parts = [squashChanges(done.slice(0, half)), squashChanges(done.slice(half))]
      expect(squashChanges(parts)).toEqual(squashChanges(done))
      for (const changes of done) expect(squashChanges([changes, reverseChanges(changes)])).toEqual({})
    })
  })

  test('indexes after edits are those of a document made anew', () => {
    check((document, all) => {
      perform(document, all)
      expect(snapshot(document)).toBe(snapshot(copyOf(document)))
    })
  })

  test('an edit made elsewhere on another state is refused and changes nothing', () => {
    check((document, all) => {
      const other = copyOf(document)
      const [first] = perform(document, all).filter(changes => Object.keys(changes).length > 0)
      if (!first) return
      expect(applyChanges(other, first).ok).toBe(true)
      const before = snapshot(other)
      expect(applyChanges(other, first)).toMatchObject({ ok: false, code: 'edit/conflict' })
      expect(snapshot(other)).toBe(before)
    })
  })
})
