import { describe, expect, test } from 'vitest'
import { saveBotVersion } from '../../../src-main/library/save-version.ts'
import { appendEdit } from '../../../src-main/store/append-edit.ts'
import { listBots } from '../../../src-main/store/bots.ts'
import type { LibraryDb } from '../../../src-main/store/db.ts'
import { readHistory } from '../../../src-main/store/history.ts'
import { lastSeq } from '../../../src-main/store/log.ts'
import {
  findVersionRow,
  readVersions,
  setVersionNote,
  versionContent,
} from '../../../src-main/store/versions.ts'
import { deleteSelection } from '../../../src-shared/edit/delete-selection.ts'
import type { Changes } from '../../../src-shared/edit/edit.ts'
import { moveBlocks } from '../../../src-shared/edit/move-blocks.ts'
import { updateRecord } from '../../../src-shared/edit/update-record.ts'
import { bundleOf } from '../../../src-shared/publish/bundle.ts'
import { BOT, blockId, chainBot } from './chain-bot.ts'
import { addDocument, editorOf, ids, NOW, scratchLibrary, value } from './scratch-library.ts'

function open() {
  const db = scratchLibrary()
  addDocument(db, chainBot(3))
  return db
}

let made = 0

function commit(db: LibraryDb, changesOf: (document: ReturnType<typeof chainBot>) => Changes): void {
  const { editor, edits } = editorOf(db, BOT, { now: () => NOW, newId: ids(`v${made++}-`) })
  value(editor.commit(changesOf(editor.document), { key: 'test' }))
  for (const edit of edits) value(appendEdit(db, BOT, edit))
}

function retitle(db: LibraryDb, title: string): void {
  commit(db, document => {
    const present = document.get(blockId(1))
    return present ? updateRecord(document, { ...present, title }) : {}
  })
}

function save(db: LibraryDb, seq = lastSeq(db, BOT) ?? -1) {
  return saveBotVersion(db, { bot: BOT, seq, note: 'a note', actor: 'Tester', at: NOW })
}

describe('Finish & save (KAL-11, D-01, D-02)', () => {
  test('a new bot becomes 0.1, drafted; saving again unchanged creates nothing', () => {
    const db = open()
    expect(save(db)).toMatchObject({
      ok: true,
      value: { minted: true, version: { version: '0.1', state: 'drafted', note: 'a note' } },
    })
    expect(save(db)).toMatchObject({ ok: true, value: { minted: false, version: { version: '0.1' } } })
    expect(listBots(db)).toMatchObject([{ version: '0.1', state: 'drafted' }])
    expect(readHistory(db, BOT)).toEqual([
      {
        version: '0.1',
        fromState: 'in_progress',
        toState: 'drafted',
        actor: 'Tester',
        at: NOW,
        reason: 'a note',
      },
    ])
  })

  test('changed content counts up; a moved block is not changed content', () => {
    const db = open()
    save(db)
    commit(db, document => moveBlocks(document, new Map([[blockId(1), { x: 5, y: 5 }]])))
    expect(save(db)).toMatchObject({ ok: true, value: { minted: false } })
    retitle(db, 'Second')
    expect(save(db)).toMatchObject({ ok: true, value: { minted: true, version: { version: '0.2' } } })
  })

  test('a bot without a reachable end or wait is refused, saying what is missing', () => {
    const db = open()
    commit(db, document => deleteSelection(document, { blocks: [blockId(4)], edges: [] }))
    expect(save(db)).toMatchObject({
      ok: false,
      code: 'lifecycle/missing-fields',
      problems: [{ code: 'lifecycle/no-rest' }],
    })
    commit(db, document => deleteSelection(document, { blocks: [blockId(0)], edges: [] }))
    expect(save(db)).toMatchObject({
      ok: false,
      code: 'lifecycle/missing-fields',
      problems: [{ code: 'lifecycle/no-entry' }],
    })
    expect(readVersions(db, BOT)).toEqual([])
  })

  test('a position of the log the window does not show is not frozen', () => {
    const db = open()
    retitle(db, 'Unseen')
    expect(save(db, 0)).toMatchObject({ ok: false, code: 'edit/stale-base' })
  })
})

test('the note of a version can be written anew, and nothing else of it', () => {
  const db = open()
  save(db)
  const before = findVersionRow(db, BOT, '0.1')
  value(setVersionNote(db, BOT, '0.1', 'what Ana asked for'))
  expect(findVersionRow(db, BOT, '0.1')).toEqual({ ...before, note: 'what Ana asked for' })
  expect(() => db.run("update version set hash = 'other'")).toThrow('a version does not change')
  expect(setVersionNote(db, BOT, '0.7', '')).toMatchObject({ ok: false, code: 'store/not-found' })
  expect(findVersionRow(db, BOT, '0.7')).toBeUndefined()
})

describe('the content of a version', () => {
  test('is rebuilt from the log after any number of later edits', () => {
    const db = open()
    retitle(db, 'First')
    save(db)
    const first = bundleOf(value(versionContent(db, BOT, '0.1')).document).text
    for (const title of ['a', 'b', 'c']) retitle(db, title)
    commit(db, document => deleteSelection(document, { blocks: [blockId(2)], edges: [] }))
    const content = value(versionContent(db, BOT, '0.1'))
    expect(content.bundle.text).toBe(first)
    expect(content.document.get(blockId(1))?.title).toBe('First')
  })

  test('that does not match its hash is refused', () => {
    const db = open()
    save(db)
    db.run("update record set body = replace(body, 'Message 1', 'Massage 1') where type = 'block'")
    expect(versionContent(db, BOT, '0.1')).toMatchObject({ ok: false, code: 'bundle/hash-mismatch' })
  })
})
