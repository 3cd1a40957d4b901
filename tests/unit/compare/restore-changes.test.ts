import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesTo } from '../../../src-shared/compare/changes-to.ts'
import { compareBots } from '../../../src-shared/compare/compare-bots.ts'
import { isEmpty } from '../../../src-shared/compare/difference.ts'
import { restoreChanges } from '../../../src-shared/compare/restore-changes.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import { reverseChanges } from '../../../src-shared/edit/edit.ts'
import { bundleOf } from '../../../src-shared/publish/bundle.ts'
import { copyOf } from '../edit/snapshot.ts'
import { randomTriples } from './random-pair.ts'
import { block, edge, smallBot } from './small-bot.ts'

const NOTE = {
  id: 'note_1',
  type: 'note',
  flow: 'flow_main',
  text: 'Ask Ana',
  hue: 'yellow',
  author: 'Ana',
  at: 0,
}
const note = { ...NOTE, x: 0, y: 0, width: 200, height: 100 }
const group = (blocks: readonly string[]) => ({
  ...{ id: 'group_1', type: 'group', flow: 'flow_main', title: 'Desk', hue: 'blue', blocks },
})

describe('restoring a version', () => {
  test('content becomes what it was, notes and groups stay as they are now', () => {
    const version = smallBot({ 'block_book/data/text': { en: 'Old words.' } })
    const present = smallBot({ note_1: note, group_1: group(['block_ask']), block_ask2: ask2, edge_9: edge9 })
    const changes = restoreChanges(present, version)
    expect(Object.keys(changes).sort()).toEqual(['block_ask2', 'block_book', 'edge_9'])
  })

  test('a group loses the blocks that go, and goes when none is left', () => {
    const version = smallBot()
    const both = smallBot({ block_ask2: ask2, group_1: group(['block_ask', 'block_ask2']) })
    const { group_1: changed } = restoreChanges(both, version) as Record<string, { after: unknown }>
    expect(changed?.after).toMatchObject({ blocks: ['block_ask'] })
    const one = smallBot({ block_ask2: ask2, group_1: group(['block_ask2']) })
    expect(restoreChanges(one, version)).toMatchObject({ group_1: { after: null } })
  })

  test('a restored bot has the content and hash of the version, and one step takes it back, seed 20261', () => {
    fc.assert(
      fc.property(randomTriples, ({ ours, theirs }) => {
        const restored = copyOf(ours)
        const changes = restoreChanges(ours, theirs)
        const applied = applyChanges(restored, changes)
        if (!applied.ok) throw new Error(applied.message)
        expect(bundleOf(restored).hash).toBe(bundleOf(theirs).hash)
        const kept = compareBots(ours, restored).design.filter(({ is }) => is === 'added')
        expect(kept).toEqual([])
        for (const record of ours.all('testcase')) expect(restored.get(record.id)).toEqual(record)
        expect(applyChanges(restored, reverseChanges(changes)).ok).toBe(true)
        expect(isEmpty(compareBots(ours, restored))).toBe(true)
      }),
      { seed: 20261, numRuns: 60 },
    )
  })

  test('the edit to another version leads there, seed 20262', () => {
    fc.assert(
      fc.property(randomTriples, ({ ours, theirs }) => {
        const copy = copyOf(ours)
        expect(applyChanges(copy, changesTo(ours, theirs)).ok).toBe(true)
        expect(changesTo(copy, theirs)).toEqual({})
      }),
      { seed: 20262, numRuns: 60 },
    )
  })
})

const ask2 = block('block_ask2', 'message', 'Asking again', { text: { en: 'Again.' } })
const edge9 = edge('edge_9', 'block_menu', 'opt_c', 'block_ask2')
