import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Handlers } from '../../../src-main/ipc/handlers.ts'
import { createKeyVault } from '../../../src-main/publishing/key-vault.ts'
import type { Publishing } from '../../../src-main/publishing/publishing-handlers.ts'
import { ReviewDesk } from '../../../src-main/review/review-desk.ts'
import { changePreferences } from '../../../src-main/store/settings.ts'
import { changesTo } from '../../../src-shared/compare/changes-to.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../../src-shared/document/ids.ts'
import type { BotDocRecord } from '../../../src-shared/document/records.ts'
import type { Changes } from '../../../src-shared/edit/edit.ts'
import type { ReviewOffer } from '../../../src-shared/ipc/contract.ts'
import { recordsOf } from '../../../src-shared/ipc/records-of.ts'
import { mergeWithReview } from '../../../src-shared/review/merge-with-review.ts'
import { addComment, nextIteration } from '../../../src-shared/review/review-edits.ts'
import { newestIteration } from '../../../src-shared/review/threads.ts'
import { BOT, chainBot, chainRecords } from '../store/chain-bot.ts'
import { addDocument, ids, NOW, scratchLibrary, value } from '../store/scratch-library.ts'
import { handlersFor, scratchFolder } from './handler-host.ts'

const SUFFICES = 'a good passphrase'

/** A library with its handlers, and what a window would do with them. */
function library(name: string) {
  const db = scratchLibrary()
  changePreferences(db, { actor: name })
  const offers: ReviewOffer[] = []
  const vault = createKeyVault({ db, system: null, passphrase: SUFFICES })
  const file = join(scratchFolder(), `${name}.parley`)
  const given = { open: '' }
  const handlers: Handlers = handlersFor({
    db,
    desk: new ReviewDesk(offer => offers.push(offer)),
    publishing: async () => ({ vault }) as unknown as Publishing,
    newId: ids(name),
    askOpenFile: async () => given.open,
    askSaveFile: async () => file,
  })
  const newId = ids(`${name}-w`)
  const by = { name }
  const opened = async () => {
    const bot = value(await handlers['library.open']({ bot: BOT }))
    return { document: BotDocument.of(recordsOf(bot)), seq: bot.seq }
  }
  const commit = async (changes: Changes) => {
    const { seq } = await opened()
    const edit = {
      id: `edit_${newId()}`,
      kind: 'do',
      target: null,
      label: { key: 'test' },
      actor: name,
      at: NOW,
    }
    value(await handlers['edits.append']({ bot: BOT, edit: { ...edit, baseSeq: seq, changes } as never }))
  }
  return {
    db,
    file,
    handlers,
    offers,
    opened,
    commit,
    async submit(at: number) {
      const { document, seq } = await opened()
      const { version } = value(await handlers['versions.save']({ bot: BOT, seq, note: '' }))
      const pass = nextIteration(document, { ...version, note: '' }, { by, at, newId })
      await commit({ [pass.id]: { before: null, after: pass } } as Changes)
    },
    async comment(text: string, record: string) {
      const { document } = await opened()
      const place = { on: 'record', record } as const
      await commit(value(addComment(document, { text, place }, { by, at: NOW, newId })).changes)
    },
    async export() {
      return value(await handlers['review.export']({ bot: BOT }))
    },
    async receive(path: string) {
      given.open = path
      return handlers['package.import'](undefined)
    },
    /** Joins the offered package, as the window does. */
    async merge() {
      const ticket = offers.at(-1)?.ticket ?? ''
      const taken = value(await handlers['review.take']({ ticket, as: 'merge' }))
      if (taken.as !== 'merge') throw new Error('not to be joined')
      const { document } = await opened()
      const of = (records: readonly BotDocRecord[]) => BotDocument.of(records)
      const { merged, conflicts } = mergeWithReview(
        taken.base && of(taken.base.records),
        document,
        of(taken.theirs),
      )
      await commit(changesTo(document, merged))
      return { conflicts, base: taken.base }
    },
  }
}

async function changeTitle(side: ReturnType<typeof library>, id: string, title: string) {
  const { document } = await side.opened()
  const before = document.get(id as BlockId) as BotDocRecord
  await side.commit({ [before.id]: { before, after: { ...before, title } } } as Changes)
}

