import { expect, test } from 'vitest'
import { isWithin } from '../../../src-engine/http/address-list.ts'
import { FailedAttempts } from '../../../src-engine/http/failed-attempts.ts'

test('addresses and ranges of both kinds, mapped ones too (requirements.md NHN-142)', () => {
  const cases: readonly (readonly [string, readonly string[], boolean])[] = [
    ['10.1.2.3', [], true],
    ['10.1.2.3', ['10.1.0.0/16'], true],
    ['10.2.2.3', ['10.1.0.0/16'], false],
    ['::ffff:10.1.2.3', ['10.1.0.0/16'], true],
    ['10.1.2.3', ['::ffff:10.1.2.3'], true],
    ['10.1.9.9', ['::ffff:10.1.0.0/112'], true],
    ['10.2.9.9', ['::ffff:10.1.0.0/112'], false],
    ['2001:db8::7', ['2001:db8::/32', '10.0.0.1'], true],
    ['2001:db9::7', ['2001:db8::/32'], false],
    ['fe80::1%eth0', ['fe80::1'], true],
    ['10.0.0.1', ['0.0.0.0/0'], true],
  ]
  for (const [address, ranges, is] of cases)
    expect(isWithin(address, ranges), `${address} in ${ranges}`).toBe(is)
})

test('ten failures within five minutes block an address for a quarter of an hour, and no other (NHN-146)', () => {
  const attempts = new FailedAttempts()
  const told = Array.from({ length: 10 }, (_, index) => attempts.fail('203.0.113.7', index * 29_000))
  expect(told.filter(Boolean)).toEqual([true])
  expect(attempts.isBlocked('203.0.113.7', 262_000)).toBe(true)
  expect(attempts.isBlocked('203.0.113.8', 262_000)).toBe(false)
  expect(attempts.isBlocked('203.0.113.7', 261_000 + 900_000)).toBe(false)
  const slow = Array.from({ length: 30 }, (_, index) => attempts.fail('203.0.113.9', index * 40_000))
  expect(slow).not.toContain(true)
})
