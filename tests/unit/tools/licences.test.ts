import { expect, test } from 'vitest'
import { isPermissive, mayBeShipped, shippedLicences } from '../../../scripts/licences.ts'
import { noticesOf } from '../../../scripts/notices.ts'

test('everything that reaches people is under a permissive licence, but for the layout of flows', () => {
  const shipped = shippedLicences()
  expect(shipped.filter(one => !mayBeShipped(one))).toEqual([])
  expect(shipped.filter(({ licence }) => !isPermissive(licence)).map(({ name }) => name)).toEqual(['elkjs'])
  const names = shipped.map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining(['better-sqlite3', 'fastify', 'react', '@xyflow/react', 'd3-zoom']),
  )
})

test('what is packaged says whose it is, in the words of its owners', () => {
  const notices = noticesOf(shippedLicences())
  for (const name of ['react', 'zod', 'd3-zoom', 'better-sqlite3'])
    expect(notices).toMatch(new RegExp(`^${name} \\d[^\\n]*\\n\\n[^\\n]`, 'm'))
  expect(notices).toContain('Permission is hereby granted')
  expect(notices).toContain('Eclipse Public License')
  const silent = notices.split(/^-{78}$/m).filter(notice => notice.trim().split('\n').length === 1)
  // Their licence is named in their manifest only.
  expect(silent.length).toBeLessThan(20)
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
