import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageFileName } from '../../../src-main/library/export-package.ts'
import { openBot, type RecentBot } from '../../../src-main/store/bots.ts'
import { writeSetting } from '../../../src-main/store/settings.ts'
import { documentToJson } from '../../../src-shared/blocks/parse-document.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { botType } from '../../../src-shared/document/bot-type.ts'
import type { BotId } from '../../../src-shared/document/ids.ts'
import type { BotRecord } from '../../../src-shared/document/records.ts'
import { DEFAULT_PREFERENCES, type FileWorking } from '../../../src-shared/ipc/contract.ts'
import { recordsOf } from '../../../src-shared/ipc/records-of.ts'
import { STARTER_IDS } from '../../../src-shared/starters/starters.ts'
import { BOT, chainBot, chainRecords } from '../store/chain-bot.ts'
import { scratchFile, scratchLibrary, value } from '../store/scratch-library.ts'
import { handlersFor, scratchFolder } from './handler-host.ts'

function samplesFolder(): string {
  const folder = scratchFolder()
  writeFileSync(join(folder, 'casey.json'), JSON.stringify(documentToJson(chainBot(3, 'bot_casey' as BotId))))
  return folder
}

describe('the start', () => {
  test('a new library opens on the sample bot (NHN-152), and only a new one', async () => {
    const handlers = handlersFor({ samples: samplesFolder() })
    const first = value(await handlers['app.start'](undefined))
    expect(first.opened && recordsOf(first.opened).find(({ type }) => type === 'bot')).toMatchObject({
      id: 'bot_casey',
    })
    expect(first.preferences.lastBot).toBe('bot_casey')
    value(await handlers['library.remove']({ bot: 'bot_casey' as BotId }))
    expect(value(await handlers['app.start'](undefined)).opened).toBeNull()
    expect(value(await handlers['library.list'](undefined))).toEqual([])
  })

  test('a missing sample is no reason not to start', async () => {
    expect(value(await handlersFor()['app.start'](undefined))).toMatchObject({
      opened: null,
      preferences: DEFAULT_PREFERENCES,
    })
  })

  test('the bot that was open last is opened again, also by another process', async () => {
    const file = scratchFile()
    const first = scratchLibrary(file)
    const handlers = handlersFor({ db: first })
    const bot = value(await handlers['library.create']({ records: chainRecords(2) }))
    value(await handlers['library.open']({ bot }))
    value(await handlers['preferences.set']({ theme: 'dark' }))
    first.close()
    const again = value(await handlersFor({ db: scratchLibrary(file) })['app.start'](undefined))
    expect(again.preferences.theme).toBe('dark')
    expect(again.opened?.seq).toBe(0)
  })

  test('preferences an older Parley kept stay, with the new ones as they are by default', async () => {
    const db = scratchLibrary()
    const { view: _, ...older } = { ...DEFAULT_PREFERENCES, theme: 'dark' as const }
    writeSetting(db, 'preferences', older)
    const { preferences } = value(await handlersFor({ db })['app.start'](undefined))
    expect(preferences).toEqual({ ...DEFAULT_PREFERENCES, theme: 'dark' })
  })
})

