import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reviewedBots } from '../../../src-main/library/review-bots.ts'
import { saveBotVersion } from '../../../src-main/library/save-version.ts'
import { appendEdit } from '../../../src-main/store/append-edit.ts'
import type { LibraryDb } from '../../../src-main/store/db.ts'
import { lastSeq } from '../../../src-main/store/log.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { ChangeSet } from '../../../src-shared/edit/changes.ts'
import type { Changes } from '../../../src-shared/edit/edit.ts'
import { updateRecord } from '../../../src-shared/edit/update-record.ts'
import { addComment, nextIteration } from '../../../src-shared/review/review-edits.ts'
import { BOT, blockId, chainBot } from '../store/chain-bot.ts'
import { addDocument, editorOf, ids, NOW, scratchLibrary, value } from '../store/scratch-library.ts'
import { handlersFor, scratchFolder } from './handler-host.ts'

const ANA = { by: { name: 'Ana' }, at: NOW }

function open(): LibraryDb {
  const db = scratchLibrary()
  addDocument(db, chainBot(3))
  return db
}

let made = 0

function commit(db: LibraryDb, changesOf: (document: BotDocument) => Changes): void {
  const { editor, edits } = editorOf(db, BOT, { now: () => NOW, newId: ids(`r${made++}-`) })
  value(editor.commit(changesOf(editor.document), { key: 'test' }))
  for (const edit of edits) value(appendEdit(db, BOT, edit))
}

function retitle(db: LibraryDb, title: string): void {
  commit(db, document => {
    const present = document.get(blockId(1))
    return present ? updateRecord(document, { ...present, title }) : {}
  })
}

function submit(db: LibraryDb, id: string): void {
  const seq = lastSeq(db, BOT) ?? -1
  const { version } = value(saveBotVersion(db, { bot: BOT, seq, note: '', actor: 'Ana', at: NOW }))
  commit(db, document =>
    new ChangeSet(document)
      .put(nextIteration(document, { ...version, note: '' }, { ...ANA, newId: ids(id) }))
      .done(),
  )
}

function titleIn(document: BotDocument | undefined): string | undefined {
  return document?.get(blockId(1))?.title
}

test('what was submitted is reviewed beside what was submitted before, with all that was said since', () => {
  const db = open()
  retitle(db, 'one')
  submit(db, 'a')
  retitle(db, 'two')
  submit(db, 'b')
  retitle(db, 'three, not submitted')
  commit(
    db,
    document =>
      value(addComment(document, { text: 'Why?', place: { on: 'bot' } }, { ...ANA, newId: ids('c') }))
        .changes,
  )
  const bots = value(reviewedBots(db, BOT, NOW))
  expect([titleIn(bots.document), titleIn(bots.before?.document)]).toEqual(['two', 'one'])
  expect(bots).toMatchObject({ by: 'Ana', before: { name: '0.1' } })
  expect([bots.document.count('iteration'), bots.document.count('comment')]).toEqual([2, 1])
})

test('without a pass the bot is reviewed as it is, beside its newest version', () => {
  const db = open()
  expect(value(reviewedBots(db, BOT, NOW))).toMatchObject({ before: null, by: '' })
  value(saveBotVersion(db, { bot: BOT, seq: lastSeq(db, BOT) ?? -1, note: '', actor: 'Ana', at: NOW }))
  retitle(db, 'since')
  const bots = value(reviewedBots(db, BOT, NOW))
  expect(titleIn(bots.document)).toBe('since')
  expect(titleIn(bots.before?.document)).not.toBe('since')
})

test('the file is written where the person wants it, as a page or printed', async () => {
  const folder = scratchFolder()
  const asked: string[] = []
  const handlers = handlersFor({
    db: open(),
    reviews: {
      askReviewFile: async name => {
        asked.push(name)
        return join(folder, name)
      },
      askOpenComments: async () => null,
      readPage: async () => ({ script: '1', style: '' }),
      printReview: async html => new TextEncoder().encode(`%PDF- of ${html.length}`),
    },
  })
  expect(value(await handlers['reviewFile.export']({ bot: BOT, format: 'html' }))).toEqual({ file: asked[0] })
  expect(value(await handlers['reviewFile.export']({ bot: BOT, format: 'pdf' }))).toEqual({ file: asked[1] })
  const [html, pdf] = asked.map(name => readFileSync(join(folder, name), 'utf8'))
  expect(html).toMatch(/^<!doctype html>/)
  expect(pdf).toBe(`%PDF- of ${html?.length}`)
})

test('comments come in as text; what cannot be read is said', async () => {
  const folder = scratchFolder()
  let path: string | null = join(folder, 'a.parley-comments')
  writeFileSync(path, '{}')
  const none = async () => null
  const handlers = handlersFor({
    reviews: {
      askReviewFile: none,
      askOpenComments: async () => path,
      readPage: async () => ({ script: '', style: '' }),
      printReview: async () => new Uint8Array(),
    },
  })
  expect(value(await handlers['comments.open'](undefined))).toEqual({ name: 'a.parley-comments', text: '{}' })
  path = join(folder, 'gone.parley-comments')
  expect(await handlers['comments.open'](undefined)).toMatchObject({ code: 'file/unreadable' })
  path = null
  expect(value(await handlers['comments.open'](undefined))).toBeNull()
})
