import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { add, remainder, roundDecimal } from '../../../src-shared/expression/decimal-arithmetic.ts'
import { roundTo15 } from '../../../src-shared/expression/normalise-number.ts'

const SEED = 20260301
const RUNS = { seed: SEED, numRuns: 20_000 }

const decimals = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => Number(`${digits}e-${places}`))

/** What arithmetic leaves behind, and numbers around powers of ten, where the count of digits changes. */
const numbers = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.tuple(decimals, decimals).map(([a, b]) => a * b),
  fc.tuple(decimals, decimals).map(([a, b]) => a + b),
  fc
    .tuple(
      decimals,
      decimals.filter(b => b !== 0),
    )
    .map(([a, b]) => a / b),
  fc
    .tuple(fc.integer({ min: -12, max: 20 }), fc.integer({ min: -4, max: 4 }))
    .map(([exponent, ulps]) => Number(`1e${exponent}`) * (1 + ulps * Number.EPSILON)),
)

describe(`roundTo15, seed ${SEED}`, () => {
  test('equals the slow way through text, but for safe integers, which stay', () => {
    fc.assert(
      fc.property(numbers, value => {
        const expected = Number.isSafeInteger(value) ? value : Number(value.toPrecision(15))
        expect(Object.is(roundTo15(value), expected)).toBe(true)
      }),
      RUNS,
    )
  })

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(numbers, value => {
        expect(roundTo15(roundTo15(value))).toBe(roundTo15(value))
      }),
      RUNS,
    )
  })
})

describe(`decimal arithmetic, seed ${SEED}`, () => {
  test('sums, differences and remainders are those of whole numbers of the last decimal', () => {
    const whole = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 0, max: 6 }), (a, b, places) => {
        const scale = 10 ** places
        expect(add(a / scale, b / scale)).toBe((a + b) / scale + 0)
        expect(add(a / scale, -b / scale)).toBe((a - b) / scale + 0)
        if (b !== 0) expect(remainder(a / scale, b / scale) + 0).toBe((a % b) / scale + 0)
      }),
      RUNS,
    )
  })

  test('rounding at a decimal equals moving the point in the written number', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: -15, max: 15 }), (value, places) => {
        const shifted = movePoint(Number(value.toPrecision(15)), places)
        if (!(Math.abs(shifted) < 1e15)) return
        const expected = movePoint(Math.sign(shifted) * Math.round(Math.abs(shifted)), -places)
        expect(roundDecimal(value, places, 'nearest') + 0).toBe(expected + 0)
      }),
      RUNS,
    )
  })
})

function movePoint(value: number, places: number): number {
  const [mantissa = '0', exponent = '0'] = String(value).split('e')
  return Number(`${mantissa}e${Number(exponent) + places}`)
}
