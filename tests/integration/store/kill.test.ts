import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openBot } from '../../../src-main/store/bots.ts'
import { contentAt, readRecords } from '../../../src-main/store/content.ts'
import type { LibraryDb } from '../../../src-main/store/db.ts'
import { editsAfter, lastSeq } from '../../../src-main/store/log.ts'
import { openLibrary } from '../../../src-main/store/open-library.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import { BOT, chainBot } from './chain-bot.ts'
import { addDocument, editorOf, NOW, scratchFile, value } from './scratch-library.ts'

const KILLS = 30
const SEED = 7_041_776
const WRITER = join(import.meta.dirname, 'burst-writer.ts')

/** Starts a writer, kills it as soon as it has acknowledged `after` edits, and answers the last position it told. */
function burst(file: string, seed: number, after: number): Promise<number> {
  const child = spawn(process.execPath, [WRITER, file, BOT, String(seed)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let told = ''
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', text => {
    complaint += text
  })
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text
    if (told.split('\n').length > after) child.kill('SIGKILL')
  })
  return new Promise((resolve, reject) => {
    child.on('close', (_, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`the writer ended by itself: ${complaint}`))
      else resolve(Number(told.slice(0, told.lastIndexOf('\n')).split('\n').at(-1)))
    })
  })
}

/** Everything that has to be true of a library, however its writer ended. */
function checkLaws(db: LibraryDb): void {
  expect(db.pragma('integrity_check')).toBe('ok')
  const seq = lastSeq(db, BOT) ?? -1
  const log = [...editsAfter(db, BOT, 0)].reverse()
  expect(log.map(({ baseSeq }) => baseSeq)).toEqual(Array.from({ length: seq }, (_, index) => index))
  const folded = BotDocument.of(chainBot(60).values())
  for (const { changes } of log) value(applyChanges(folded, changes))
  expect(byId(folded)).toEqual(byId(BotDocument.of(readRecords(db, BOT))))
  expect(byId(contentAt(db, BOT, 0))).toEqual(byId(chainBot(60)))
}

function byId(document: BotDocument) {
  return Object.fromEntries([...document.values()].map(record => [record.id, record]))
}

/** Undo works over what the killed process wrote: its last edit can be taken back and comes back. */
function checkUndo(db: LibraryDb): void {
  const { editor } = editorOf(db, BOT)
  const before = byId(BotDocument.of(editor.document.values()))
  value(editor.undo())
  value(editor.redo())
  expect(byId(editor.document)).toEqual(before)
}

test(`kill -9 in a burst of edits, ${KILLS} times, loses at most the edit in flight, seed ${SEED}`, async () => {
  const file = scratchFile()
  const start = value(openLibrary({ file, now: () => NOW })).db
  addDocument(start, chainBot(60))
  start.close()
  let state = SEED
  for (let kill = 0; kill < KILLS; kill++) {
    state = (state * 48_271) % 2_147_483_647
    const acknowledged = await burst(file, state, 1 + (state % 120))
    const { db, notice } = value(openLibrary({ file, now: () => NOW }))
    expect(notice).toBeNull()
    const seq = value(openBot(db, BOT)).seq
    expect([acknowledged, acknowledged + 1]).toContain(seq)
    checkLaws(db)
    checkUndo(db)
    db.close()
  }
}, 120_000)
