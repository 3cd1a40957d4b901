import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FUNCTIONS } from '../../../src-shared/expression/functions.ts'
import { renameInExpression, renameInTemplate } from '../../../src-shared/expression/rename-in-expression.ts'
import { formulas } from './formula-arbitraries.ts'

const SEED = 20260301

describe('renaming a variable (KAR-13)', () => {
  test.each([
    ['A + AB * A', 'NEW + AB * NEW'],
    ['A(1) + A', 'A(1) + A'],
    ['"A" + A', '"A" + NEW'],
    ['  A  ', '  NEW  '],
    ['[A, a] == A', '[NEW, a] == NEW'],
    ['1 +', '1 +'],
    ['A +', 'A +'],
    ['', ''],
  ])('%j becomes %j', (source, expected) => {
    expect(renameInExpression(source, 'A', 'NEW')).toBe(expected)
  })

  test('a variable may have the name of a function', () => {
    expect(renameInExpression('MAX(MAX, 1)', 'MAX', 'MOST')).toBe('MAX(MOST, 1)')
  })

  test.each([
    ['A {{A}} {{ A|A }} {{A + "A"}}', 'A {{NEW}} {{ NEW|A }} {{NEW + "A"}}'],
    ['{{ A + }} {{A}}', '{{ A + }} {{NEW}}'],
    ['{{A', '{{A'],
    ['A', 'A'],
  ])('in a text %j becomes %j', (source, expected) => {
    expect(renameInTemplate(source, 'A', 'NEW')).toBe(expected)
  })

  test(`renaming to a fresh name and back changes nothing, seed ${SEED}`, () => {
    const pieces = fc.oneof(formulas(Object.keys(FUNCTIONS)), fc.string({ unit: 'binary' }))
    fc.assert(
      fc.property(pieces, fc.array(pieces, { maxLength: 4 }), (source, more) => {
        const text = more.map(piece => `{{${piece}}}A`).join('')
        expect(renameInExpression(renameInExpression(source, 'A', 'FRESH'), 'FRESH', 'A')).toBe(source)
        expect(renameInTemplate(renameInTemplate(text, 'A', 'FRESH'), 'FRESH', 'A')).toBe(text)
      }),
      { seed: SEED, numRuns: 1000 },
    )
  })
})
