import { expect, test } from 'vitest'
import { isPermissive, mayBeShipped, shippedLicences } from '../../../scripts/licences.ts'

test('everything that reaches people is under a permissive licence, but for the layout of flows', () => {
  const shipped = shippedLicences()
  expect(shipped.filter(one => !mayBeShipped(one))).toEqual([])
  expect(shipped.filter(({ licence }) => !isPermissive(licence)).map(({ name }) => name)).toEqual(['elkjs'])
  const names = shipped.map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining(['better-sqlite3', 'fastify', 'react', '@xyflow/react', 'd3-zoom']),
  )
})

test.each([
  ['MIT', true],
  ['(MIT OR CC0-1.0)', true],
  ['MIT OR GPL-3.0', true],
  ['MIT AND Zlib', true],
  ['MIT AND GPL-3.0', false],
  ['GPL-3.0 AND (MIT OR Apache-2.0)', false],
  ['AGPL-3.0-only', false],
  ['SEE LICENSE IN LICENSE', false],
  ['none named', false],
])('%s: %s', (expression, expected) => {
  expect(isPermissive(expression)).toBe(expected)
})
