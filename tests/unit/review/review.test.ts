import { describe, expect, test } from 'vitest'
import { documentToJson, parseDocument } from '../../../src-shared/blocks/parse-document.ts'
import { compareBots } from '../../../src-shared/compare/compare-bots.ts'
import { isEmpty } from '../../../src-shared/compare/difference.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BlockId, CommentId, RecordId } from '../../../src-shared/document/ids.ts'
import type { BotDocRecord, CommentRecord } from '../../../src-shared/document/records.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import type { Changes } from '../../../src-shared/edit/edit.ts'
import type { Result } from '../../../src-shared/kit/result.ts'
import { bundleOf } from '../../../src-shared/publish/bundle.ts'
import { applySuggestion } from '../../../src-shared/review/apply-suggestion.ts'
import { approvalHindrance } from '../../../src-shared/review/may-approve.ts'
import { mergeReviews } from '../../../src-shared/review/merge-reviews.ts'
import { missingForReview } from '../../../src-shared/review/missing-for-review.ts'
import { reviewChangesOf } from '../../../src-shared/review/review-changes-of.ts'
import {
  addComment,
  answerComment,
  decideIteration,
  editComment,
  nextIteration,
  setCommentState,
} from '../../../src-shared/review/review-edits.ts'
import { suggest } from '../../../src-shared/review/suggest.ts'
import {
  openBlocking,
  openCommentsByBlock,
  openCommentsByEdge,
  threadsOf,
} from '../../../src-shared/review/threads.ts'
import { smallBot } from '../compare/small-bot.ts'
import { copyOf } from '../edit/snapshot.ts'
import { ANA, BEN, FIRST, remark, reviewedBot } from './reviewed-bot.ts'

function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.message)
  return result.value
}

function taking(document: BotDocument, changes: Changes): BotDocument {
  return good(applyChanges(copyOf(document), changes))
}

const saying = (at: number) => ({ by: BEN, at, newId: () => `n${at}` })
const menu = { on: 'record', record: 'block_menu' } as const

/** The change that gives a record another member. */
function changed(document: BotDocument, id: string, change: object): Changes {
  const before = document.get(id as RecordId) as BotDocRecord
  return { [before.id]: { before, after: { ...before, ...change } as BotDocRecord } } as Changes
}

describe('submitting for review (KAL-06)', () => {
  test('lists what is missing: brief, flow, entry', () => {
    const codes = missingForReview(smallBot()).map(({ code }) => code)
    expect(codes).toEqual(['review/no-brief'])
    const ready = smallBot({ 'bot_s/brief': { useCase: 'Bookings' } })
    expect(missingForReview(ready)).toEqual([])
    const bare = smallBot({
      block_start: null,
      block_menu: null,
      block_book: null,
      block_ask: null,
      block_set: null,
      edge_1: null,
      edge_2: null,
      edge_3: null,
    })
    expect(missingForReview(bare).map(({ code }) => code)).toEqual([
      'review/no-brief',
      'review/no-flow',
      'lifecycle/no-entry',
    ])
  })

  test('iterations count on from the newest', () => {
    const next = nextIteration(
      reviewedBot(),
      { version: '0.2', hash: 'b'.repeat(64), note: ' Again ' },
      { ...saying(9), by: ANA },
    )
    expect(next).toMatchObject({ number: 2, version: '0.2', note: 'Again', state: 'in-review' })
  })
})

