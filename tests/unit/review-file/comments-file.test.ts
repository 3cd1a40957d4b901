import { describe, expect, test } from 'vitest'
import type { CommentRecord } from '../../../src-shared/document/records.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import { base64, base64Url, bytesOfBase64 } from '../../../src-shared/kit/base64.ts'
import { threadsOf } from '../../../src-shared/review/threads.ts'
import {
  commentsBlock,
  commentsText,
  type FileComments,
  NO_ITERATION,
  readComments,
  takeComments,
} from '../../../src-shared/review-file/comments-file.ts'
import { changedCasey, PASS, submittedCasey } from './casey.ts'

const COMMENT = {
  id: 'cmt_1',
  type: 'comment',
  iteration: PASS.id,
  thread: null,
  at: 2000,
  by: { name: 'Bea' },
  kind: 'comment',
  text: 'Olá “friend” → 你好',
  place: { on: 'record', record: 'block_welcome', path: ['data', 'text'], locale: 'en' },
  blocking: true,
  state: 'open',
} as unknown as CommentRecord

const SAID: FileComments = {
  about: {
    bot: submittedCasey().bot.id,
    botName: 'Casey',
    iteration: { id: PASS.id, hash: PASS.hash },
    stated: 'd'.repeat(64),
    content: 'd'.repeat(64),
  },
  comments: [COMMENT],
  tests: [],
}

function about(changed: Partial<FileComments['about']>): FileComments {
  return { ...SAID, about: { ...SAID.about, ...changed } }
}

describe('comments on their way back', () => {
  test('are the same as a file, as a text, and as a text in a mail that somebody answered', () => {
    const block = commentsBlock(SAID)
    const mail = `Hi Ana,\n\n${block
      .split('\n')
      .map(line => `> > ${line}`)
      .join('\r\n')}\n\nBea`
    for (const text of [commentsText(SAID), block, mail])
      expect(readComments(text)).toEqual({ ok: true, value: SAID })
  })

  const file = commentsText(SAID)
  const block = commentsBlock(SAID)
  test.each([
    ['cut off', file.slice(0, 300), 'comments/damaged'],
    ['changed', file.replace('friend', 'fiend'), 'comments/damaged'],
    ['a cut off text', block.slice(0, 200), 'comments/damaged'],
    ['a changed text', block.replace('k', 'j').replace('Z', 'Y'), 'comments/damaged'],
    ['signs that are none', block.replace('\n', '\n!'), 'comments/damaged'],
    ['another file', '{"parley":1,"records":[]}', 'comments/unreadable'],
    ['no JSON', 'hello', 'comments/unreadable'],
    ['empty', '', 'comments/unreadable'],
    ['a newer version', file.replace('"version":1', '"version":7'), 'comments/too-new'],
  ])('are refused when they are %s', (_, text, code) => {
    expect(readComments(text)).toMatchObject({ ok: false, code })
  })

  test('say which version they have when it is too new', () => {
    const read = readComments(file.replace('"version":1', '"version":7'))
    expect(read.ok ? '' : read.message).toContain('version 7')
  })
})

describe('taking comments in', () => {
  test('puts them where they were said, once', () => {
    const document = submittedCasey()
    const taken = takeComments(document, SAID)
    if (!taken.ok) throw new Error(taken.message)
    expect(taken.value).toMatchObject({ added: 1, changed: 0, conflicts: [] })
    expect(applyChanges(document, taken.value.changes).ok).toBe(true)
    expect(threadsOf(document)).toMatchObject([{ root: COMMENT, orphan: false }])
    expect(takeComments(document, SAID)).toMatchObject({
      ok: true,
      value: { added: 0, changed: 0, changes: {} },
    })
  })

  test.each([
    ['another bot', about({ bot: 'bot_other' as never, botName: 'Orders' }), 'comments/other-bot'],
    ['a file somebody had changed', about({ content: 'e'.repeat(64) }), 'comments/edited-file'],
    [
      'a pass this bot does not have',
      about({ iteration: { id: 'itr_9' as never, hash: PASS.hash } }),
      'comments/no-iteration',
    ],
    [
      'a pass of the same name with other content',
      about({ iteration: { id: PASS.id, hash: 'f'.repeat(64) } }),
      'comments/other-bot',
    ],
  ])('refuses those of %s', (_, said, code) => {
    expect(takeComments(submittedCasey(), said)).toMatchObject({ ok: false, code })
  })

  test('gives those of a file without a pass to the present one', () => {
    const said = { ...about({ iteration: null }), comments: [{ ...COMMENT, iteration: NO_ITERATION }] }
    expect(takeComments(changedCasey(), said)).toMatchObject({ ok: false, code: 'comments/no-iteration' })
    const document = submittedCasey()
    const taken = takeComments(document, said)
    if (!taken.ok) throw new Error(taken.message)
    applyChanges(document, taken.value.changes)
    expect(document.get(COMMENT.id)?.iteration).toBe(PASS.id)
  })

  test('keeps comments on blocks that are gone, as orphans', () => {
    const document = submittedCasey()
    const gone = { ...COMMENT, place: { on: 'record', record: 'block_gone' } } as CommentRecord
    const taken = takeComments(document, { ...SAID, comments: [gone] })
    if (!taken.ok) throw new Error(taken.message)
    expect(applyChanges(document, taken.value.changes).ok).toBe(true)
    expect(threadsOf(document)).toMatchObject([{ orphan: true }])
  })
})

test('base64 is that of everybody else, both ways', () => {
  for (let length = 0; length < 40; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 97 + length * 31) & 255)
    expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
    expect(base64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
    expect(bytesOfBase64(base64(bytes))).toEqual(bytes)
    expect(bytesOfBase64(base64Url(bytes))).toEqual(bytes)
  }
  expect(bytesOfBase64('a')).toBeNull()
  expect(bytesOfBase64('ab*d')).toBeNull()
})
