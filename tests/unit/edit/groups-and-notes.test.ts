import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BlockId, NoteId } from '../../../src-shared/document/ids.ts'
import { integrityProblems } from '../../../src-shared/document/integrity.ts'
import type { NoteRecord } from '../../../src-shared/document/records.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import { deleteSelection } from '../../../src-shared/edit/delete-selection.ts'
import type { Changes } from '../../../src-shared/edit/edit.ts'
import { groupBlocks, groupOf, ungroupBlocks } from '../../../src-shared/edit/group-blocks.ts'
import { moveNotes } from '../../../src-shared/edit/move-notes.ts'
import { blockId, healthyBot, MAIN, say } from '../document/draft-bot.ts'
import { randomBots } from './random-bot.ts'
import { counter } from './snapshot.ts'

const three = () =>
  healthyBot()
    .block('a', 'message', say('A'))
    .block('b', 'message', say('B'))
    .block('c', 'message', say('C'))
    .document()

function apply(document: ReturnType<typeof three>, changes: Changes) {
  const applied = applyChanges(document, changes)
  if (!applied.ok) throw new Error(applied.message)
}

describe('groups', () => {
  test('a block is in one group: the new one; an emptied group goes', () => {
    const document = three()
    const newId = counter()
    const first = groupBlocks(document, { blocks: ['a', 'b'].map(blockId), title: '1', hue: 'grey' }, newId)
    apply(document, first.changes)
    const second = groupBlocks(document, { blocks: ['b', 'c'].map(blockId), title: '2', hue: 'red' }, newId)
    apply(document, second.changes)
    expect(groupOf(document, blockId('a'))?.id).toBe(first.group)
    expect(groupOf(document, blockId('b'))?.id).toBe(second.group)
    apply(document, groupBlocks(document, { blocks: [blockId('a')], title: '3', hue: 'red' }, newId).changes)
    expect(document.count('group')).toBe(2)
  })

  test('ungroup dissolves what is touched and moves nothing', () => {
    const document = three()
    const all = ['a', 'b', 'c'].map(blockId)
    apply(document, groupBlocks(document, { blocks: all, title: '', hue: 'blue' }, counter()).changes)
    const changes = ungroupBlocks(document, [blockId('b')])
    expect(Object.values(changes).map(({ after }) => after)).toEqual([null])
    apply(document, changes)
    expect(groupOf(document, blockId('a'))).toBeUndefined()
  })

  test('of nothing, or of what is gone, there is none', () => {
    const wanted = { blocks: [blockId('gone')], title: '', hue: 'grey' } as const
    expect(groupBlocks(three(), wanted, counter())).toEqual({ changes: {}, group: null })
  })

  test('grouping and deleting keep any bot whole, seed 4120', () => {
    const masks = fc.array(fc.boolean(), { minLength: 14 })
    fc.assert(
      fc.property(randomBots, masks, masks, masks, (document, one, two, gone) => {
        const newId = counter('g')
        const pick = (mask: boolean[]) =>
          [...document.all('block')].filter((_, at) => mask[at]).map(({ id }) => id as BlockId)
        for (const mask of [one, two])
          apply(
            document,
            groupBlocks(document, { blocks: pick(mask), title: 'G', hue: 'green' }, newId).changes,
          )
        apply(document, deleteSelection(document, { blocks: pick(gone), edges: [] }))
        expect(integrityProblems(document)).toEqual([])
        const seen = [...document.all('group')].flatMap(({ blocks }) => blocks)
        expect(new Set(seen).size).toBe(seen.length)
      }),
      { seed: 4120, numRuns: 100 },
    )
  })
})

describe('notes', () => {
  const note: NoteRecord = {
    ...{ id: 'note_1' as NoteId, type: 'note', flow: MAIN, x: 8, y: 8, width: 160, height: 80 },
    ...{ text: '', hue: 'yellow', author: 'Ana', at: 1 },
  }

  test('move, and go with a selection', () => {
    const document = three()
    document.put(note)
    apply(document, moveNotes(document, new Map([[note.id, { x: 16, y: 24 }]])))
    expect(document.get(note.id)).toEqual({ ...note, x: 16, y: 24 })
    expect(moveNotes(document, new Map([[note.id, { x: 16, y: 24 }]]))).toEqual({})
    apply(document, deleteSelection(document, { blocks: [], edges: [], notes: [note.id] }))
    expect(document.get(note.id)).toBeUndefined()
  })
})
