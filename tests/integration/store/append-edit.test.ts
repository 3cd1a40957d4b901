import { describe, expect, test } from 'vitest'
import { appendEdit } from '../../../src-main/store/append-edit.ts'
import { contentAt, readRecords } from '../../../src-main/store/content.ts'
import { readLog } from '../../../src-main/store/log.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { EdgeId, FlowId, VariableId } from '../../../src-shared/document/ids.ts'
import type { BotDocRecord } from '../../../src-shared/document/records.ts'
import { deleteSelection } from '../../../src-shared/edit/delete-selection.ts'
import type { Changes, Edit, EditId } from '../../../src-shared/edit/edit.ts'
import { moveBlocks } from '../../../src-shared/edit/move-blocks.ts'
import { BOT, block, blockId, chainBot, edge, FLOW } from './chain-bot.ts'
import { addDocument, editorOf, scratchFile, scratchLibrary, value } from './scratch-library.ts'

const LABEL = { key: 'test' }

function edit(changes: Changes, baseSeq = 0, id = 'edit_1'): Edit {
  return {
    id: id as EditId,
    kind: 'do',
    target: null,
    label: LABEL,
    actor: 'Tester',
    at: 1,
    baseSeq,
    changes,
  }
}

function change(before: BotDocRecord | null, after: BotDocRecord | null): Changes {
  const id = (before ?? after)?.id as string
  return { [id]: { before, after } } as Changes
}

function openChain(blocks = 3) {
  const db = scratchLibrary()
  const document = chainBot(blocks)
  addDocument(db, document)
  return { db, document }
}

describe('one edit is one transaction: the rows and the log, or neither', () => {
  test('a changed block is in the records and in the log', () => {
    const { db, document } = openChain()
    const changes = moveBlocks(document, new Map([[blockId(1), { x: 7, y: 8 }]]))
    expect(appendEdit(db, BOT, edit(changes))).toEqual({ ok: true, value: { seq: 1 } })
    expect(readRecords(db, BOT).find(({ id }) => id === blockId(1))).toMatchObject({ x: 7, y: 8 })
    expect(readLog(db, BOT, { before: 1, limit: 10 })).toEqual([edit(changes)])
  })

  test('an edit whose acknowledgement was lost is acknowledged again, and stored once', () => {
    const { db, document } = openChain()
    const first = edit(moveBlocks(document, new Map([[blockId(1), { x: 7, y: 8 }]])))
    value(appendEdit(db, BOT, first))
    expect(appendEdit(db, BOT, first)).toEqual({ ok: true, value: { seq: 1 } })
    expect(readLog(db, BOT, { before: 9, limit: 10 })).toHaveLength(1)
  })

  test('an edit made on an older position is refused', () => {
    const { db, document } = openChain()
    const changes = moveBlocks(document, new Map([[blockId(1), { x: 7, y: 8 }]]))
    value(appendEdit(db, BOT, edit(changes)))
    expect(appendEdit(db, BOT, edit(changes, 0, 'edit_2'))).toMatchObject({
      ok: false,
      code: 'edit/stale-base',
    })
    expect(appendEdit(db, BOT, edit(changes, 5, 'edit_2'))).toMatchObject({
      ok: false,
      code: 'edit/stale-base',
    })
  })

  test('an edit that begins from something else is refused and leaves nothing behind', () => {
    const { db, document } = openChain()
    const present = document.get(blockId(1))
    if (!present) throw new Error('no block')
    const before = readRecords(db, BOT)
    const both = {
      ...change(null, block('message', 99, { text: {} })),
      ...change({ ...present, x: 1 }, present),
    }
    expect(appendEdit(db, BOT, edit(both))).toMatchObject({ ok: false, code: 'edit/conflict' })
    expect(readRecords(db, BOT)).toEqual(before)
    expect(readLog(db, BOT, { before: 9, limit: 10 })).toEqual([])
  })

  test('an edit of a bot that is not there is refused', () => {
    expect(appendEdit(scratchLibrary(), BOT, edit({}))).toMatchObject({ ok: false, code: 'store/not-found' })
  })
})

