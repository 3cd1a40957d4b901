import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalSign, formatValue } from '../../../src-shared/expression/format-value.ts'
import type { Value } from '../../../src-shared/kit/value.ts'

test.each<[Value, string]>([
  [null, ''],
  ['João', 'João'],
  [true, 'true'],
  [0, '0'],
  [-0, '0'],
  [1234567.5, '1234567.5'],
  [0.1 + 0.2, '0.3'],
  [1e21, '1000000000000000000000'],
  [1.5e-7, '0.00000015'],
  [-1e-7, '-0.0000001'],
  [[1, 'b', 0.1 + 0.2], '1, b, 0.3'],
  [[], ''],
])('%j is shown as %j', (value, expected) => {
  expect(formatValue(value)).toBe(expected)
})

test('numbers have the decimal sign of the locale and no grouping', () => {
  expect(formatValue(1234.5, 'pt-BR')).toBe('1234,5')
  expect(formatValue(1.5e-7, 'pt-BR')).toBe('0,00000015')
  expect(formatValue([1.5, 'x.y'], 'de')).toBe('1,5, x.y')
})

test('a locale that is none has a dot', () => {
  for (const locale of ['', 'pt_BR', 'x', '__proto__']) expect(decimalSign(locale)).toBe('.')
})

test('a number is shown without exponent and reads back as itself to 15 digits, seed 20260301', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), value => {
      const shown = formatValue(value)
      expect(shown).toMatch(/^-?\d+(\.\d+)?$/)
      if (Math.abs(value) > 1e-290 && Math.abs(value) < 1.79e308)
        expect(Number(shown).toPrecision(15)).toBe((value + 0).toPrecision(15))
    }),
    { seed: 20260301, numRuns: 2000 },
  )
})