describe('comments (KAL-07)', () => {
  test('are no content: neither the bundle nor a comparison knows them', () => {
    const said = reviewedBot([remark('a')])
    expect(bundleOf(said).hash).toBe(bundleOf(smallBot()).hash)
    expect(isEmpty(compareBots(smallBot(), said))).toBe(true)
    expect(parseDocument(documentToJson(said)).ok).toBe(true)
  })

  test('need a first iteration, and words', () => {
    expect(addComment(smallBot(), { text: 'Hm', place: menu }, saying(1))).toMatchObject({
      code: 'review/no-iteration',
    })
    expect(addComment(reviewedBot(), { text: '  ', place: menu }, saying(1))).toMatchObject({
      code: 'review/empty',
    })
  })

  test('a thread holds its answers; a comment on what is gone stays as an orphan', () => {
    let document = reviewedBot()
    const { changes, comment } = good(
      addComment(document, { text: 'Why?', place: { on: 'record', record: 'block_set' } }, saying(10)),
    )
    document = taking(document, changes)
    document = taking(
      document,
      good(answerComment(document, comment.id, 'Because.', { ...saying(11), by: ANA })),
    )
    expect(threadsOf(document)).toMatchObject([
      { root: { text: 'Why?' }, answers: [{ text: 'Because.' }], orphan: false },
    ])
    const set = document.get('block_set' as BlockId) as BotDocRecord
    document = taking(document, { [set.id]: { before: set, after: null } } as Changes)
    expect(threadsOf(document)).toMatchObject([{ orphan: true, answers: [{}] }])
    expect(parseDocument(documentToJson(document)).ok).toBe(true)
  })

  test('an edge keeps its comment when it is led elsewhere', () => {
    const place = { on: 'edge', block: 'block_menu', port: 'opt_a' } as const
    expect(threadsOf(reviewedBot([remark('a', { place })]))[0]?.orphan).toBe(false)
    expect(threadsOf(reviewedBot([remark('a', { place })], { 'edge_2/to': 'block_ask' }))[0]?.orphan).toBe(
      false,
    )
    expect(threadsOf(reviewedBot([remark('a', { place })], { edge_2: null }))[0]?.orphan).toBe(true)
  })

  test('open ones are counted at edges and notes too', () => {
    const place = { on: 'edge', block: 'block_menu', port: 'opt_a' } as const
    const note = { on: 'record', record: 'note_1' } as const
    const gone = { on: 'edge', block: 'block_menu', port: 'opt_gone' } as const
    const comments = [
      ...[remark('a', { place }), remark('b', { place }), remark('c', { place, state: 'resolved' })],
      ...[remark('d', { place, thread: 'cmt_a' as CommentId }), remark('e', { place: note })],
      remark('f', { place: gone }),
    ]
    const document = reviewedBot(comments)
    expect([...openCommentsByEdge(document)]).toEqual([['edge_2', 2]])
    expect([...openCommentsByBlock(document)]).toEqual([
      ['block_menu', 3],
      ['note_1', 1],
    ])
  })

  test('one open blocking comment keeps an iteration from being approved', () => {
    let document = reviewedBot([remark('a', { blocking: true })])
    expect(approvalHindrance(document, FIRST.id)).toBe('blocking')
    expect(decideIteration(document, FIRST.id, 'approved', saying(5))).toMatchObject({
      code: 'review/blocked',
    })
    document = taking(document, good(decideIteration(document, FIRST.id, 'changes-requested', saying(5))))
    document = taking(
      document,
      setCommentState(document, 'cmt_a' as CommentId, 'wont-fix', { by: ANA, at: 6 }),
    )
    expect(openBlocking(document)).toEqual([])
    document = taking(document, good(decideIteration(document, FIRST.id, 'approved', saying(7))))
    expect(document.get(FIRST.id)).toMatchObject({ state: 'approved', decidedBy: BEN, decidedAt: 7 })
    expect(decideIteration(document, FIRST.id, 'approved', saying(8))).toMatchObject({
      code: 'review/decided',
    })
  })

  test('each edit of a comment has a time of its own', () => {
    let document = reviewedBot([remark('a')])
    document = taking(document, editComment(document, 'cmt_a' as CommentId, { blocking: true }, 50))
    document = taking(document, editComment(document, 'cmt_a' as CommentId, { text: 'So' }, 50))
    expect(document.get('cmt_a' as CommentId)).toMatchObject({ text: 'So', blocking: true, edits: [50, 51] })
    expect(editComment(document, 'cmt_a' as CommentId, { text: 'So' }, 60)).toEqual({})
  })

  test('what was said in a file comes back as one edit, and coming back again changes nothing', () => {
    const document = reviewedBot([remark('a')])
    const said = [remark('a', { state: 'resolved', stateBy: BEN, stateAt: 9 }), remark('b')]
    const taken = reviewChangesOf(document, said)
    expect(taken).toMatchObject({ added: 1, changed: 1, conflicts: [] })
    expect(reviewChangesOf(taking(document, taken.changes), said)).toMatchObject({
      added: 0,
      changed: 0,
      changes: {},
    })
  })
})

