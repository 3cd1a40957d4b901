import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentToJson, parseDocument } from '../../../src-shared/blocks/parse-document.ts'
import { changesFor } from '../../../src-shared/compare/changes-for.ts'
import { compareBots } from '../../../src-shared/compare/compare-bots.ts'
import type { Choice } from '../../../src-shared/compare/conflict.ts'
import { partsOf } from '../../../src-shared/compare/difference.ts'
import { mergeBots } from '../../../src-shared/compare/merge-bots.ts'
import { choicesOf } from '../../../src-shared/compare/references.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { RecordId } from '../../../src-shared/document/ids.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import { canonicalJson } from '../../../src-shared/kit/canonical-json.ts'
import { copyOf } from '../edit/snapshot.ts'
import { randomTriples } from './random-pair.ts'

const SEEDS = [3, 20261121, 90210] as const
const text = (document: BotDocument) => canonicalJson(documentToJson(document))

function isWhole(document: BotDocument): void {
  const parsed = parseDocument(documentToJson(document))
  if (!parsed.ok) throw new Error(parsed.message)
}

function taking(document: BotDocument, changes: Parameters<typeof applyChanges>[1]): BotDocument {
  const done = applyChanges(copyOf(document), changes)
  if (!done.ok) throw new Error(done.message)
  return done.value
}

/** Fields that have chosen what is gone: only the checks know of them. */
function dangles(document: BotDocument): boolean {
  return [...document.values()].some(record => choicesOf(record).some(id => !document.get(id as RecordId)))
}

function nameOf(document: BotDocument, id: string): string {
  const record = document.get(id as RecordId)
  return record?.type === 'variable' ? record.name : id
}

describe.each(SEEDS)('laws of merging; seed %i', seed => {
  const booleans = fc.array(fc.boolean(), { minLength: 40, maxLength: 40 })
  const check = (
    property: (base: BotDocument, ours: BotDocument, theirs: BotDocument, pick: readonly boolean[]) => void,
  ) =>
    fc.assert(
      fc.property(randomTriples, booleans, ({ base, ours, theirs }, pick) => {
        property(base, ours, theirs, pick)
      }),
      { seed, numRuns: 100 },
    )

  test('who changed nothing takes what the other made', () => {
    check((base, ours, theirs) => {
      for (const [merge, whole] of [
        [mergeBots(base, ours, base), ours],
        [mergeBots(base, base, theirs), theirs],
        [mergeBots(base, ours, ours), ours],
      ] as const) {
        expect(merge.conflicts).toEqual([])
        expect(text(merge.merged)).toBe(text(whole))
      }
    })
  })

  test('the sides are alike', () => {
    check((base, ours, theirs) => {
      const one = mergeBots(base, ours, theirs, { prefer: 'theirs' })
      const other = mergeBots(base, theirs, ours, { prefer: 'ours' })
      expect(text(one.merged)).toBe(text(other.merged))
      expect(one.conflicts.map(({ id }) => id).sort()).toEqual(other.conflicts.map(({ id }) => id).sort())
    })
  })

  test('whatever is chosen, the bot holds together, and every choice is heard', () => {
    check((base, ours, theirs, pick) => {
      const choices: Record<string, Choice> = {}
      for (let round = 0; round < 4; round += 1) {
        const { merged, conflicts } = mergeBots(base, ours, theirs, { choices })
        isWhole(merged)
        for (const { id, chosen, choices: possible } of conflicts) {
          expect(possible).toContain(chosen)
          if (choices[id] && possible.includes(choices[id])) expect(chosen).toBe(choices[id])
          choices[id] ??= possible[pick[Object.keys(choices).length % pick.length] ? 1 : 0] ?? chosen
        }
      }
    })
  })

  test('without a conflict, everything either made is there', () => {
    check((base, ours, theirs) => {
      const { merged, conflicts } = mergeBots(base, ours, theirs)
      if (conflicts.length > 0) return
      // A variable both made is one.
      const places = (of: BotDocument) =>
        new Set(partsOf(compareBots(base, of)).map(id => (base.get(id as never) ? id : nameOf(of, id))))
      const [made, all] = [places(merged), new Set([...places(ours), ...places(theirs)])]
      const isTold = (id: string) => !/@place$|@order$/.test(id)
      expect([...made].filter(isTold).sort()).toEqual([...all].filter(isTold).sort())
    })
  })

  test('what has nothing to do with each other merges without conflicts', () => {
    check((base, ours, _, pick) => {
      if (dangles(ours)) return
      const difference = compareBots(base, ours)
      const parts = partsOf(difference)
      const half = changesFor(
        difference,
        parts.filter((__, at) => pick[at % pick.length]),
      )
      const mine = taking(base, half.changes)
      const rest = partsOf(compareBots(mine, ours))
      const other = changesFor(difference, rest)
      if (other.pulledIn.length > 0) return
      const { merged, conflicts } = mergeBots(base, mine, taking(base, other.changes))
      expect(conflicts).toEqual([])
      expect(partsOf(compareBots(merged, ours)).filter(id => !id.endsWith('/@order'))).toEqual([])
    })
  })
})
