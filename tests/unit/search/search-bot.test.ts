import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRecord } from '../../../src-shared/blocks/parse-document.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { integrityProblems } from '../../../src-shared/document/integrity.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import { reverseChanges } from '../../../src-shared/edit/edit.ts'
import { foldCase } from '../../../src-shared/search/fold-case.ts'
import { replaceMatches } from '../../../src-shared/search/replace-matches.ts'
import { matchesIn, type SearchQuery, searchBot } from '../../../src-shared/search/search-bot.ts'
import { placesOf } from '../../../src-shared/search/search-places.ts'
import { blockId, healthyBot, MAIN, say, set, variableId, when } from '../document/draft-bot.ts'
import { randomRecords } from '../edit/random-bot.ts'
import { snapshot } from '../edit/snapshot.ts'

const ANYWHERE: SearchQuery = { text: '', matchCase: false, wholeWord: false, kinds: null, flow: null }
const sought = (text: string, more: Partial<SearchQuery> = {}): SearchQuery => ({
  ...ANYWHERE,
  ...more,
  text,
})

function shop() {
  return healthyBot()
    .variable('ORDER')
    .variable('ORDER_2')
    .block('hello', 'message', say('Your order {{ORDER}} of {{ORDER_2}}, ORDERED today'))
    .block('if', 'condition', when('ORDER == "order" && ORDER_2 != 1'))
    .block('set', 'setVariable', set('ORDER', '"an order"'))
    .document()
}

const found = (document: BotDocument, query: SearchQuery) =>
  searchBot(document, query).matches.map(({ place: { record, text }, start, end }) => [
    record,
    text.slice(start, end),
  ])

function replaceAll(document: BotDocument, query: SearchQuery, by: string) {
  const { matches } = searchBot(document, query)
  const done = replaceMatches(document, { query, matches, by })
  const applied = applyChanges(document, done.changes)
  if (!applied.ok) throw new Error(applied.message)
  return done
}

describe('search in the whole bot', () => {
  test('finds texts, names, formulas and variables, whatever their case', () => {
    const records = new Set(found(shop(), sought('order')).map(([record]) => record))
    expect([...records].toSorted()).toEqual(
      [
        blockId('hello'),
        blockId('if'),
        blockId('set'),
        variableId('ORDER'),
        variableId('ORDER_2'),
      ].toSorted(),
    )
  })

  test('matches case and whole words when asked', () => {
    const all = { kinds: new Set(['texts'] as const) }
    expect(found(shop(), sought('ORDER', { ...all, matchCase: true }))).toHaveLength(3)
    expect(found(shop(), sought('order', { ...all, wholeWord: true }))).toHaveLength(2)
    expect(found(shop(), sought('{{order', { ...all, wholeWord: true }))).toHaveLength(1)
  })

  test('keeps to one flow, and to a number of matches', () => {
    const document = shop()
    expect(
      searchBot(document, sought('order', { flow: MAIN })).matches.every(({ place }) => place.flow === MAIN),
    ).toBe(true)
    const few = searchBot(document, sought('order'), 2)
    expect(few).toMatchObject({ isComplete: false, matches: { length: 2 } })
  })

  test('says nothing of nothing, and finds nothing across two texts', () => {
    expect(found(shop(), sought(''))).toEqual([])
    expect(found(shop(), sought('\u0000'))).toEqual([])
  })

  test('letters whose small form is longer keep their places', () => {
    expect(foldCase('İABC')).toHaveLength(4)
    expect(matchesIn('İABC', sought('abc'))).toEqual([{ start: 1, end: 4 }])
  })

  test('follows edits', () => {
    const document = shop()
    expect(found(document, sought('penguin'))).toEqual([])
    const block = document.get(blockId('hello'))
    if (block) document.put({ ...block, title: 'Penguins' })
    expect(found(document, sought('penguin'))).toEqual([[blockId('hello'), 'Penguin']])
    document.drop(blockId('hello'))
    expect(found(document, sought('penguin'))).toEqual([])
  })
})