describe('suggestions (KAL-07)', () => {
  const document = reviewedBot()
  const suggest = (changes: Changes) =>
    good(addComment(document, { text: 'Warmer', place: menu, changes }, saying(10))).comment
  const warmer = suggest(
    changed(document, 'block_book', {
      data: { ...document.get('block_book' as BlockId)?.data, text: { en: 'We gladly book.' } },
    }),
  )

  test('are applied as an edit', () => {
    const result = taking(document, good(applySuggestion(document, warmer)))
    expect(result.get('block_book' as BlockId)?.data).toMatchObject({ text: { en: 'We gladly book.' } })
  })

  test('keep what was changed elsewhere since', () => {
    const since = reviewedBot([], { 'block_book/x': 400, 'block_menu/title': 'Help' })
    const result = taking(since, good(applySuggestion(since, warmer)))
    expect(result.get('block_book' as BlockId)).toMatchObject({
      x: 400,
      data: { text: { en: 'We gladly book.' } },
    })
    expect(result.get('block_menu' as BlockId)?.title).toBe('Help')
  })

  test('are refused where the place itself was changed, or is gone', () => {
    const since = reviewedBot([], { 'block_book/data/text': { en: 'We do book.' } })
    expect(applySuggestion(since, warmer)).toMatchObject({
      code: 'review/changed-since',
      problems: [{ pointer: 'block_book' }],
    })
    const gone = reviewedBot([], { block_book: null, edge_2: null })
    expect(applySuggestion(gone, warmer)).toMatchObject({ code: 'review/changed-since' })
  })

  test('never bring in what no bot can be', () => {
    const bad = remark('z', {
      kind: 'suggestion',
      changes: changed(document, 'block_book', { data: { nonsense: true } }) as CommentRecord['changes'],
    })
    expect(applySuggestion(document, bad)).toMatchObject({ code: 'document/invalid' })
  })
})

describe('suggesting instead of changing (KAL-07)', () => {
  const text = 'Move 1 block'
  const wishOf = (changes: Changes) => ({ text, place: menu, changes })
  const by = (name: string, at: number) => ({ by: { name }, at, newId: () => `s${at}` })
  const move = (document: BotDocument, x: number) => changed(document, 'block_menu', { x })
  /** The bot with Ben's suggestion of another title. */
  function suggested(): BotDocument {
    const document = reviewedBot()
    const made = good(
      suggest(document, wishOf(changed(document, 'block_menu', { title: 'New' })), by('Ben', 5)),
    )
    expect(made.is).toBe('new')
    return taking(document, made.changes)
  }
  const suggestions = (document: BotDocument) => [...document.all('comment')]

  test('a move alone is no suggestion', () => {
    const document = reviewedBot()
    expect(good(suggest(document, wishOf(move(document, 900)), by('Ben', 6)))).toEqual({
      is: 'moved',
      changes: {},
    })
  })

  test('moves of what one suggests something about join that suggestion, the last one counts', () => {
    let document = suggested()
    for (const [at, x] of [
      [6, 900],
      [7, 1200],
    ] as const) {
      const made = good(suggest(document, wishOf(move(document, x)), by('Ben', at)))
      expect(made.is).toBe('joined')
      document = taking(document, made.changes)
    }
    expect(suggestions(document)).toMatchObject([
      { edits: [6, 7], changes: { block_menu: { after: { title: 'New', x: 1200 } } } },
    ])
    const applied = taking(
      document,
      good(applySuggestion(document, suggestions(document)[0] as CommentRecord)),
    )
    expect(applied.get('block_menu' as BlockId)).toMatchObject({ title: 'New', x: 1200 })
  })

  test('somebody else’s suggestion, a settled one and one about other blocks are left alone', () => {
    const document = suggested()
    const settled = taking(
      document,
      setCommentState(document, 'cmt_s5' as CommentId, 'wont-fix', { by: ANA, at: 6 }),
    )
    const both = { ...move(document, 900), ...changed(document, 'block_book', { y: 900 }) }
    for (const [where, changes, name] of [
      [document, move(document, 900), 'Ana'],
      [settled, move(document, 900), 'Ben'],
      [document, both, 'Ben'],
    ] as const)
      expect(good(suggest(where, wishOf(changes), by(name, 7)))).toEqual({ is: 'moved', changes: {} })
  })

  test('a joined suggestion is the later of two copies, with no conflict', () => {
    const before = suggested()
    const made = good(suggest(before, wishOf(move(before, 900)), by('Ben', 6)))
    const after = taking(before, made.changes)
    for (const [ours, theirs] of [
      [before, after],
      [after, before],
    ] as const) {
      const { merged, conflicts } = mergeReviews(suggestions(ours), suggestions(theirs))
      expect({ merged, conflicts }).toEqual({ merged: suggestions(after), conflicts: [] })
    }
  })
})
