import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { addBot, openBot as openStoredBot } from '../../../src-main/store/bots.ts'
import type { LibraryDb } from '../../../src-main/store/db.ts'
import { openLibrary } from '../../../src-main/store/open-library.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BotId } from '../../../src-shared/document/ids.ts'
import type { Edit } from '../../../src-shared/edit/edit.ts'
import { Editor } from '../../../src-shared/edit/editor.ts'
import { recordsOf } from '../../../src-shared/ipc/records-of.ts'
import type { Result } from '../../../src-shared/kit/result.ts'

/** A moment all tests agree on. */
export const NOW = Date.UTC(2026, 0, 31, 12)

/** A folder of its own for the running test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function scratchFile(): string {
  return join(scratchFolder(), 'library.parleydb')
}

/** A library in a file of its own, closed when the test ends. */
export function scratchLibrary(file = scratchFile()): LibraryDb {
  const { db } = value(openLibrary({ file, now: () => NOW }))
  onTestFinished(() => db.close())
  return db
}

export function addDocument(db: LibraryDb, document: BotDocument): BotId {
  return value(addBot(db, document, { at: NOW, newId: ids('new') }))
}

/** An editor over a stored bot, as the window has it; its edits are collected for the test to store. */
export function editorOf(
  db: LibraryDb,
  bot: BotId,
  world = { now: () => NOW, newId: ids('e') },
): { editor: Editor; edits: Edit[] } {
  const { records, seq, log } = value(openStoredBot(db, bot))
  const editor = new Editor({
    document: BotDocument.of(recordsOf({ records })),
    seq,
    log,
    actor: 'Tester',
    world,
  })
  const edits: Edit[] = []
  editor.onEdit = edit => edits.push(edit)
  return { editor, edits }
}

export function ids(prefix: string): () => string {
  let next = 0
  return () => `${prefix}${next++}`
}

/** The value of a result that must be there. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code}: ${result.message}`)
  return result.value
}
