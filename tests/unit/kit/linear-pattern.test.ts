import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linearPattern } from '../../../src-shared/kit/linear-pattern.ts'
import { cpuMsOf } from '../../cpu-time.ts'

function fits(source: string, text: string): boolean {
  const pattern = linearPattern(source)
  if (!pattern.ok) throw new Error(pattern.message)
  return pattern.fits(text)
}

describe('patterns for answers (requirements.md NHN-17)', () => {
  test.each([
    ['\\d{5}-?\\d{3}', '01310-100', true],
    ['\\d{5}-?\\d{3}', '01310100', true],
    ['\\d{5}-?\\d{3}', '0131-100', false],
    ['^[A-Z]{3}\\d[A-Z]\\d{2}$', 'BRA2E19', true],
    ['^[A-Z]{3}\\d[A-Z]\\d{2}$', 'xBRA2E19', false],
    ['(?:yes|no)+', 'yesno', true],
    ['yes|no', 'yes no', false],
    ['a{2,3}', 'aaaa', false],
    ['a{2,}', 'aaaa', true],
    ['a{0}', '', true],
    ['\\p{L}+', 'Ação', true],
    ['.', '👍', true],
    ['[^aeiou]*', 'rhythm', true],
    ['cost\\$', 'cost$', true],
    ['(a*)*', 'aaab', false],
    ['', '', true],
  ])('%s and %j: %j', (source, text, expected) => {
    expect(fits(source, text)).toBe(expected)
  })

  test.each([
    '(a',
    'a)',
    '*a',
    '[a',
    '(?=a)',
    '(?<n>a)',
    '\\1',
    '\\b',
    'a{3,1}',
    '\\p{Nothing}',
    'a^b',
    '(a{400}){400}',
    '('.repeat(100),
  ])('%s cannot be used, and says why', source => {
    const pattern = linearPattern(source)
    expect(pattern.ok).toBe(false)
    expect(!pattern.ok && pattern.message).toMatch(/^The pattern cannot be used: .+\.$/)
  })

  test('what keeps other engines busy for ever takes no time', () => {
    const ms = cpuMsOf(() => {
      expect(fits('(a+)+', `${'a'.repeat(1000)}b`)).toBe(false)
      expect(fits('(a|a)*(a|a)*(a|a)*', `${'a'.repeat(1000)}b`)).toBe(false)
      expect(fits('(.*){20}x', 'y'.repeat(1000))).toBe(false)
    })
    expect(ms).toBeLessThan(1000)
  })

  test('law: agrees with the language where both can tell, seed 7', () => {
    const atom = fc.constantFrom('a', 'b', '[ab]', '.', '(a|b)', '(?:ab)', '\\w', '(a|)')
    const sign = fc.constantFrom('', '*', '+', '?', '{2}', '{1,3}', '+?')
    const source = fc
      .array(fc.tuple(atom, sign), { maxLength: 4 })
      .map(parts => parts.map(part => part.join('')).join(''))
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 }).map(chars => chars.join(''))
    fc.assert(
      fc.property(source, text, (pattern, typed) => {
        expect(fits(pattern, typed)).toBe(new RegExp(`^(?:${pattern})$`, 'u').test(typed))
      }),
      { seed: 7, numRuns: 2000 },
    )
  })

  test('law: no source throws, seed 11', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string(), (source, text) => {
        const pattern = linearPattern(source)
        if (pattern.ok) pattern.fits(text)
      }),
      { seed: 11, numRuns: 2000 },
    ))
})
