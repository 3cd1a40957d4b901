import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesFor } from '../../../src-shared/compare/changes-for.ts'
import { compareBots } from '../../../src-shared/compare/compare-bots.ts'
import { isEmpty, partsOf } from '../../../src-shared/compare/difference.ts'
import { recordKey } from '../../../src-shared/compare/record-key.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { integrityProblems } from '../../../src-shared/document/integrity.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import { canonicalJson } from '../../../src-shared/kit/canonical-json.ts'
import { copyOf } from '../edit/snapshot.ts'
import { randomTriples } from './random-pair.ts'

const SEEDS = [5, 20261121, 4711] as const

/** All records by their key; an edge that leads where it led is the same one, whatever its id. */
function meaning(document: BotDocument): string {
  return canonicalJson(
    [...document.values()]
      .map(record => (record.type === 'edge' ? { ...record, id: recordKey(record) } : record))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  )
}

function applied(document: BotDocument, changes: Parameters<typeof applyChanges>[1]): BotDocument {
  const done = applyChanges(copyOf(document), changes)
  if (!done.ok) throw new Error(done.message)
  return done.value
}

describe.each(SEEDS)('laws of differences; seed %i', seed => {
  const check = (property: (a: BotDocument, b: BotDocument, pick: readonly boolean[]) => void) =>
    fc.assert(
      fc.property(
        randomTriples,
        fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
        ({ ours, theirs }, pick) => property(ours, theirs, pick),
      ),
      { seed, numRuns: 80 },
    )

  test('nothing differs from itself', () => {
    check(a => void expect(isEmpty(compareBots(a, copyOf(a)))).toBe(true))
  })

  test('all parts, accepted, make the one version of the other; rejected, the other way', () => {
    check((a, b) => {
      const difference = compareBots(a, b)
      const all = partsOf(difference)
      const accepted = changesFor(difference, all)
      expect(meaning(applied(a, accepted.changes))).toBe(meaning(b))
      expect(accepted.pulledIn).toEqual([])
      expect(meaning(applied(b, changesFor(difference, all, 'reject').changes))).toBe(meaning(a))
      expect(changesFor(difference, []).changes).toEqual({})
    })
  })

  test('any choice holds together, and what is left is the rest', () => {
    check((a, b, pick) => {
      const difference = compareBots(a, b)
      const parts = partsOf(difference)
      const chosen = parts.filter((_, at) => pick[at % pick.length])
      for (const direction of ['accept', 'reject'] as const) {
        const { changes, pulledIn } = changesFor(difference, chosen, direction)
        const made = applied(direction === 'accept' ? a : b, changes)
        expect(integrityProblems(made)).toEqual([])
        const taken = new Set([...chosen, ...pulledIn])
        const rest = direction === 'accept' ? compareBots(made, b) : compareBots(a, made)
        const left = parts.filter(part => !taken.has(part))
        expect([...partsOf(rest)].sort()).toEqual([...left].sort())
      }
    })
  })
})
