/** Powers of ten that a double holds exactly. */
const POWERS: readonly number[] = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`))

/**
 * Rounds to 15 significant digits, so that 0.1 + 0.2 is 0.3 (requirements.md NHN-18). Law: equals
 * `Number(value.toPrecision(15))`, without the way through text but where the product below leaves a doubt.
 */
export function roundTo15(value: number): number {
  if (Number.isSafeInteger(value)) return value
  const tenThousandths = Math.round(value * 1e4)
  // The double nearest to a number of at most 15 digits: amounts of money are nearly always this.
  if (tenThousandths / 1e4 === value && Math.abs(tenThousandths) < 1e15) return value
  const scale = unitsPerOne(value)
  if (scale !== undefined) {
    const scaled = value * scale
    const whole = Math.round(scaled)
    const size = Math.abs(scaled)
    // Below 2 ** 50 the product is off by at most 1/16: so near to a half it may have rounded the wrong way.
    if (size >= 1e14 && size < 1e15 && Math.abs(scaled - whole) < 0.4375) return whole / scale
  }
  return Number(value.toPrecision(15))
}

/** How many units of the fifteenth digit of `value` make one; undefined when that is no power in the table. */
export function unitsPerOne(value: number): number | undefined {
  return POWERS[14 - Math.floor(Math.log10(Math.abs(value)))]
}
