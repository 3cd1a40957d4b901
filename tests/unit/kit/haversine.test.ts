import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { haversine } from '../../../src-shared/kit/haversine.ts'

const at = (latitude: number, longitude: number) => ({ latitude, longitude })

describe('distances (requirements.md NHN-25: right within 1 %)', () => {
  // True distances on the ellipsoid, by the inverse method of Vincenty. Kilometres.
  test.each([
    ['São Paulo to Rio de Janeiro', at(-23.5505, -46.6333), at(-22.9068, -43.1729), 361.261],
    ['London to Paris', at(51.5074, -0.1278), at(48.8566, 2.3522), 343.923],
    ['New York to Los Angeles', at(40.7128, -74.006), at(34.0522, -118.2437), 3944.422],
    ['Mumbai to Delhi', at(19.076, 72.8777), at(28.6139, 77.209), 1144.526],
    ['a degree along the equator', at(0, 0), at(0, 1), 111.319],
    ['a degree of latitude at the pole', at(89, 0), at(90, 0), 111.694],
    ['across the date line', at(-17.7134, 178.065), at(-13.759, -172.1046), 1140.491],
  ])('%s', (_, from, to, kilometres) => {
    expect(Math.abs(haversine(from, to) - kilometres) / kilometres).toBeLessThan(0.01)
  })

  test('from pole to pole is half the circumference, and nowhere is further', () => {
    expect(haversine(at(90, 0), at(-90, 0))).toBeCloseTo(Math.PI * 6371.0088, 3)
    expect(haversine(at(0, 0), at(0, 180))).toBeCloseTo(Math.PI * 6371.0088, 3)
  })

  test('law: the same both ways, nothing to itself, and always a number; seed 3', () => {
    const point = fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    })
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(haversine(a, a)).toBe(0)
        expect(haversine(a, b)).toBeCloseTo(haversine(b, a), 6)
        expect(haversine(a, b)).toBeGreaterThanOrEqual(0)
        expect(haversine(a, b)).toBeLessThan(20_016)
      }),
      { seed: 3, numRuns: 1000 },
    )
  })
})
