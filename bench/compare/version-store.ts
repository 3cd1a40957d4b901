import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { saveBotVersion } from '../../src-main/library/save-version.ts'
import { appendEdit } from '../../src-main/store/append-edit.ts'
import { addBot } from '../../src-main/store/bots.ts'
import type { LibraryDb } from '../../src-main/store/db.ts'
import { recordTransition } from '../../src-main/store/history.ts'
import { openLibrary } from '../../src-main/store/open-library.ts'
import {
  insertVersion,
  readVersions,
  toStoredVersion,
  versionContent,
} from '../../src-main/store/versions.ts'
import { parseDocumentText } from '../../src-shared/blocks/parse-document.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BotId } from '../../src-shared/document/ids.ts'
import { Editor } from '../../src-shared/edit/editor.ts'
import { updateRecord } from '../../src-shared/edit/update-record.ts'
import type { Result } from '../../src-shared/kit/result.ts'
import { largeBotText } from '../check/large-bot.ts'
import { median, type Ratio, type Row, ratio } from '../report.ts'

const BLOCKS = 5000
const VERSIONS = 1000
const ROUNDS = 40
const LISTS_A_ROUND = 10
const MEGABYTE = 1_000_000

/**
 * A library with one bot of 5,000 blocks and 1,000 versions of it, each of which changed one text. Opening its history
 * against the bare SELECT of the same rows, in the same rounds; and the bytes of the whole file. Every hundredth version
 * is saved as the window saves it, the others by the same two rows without working out the hash of 5,000 blocks again.
 */
export function benchVersionStore(): { rows: readonly Row[]; ratios: readonly Ratio[] } {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  try {
    const file = join(folder, 'library.parleydb')
    const { db } = value(openLibrary({ file, now: Date.now }))
    const { bot, first } = fill(db, file)
    const { select, list } = timesOf(db, bot)
    const begin = performance.now()
    value(versionContent(db, bot, '0.500'))
    const read = performance.now() - begin
    const bytes = sizeOf(db, file)
    db.close()
    const row = (metric: string, value: number, unit: string): Row => ({
      subject: '1,000 versions of 5,000 blocks',
      ...{ metric, value, unit },
    })
    return {
      rows: [
        row('the file with one version', first / MEGABYTE, 'MB'),
        row('the file', bytes / MEGABYTE, 'MB'),
        row('bare SELECT of the rows', select, 'ms'),
        row('opening the history', list, 'ms'),
        row('the 500th version read and held against its hash', read, 'ms'),
      ],
      ratios: [
        ratio('history of 1,000 versions against the bare SELECT', list / select, 'lower', 3),
        ratio('MB of 1,000 one-block versions of 5,000 blocks', bytes / MEGABYTE, 'lower', 25),
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The bytes of the file when nothing waits beside it. */
function sizeOf(db: LibraryDb, file: string): number {
  db.pragma('wal_checkpoint(truncate)')
  return statSync(file).size
}

function timesOf(db: LibraryDb, bot: BotId): { select: number; list: number } {
  const [select, list]: [number[], number[]] = [[], []]
  for (let round = -5; round < ROUNDS; round += 1) {
    const times = [
      timed(() => db.all('select * from version where bot = ? order by major, minor', bot)),
      timed(() => readVersions(db, bot).map(toStoredVersion)),
    ]
    if (round < 0) continue
    select.push(times[0] ?? Number.NaN)
    list.push(times[1] ?? Number.NaN)
  }
  return { select: median(select), list: median(list) }
}

function timed(work: () => unknown): number {
  const begin = performance.now()
  for (let at = 0; at < LISTS_A_ROUND; at += 1) work()
  return (performance.now() - begin) / LISTS_A_ROUND
}

function fill(db: LibraryDb, file: string): { bot: BotId; first: number } {
  const document = value(parseDocumentText(largeBotText(BLOCKS)))
  const bot = value(addBot(db, document, { at: 0, newId: () => 'x' }))
  const change = changer(db, bot, document)
  let first = 0
  for (let number = 1; number <= VERSIONS; number += 1) {
    const seq = change(number)
    if (number % 100 === 0)
      value(saveBotVersion(db, { bot, seq, note: noteOf(number), actor: 'Bench', at: number }))
    else keep(db, bot, number, seq)
    if (number === 1) first = sizeOf(db, file)
  }
  return { bot, first }
}

/** Changes one text in one block, and stores it as the window's outbox does. */
function changer(db: LibraryDb, bot: BotId, document: BotDocument): (number: number) => number {
  let ids = 0
  const world = { now: () => 0, newId: () => `${++ids}` }
  const editor = new Editor({ document, seq: 0, log: [], actor: 'Bench', world })
  editor.onEdit = edit => void value(appendEdit(db, bot, edit))
  const blocks = [...document.all('block')].map(({ id }) => id)
  return number => {
    const block = document.get(blocks[(number * 7) % blocks.length] as (typeof blocks)[0])
    if (!block) throw new Error('the block is gone')
    const title = `Block of version ${number}`
    value(editor.commit(updateRecord(document, { ...block, title }), { key: 'inspector.edit.change' }))
    return editor.seq
  }
}

function keep(db: LibraryDb, bot: BotId, minor: number, seq: number): void {
  const version = `0.${minor}`
  const hash = createHash('sha256').update(version).digest('hex')
  const row = { number: { major: 0, minor }, version, hash, state: 'drafted' as const, derivedFrom: null }
  insertVersion(db, bot, { ...row, seq, note: noteOf(minor), actor: 'Bench', at: minor })
  recordTransition(db, bot, {
    ...{ version, fromState: 'in_progress', toState: 'drafted' },
    ...{ actor: 'Bench', at: minor, reason: noteOf(minor) },
  })
}

function noteOf(number: number): string {
  return `What was said in the meeting about step ${number}`
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.message)
  return result.value
}
