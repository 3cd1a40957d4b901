import { roundTo15, unitsPerOne } from './normalise-number.ts'

/**
 * Adds as on paper. Where most digits cancel, what is left of binary noise counts for more: 1234.1 - 1234 must be 0.1,
 * so the sum is rounded at the fifteenth digit of the larger number (requirements.md NHN-18).
 */
export function add(a: number, b: number): number {
  const sum = a + b
  if (Number.isSafeInteger(sum)) return sum
  const larger = Math.max(Math.abs(a), Math.abs(b))
  const scale = Math.abs(sum) < larger ? unitsPerOne(larger) : undefined
  return scale === undefined ? roundTo15(sum) : Math.round(sum * scale) / scale
}

/** The remainder with the sign of `a`, of the numbers as they are written: 5.5 % 0.1 is 0. `b` is not 0. */
export function remainder(a: number, b: number): number {
  if (Number.isSafeInteger(a) && Number.isSafeInteger(b)) return a % b
  for (let scale = 10; scale <= 1e10; scale *= 10) {
    const whole = roundTo15(a * scale)
    const divisor = roundTo15(b * scale)
    if (Number.isSafeInteger(whole) && Number.isSafeInteger(divisor)) return (whole % divisor) / scale
  }
  return roundTo15(a % b)
}

/** Rounds at a decimal, from -15 to 15, of the number as it is written: 1.005 at 2 is 1.01. Halves go away from zero. */
export function roundDecimal(value: number, places: number, way: 'nearest' | 'down' | 'up'): number {
  const scale = Number(`1e${Math.abs(places)}`)
  const written = roundTo15(value)
  const shifted = roundTo15(places < 0 ? written / scale : written * scale)
  // From here on fifteen digits hold no fraction, and a shift would only add noise.
  if (!(Math.abs(shifted) < 1e15)) return value
  const whole = wholeOf(shifted, way)
  return places < 0 ? whole * scale : whole / scale
}

function wholeOf(value: number, way: 'nearest' | 'down' | 'up'): number {
  if (way === 'down') return Math.floor(value)
  if (way === 'up') return Math.ceil(value)
  return Math.sign(value) * Math.round(Math.abs(value))
}
