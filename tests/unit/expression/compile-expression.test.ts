import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileExpression } from '../../../src-shared/expression/compile-expression.ts'
import { ExpressionError } from '../../../src-shared/expression/expression-error.ts'
import { FUNCTIONS } from '../../../src-shared/expression/functions.ts'
import { parseExpression } from '../../../src-shared/expression/parse-expression.ts'
import type { Value } from '../../../src-shared/kit/value.ts'
import { contextOf, evaluate, failure } from './evaluate.ts'
import { formulas, NAMES, values } from './formula-arbitraries.ts'

const SEED = 20260301

describe('arithmetic (NHN-18)', () => {
  test.each<[string, Value]>([
    ['0.1 + 0.2', 0.3],
    ['0.3 - 0.1 - 0.2', 0],
    ['1234.1 - 1234', 0.1],
    ['16.1 - 15.2', 0.9],
    ['1.1 * 3', 3.3],
    ['ROUND(7.99 * 3 * (1 + 7.9 / 100), 2)', 25.86],
    ['10 / 4', 2.5],
    ['1 / 3', 0.333333333333333],
    ['7 % 3', 1],
    ['-7 % 3', -1],
    ['5.5 % 0.1', 0],
    ['2 ^ 10', 1024],
    ['2 ** 10', 1024],
    ['2 ^ 3 ^ 2', 512],
    ['2 * 3 ^ 2', 18],
    ['(-2) ^ 2', 4],
    ['-(2 ^ 2)', -4],
    ['2 ^ -1', 0.5],
    ['6 × 7 ÷ 2 − 1', 20],
    ['−3', -3],
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['+"12.5"', 12.5],
    ['"12" * 2', 24],
    ['true + true', 2],
    ['MISSING + 5', 5],
    ['MISSING * 5', 0],
    ['.5 + 5.', 5.5],
    ['1e3', 1000],
  ])('%s', (source, expected) => {
    expect(evaluate(source)).toEqual(expected)
  })

  test.each(['0 * -1', '-0', '-MISSING', '0 / -5', '-4 % 2', '+"-0"', '-0.0', 'ROUND(-0.2)', 'CEIL(-0.5)'])(
    '%s is 0, not -0, which JSON would not keep',
    source => {
      expect(Object.is(evaluate(source), 0)).toBe(true)
    },
  )

  test.each([
    ['1 + 1 / (3 - 3)', 'expression/division-by-zero 1 / (3 - 3)'],
    ['5 % MISSING', 'expression/division-by-zero 5 % MISSING'],
    ['1e300 * 1e300', 'expression/type 1e300 * 1e300'],
    ['(-8) ^ 0.5', 'expression/type (-8) ^ 0.5'],
    ['0 ^ -1', 'expression/type 0 ^ -1'],
    ['2 * ("x")', 'expression/type "x"'],
    ['2 * " "', 'expression/type " "'],
    ['-"x"', 'expression/type -"x"'],
    ['[1] * 2', 'expression/type [1]'],
    ['+"1e999"', 'expression/type +"1e999"'],
    ['"0x10" * 1', 'expression/type "0x10"'],
    ['[1] < [2]', 'expression/type [1] < [2]'],
    ['2 > "x"', 'expression/type 2 > "x"'],
    ['[1, true]', 'expression/type true'],
    ['ROUND()', 'expression/arguments ROUND()'],
    ['ROUND(1, 2, 3)', 'expression/arguments ROUND(1, 2, 3)'],
  ])('%s fails at its place', (source, expected) => {
    expect(failure(source)).toBe(expected)
  })
})

describe('texts, comparisons and logic (NHN-16)', () => {
  test.each<[string, Value]>([
    ['"a" + "b"', 'ab'],
    ['"Room " + 12', 'Room 12'],
    ['1 + "2"', '12'],
    ['"" + (0.1 + 0.2)', '0.3'],
    ['"x" + MISSING', 'x'],
    ['"" + [1, "b"]', '1, b'],
    ['"" + true', 'true'],
    ['12 == "12"', true],
    ['"12.0" == 12', true],
    ['"12.0" === "12"', false],
    ['"a" == "A"', false],
    ['"a" != "A"', true],
    ['MISSING == ""', true],
    ['"" == null', true],
    ['MISSING == null', true],
    ['MISSING == 0', false],
    ['0 == ""', false],
    ['[1, 2] == [1, "2"]', true],
    ['[1] == 1', false],
    ['2 < "10"', true],
    ['"2" < "10"', false],
    ['MISSING < 1', true],
    ['MISSING >= null', true],
    ['"2026-02-28" < "2026-03-01"', true],
    ['1 <= 1 && 2 >= 2', true],
    ['1 && "x"', true],
    ['0 || ""', false],
    ['!MISSING', true],
    ['![]', true],
    ['!"false"', false],
    ['true ? "yes" : 1 / 0', 'yes'],
    ['false && 1 / 0', false],
    ['true || 1 / 0', true],
    ['[1, "b", MISSING]', [1, 'b', '']],
    ['\'single\' == "single"', true],
    ['null', null],
  ])('%s', (source, expected) => {
    expect(evaluate(source)).toEqual(expected)
  })

  test('looks names up in the scope only, whatever JavaScript would find under them', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'undefined', 'NaN', 'globalThis']) {
      expect(evaluate(name)).toBeNull()
      expect(evaluate(`${name} + "!"`, Object.fromEntries([[name, 'own']]))).toBe('own!')
    }
  })
})