describe('the library', () => {
  test('a sample is added once; after it was removed it can be added again', async () => {
    const handlers = handlersFor({ samples: samplesFolder() })
    const first = value(await handlers['library.addSample']({ sample: 'casey' }))
    expect(value(await handlers['library.addSample']({ sample: 'casey' }))).toBe(first)
    value(await handlers['library.remove']({ bot: first }))
    const second = value(await handlers['library.addSample']({ sample: 'casey' }))
    expect(second).not.toBe(first)
    expect(await handlers['library.addSample']({ sample: 'nobody' })).toMatchObject({
      ok: false,
      code: 'store/not-found',
    })
  })

  test('a starter makes another bot each time, by the name and in the language asked for (KAL-10, NHN-150)', async () => {
    const handlers = handlersFor({ starters: 'assets/starters' })
    const wish = { starter: 'proactive', name: 'Reminders', locale: 'pt' } as const
    const first = value(await handlers['library.addStarter'](wish))
    const second = value(await handlers['library.addStarter']({ ...wish, name: 'Others' }))
    expect(second).not.toBe(first)
    const [one, other] = [first, second].map(bot => {
      return recordsOf(value(openBot(handlers.host.db, bot))).find(({ type }) => type === 'bot') as BotRecord
    })
    expect(one).toMatchObject({ id: first, name: 'Reminders', locales: ['pt-BR', 'en', 'es'] })
    expect(other).toMatchObject({ id: second, name: 'Others' })
    expect(one?.settings?.externalId).toMatch(/^appointment-reminder-/)
    expect(other?.settings?.externalId).not.toBe(one?.settings?.externalId)
  })

  test('every starter is there, and one that is not says so', async () => {
    const handlers = handlersFor({ starters: 'assets/starters' })
    for (const starter of STARTER_IDS) value(await handlers['library.addStarter']({ starter, name: starter }))
    const listed = value(await handlers['library.list'](undefined))
    expect(listed).toHaveLength(STARTER_IDS.length)
    for (const { bot, type } of listed)
      expect(type, bot).toBe(botType(BotDocument.of(recordsOf(value(openBot(handlers.host.db, bot))))))
    expect(listed.find(({ name }) => name === 'customer-service')?.type).toBe('cognitive')
    expect(await handlersFor()['library.addStarter']({ starter: 'kyc', name: 'A bank' })).toMatchObject({
      ok: false,
      code: 'store/not-found',
    })
  })

  test('a copy has an id and a name of its own, and its own log', async () => {
    const handlers = handlersFor()
    value(await handlers['library.create']({ records: chainRecords(2) }))
    const copy = value(await handlers['library.duplicate']({ bot: BOT, name: 'Chain, copy' }))
    if (!copy) throw new Error('nothing was copied')
    expect(copy).not.toBe(BOT)
    if (copy === null) throw new Error('nobody gave the copy up')
    expect(
      value(await handlers['library.list'](undefined))
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Chain', 'Chain, copy'])
    expect(recordsOf(value(await handlers['library.open']({ bot: copy })))).toHaveLength(
      chainRecords(2).length,
    )
  })

  test('a bot is renamed by an edit of its log, which the window can undo', async () => {
    const told: (readonly RecentBot[])[] = []
    const handlers = handlersFor({ showRecent: recent => void told.push(recent) })
    value(await handlers['library.create']({ records: chainRecords(2) }))
    value(await handlers['library.open']({ bot: BOT }))
    value(await handlers['library.rename']({ bot: BOT, name: 'Chain of tea shops' }))
    value(await handlers['library.rename']({ bot: BOT, name: 'Chain of tea shops' }))
    const opened = value(await handlers['library.open']({ bot: BOT }))
    const { log } = opened
    expect(recordsOf(opened).find(({ type }) => type === 'bot')).toMatchObject({ name: 'Chain of tea shops' })
    expect(log).toMatchObject([
      { kind: 'do', label: { key: 'library.edit.rename', name: 'Chain of tea shops' }, actor: 'Designer' },
    ])
    expect(told.at(-1)).toEqual([{ bot: BOT, name: 'Chain of tea shops' }])
    value(await handlers['library.archive']({ bot: BOT, archived: true }))
    expect(told.at(-1)).toEqual([])
  })

  test('a removed bot is not found by any call', async () => {
    const handlers = handlersFor()
    value(await handlers['library.create']({ records: chainRecords(2) }))
    value(await handlers['library.remove']({ bot: BOT }))
    const calls = [
      handlers['library.open']({ bot: BOT }),
      handlers['library.remove']({ bot: BOT }),
      handlers['library.duplicate']({ bot: BOT, name: 'x' }),
      handlers['edits.page']({ bot: BOT, before: 0, limit: 1 }),
      handlers['versions.save']({ bot: BOT, seq: 0, note: '' }),
      handlers['package.export']({ bot: BOT }),
    ]
    for (const result of await Promise.all(calls))
      expect(result).toMatchObject({ ok: false, code: 'store/not-found' })
  })
})

describe('packages', () => {
  test('a bot exported and imported again is the same bot, as a copy beside the first', async () => {
    const file = join(scratchFolder(), 'chain.parley')
    const handlers = handlersFor({ askSaveFile: async () => file, askOpenFile: async () => file })
    value(await handlers['library.create']({ records: chainRecords(2) }))
    expect(value(await handlers['package.export']({ bot: BOT }))).toEqual({ file: 'chain.parley' })
    const bot = value(await handlers['package.import'](undefined))
    if (!bot) throw new Error('nothing was imported')
    const copy = recordsOf(value(await handlers['library.open']({ bot })))
    const original = recordsOf(value(await handlers['library.open']({ bot: BOT })))
    expect(copy.filter(({ type }) => type !== 'bot')).toEqual(original.filter(({ type }) => type !== 'bot'))
  })

  test('a file given at the start is opened instead of the last bot, once; a bad one is told', async () => {
    const file = join(scratchFolder(), 'tea.json')
    writeFileSync(file, JSON.stringify(documentToJson(chainBot(3))))
    let left: string | null = file
    const takeFile = () => {
      const taken = left
      left = null
      return taken
    }
    const handlers = handlersFor({ takeFile, samples: samplesFolder() })
    const first = value(await handlers['app.start'](undefined))
    expect(first).toMatchObject({ refused: null, preferences: { lastBot: BOT } })
    expect(first.opened && recordsOf(first.opened)).toHaveLength(chainRecords(3).length)
    value(await handlers['app.start'](undefined))
    expect(value(await handlers['library.list'](undefined))).toHaveLength(1)
    left = join(scratchFolder(), 'gone.parley')
    expect(value(await handlers['app.start'](undefined)).refused?.message).toMatch(
      /gone\.parley cannot be opened/,
    )
  })

  test('the reading of a dropped file is told, and can be given up', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(documentToJson(chainBot(3))))
    const told: (FileWorking | null)[] = []
    const handlers = handlersFor({
      tellWork(working) {
        told.push(working)
        if (told.length === 1) void handlers['package.cancel'](undefined)
      },
    })
    expect(await handlers['package.take']({ name: 'tea.json', bytes })).toEqual({ ok: true, value: null })
    expect(value(await handlers['library.list'](undefined))).toEqual([])
    expect(value(await handlers['package.take']({ name: 'tea.json', bytes }))).toBe(BOT)
    expect(told).toEqual([
      { doing: 'read', name: 'tea.json' },
      null,
      { doing: 'read', name: 'tea.json' },
      null,
    ])
  })

  test('a changed mind is no fault', async () => {
    const handlers = handlersFor()
    value(await handlers['library.create']({ records: chainRecords(2) }))
    expect(await handlers['package.import'](undefined)).toEqual({ ok: true, value: null })
    expect(await handlers['package.export']({ bot: BOT })).toEqual({ ok: true, value: null })
  })

  test('a file is read to be compared, and the library stays as it was', async () => {
    const folder = scratchFolder()
    const file = join(folder, 'chain.parley')
    const handlers = handlersFor({ askSaveFile: async () => file, askOpenFile: async () => file })
    value(await handlers['library.create']({ records: chainRecords(3) }))
    value(await handlers['package.export']({ bot: BOT }))
    const listed = value(await handlers['library.list'](undefined))
    const read = value(await handlers['package.read'](undefined))
    expect(read?.name).toBe('chain.parley')
    expect(read?.records.map(({ id }) => id).sort()).toEqual(
      [...chainBot(3).values()].map(({ id }) => id).sort(),
    )
    expect(value(await handlers['library.list'](undefined))).toEqual(listed)
    writeFileSync(file, readFileSync(file).subarray(0, 300))
    expect(await handlers['package.read'](undefined)).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^chain\.parley: /),
    })
    writeFileSync(file, JSON.stringify({ parley: 999, records: [] }))
    expect(await handlers['package.read'](undefined)).toMatchObject({ ok: false, code: 'document/too-new' })
  })

  test('a version is read whole', async () => {
    const handlers = handlersFor()
    value(await handlers['library.create']({ records: chainRecords(3) }))
    value(await handlers['versions.save']({ bot: BOT, seq: 0, note: '' }))
    const { records } = value(await handlers['versions.read']({ bot: BOT, version: '0.1' }))
    expect(records).toHaveLength(chainBot(3).size)
    expect(await handlers['versions.read']({ bot: BOT, version: '0.9' })).toMatchObject({ ok: false })
  })

  test('a file that is no package is refused, and a missing one named without its folder', async () => {
    const folder = scratchFolder()
    const file = join(folder, 'notes.parley')
    writeFileSync(file, 'These are my notes.')
    const refused = await handlersFor({ askOpenFile: async () => file })['package.import'](undefined)
    expect(refused).toMatchObject({ ok: false, code: expect.stringMatching(/^package\/|^document\//) })
    const missing = await handlersFor({ askOpenFile: async () => join(folder, 'gone.parley') })[
      'package.import'
    ](undefined)
    expect(missing).toMatchObject({ ok: false, code: 'file/unreadable' })
    expect(missing.ok ? '' : missing.message).not.toContain(folder)
  })

  test('a folder that cannot be written to is a fault, and nothing half is left', async () => {
    const folder = scratchFolder()
    const handlers = handlersFor({ askSaveFile: async () => join(folder, 'no', 'such', 'folder.parley') })
    value(await handlers['library.create']({ records: chainRecords(2) }))
    expect(await handlers['package.export']({ bot: BOT })).toMatchObject({
      ok: false,
      code: 'file/unwritable',
    })
    expect(readdirSync(folder)).toEqual([])
  })

  test.each([
    ['Casey', 'Casey.parley'],
    ['a/b\\c:d?', 'a b c d.parley'],
    ['  ..  ', 'bot.parley'],
    ['Olá', 'Olá.parley'],
  ])('a bot named %j is offered as %s', (name, file) => expect(packageFileName(name)).toBe(file))
})
