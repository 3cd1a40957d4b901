import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseExpression } from '../../../src-shared/expression/parse-expression.ts'
import { simpleExpression } from '../../../src-shared/expression/simple-expression.ts'
import { formulas } from './formula-arbitraries.ts'

const SEED = 20261121

const operand = fc.constantFrom(
  ...[
    'A',
    'PRICE_2',
    'IF',
    'Ab',
    'A1.5',
    '0',
    '00',
    '7',
    '1.50',
    '1.',
    '.5',
    '123456789012345',
    '1e3',
    '0x1',
  ],
  ...['"x"', '""', '"it\'s “so”"', '"a\\n"', "'x'", '"a"b"', 'true', 'null', '-1', '(A)', 'A.b', '\u00a0A'],
)
const operator = fc.constantFrom(
  ...[
    '+',
    '-',
    '*',
    '/',
    '%',
    '^',
    '==',
    '!=',
    '===',
    '<',
    '<=',
    '>',
    '>=',
    '&&',
    '||',
    '**',
    '//',
    '=',
    '&',
    '?',
    '',
  ],
)
const space = fc.constantFrom('', ' ', '  ', '\n', '\t')
const term = fc.tuple(
  space,
  fc.constantFrom('', '', '-', '!', '('),
  operand,
  fc.constantFrom('', '', ')'),
  space,
)
/** Well formed or nearly so: most are read, and most of the others must be refused. */
const terms = fc
  .array(fc.tuple(term, operator), { maxLength: 6 })
  .chain(all => term.map(last => [...all.flat(2), ...last].join('')))

/** What the whole parser makes of a source: brackets are never read here, and are no part of the tree. */
function readInBrackets(source: string): unknown {
  const parsed = parseExpression(`(${source})`)
  if (!parsed.ok) return parsed.code
  const moved = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(moved)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [
        key,
        key === 'start' || key === 'end' ? (member as number) - 1 : moved(member),
      ]),
    )
  }
  const { ast, names } = parsed.value
  return moved({ ast, names })
}

describe('simpleExpression', () => {
  test.each([
    ...['A', ' 12.5 ', '"x y"', "'x'", 'true', '-1', 'A + 1', 'AGE>=18', 'A && B || C', '-A * (B - 1)'],
    ...['"a" == NAME', 'IF(A == "", "none", A)', 'A > 1 ? "x" : B', 'ROUND ( A / 3 , 2 )', '!(A && B)'],
  ])('reads %s', source => {
    expect(simpleExpression(source)).not.toBeNull()
  })

  test.each([
    ...['', 'a', '--1', '"a\\n"', 'A ^ 2', 'A = 1', 'A // B', '01', 'NOPE(A)', 'A ? B', '(A', 'A)', '[A]'],
    ...['A.b', 'A === B', '1e3', 'Ab', 'A ?? B', 'IF(A,)', Array(60).fill('A').join(' + ')],
  ])('leaves %s to the parser', source => {
    expect(simpleExpression(source)).toBeNull()
  })

  test('what it reads, the parser reads in the same way', () => {
    fc.assert(
      fc.property(fc.oneof(terms, formulas(['IF', 'ROUND']), fc.string()), source => {
        const simple = simpleExpression(source)
        if (simple) expect({ ast: simple.ast, names: simple.names }).toEqual(readInBrackets(source))
      }),
      { seed: SEED, numRuns: 8000 },
    )
  })
})