describe('main does not trust the window blindly', () => {
  const gone = blockId(77)
  const cases: readonly [string, (document: BotDocument) => Changes][] = [
    ['an edge to a block that does not exist', () => change(null, edge(90, blockId(4), gone))],
    ['a second edge at one port', () => change(null, edge(90, blockId(1), blockId(3)))],
    [
      'an edge into another flow',
      document => ({
        ...change(null, { id: 'flow_b' as FlowId, type: 'flow', name: 'B', description: '' }),
        ...change(null, { ...block('message', 90, { text: {} }), flow: 'flow_b' as FlowId }),
        ...change(document.get('edge_1' as EdgeId) ?? null, edge(1, blockId(1), blockId(90))),
      }),
    ],
    ['a removed block that edges lead to', document => change(document.get(blockId(2)) ?? null, null)],
    ['a removed flow with blocks in it', document => change(document.get(FLOW) ?? null, null)],
    ['a removed bot record', document => change(document.bot, null)],
    ['a second bot record', document => change(null, { ...document.bot, id: 'bot_two' as typeof BOT })],
    [
      'a second variable of one name',
      document =>
        change(null, { ...[...document.all('variable')][0], id: 'var_two' as VariableId } as BotDocRecord),
    ],
    [
      'a keyword that points to no entry',
      document => {
        const keyword = [...document.all('keyword')][0]
        return change(keyword ?? null, keyword ? { ...keyword, entry: blockId(1) } : null)
      },
    ],
    [
      'an entry that keywords point to, made another kind',
      document => {
        const entry = document.get(blockId(0))
        return change(entry ?? null, entry ? { ...entry, kind: 'message', data: { text: {} } } : null)
      },
    ],
    [
      'a main menu that does not exist',
      document => change(document.bot, { ...document.bot, mainMenu: gone }),
    ],
  ]
  test.each(cases)('%s is refused', (_, changesOf) => {
    const { db, document } = openChain()
    const before = readRecords(db, BOT)
    const refused = appendEdit(db, BOT, edit(changesOf(document)))
    expect(refused).toMatchObject({ ok: false, code: 'document/broken-reference' })
    expect(readRecords(db, BOT)).toEqual(before)
  })

  test('a text of 1 MB is refused, naming the block and the field', () => {
    const { db, document } = openChain()
    const present = document.get(blockId(1))
    if (!present) throw new Error('no block')
    const refused = appendEdit(
      db,
      BOT,
      edit(change(present, { ...present, data: { text: { en: 'x'.repeat(1_000_000) } } })),
    )
    expect(refused).toMatchObject({ ok: false, code: 'document/invalid' })
    expect(refused.ok ? '' : refused.message).toMatch(
      /block_1, data\.text\.en: texts hold at most 20000 characters/,
    )
  })

  test('a block of an unknown kind is refused', () => {
    const { db } = openChain()
    expect(appendEdit(db, BOT, edit(change(null, block('teleport', 90, {}))))).toMatchObject({
      ok: false,
      code: 'document/invalid',
    })
  })
})

test('two variables can swap their names in one edit', () => {
  const { db, document } = openChain()
  const [first] = [...document.all('variable')]
  if (!first) throw new Error('no variable')
  const second = { ...first, id: 'var_other' as VariableId, name: 'OTHER' }
  value(appendEdit(db, BOT, edit(change(null, second))))
  const swap = {
    ...change(first, { ...first, name: 'OTHER' }),
    ...change(second, { ...second, name: 'CUSTOMER' }),
  }
  expect(appendEdit(db, BOT, edit(swap, 1, 'edit_2'))).toMatchObject({ ok: true })
})

test('undo survives a restart, as far back as the log goes', () => {
  const file = scratchFile()
  const first = scratchLibrary(file)
  const document = chainBot(5)
  addDocument(first, document)
  const session = editorOf(first, BOT)
  value(
    session.editor.commit(
      deleteSelection(session.editor.document, { blocks: [blockId(2)], edges: [] }),
      LABEL,
    ),
  )
  value(
    session.editor.commit(
      moveBlocks(session.editor.document, new Map([[blockId(1), { x: 1, y: 1 }]])),
      LABEL,
    ),
  )
  for (const each of session.edits) value(appendEdit(first, BOT, each))
  first.close()

  const second = scratchLibrary(file)
  const { editor, edits } = editorOf(second, BOT)
  value(editor.undo())
  value(editor.undo())
  expect(editor.undo()).toMatchObject({ ok: false, code: 'edit/nothing-to-undo' })
  for (const each of edits) value(appendEdit(second, BOT, each))
  expect(new Map(readRecords(second, BOT).map(record => [record.id, record]))).toEqual(
    new Map([...document.values()].map(record => [record.id, record])),
  )
  expect(contentAt(second, BOT, 1).get(blockId(2))).toBeUndefined()
})

test('a page of the log ends before the asked-for position', () => {
  const { db } = openChain()
  const { editor, edits } = editorOf(db, BOT)
  for (let x = 1; x <= 10; x++)
    value(editor.commit(moveBlocks(editor.document, new Map([[blockId(1), { x, y: 0 }]])), LABEL))
  for (const each of edits) value(appendEdit(db, BOT, each))
  expect(readLog(db, BOT, { before: 7, limit: 3 }).map(({ baseSeq }) => baseSeq)).toEqual([4, 5, 6])
})
