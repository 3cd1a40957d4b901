import { describe, expect, test } from 'vitest'
import { checkExpression } from '../../../src-shared/expression/check-expression.ts'
import { compileExpression } from '../../../src-shared/expression/compile-expression.ts'
import { argumentsWanted, signatureOf } from '../../../src-shared/expression/function-signature.ts'
import type { FunctionSpec } from '../../../src-shared/expression/function-spec.ts'
import { FUNCTIONS, functionNamed } from '../../../src-shared/expression/functions.ts'
import { parseExpression } from '../../../src-shared/expression/parse-expression.ts'
import type { Value } from '../../../src-shared/kit/value.ts'
import { contextOf, evaluate, failure } from './evaluate.ts'

describe.each(Object.entries<FunctionSpec>(FUNCTIONS))('%s', (name, spec) => {
  test('is written in capitals, is described and has an example that uses it', () => {
    expect(name).toMatch(/^[A-Z]+$/)
    expect(spec.summary).toMatch(/^[A-Z].*\.$/)
    expect(spec.examples.some(({ source }) => source.includes(`${name}(`))).toBe(true)
  })

  test.each(spec.examples)('$source is $result, in any case, and passes the check', ({ source, result }) => {
    expect(evaluate(source)).toEqual(result)
    expect(evaluate(source.replaceAll(`${name}(`, `${name.toLowerCase()}(`))).toEqual(result)
    const parsed = parseExpression(source)
    expect(parsed.ok && checkExpression(parsed.value, () => undefined).problems).toEqual([])
  })
})

test.each<[string, Value]>([
  ['ROUND(2.5)', 3],
  ['ROUND(-1.005, 2)', -1.01],
  ['ROUND(1234.5, -2)', 1200],
  ['ROUND(1e300, 2)', 1e300],
  ['ROUND("1.005", 2)', 1.01],
  ['ROUND(0.285, 2)', 0.29],
  ['ROUND(1.45, 1)', 1.5],
  ['FLOOR(-2.1)', -3],
  ['FLOOR(0.1 + 0.7, 1)', 0.8],
  ['CEIL(1.1 * 100)', 110],
  ['FLOOR(4.35 * 100)', 435],
  ['MIN(3, [1, 2])', 1],
  ['SUM([0.1, 0.2], 0.3)', 0.6],
  ['SUM(MISSING, "2")', 2],
  ['FIXED(1.005, 2)', '1.01'],
  ['FIXED(-0.001, 2)', '0.00'],
  ['FIXED(1e21, 2)', '1000000000000000000000'],
  ['LEN("👍🏽")', 2],
  ['LEN(MISSING)', 0],
  ['LEFT("👍ok", 1)', '👍'],
  ['LEFT("abc")', 'a'],
  ['RIGHT("abc", 99)', 'abc'],
  ['RIGHT("abc", 0)', ''],
  ['MID("abc", 0, 1)', 'a'],
  ['MID("abc", 9, 1)', ''],
  ['REPLACE("aaa", "a", "aa")', 'aaaaaa'],
  ['REPLACE("abc", "", "x")', 'abc'],
  ['CONTAINS([1, 2], "2")', true],
  ['CONTAINS("abc", "")', true],
  ['CONCAT("a", [1, 2], MISSING, true)', 'a1, 2true'],
  ['UPPER("straße")', 'STRASSE'],
  ['ISEMPTY(MISSING)', true],
  ['ISEMPTY([])', true],
  ['COUNT(MISSING)', 0],
  ['IF(0, 1 / 0, "safe")', 'safe'],
  ['AND(false, 1 / 0)', false],
  ['OR(true, 1 / 0)', true],
  ['DATEDIF("2026-03-15", "2026-03-01", "m")', 0],
  ['DATEDIF("2026-03-15", "2026-02-15", "M")', -1],
  ['DATEDIF("2008-02-29", "2026-02-28", "Y")', 17],
  ['DATEDIF("2008-02-29", "2026-03-01", "Y")', 18],
  ['ADDDAYS("2024-02-28", 1)', '2024-02-29'],
  ['ADDDAYS("2026-03-01", -1)', '2026-02-28'],
  ['DATEDIF("2026-03-01", ADDDAYS(TODAY(), 7))', 7],
])('%s', (source, expected) => {
  expect(evaluate(source)).toEqual(expected)
})

test.each([
  ['YEAR("1 March")', 'expression/type'],
  ['YEAR("2026-02-30")', 'expression/type'],
  ['YEAR("2026-03-011")', 'expression/type'],
  ['DAY(MISSING)', 'expression/type'],
  ['ADDDAYS(TODAY(), 1e300)', 'expression/type'],
  ['DATEDIF(TODAY(), TODAY(), "weeks")', 'expression/arguments'],
  ['ROUND(1, 1.5)', 'expression/arguments'],
  ['ROUND(1, 99)', 'expression/arguments'],
  ['LEFT("a", -1)', 'expression/arguments'],
  ['MIN([])', 'expression/arguments'],
  ['NUMBER("twelve")', 'expression/type'],
  ['SUM(1e308, 1e308)', 'expression/type'],
])('%s fails with %s', (source, code) => {
  expect(failure(source)).toBe(`${code} ${source}`)
})

test('FIXED writes the decimal sign of the locale', () => {
  const parsed = parseExpression('FIXED(25.9, 2)')
  expect(parsed.ok && compileExpression(parsed.value)({ ...contextOf(), locale: 'pt-BR' })).toBe('25,90')
})

test('what nobody knows of a conversation is empty, neutral and on the web', () => {
  const alone = { scope: { get: () => null }, now: 0, cost: 100 }
  const parsed = parseExpression('CHANNEL() + LANGUAGE() + MESSAGE() + SENTIMENT()')
  expect(parsed.ok && compileExpression(parsed.value)(alone)).toBe('webneutral')
})

test('names no function by what every object inherits', () => {
  expect(functionNamed('toString')).toBeNull()
  expect(functionNamed('__proto__')).toBeNull()
  expect(functionNamed('round')).toBe('ROUND')
})

test('signatures are written for people', () => {
  expect(signatureOf('ROUND')).toBe('ROUND(number, [digits])')
  expect(argumentsWanted('ROUND').message).toBe('ROUND takes 1 to 2 values: ROUND(number, [digits]).')
  expect(argumentsWanted('NOT').message).toBe('NOT takes 1 value: NOT(condition).')
  expect(argumentsWanted('SUM').message).toBe('SUM takes at least 1 value: SUM(numbers, …).')
})
