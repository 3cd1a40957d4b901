import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  contactIn,
  ENVIRONMENTS,
  environmentOf,
  isStagedFor,
} from '../../../src-shared/lifecycle/environments.ts'

test('a contact says its environment by its name', () => {
  for (const environment of ENVIRONMENTS) {
    const contact = contactIn(environment, 'web:anna')
    expect(environmentOf(contact)).toBe(environment)
  }
  expect(['test', 'tests:a', 'live:a', '', 'web:test:a'].map(environmentOf)).toEqual(Array(5).fill('live'))
})

test('law: who is in a percentage is in every higher one; nobody is in none, everybody in all', () => {
  const percent = fc.integer({ min: 0, max: 100 })
  fc.assert(
    fc.property(fc.string(), fc.string(), percent, percent, (contact, content, a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      if (isStagedFor(contact, content, low)) expect(isStagedFor(contact, content, high)).toBe(true)
      expect(isStagedFor(contact, content, 0)).toBe(false)
      expect(isStagedFor(contact, content, 100)).toBe(true)
    }),
    { seed: 20261121 },
  )
})

test('a percentage is that many of a crowd, and another content chooses others', () => {
  const crowd = Array.from({ length: 20_000 }, (_, index) => `+55719${index}`)
  const inA = crowd.filter(contact => isStagedFor(contact, 'a', 10))
  expect(Math.abs(inA.length - 2000)).toBeLessThan(150)
  const inBoth = inA.filter(contact => isStagedFor(contact, 'b', 10))
  expect(Math.abs(inBoth.length - 200)).toBeLessThan(60)
})
