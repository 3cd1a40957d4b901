import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  RULE_FUNCTIONS,
  RULE_OPERATORS,
  type Rule,
  type RuleSet,
  readRules,
  takesValue,
  writeRules,
} from '../../../src-renderer/blocks/condition-rules.ts'
import { parseExpression } from '../../../src-shared/expression/parse-expression.ts'

const rule = (subject: string, operator: Rule['operator'], value: Rule['value'] = ''): Rule => ({
  subject,
  operator,
  value,
})

test.each<[string, RuleSet]>([
  ['', { join: 'all', rules: [] }],
  ['AGE >= 18', { join: 'all', rules: [rule('AGE', 'atLeast', 18)] }],
  ['AGE < -2', { join: 'all', rules: [rule('AGE', 'less', -2)] }],
  ['NAME == "Ana"', { join: 'all', rules: [rule('NAME', 'is', 'Ana')] }],
  ['VIP', { join: 'all', rules: [rule('VIP', 'isTrue')] }],
  ['!VIP', { join: 'all', rules: [rule('VIP', 'isFalse')] }],
  ['NOT(ISEMPTY(NAME))', { join: 'all', rules: [rule('NAME', 'isFilled')] }],
  ['channel() == "web"', { join: 'all', rules: [rule('CHANNEL()', 'is', 'web')] }],
  [
    'A == 1 && B == 2 && CONTAINS(MESSAGE(), "x")',
    { join: 'all', rules: [rule('A', 'is', 1), rule('B', 'is', 2), rule('MESSAGE()', 'contains', 'x')] },
  ],
  [
    'OR(A == 1, STARTSWITH(B, "y"), VIP)',
    { join: 'any', rules: [rule('A', 'is', 1), rule('B', 'startsWith', 'y'), rule('VIP', 'isTrue')] },
  ],
  [
    'AND(A == 1, B == 2 && VIP)',
    { join: 'all', rules: [rule('A', 'is', 1), rule('B', 'is', 2), rule('VIP', 'isTrue')] },
  ],
])('the rules of %s', (source, rules) => {
  expect(readRules(source)).toEqual(rules)
})

test.each([
  'A == 1 && (B == 2 || VIP)',
  'A + 1 == 2',
  'A == B',
  '1 == A',
  'LEN(NAME) > 3',
  'A == null',
  'AND()',
  'IF(A, B)',
  'CHANNEL()',
  'NOT(A == 1)',
  'A ==',
  'CONTAINS(NAME)',
])('%s says more than rules, or something else', source => {
  expect(readRules(source)).toBeNull()
})

const subject = fc.constantFrom('NAME', 'ORDER_TOTAL', 'A1', ...RULE_FUNCTIONS.map(name => `${name}()`))
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).map(number => number + 0),
  fc.boolean(),
)
const anyRule = fc
  .record({ subject, operator: fc.constantFrom(...RULE_OPERATORS), value })
  .filter(
    ({ subject: name, operator }) =>
      !(name.endsWith('()') && (operator === 'isTrue' || operator === 'isFalse')),
  )
  .map((made): Rule => (takesValue(made.operator) ? made : { ...made, value: '' }))
const anyRules = fc.record({
  join: fc.constantFrom<RuleSet['join']>('all', 'any'),
  rules: fc.array(anyRule, { minLength: 2, maxLength: 5 }),
})

test('rules that are written are a formula, and are read as they were, seed 3', () => {
  fc.assert(
    fc.property(anyRules, rules => {
      const written = writeRules(rules)
      expect(parseExpression(written).ok).toBe(true)
      expect(readRules(written)).toEqual(rules)
    }),
    { seed: 3, numRuns: 500 },
  )
})
