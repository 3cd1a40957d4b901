import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostZoom, pulled, squareOf, WHOLE } from '../../../src-renderer/inspector/settings/crop.ts'
import { BOT_PICTURE } from '../../../src-shared/document/bot-picture.ts'

const SIDE = fc.integer({ min: BOT_PICTURE.minSide, max: 6000 })

test('the largest square in the middle is where it begins', () => {
  expect(squareOf({ width: 1000, height: 400 }, WHOLE)).toEqual({ left: 300, top: 0, side: 400 })
})

test('however it is pulled and enlarged, the square lies in the picture and is large enough, seed 0909', () => {
  const pull = fc.record({
    dx: fc.integer({ min: -9000, max: 9000 }),
    dy: fc.integer({ min: -9000, max: 9000 }),
  })
  fc.assert(
    fc.property(
      SIDE,
      SIDE,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.array(pull),
      (width, height, by, pulls) => {
        const picture = { width, height }
        const zoom = 1 + (mostZoom(picture) - 1) * by
        const crop = pulls.reduce((at, { dx, dy }) => pulled(picture, at, dx, dy), { ...WHOLE, zoom })
        const { left, top, side } = squareOf(picture, crop)
        expect(side).toBeGreaterThanOrEqual(BOT_PICTURE.minSide - 1e-6)
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(0)
        expect(left + side).toBeLessThanOrEqual(width + 1e-6)
        expect(top + side).toBeLessThanOrEqual(height + 1e-6)
      },
    ),
    { seed: 909 },
  )
})
