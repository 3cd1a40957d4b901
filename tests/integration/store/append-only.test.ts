import { describe, expect, test } from 'vitest'
import { saveBotVersion } from '../../../src-main/library/save-version.ts'
import { appendEdit } from '../../../src-main/store/append-edit.ts'
import { moveBlocks } from '../../../src-shared/edit/move-blocks.ts'
import { BOT, blockId, chainBot } from './chain-bot.ts'
import { addDocument, editorOf, NOW, scratchLibrary, value } from './scratch-library.ts'

function filled() {
  const db = scratchLibrary()
  addDocument(db, chainBot(3))
  const { editor, edits } = editorOf(db, BOT)
  value(editor.commit(moveBlocks(editor.document, new Map([[blockId(1), { x: 1, y: 1 }]])), { key: 'test' }))
  for (const edit of edits) value(appendEdit(db, BOT, edit))
  value(saveBotVersion(db, { bot: BOT, seq: 1, note: '', actor: 'Tester', at: NOW }))
  return db
}

describe('the log, the history and versions can only grow (KAL-18)', () => {
  test.each([
    "update edit set actor = 'Somebody'",
    'delete from edit',
    "replace into edit select bot, seq, id, kind, target, label, 'Somebody', at, changes from edit",
    "update history set actor = 'Somebody'",
    'delete from history',
    "replace into history select id, bot, version, from_state, to_state, 'Somebody', at, reason from history",
    "update version set hash = 'other'",
    'update version set seq = 0',
    'delete from version',
    "replace into version select bot, major, minor, 'other', state, derived_from, seq, note, actor, at from version",
  ])('%s', sql => {
    const db = filled()
    expect(() => db.run(sql)).toThrow(/append-only|does not change|are kept/)
  })

  test('the state of a version may change', () => {
    expect(filled().run("update version set state = 'published'")).toBe(1)
  })
})
