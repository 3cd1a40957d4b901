import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { appendEdit } from '../../src-main/store/append-edit.ts'
import { addBot } from '../../src-main/store/bots.ts'
import type { LibraryDb } from '../../src-main/store/db.ts'
import { openLibrary } from '../../src-main/store/open-library.ts'
import { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockRecord } from '../../src-shared/document/records.ts'
import { Editor } from '../../src-shared/edit/editor.ts'
import { updateRecord } from '../../src-shared/edit/update-record.ts'
import { machine, median, type Report, ratio } from '../report.ts'
import { benchBot } from '../runtime/bench-bot.ts'

const ROUNDS = 9
const EDITS_PER_ROUND = 150

type Subject = Readonly<{ name: string; commit(): void }>

/**
 * One block edit made durable: the store's commit in bots of 100 and of 10,000 blocks, against the bare transaction of
 * two rows of the same size (record and log) with the same settings on the same disk. Microseconds per commit.
 */
export async function bench(): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  try {
    const subjects = [bareSubject(folder), storeSubject(folder, 100), storeSubject(folder, 10_000)]
    const times = measure(subjects)
    const [bare = Number.NaN, small = Number.NaN, large = Number.NaN] = times
    return {
      name: 'store',
      machine: machine(),
      rows: subjects.map(({ name }, index) => ({
        subject: name,
        metric: 'commit of one edit',
        value: times[index] ?? Number.NaN,
        unit: 'µs',
      })),
      ratios: [
        ratio('commit in 10,000 blocks against the bare transaction', large / bare, 'lower', 3),
        ratio('commit in 10,000 blocks against 100', large / small, 'lower', 1.2),
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function measure(subjects: readonly Subject[]): readonly number[] {
  const samples = subjects.map((): number[] => [])
  for (let round = -1; round < ROUNDS; round += 1)
    subjects.forEach(({ commit }, index) => {
      const begin = performance.now()
      for (let edit = 0; edit < EDITS_PER_ROUND; edit += 1) commit()
      const each = ((performance.now() - begin) / EDITS_PER_ROUND) * 1000
      if (round >= 0) samples[index]?.push(each)
    })
  return samples.map(median)
}

function storeSubject(folder: string, blocks: number): Subject {
  const opened = openLibrary({ file: join(folder, `library-${blocks}.db`), now: Date.now })
  if (!opened.ok) throw new Error(opened.message)
  const { db } = opened.value
  const document = benchBot(blocks)
  const bot = addBot(db, document, { at: 0, newId: () => 'x' })
  if (!bot.ok) throw new Error(bot.message)
  return { name: `Parley, ${blocks.toLocaleString('en')} blocks`, commit: committer(db, document) }
}

function committer(db: LibraryDb, document: BotDocument): () => void {
  let ids = 0
  const world = { now: () => 0, newId: () => `${++ids}` }
  const editor = new Editor({
    document: BotDocument.of(document.values()),
    seq: 0,
    log: [],
    actor: 'Bench',
    world,
  })
  const blocks = [...document.all('block')].filter(({ kind }) => kind === 'message').map(({ id }) => id)
  const { id: bot } = document.bot
  editor.onEdit = edit => {
    const stored = appendEdit(db, bot, edit)
    if (!stored.ok) throw new Error(stored.message)
  }
  return () => {
    const block = editor.document.get(
      blocks[(ids * 7919) % blocks.length] as BlockRecord['id'],
    ) as BlockRecord
    editor.commit(
      updateRecord(editor.document, { ...block, data: { text: { en: `Edited text number ${ids}` } } }),
      { key: 'bench' },
    )
  }
}

/** What SQLite itself asks for: the row of the record and the row of the log, prepared statements, one transaction. */
function bareSubject(folder: string): Subject {
  const db = new Database(join(folder, 'bare.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec(
    'create table record (id text primary key, body text) without rowid; create table log (seq integer primary key, body text)',
  )
  const upsert = db.prepare(
    'insert into record values (?, ?) on conflict (id) do update set body = excluded.body',
  )
  const append = db.prepare('insert into log values (?, ?)')
  const row = {
    id: 'block_pad-1234',
    type: 'block',
    flow: 'flow_main',
    kind: 'message',
    title: '',
    x: 320,
    y: 240,
    data: { text: { en: 'Edited text' } },
  }
  let seq = 0
  const commit = db.transaction(() => {
    seq += 1
    const body = JSON.stringify({ ...row, data: { text: { en: `Edited text number ${seq}` } } })
    upsert.run(`block_pad-${(seq * 7919) % 10_000}`, body)
    append.run(
      seq,
      JSON.stringify({
        before: row,
        after: row,
        id: `edit_${seq}`,
        label: { key: 'bench' },
        actor: 'Bench',
        at: 0,
      }),
    )
  })
  return { name: 'bare transaction of two rows', commit: () => commit() }
}
