import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkExpression, type Known } from '../../../src-shared/expression/check-expression.ts'
import { FUNCTIONS } from '../../../src-shared/expression/functions.ts'
import { parseExpression } from '../../../src-shared/expression/parse-expression.ts'
import type { ValueType } from '../../../src-shared/kit/value.ts'
import { formulas } from './formula-arbitraries.ts'

const TYPES: ReadonlyMap<string, ValueType> = new Map([
  ['NAME', 'text'],
  ['QTY', 'number'],
  ['VIP', 'boolean'],
  ['BIRTHDAY', 'date'],
  ['ITEMS', 'list'],
])
const KNOWN: Known = Object.assign((name: string) => TYPES.get(name), { names: TYPES.keys() })

function check(source: string) {
  const parsed = parseExpression(source)
  if (!parsed.ok) throw new Error(parsed.message)
  return checkExpression(parsed.value, KNOWN)
}

describe('checkExpression', () => {
  test.each([
    ['QTY * 2', 'number'],
    ['-QTY', 'number'],
    ['NAME', 'text'],
    ['NAME + 1', 'text'],
    ['BIRTHDAY + ""', 'text'],
    ['QTY + VIP', 'number'],
    ['QTY > 1 && !VIP', 'boolean'],
    ['NAME == 1', 'boolean'],
    ['BIRTHDAY < TODAY()', 'boolean'],
    ['[QTY, NAME]', 'list'],
    ['VIP ? 1 : 2', 'number'],
    ['VIP ? 1 : "x"', 'any'],
    ['IF(VIP, NAME, "x")', 'text'],
    ['IF(VIP, NAME)', 'any'],
    ['NAME * 2', 'number'],
    ['"12" * 2', 'number'],
    ['null + 1', 'any'],
    ['ADDDAYS(BIRTHDAY, QTY)', 'date'],
    ['YEAR(NAME)', 'number'],
  ])('%s has no problem and yields %s', (source, type) => {
    expect(check(source)).toEqual({ type, problems: [] })
  })

  test.each([
    ['QTTY * 2', 'expression/unknown-name', 'QTTY', 'did you mean QTY?'],
    ['1 + ELSEWHERE', 'expression/unknown-name', 'ELSEWHERE', 'There is no variable ELSEWHERE.'],
    ['ROUND()', 'expression/arguments', 'ROUND()', 'ROUND takes 1 to 2 values'],
    ['TODAY(1)', 'expression/arguments', 'TODAY(1)', 'TODAY takes 0 values'],
    ['2 * "x"', 'expression/type', '"x"', 'not a number'],
    ['ITEMS * 2', 'expression/type', 'ITEMS', 'A list is not a number.'],
    ['BIRTHDAY - 1', 'expression/type', 'BIRTHDAY', 'A date is not a number.'],
    ['ITEMS > 1', 'expression/type', 'ITEMS > 1', 'Lists have no order.'],
    ['QTY > "many"', 'expression/type', '"many"', 'not a number'],
    ['BIRTHDAY < 2000', 'expression/type', 'BIRTHDAY', 'A date is not a number.'],
    ['ROUND("x")', 'expression/type', '"x"', 'not a number'],
    ['YEAR(QTY)', 'expression/type', 'QTY', 'A number is not a date'],
    ['[ITEMS]', 'expression/type', 'ITEMS', 'A list holds texts and numbers.'],
    ['QTY / 0', 'expression/division-by-zero', '0', 'divides by zero'],
  ])('%s: %s at %s', (source, code, at, said) => {
    const { problems } = check(source)
    expect(problems.map(({ code: found, start, end }) => [found, source.slice(start, end)])).toEqual([
      [code, at],
    ])
    expect(problems[0]?.message).toContain(said)
  })

  test('finds every problem, not only the first', () => {
    expect(check('X + Y * "z"').problems).toHaveLength(3)
  })

  test('is total on formulas that can be read, seed 20260301', () => {
    fc.assert(
      fc.property(formulas(Object.keys(FUNCTIONS)), source => {
        for (const { start, end } of check(source).problems) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(source.length)
        }
      }),
      { seed: 20260301, numRuns: 1000 },
    )
  })
})