describe('packages for review between two libraries (KAL-06, KAL-07)', () => {
  test('go there and back: passes, comments and changes of both, nothing lost', async () => {
    const [ana, ben] = [library('Ana'), library('Ben')]
    addDocument(ana.db, chainBot(3))
    await ana.submit(NOW)
    expect(await ana.export()).toMatchObject({ file: 'Ana.parley' })

    expect(value(await ben.receive(ana.file))).toBe(BOT)
    const pass = newestIteration((await ben.opened()).document)
    expect(pass).toMatchObject({ number: 1, version: '0.1', by: { name: 'Ana' } })
    const submitted = value(
      await ben.handlers['review.iteration']({ bot: BOT, iteration: pass?.id as never }),
    )
    expect(submitted.records).toHaveLength(chainRecords(3).length)
    expect(value(await ben.handlers['versions.list']({ bot: BOT }))).toMatchObject([{ version: '0.1' }])

    await ben.comment('Why so long?', 'block_2')
    await changeTitle(ben, 'block_1', 'Hello')
    await ben.export()
    await changeTitle(ana, 'block_2', 'Middle')

    expect(await ana.receive(ben.file)).toEqual({ ok: true, value: null })
    expect(ana.offers).toMatchObject([
      {
        bot: BOT,
        here: true,
        shares: true,
        signature: { is: 'valid' },
        signer: { by: { name: 'Ben' }, known: false },
      },
    ])
    expect((await ana.merge()).conflicts).toEqual([])
    const joined = (await ana.opened()).document
    expect([...joined.all('comment')]).toMatchObject([{ text: 'Why so long?', by: { name: 'Ben' } }])
    expect(joined.get('block_1' as BlockId)?.title).toBe('Hello')
    expect(joined.get('block_2' as BlockId)?.title).toBe('Middle')

    await ana.submit(NOW + 1000)
    await ana.export()
    value(await ben.receive(ana.file))
    expect((await ben.merge()).conflicts).toEqual([])
    const back = (await ben.opened()).document
    expect(newestIteration(back)).toMatchObject({ number: 2, version: '0.2' })
    expect(back.get('block_2' as BlockId)?.title).toBe('Middle')
    await ana.receive(ben.file)
    expect(ana.offers.at(-1)?.signer?.known).toBe(true)
  })

  test('what both changed is a conflict; histories that share nothing are joined by choice or become a copy', async () => {
    const [ana, ben] = [library('Ana'), library('Ben')]
    addDocument(ana.db, chainBot(2))
    addDocument(ben.db, chainBot(2))
    await changeTitle(ana, 'block_1', 'Of Ana')
    await changeTitle(ben, 'block_1', 'Of Ben')
    await ben.submit(NOW)
    await ben.export()
    expect(value(await ana.receive(ben.file))).toBeNull()
    expect(ana.offers).toMatchObject([{ here: true, shares: false }])
    const copied = value(
      await ana.handlers['review.take']({ ticket: ana.offers[0]?.ticket ?? '', as: 'copy' }),
    )
    expect(copied).toMatchObject({ as: 'copy' })
    expect((copied as { bot: string }).bot).not.toBe(BOT)
    const { conflicts, base } = await ana.merge()
    expect(base).toBeNull()
    expect(conflicts).toMatchObject([{ record: 'block_1', ours: 'Of Ana', theirs: 'Of Ben', chosen: 'ours' }])
  })

  test('a package whose signature does not hold can only be looked at', async () => {
    const [ana, ben] = [library('Ana'), library('Ben')]
    addDocument(ana.db, chainBot(2))
    await ana.submit(NOW)
    await ana.export()
    const files = unzipSync(readFileSync(ana.file))
    files['bot.json'] = strToU8(strFromU8(files['bot.json'] as Uint8Array).replace('Goodbye.', 'Pay here.'))
    writeFileSync(ana.file, zipSync(files))
    expect(value(await ben.receive(ana.file))).toBeNull()
    const [offer] = ben.offers
    expect(offer).toMatchObject({ here: false, signature: { is: 'broken', why: /bot\.json was changed/ } })
    const ticket = offer?.ticket ?? ''
    for (const as of ['merge', 'copy'] as const)
      expect(await ben.handlers['review.take']({ ticket, as })).toMatchObject({ code: 'review/not-offered' })
    expect(value(await ben.handlers['review.take']({ ticket, as: 'look' }))).toMatchObject({ as: 'look' })
    expect(value(await ben.handlers['library.list'](undefined))).toEqual([])
    expect(await ben.handlers['review.take']({ ticket: 'other', as: 'look' })).toMatchObject({ ok: false })
  })

  test('the key of a library is made once and lies sealed', async () => {
    const ana = library('Ana')
    addDocument(ana.db, chainBot(2))
    const [first, second] = [await ana.export(), await ana.export()]
    expect(first?.fingerprint).toBe(second?.fingerprint)
    const kept = ana.db.get<{ value: string }>("select value from setting where name = 'review-key'")
    expect(JSON.parse(kept?.value ?? '{}')).toMatchObject({ by: 'passphrase' })
  })
})
