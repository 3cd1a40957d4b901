import { describe, expect, test } from 'vitest'
import { readRating } from '../../../src-shared/blocks/rating.ts'
import { normaliseText } from '../../../src-shared/runtime/normalise-text.ts'
import { cpuMsOf } from '../../cpu-time.ts'
import { HOSTILE_TEXTS } from '../runtime/arbitrary-bot.ts'

const FIVE = Array.from({ length: 5 }, (_, at) => ({ id: `opt_rate-${at + 1}`, label: '⭐'.repeat(at + 1) }))

function rated(text: string, option: string | null = null): number | null {
  return readRating({ text, normal: normaliseText(text), option }, FIVE)
}

describe('ratings as people give them', () => {
  test.each<[string, number | null]>([
    ['3', 3],
    [' 3. ', 3],
    ['3️⃣', 3],
    ['٣', 3],
    ['3/5', 3],
    ['3 / 5', 3],
    ['⭐⭐⭐', 3],
    ['⭐️ ⭐️ ⭐️', 3],
    ['★★★☆☆', 3],
    ['3/10', null],
    ['0', null],
    ['6', null],
    ['3,5', null],
    ['-3', 3],
    ['☆☆☆', null],
    ['★★★★★★', null],
    ['great', null],
    ['', null],
  ])('%j is %j', (text, value) => {
    expect(rated(text)).toBe(value)
  })

  test('a tap counts, whatever its text says', () => expect(rated('…', 'opt_rate-2')).toBe(2))

  test('any text is read at once', () => {
    const ms = cpuMsOf(() => {
      for (const text of HOSTILE_TEXTS) expect([1, 2, 3, 4, 5, null]).toContain(rated(text))
    })
    expect(ms).toBeLessThan(1000)
  })
})
