import { expect, test } from 'vitest'
import {
  archiveBot,
  duplicateBot,
  listBots,
  markOpened,
  recentBots,
  removeBot,
  restoreBot,
} from '../../../src-main/store/bots.ts'
import { STORE_MIGRATIONS, storeVersion } from '../../../src-main/store/migrate.ts'
import { openLibrary } from '../../../src-main/store/open-library.ts'
import type { BotId } from '../../../src-shared/document/ids.ts'
import { BOT, chainBot } from './chain-bot.ts'
import { addDocument, ids, NOW, scratchFile, scratchLibrary, value } from './scratch-library.ts'

const NEWEST = STORE_MIGRATIONS.length
const COPY = { at: NOW, newId: ids('shelf') }

test('the shelf is added to a library that has bots, and changes none of them', () => {
  const file = scratchFile()
  const before = STORE_MIGRATIONS.findIndex(({ name }) => name === 'shelf')
  const older = value(openLibrary({ file, now: () => NOW, migrations: STORE_MIGRATIONS.slice(0, before) }))
  older.db.run('insert into bot (id, created_at) values (?, ?)', BOT, NOW)
  const { bot } = chainBot(2)
  older.db.run(
    "insert into record (bot, id, type, body) values (?, ?, 'bot', ?)",
    BOT,
    bot.id,
    JSON.stringify(bot),
  )
  older.db.close()
  const { db } = value(openLibrary({ file, now: () => NOW }))
  expect(storeVersion(db)).toBe(NEWEST)
  expect(listBots(db)).toMatchObject([{ bot: BOT, archivedAt: null, openedAt: null }])
})

test('a bot that was put away keeps everything, is told apart, and comes back', () => {
  const db = scratchLibrary()
  addDocument(db, chainBot(2))
  value(archiveBot(db, BOT, NOW + 5))
  expect(listBots(db)).toMatchObject([{ bot: BOT, name: 'Chain', archivedAt: NOW + 5 }])
  value(archiveBot(db, BOT, null))
  expect(listBots(db)).toMatchObject([{ bot: BOT, archivedAt: null }])
  expect(archiveBot(db, 'bot_nobody' as BotId, NOW)).toMatchObject({ ok: false, code: 'store/not-found' })
})

test('a removed bot is put back as it was, once', () => {
  const db = scratchLibrary()
  addDocument(db, chainBot(2))
  const before = listBots(db)
  value(removeBot(db, BOT, NOW))
  expect(listBots(db)).toEqual([])
  expect(archiveBot(db, BOT, NOW)).toMatchObject({ ok: false })
  value(restoreBot(db, BOT))
  expect(listBots(db)).toEqual(before)
  expect(restoreBot(db, BOT)).toMatchObject({ ok: false, code: 'store/not-found' })
})

test('the bots opened last come first; those put away or removed are not offered', () => {
  const db = scratchLibrary()
  addDocument(db, chainBot(2))
  const second = value(duplicateBot(db, BOT, { ...COPY, name: 'Second' }))
  const third = value(duplicateBot(db, BOT, { ...COPY, name: 'Third' }))
  const names = (limit: number) => recentBots(db, limit).map(({ name }) => name)
  expect(names(10)).toEqual([])
  markOpened(db, BOT, NOW + 1)
  markOpened(db, third, NOW + 3)
  markOpened(db, second, NOW + 2)
  expect(names(10)).toEqual(['Third', 'Second', 'Chain'])
  expect(names(2)).toEqual(['Third', 'Second'])
  value(archiveBot(db, third, NOW))
  value(removeBot(db, second, NOW))
  expect(names(10)).toEqual(['Chain'])
})
