// A process of its own that stores edits as fast as it can and prints the position of each one that was acknowledged,
// until it is killed. Run as: node burst-writer.ts FILE BOT SEED

import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { appendEdit } from '../../../src-main/store/append-edit.ts'
import { openBot } from '../../../src-main/store/bots.ts'
import { openLibrary } from '../../../src-main/store/open-library.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BotId } from '../../../src-shared/document/ids.ts'
import { deleteSelection } from '../../../src-shared/edit/delete-selection.ts'
import type { Edit } from '../../../src-shared/edit/edit.ts'
import { Editor } from '../../../src-shared/edit/editor.ts'
import { moveBlocks } from '../../../src-shared/edit/move-blocks.ts'
import { updateRecord } from '../../../src-shared/edit/update-record.ts'
import { recordsOf } from '../../../src-shared/ipc/records-of.ts'

// Kept at an orderly end only, which this process never has; the next one begins sooner.
flushCompileCache()
const STDOUT = 1
const [file = '', bot = '', seed = '0'] = process.argv.slice(2)
const opened = openLibrary({ file, now: () => Date.now() })
if (!opened.ok) throw new Error(opened.message)
const { db } = opened.value
const stored = openBot(db, bot as BotId)
if (!stored.ok) throw new Error(stored.message)
const { records, seq, log } = stored.value

let made = 0
const world = { now: () => Date.now(), newId: () => `${seed}-${made++}` }
const editor = new Editor({
  document: BotDocument.of(recordsOf({ records })),
  seq,
  log,
  actor: 'Burst',
  world,
})
editor.onEdit = (edit: Edit) => {
  const answer = appendEdit(db, bot as BotId, edit)
  if (!answer.ok) throw new Error(answer.message)
  writeSync(STDOUT, `${answer.value.seq}\n`)
}

let state = Number(seed) || 1
function chance(below: number): number {
  state = (state * 48_271) % 2_147_483_647
  return state % below
}

/** Small edits, large ones, and undoing and redoing them, as people do. */
function editOnce(): void {
  const { document } = editor
  const blocks = [...document.all('block')].filter(({ kind }) => kind === 'message')
  const block = blocks[chance(blocks.length)]
  const what = chance(10)
  if (what === 0) editor.undo()
  else if (what === 1) editor.redo()
  else if (what === 2)
    editor.commit(
      moveBlocks(document, new Map(blocks.map(({ id, x }) => [id, { x: x + 1, y: made % 1000 }]))),
      { key: 'move' },
    )
  else if (what === 3 && block && blocks.length > 20)
    editor.commit(deleteSelection(document, { blocks: [block.id], edges: [] }), { key: 'delete' })
  else if (block) editor.commit(updateRecord(document, { ...block, title: `Edit ${made}` }), { key: 'title' })
}

for (;;) editOnce()