describe('replace', () => {
  test('a variable gets its new name everywhere, and words stay words (KAR-13)', () => {
    const document = shop()
    const { refused } = replaceAll(document, sought('ORDER', { matchCase: true }), 'CART')
    expect(refused).toEqual([])
    expect(document.variableNamed('CART')?.id).toBe(variableId('ORDER'))
    expect(document.variableNamed('CART_2')?.id).toBe(variableId('ORDER_2'))
    expect(document.get(blockId('hello'))?.data).toMatchObject(
      say('Your order {{CART}} of {{CART_2}}, CARTED today'),
    )
    expect(document.get(blockId('if'))?.data).toMatchObject(when('CART == "order" && CART_2 != 1'))
  })

  test('a new name that holds the old one is written once', () => {
    const document = shop()
    expect(replaceAll(document, sought('ORDER_2', { matchCase: true }), 'ORDER_22').refused).toEqual([])
    expect(document.get(blockId('if'))?.data).toMatchObject(when('ORDER == "order" && ORDER_22 != 1'))
  })

  test('a name that is taken is refused with its reason, and the others go on', () => {
    const document = shop()
    const texts = new Set(['texts', 'variables'] as const)
    const done = replaceAll(document, sought('ORDER_2', { kinds: texts }), 'ORDER')
    expect(done.refused.map(({ reason }) => reason)).toEqual([expect.stringContaining('already')])
    expect(done).toMatchObject({ replaced: 0, changes: {} })
    const more = replaceAll(
      document,
      sought('order', { kinds: new Set(['texts']), wholeWord: true, matchCase: true }),
      'basket',
    )
    expect(more).toMatchObject({ replaced: 1, refused: [] })
  })

  test('a name no variable has is refused', () => {
    const document = shop()
    const done = replaceAll(document, sought('{{ORDER}}', { matchCase: true }), '{{NOBODY}}')
    expect(done).toMatchObject({ replaced: 0, changes: {} })
    expect(done.refused[0]?.reason).toContain('NOBODY')
  })

  test('a formula that would break and a name that would be empty are refused by themselves', () => {
    const document = shop()
    const flow = document.get(MAIN)
    const formulas = replaceAll(document, sought('== "order"'), '== (')
    expect(formulas).toMatchObject({ replaced: 0, refused: [{ place: { record: blockId('if') } }] })
    const name = replaceAll(document, sought(flow?.name ?? '', { kinds: new Set(['names']), flow: MAIN }), '')
    expect(name.refused.map(({ place }) => place.path)).toEqual([['name']])
    expect(document.get(MAIN)).toBe(flow)
  })

  test('a text that would be too long is refused', () => {
    const done = replaceAll(shop(), sought('Your', { matchCase: true }), 'x'.repeat(20_000))
    expect(done).toMatchObject({
      replaced: 0,
      refused: [{ reason: expect.stringContaining('at most 20000') }],
    })
  })

  test('one of several', () => {
    const document = shop()
    const query = sought('order', { kinds: new Set(['texts']) })
    const [first] = searchBot(document, query).matches
    const { changes } = replaceMatches(document, { query, matches: first ? [first] : [], by: 'parcel' })
    applyChanges(document, changes)
    expect(document.get(blockId('hello'))?.data).toMatchObject(
      say('Your parcel {{ORDER}} of {{ORDER_2}}, ORDERED today'),
    )
  })
})

describe.each([1, 20260801, 777])('laws, seed %i', seed => {
  const query = fc.record({
    text: fc.constantFrom('A', 'i', 'CITY', '{{', 'hi', '1', ' ', 'e'),
    matchCase: fc.boolean(),
    wholeWord: fc.boolean(),
  })

  test('the index finds what reading every text finds', () => {
    fc.assert(
      fc.property(randomRecords, query, (records, part) => {
        const document = BotDocument.of(records)
        const all = { ...ANYWHERE, ...part }
        const read = records
          .flatMap(placesOf)
          .flatMap(({ text }) => matchesIn(text, all).map(at => [text, at.start]))
        const indexed = searchBot(document, all).matches.map(({ place, start }) => [place.text, start])
        expect(indexed.toSorted()).toEqual(read.toSorted())
      }),
      { seed, numRuns: 60 },
    )
  })

  test('what is replaced holds together, is accepted, and can be taken back', () => {
    fc.assert(
      fc.property(randomRecords, query, fc.constantFrom('', 'B', 'x{{', 'CITY', '9'), (records, part, by) => {
        const document = BotDocument.of(records)
        const before = snapshot(document)
        const { changes } = replaceAll(document, { ...ANYWHERE, ...part }, by)
        expect(integrityProblems(document)).toEqual([])
        for (const { after } of Object.values(changes)) expect(after && parseRecord(after).ok).toBe(true)
        applyChanges(document, reverseChanges(changes))
        expect(snapshot(document)).toEqual(before)
      }),
      { seed, numRuns: 60 },
    )
  })
})
