import { describe, expect, test } from 'vitest'
import { answerCall } from '../../../src-main/ipc/answer-call.ts'
import type { Handlers } from '../../../src-main/ipc/handlers.ts'
import { contract } from '../../../src-shared/ipc/contract.ts'
import { fault, ok } from '../../../src-shared/kit/result.ts'
import { chainRecords } from '../store/chain-bot.ts'
import { handlersFor } from './handler-host.ts'

const ENGINE = { id: null, name: 'Engine', keyId: 'designer', key: null }

function answer(handlers: Partial<Handlers>, name: unknown, args?: unknown) {
  const logged: unknown[] = []
  const answered = answerCall(
    { handlers: async () => ok(handlers as Handlers), log: error => logged.push(error) },
    name,
    args,
  )
  return answered.then(result => ({ result, logged }))
}

/** Stands for the store of engines: `kept` is what reaches it. */
function keeping(kept: unknown[]): Partial<Handlers> {
  return {
    'engines.put': wish => {
      kept.push(wish)
      return ok({ id: 'engine_1', name: wish.name, url: wish.url, keyId: wish.keyId, hasKey: false })
    },
  }
}

describe('one call of the window', () => {
  test('every call of the contract has a handler', () => {
    const { host, ...handlers } = handlersFor()
    expect(Object.keys(handlers).sort()).toEqual(Object.keys(contract).sort())
  })

  test.each(['app.stop', '__proto__', 'toString', 7, null])('a call named %s is refused', async name => {
    expect((await answer({}, name)).result).toMatchObject({ ok: false, code: 'request/not-found' })
  })

  test.each([
    ['library.open', undefined],
    ['library.open', { bot: '../../etc/passwd' }],
    ['library.open', { bot: 'bot_a', more: true }],
    ['edits.page', { bot: 'bot_a', before: 1, limit: 100_000 }],
    ['shell.open', { url: 'file:///etc/passwd' }],
    ['shell.open', { url: 'javascript:alert(1)' }],
    ['engines.put', { id: null, name: 'E', url: 'ftp://engine', keyId: 'k', key: null }],
  ])('%s with %j is refused with the place', async (name, args) => {
    const { result } = await answer({}, name, args)
    expect(result).toMatchObject({ ok: false, code: 'request/invalid' })
    expect(result.ok ? '' : result.message).toContain(name)
  })

  test.each([
    'http://engine.example.com',
    'http://192.168.0.7:8787',
    'http://0.0.0.0:8787',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://localhost@example.com',
    'http://127.0.0.1:8787@example.com',
    'http://[::2]:8787',
  ])('a key is not kept for plain http to another computer: %s', async url => {
    const kept: unknown[] = []
    const { result } = await answer(keeping(kept), 'engines.put', { ...ENGINE, url })
    expect(result).toMatchObject({ ok: false, code: 'request/invalid' })
    expect(result.ok ? '' : result.message).toMatch(/engines\.put\.url: .*use https:\/\//)
    expect(kept).toEqual([])
  })

  test.each([
    'https://engine.example.com',
    'http://localhost:8787',
    'http://127.0.0.1:8787/engine',
    'http://[::1]:8787',
  ])('an engine is kept at %s', async url => {
    const kept: unknown[] = []
    expect((await answer(keeping(kept), 'engines.put', { ...ENGINE, url })).result).toMatchObject({
      ok: true,
    })
    expect(kept).toEqual([{ ...ENGINE, url }])
  })

  test('a fault is passed on as a value', async () => {
    const { result } = await answer({ 'library.list': () => fault('store/failed') }, 'library.list')
    expect(result).toMatchObject({ ok: false, code: 'store/failed' })
  })

  test('a bug becomes internal/bug, is logged, and tells the window nothing of its insides', async () => {
    const bug = new Error('secret detail at /home/somebody')
    const { result, logged } = await answer(
      {
        'library.list': () => {
          throw bug
        },
      },
      'library.list',
    )
    expect(result).toMatchObject({ ok: false, code: 'internal/bug' })
    expect(JSON.stringify(result)).not.toContain('secret detail')
    expect(logged).toEqual([bug])
  })

  test.each([
    ['SQLITE_FULL', 'store/failed', /disk is full/],
    ['SQLITE_IOERR_WRITE', 'store/failed', /SQLITE_IOERR_WRITE/],
    ['SQLITE_READONLY', 'store/failed', /permissions/],
    ['SQLITE_CORRUPT_VTAB', 'store/damaged', /kept aside/],
  ])('the disk error %s is %s', async (code, expected, words) => {
    const { result } = await answer(
      {
        'library.list': () => {
          throw Object.assign(new Error('x'), { code })
        },
      },
      'library.list',
    )
    expect(result).toMatchObject({ ok: false, code: expected })
    expect(result.ok ? '' : result.message).toMatch(words)
  })

  test('a library that could not be opened is what every call answers', async () => {
    const closed = {
      handlers: async () => fault('store/too-new', 'It has version 9; this Parley reads up to 1.'),
      log: () => {},
    }
    expect(await answerCall(closed, 'app.start', undefined)).toMatchObject({
      ok: false,
      code: 'store/too-new',
    })
  })

  test('a text of 1 MB does not get into the library', async () => {
    const { host, ...handlers } = handlersFor()
    const [, , , block] = chainRecords(1)
    const records = chainRecords(1).map(record =>
      record.id === block?.id ? { ...record, data: { text: { en: 'x'.repeat(1_000_000) } } } : record,
    )
    const { result } = await answer(handlers, 'library.create', { records })
    expect(result).toMatchObject({ ok: false, code: 'document/invalid' })
    expect(result.ok ? '' : result.message).toMatch(/block_1.*20000 characters/)
    expect((await answer(handlers, 'library.list')).result).toEqual({ ok: true, value: [] })
  })
})
