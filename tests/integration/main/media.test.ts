import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { putFile, readFileBytes } from '../../../src-main/store/media.ts'
import { answerMediaRequest, mediaHashOf } from '../../../src-main/window/answer-media-request.ts'
import { documentToJson } from '../../../src-shared/blocks/parse-document.ts'
import type { BotId } from '../../../src-shared/document/ids.ts'
import { addFiles } from '../../../src-shared/edit/add-files.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import { MAX_FILE_BYTES } from '../../../src-shared/message/file-type.ts'
import { packBot, readBotPackage } from '../../../src-shared/publish/package.ts'
import { healthyBot } from '../../unit/document/draft-bot.ts'
import { counter } from '../../unit/edit/snapshot.ts'
import { scratchLibrary, value } from '../store/scratch-library.ts'
import { handlersFor, scratchFolder } from './handler-host.ts'

const PNG = new Uint8Array(readFileSync('docs/pictures/library.png'))

describe('files of the library', () => {
  test('are kept once and called by their content; what they are, their bytes say', () => {
    const db = scratchLibrary()
    const first = value(putFile(db, PNG, 1))
    expect(first).toMatchObject({ mime: 'image/png', size: PNG.length, width: 1280, height: 800 })
    expect(value(putFile(db, PNG, 2))).toEqual(first)
    expect(db.get('select count(*) as rows from media')).toEqual({ rows: 1 })
    expect(readFileBytes(db, first.hash)?.bytes).toHaveLength(PNG.length)
    expect(putFile(db, new TextEncoder().encode('MZ\0program'), 1)).toMatchObject({ code: 'media/refused' })
    expect(putFile(db, new Uint8Array(MAX_FILE_BYTES + 1), 1)).toMatchObject({ code: 'media/too-large' })
  })

  test('that are not here are told from those that are', async () => {
    const db = scratchLibrary()
    const { hash } = value(putFile(db, PNG, 1))
    const absent = 'a'.repeat(64)
    expect(value(await handlersFor({ db })['media.absent']({ hashes: [hash, absent] }))).toEqual([absent])
  })

  test('are served with their type, and nothing else below that address is', async () => {
    const hash = 'a'.repeat(64)
    expect(mediaHashOf(`/media/${hash}`)).toBe(hash)
    for (const path of ['/media/', `/media/${hash}/x`, '/media/../index.html', `/x/media/${hash}`])
      expect(mediaHashOf(path)).toBeNull()
    const { status, headers } = answerMediaRequest({ mime: 'image/png', bytes: PNG })
    expect([status, headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([
      200,
      'image/png',
      'nosniff',
    ])
    expect(answerMediaRequest(null).status).toBe(404)
  })

  test('travel with a package and are in the library it is opened in', async () => {
    const path = join(scratchFolder(), 'bot.parley')
    const here = scratchLibrary()
    const document = healthyBot().document()
    const file = { name: 'front.png', ...value(putFile(here, PNG, 1)) }
    const { changes } = addFiles(document, [file, { ...file, name: 'again.png' }], counter())
    expect(applyChanges(document, changes).ok).toBe(true)
    expect(document.count('media')).toBe(1)
    const sender = handlersFor({ db: here, askSaveFile: async () => path })
    const records = [...documentToJson(document).records]
    const bot = value(await sender['library.create']({ records }))
    value(await sender['package.export']({ bot }))
    expect(value(readBotPackage(readFileSync(path))).files.get(file.hash)).toHaveLength(PNG.length)
    const there = scratchLibrary()
    const receiver = handlersFor({ db: there, askOpenFile: async () => path })
    expect(value(await receiver['package.import'](undefined))).toBe(bot as BotId)
    expect(readFileBytes(there, file.hash)?.mime).toBe('image/png')
  })

  test('that were changed on the way make a package damaged', async () => {
    const db = scratchLibrary()
    const document = healthyBot().media('shop').document()

    const path = join(scratchFolder(), 'bot.parley')
    writeFileSync(path, packBot(document, new Map([['0'.repeat(64), PNG]])))
    const handlers = handlersFor({ db, askOpenFile: async () => path })
    expect(await handlers['package.import'](undefined)).toMatchObject({ code: 'package/corrupt' })
    expect(db.get('select count(*) as rows from media')).toEqual({ rows: 0 })
  })
})
