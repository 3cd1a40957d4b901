/**
 * Rounds to 15 significant digits, so that 0.1 + 0.2 is 0.3 (requirements.md NHN-18). Whole numbers, and numbers that
 * a few decimals describe exactly, are found by arithmetic alone; the rest goes by way of text.
 */
export function roundTo15(value: number): number {
  if (Number.isSafeInteger(value)) return value
  const scaled = value * 1e4
  const whole = Math.round(scaled)
  // Four decimals, and at least one digit to spare below the fifteenth: then value is the double nearest to whole/1e4.
  if (scaled > -1e11 && scaled < 1e11 && whole / 1e4 === value) return value
  return Number(value.toPrecision(15))
}
