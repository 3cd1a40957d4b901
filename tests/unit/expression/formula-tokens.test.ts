import fc from 'fast-check'
import { expect, test } from 'vitest'
import { callAround, formulaTokens } from '../../../src-shared/expression/formula-tokens.ts'

const SEED = 20_261_121

test('the words and signs of a formula', () => {
  const source = 'ROUND(TOTAL * 1.5, 2) + "a \\" b" == true'
  expect(formulaTokens(source).map(({ kind, start, end }) => `${kind} ${source.slice(start, end)}`)).toEqual([
    'call ROUND',
    'operator (',
    'name TOTAL',
    'operator *',
    'number 1.5',
    'operator ,',
    'number 2',
    'operator )',
    'operator +',
    'text "a \\" b"',
    'operator ==',
    'word true',
  ])
})

test.each([
  ['ROUND(TOTAL, |', 'ROUND', 1],
  ['IF(A > MAX(1, |2), 3)', 'MAX', 1],
  ['IF(A > MAX(1, 2), |3)', 'IF', 1],
  ['IF(A, [1, 2|])', 'IF', 1],
  ['ROUND(", ,|', 'ROUND', 0],
])('%j is inside %s', (shown, name, argument) => {
  const at = shown.indexOf('|')
  expect(callAround(shown.replace('|', ''), at)).toEqual({ name, argument })
})

test('nothing is around a place outside of brackets', () => {
  expect(callAround('ROUND(1) + 2', 12)).toBeNull()
})

test(`tokens never overlap, whatever is typed, seed ${SEED}`, () => {
  const pieces = fc.constantFrom(
    'A',
    '1',
    '.',
    '"',
    "'",
    '\\',
    '(',
    ')',
    ',',
    ' ',
    'é',
    '\ud800',
    '\n',
    'IF(',
    '++',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), parts => {
      const source = parts.join('')
      let done = 0
      for (const { start, end } of formulaTokens(source)) {
        expect(start >= done && end > start && end <= source.length).toBe(true)
        done = end
      }
      callAround(source, source.length)
    }),
    { seed: SEED },
  )
})
