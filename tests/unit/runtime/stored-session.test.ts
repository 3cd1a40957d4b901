import { describe, expect, test } from 'vitest'
import type { BlockId } from '../../../src-shared/document/ids.ts'
import type { Session } from '../../../src-shared/runtime/session.ts'
import {
  readStoredSession,
  restoreSession,
  storeSession,
} from '../../../src-shared/runtime/stored-session.ts'

const BARE: Session = { version: 2, state: 'asleep' }
const FULL: Session = {
  version: 2,
  state: 'open',
  block: 'block_a1' as BlockId,
  stack: [{ block: 'block_b' as BlockId, port: 'next' }],
  values: { NAME: 'Zoë } { "x"', LIST: ['a', 2] },
  tries: 2,
  sent: 41,
  steps: 77,
  locale: 'pt-BR',
  last: 'in-9',
  at: 1_767_268_800_000,
  more: { channel: 'whatsapp', memo: { page: 1 }, wakeAt: 5, heard: 'oi' },
}

const plain = (session: Session) => JSON.parse(JSON.stringify(session)) as unknown

describe('a stored session', () => {
  test.each<[string, Session]>([
    ['one that never spoke', BARE],
    ['one with everything', FULL],
    ['the first moment of all', { ...FULL, at: 0, tries: undefined }],
    ['an input id with spaces', { ...FULL, last: 'a b  c' }],
    ['an input id that looks like nothing', { ...FULL, last: '-' }],
    ['an empty input id', { ...FULL, last: '' }],
    ['an input id like the beginning of a list', { ...BARE, last: '[1,2]{"x":1}' }],
  ])('%s comes back as it was', (_, session) => {
    expect(plain(restoreSession(storeSession(session)))).toEqual(plain(session))
    const read = readStoredSession(storeSession(session))
    expect(read.ok && plain(read.value)).toEqual(plain(session))
  })

  test('what version 1 kept is read', () => {
    expect(plain(restoreSession('[1,1,"block_a1",3,5,"in-2",1,{"A":2},[],"pt-BR"]'))).toEqual({
      version: 2,
      state: 'open',
      block: 'block_a1',
      sent: 3,
      steps: 5,
      last: 'in-2',
      tries: 1,
      values: { A: 2 },
      stack: [],
      locale: 'pt-BR',
    })
  })

  test('an idle one is below 100 bytes (issue: at most 1 KB)', () => {
    const idle = {
      version: 2,
      state: 'open',
      block: FULL.block,
      sent: 4,
      steps: 9,
      last: 'x'.repeat(36),
    } as const
    expect(storeSession({ ...idle, at: FULL.at }).length).toBeLessThan(100)
  })

  test.each([
    '',
    '[]',
    '{}',
    '2',
    '3 1 - 0 0 0 0 -',
    '2 1 evil 0 0 0 0 -',
    '2 1 - 0 0 0 0 a {"values":{"a":1}}',
    '[9,1]',
  ])('from a place that cannot be trusted, %j is refused', text => {
    expect(readStoredSession(text)).toMatchObject({ ok: false })
  })
})
