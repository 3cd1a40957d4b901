import { expect, test } from 'vitest'
import { sinceStart } from '../../../../src-renderer/integrations/since-start.ts'

test('a played clock shows what has passed, days apart', () => {
  const [minute, hour] = [60_000, 3_600_000]
  const shown = [0, 4900, 5 * minute, hour, 23 * hour + 59 * minute + 59_999, 24 * hour, 61 * hour]
  expect(shown.map(sinceStart)).toEqual([
    ...['0:00:00', '0:00:04', '0:05:00', '1:00:00', '23:59:59', '1 00:00:00', '2 13:00:00'],
  ])
})