describe('cost', () => {
  test('is one for each node that is evaluated', () => {
    const parsed = parseExpression('A > 1 ? ROUND(A * 2, 1) : -B')
    if (!parsed.ok) throw new Error(parsed.message)
    const run = compileExpression(parsed.value)
    const context = contextOf({ A: 2 }, 100)
    run(context)
    // ?:, >, A, 1, ROUND, *, A, 2, 1
    expect(context.cost).toBe(91)
    expect(() => run(contextOf({ A: 2 }, 9))).not.toThrow()
    expect(() => run(contextOf({ A: 2 }, 8))).toThrow(ExpressionError)
  })

  test('is one for every 64 characters too', () => {
    const context = contextOf({ S: 'x'.repeat(640) }, 100)
    const parsed = parseExpression('S + ""')
    if (parsed.ok) compileExpression(parsed.value)(context)
    expect(context.cost).toBe(100 - 3 - 10)
  })

  const LONG = 'x'.repeat(600_000)
  const LIST = Array.from({ length: 5000 }, () => 'x')
  test.each([
    [
      'a text that grows tenfold nine times',
      `${'REPLACE('.repeat(9)}"aaaaaaaaaa"${', "a", "aaaaaaaaaa")'.repeat(9)}`,
    ],
    ['a text of two long ones', 'S + S'],
    ['a thousand long texts', `CONCAT(${'S, '.repeat(2000)}S)`],
    ['a long text read a thousand times', `SUM(${'LEN(S), '.repeat(1000)}1)`],
    ['a long list read a thousand times', `SUM(${'COUNT(L), '.repeat(900)}1)`],
    ['many nodes', `MAX(${'1+1,'.repeat(2000)}1)`],
  ])('stops %s', (_, source) => {
    expect(failure(source, { S: LONG, L: LIST }, 5000)).toMatch(/^expression\/too-costly/)
  })

  test('reads no number out of a long text, whose digits would take a while', () => {
    expect(failure('D * 1', { D: `${'1'.repeat(500_000)}x` })).toBe('expression/type D')
  })
})

describe(`laws, seed ${SEED}`, () => {
  const scopes = fc.dictionary(fc.constantFrom(...NAMES), values)
  const sources = formulas(Object.keys(FUNCTIONS))

  test('a formula gives a value that JSON keeps, or throws an ExpressionError with a place', () => {
    fc.assert(
      fc.property(sources, scopes, (source, variables) => {
        const scope = Object.fromEntries(
          Object.entries(variables).map(([name, value]) => [name, keepable(value)]),
        )
        try {
          const value = evaluate(source, scope, 2000)
          expect(JSON.parse(JSON.stringify(value))).toEqual(value)
        } catch (error) {
          if (!(error instanceof ExpressionError)) throw error
          expect(error.start).toBeGreaterThanOrEqual(0)
          expect(error.end).toBeGreaterThan(error.start)
          expect(error.end).toBeLessThanOrEqual(source.length)
        }
      }),
      { seed: SEED, numRuns: 5000 },
    )
  })

  test('the same formula gives the same again', () => {
    fc.assert(
      fc.property(sources, scopes, (source, variables) => {
        expect(outcome(source, variables)).toEqual(outcome(source, variables))
      }),
      { seed: SEED, numRuns: 500 },
    )
  })
})

/** Sessions come from JSON, so that no variable holds -0. */
function keepable(value: Value): Value {
  return typeof value === 'number' ? value + 0 : value
}

function outcome(source: string, variables: Readonly<Record<string, Value>>): Value {
  try {
    return evaluate(source, variables, 2000)
  } catch (error) {
    return String(error)
  }
}
