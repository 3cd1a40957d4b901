import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  findByJsonPath,
  type JsonStep,
  MAX_FOUND,
  parseJsonPath,
  writeJsonPath,
} from '../../../src-shared/blocks/json-path.ts'

const ANSWER = JSON.parse(`{
  "a": { "b": [ { "id": 7, "name": "x" }, { "id": 8 }, 3 ], "it's": true, "": 1, "__proto__": { "own": 5 } },
  "list": ["p", "q"], "no": null, "ção": 2
}`)

function find(source: string) {
  const path = parseJsonPath(source)
  return path && findByJsonPath(path, ANSWER)
}

describe('paths into answers (NHN-26)', () => {
  test.each([
    ['$', { found: 'one', value: ANSWER }],
    ['$.a.b[0].id', { found: 'one', value: 7 }],
    [" $['a']['b'][1][\"id\"] ", { found: 'one', value: 8 }],
    ["$.a['it\\'s']", { found: 'one', value: true }],
    ["$.a['']", { found: 'one', value: 1 }],
    ['$.ção', { found: 'one', value: 2 }],
    ['$.no', { found: 'one', value: null }],
    ['$.list', { found: 'one', value: ['p', 'q'] }],
    ['$.list[*]', { found: 'list', values: ['p', 'q'] }],
    ['$.a.b[*].name', { found: 'list', values: ['x', undefined, undefined] }],
    ['$.a.__proto__.own', { found: 'one', value: 5 }],
    ['$.a.c', { found: 'nothing' }],
    ['$.list[2]', { found: 'nothing' }],
    ['$.list.length', { found: 'nothing' }],
    ['$.a[0]', { found: 'nothing' }],
    ['$.a[*]', { found: 'nothing' }],
    ['$.missing[*].id', { found: 'nothing' }],
    ['$.constructor', { found: 'nothing' }],
    ['$.__proto__', { found: 'nothing' }],
    ['$.toString.name', { found: 'nothing' }],
  ])('%s', (source, found) => expect(find(source)).toEqual(found))

  test.each([
    '',
    'a',
    '$a',
    '$.',
    '$..a',
    '$.a[',
    '$.a[-1]',
    '$.a[01]',
    '$[?(@.a)]',
    "$['a",
    '$.a b',
    '$.a[0',
    `$${'.a'.repeat(31)}`,
  ])('%j is no path', source => expect(parseJsonPath(source)).toBeNull())

  test('lists that no variable could hold are not even made', () => {
    const rows = Array.from({ length: MAX_FOUND + 1 }, () => ({ id: 1 }))
    const path = parseJsonPath('$[*].id') ?? []
    expect(findByJsonPath(path, rows)).toEqual({ found: 'tooMany' })
    expect(findByJsonPath(path, rows.slice(1))).toMatchObject({ found: 'list' })
  })

  test('laws: what is written is read as it was; any text and any answer are fine', () => {
    const step: fc.Arbitrary<JsonStep> = fc.oneof(
      fc.record({
        member: fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('a', '__proto__', "'\\", 'ç-1', '𝒳')),
      }),
      fc.record({ item: fc.nat(20) }),
      fc.constant('all' as const),
    )
    const options = { seed: 26, numRuns: 500 }
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), steps => {
        expect(parseJsonPath(writeJsonPath(steps))).toEqual(steps)
      }),
      options,
    )
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (tail, answer) => {
        const path = parseJsonPath(`$${tail}`)
        if (path) findByJsonPath(path, answer)
      }),
      options,
    )
  })
})
