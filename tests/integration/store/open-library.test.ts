import {
  closeSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { listBots } from '../../../src-main/store/bots.ts'
import { STORE_MIGRATIONS, storeVersion } from '../../../src-main/store/migrate.ts'
import { openLibrary } from '../../../src-main/store/open-library.ts'
import type { StoreMigration } from '../../../src-main/store/store-migration.ts'
import { chainBot } from './chain-bot.ts'
import { addDocument, NOW, scratchFile, scratchLibrary, value } from './scratch-library.ts'

/** The version of a library made by this Parley. */
const NEWEST = STORE_MIGRATIONS.length

const now = () => NOW

function filledFile(blocks = 50): string {
  const file = scratchFile()
  const { db } = value(openLibrary({ file, now }))
  addDocument(db, chainBot(blocks))
  db.close()
  return file
}

function neighbours(file: string): readonly string[] {
  return readdirSync(dirname(file)).filter(name => !/-(wal|shm)$/.test(name) && name !== basename(file))
}

test('a new library has the newest shape, WAL and full synchronisation', () => {
  const db = scratchLibrary()
  expect(storeVersion(db)).toBe(STORE_MIGRATIONS.length)
  expect(db.pragma('journal_mode')).toBe('wal')
  expect(db.pragma('synchronous')).toBe(2)
})

test('migrations are numbered without gaps, from 1', () => {
  expect(STORE_MIGRATIONS.map(({ to }) => to)).toEqual(STORE_MIGRATIONS.map((_, index) => index + 1))
})

test('a file of a newer Parley is refused with both versions named, and left as it was', () => {
  const file = filledFile()
  const raw = new Database(file)
  raw.pragma(`user_version = ${NEWEST + 1}`)
  raw.close()
  const bytes = readFileSync(file)
  const refused = openLibrary({ file, now })
  expect(refused).toMatchObject({ ok: false, code: 'store/too-new' })
  expect(refused.ok ? '' : refused.message).toMatch(new RegExp(`version ${NEWEST + 1}.*up to ${NEWEST}`))
  expect(readFileSync(file).equals(bytes)).toBe(true)
  expect(neighbours(file)).toEqual([])
})

const NEXT: StoreMigration = { to: NEWEST + 1, name: 'colour', sql: 'alter table bot add column colour text' }

test('an older file is copied whole before it is migrated', () => {
  const file = filledFile()
  const { db } = value(openLibrary({ file, now, migrations: [...STORE_MIGRATIONS, NEXT] }))
  expect(storeVersion(db)).toBe(NEWEST + 1)
  expect(db.get('select colour from bot')).toEqual({ colour: null })
  db.close()
  expect(neighbours(file)).toEqual([`library.parleydb.version-${NEWEST}-2026-01-31T12-00-00-000`])
  const copy = scratchLibrary(join(dirname(file), neighbours(file)[0] as string))
  expect(storeVersion(copy)).toBe(NEWEST)
  expect(listBots(copy)).toMatchObject([{ name: 'Chain', blocks: 52 }])
})

test('a migration that fails leaves the file as it was', () => {
  const file = filledFile()
  const broken: StoreMigration = {
    to: NEWEST + 1,
    name: 'broken',
    sql: 'alter table bot add column colour text; select no_such_thing()',
  }
  expect(() => openLibrary({ file, now, migrations: [...STORE_MIGRATIONS, broken] })).toThrow(/no_such_thing/)
  const db = scratchLibrary(file)
  expect(storeVersion(db)).toBe(NEWEST)
  expect(listBots(db)).toHaveLength(1)
})

const DAMAGES: readonly [string, (file: string) => void][] = [
  ['garbage', file => writeFileSync(file, 'This is not a library. '.repeat(500))],
  [
    'cut to half',
    file => withFile(file, handle => ftruncateSync(handle, Math.floor(statSync(file).size / 2))),
  ],
  [
    'overwritten in the middle',
    file => withFile(file, handle => writeSync(handle, Buffer.alloc(16_384, 0xa5), 0, 16_384, 8192)),
  ],
  [
    'cut to nothing beside its log',
    file => {
      writeFileSync(`${file}-wal`, 'a log that belongs to it')
      writeFileSync(file, '')
    },
  ],
  [
    'a database of another program',
    file => {
      writeFileSync(file, '')
      const other = new Database(file)
      other.exec('create table recipes (name text)')
      other.close()
    },
  ],
]

test.each(DAMAGES)('a damaged library (%s) is kept aside and a fresh one is started', (_, damage) => {
  const file = filledFile()
  damage(file)
  const bytes = readFileSync(file)
  const { db, notice } = value(openLibrary({ file, now }))
  expect(listBots(db)).toEqual([])
  addDocument(db, chainBot(2))
  db.close()
  const kept = 'library.parleydb.damaged-2026-01-31T12-00-00-000'
  expect(notice).toMatch(/damaged.*kept as library\.parleydb\.damaged-2026-01-31T12-00-00-000/)
  expect(neighbours(file)).toEqual([kept])
  expect(readFileSync(join(dirname(file), kept)).equals(bytes)).toBe(true)
})

function withFile(file: string, work: (handle: number) => void): void {
  const handle = openSync(file, 'r+')
  work(handle)
  closeSync(handle)
}

test('a sound library opens without a notice', () => {
  const file = filledFile()
  const { db, notice } = value(openLibrary({ file, now }))
  db.close()
  expect(notice).toBeNull()
})
