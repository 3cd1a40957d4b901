import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FUNCTIONS } from '../../../src-shared/expression/functions.ts'
import { parseExpression } from '../../../src-shared/expression/parse-expression.ts'
import { formulas } from './formula-arbitraries.ts'

const SEED = 20260301

/** `code “the source it points at”`, or `ok`. */
function reading(source: string): string {
  const parsed = parseExpression(source)
  if (parsed.ok) return 'ok'
  const [start, end] = (parsed.problems?.[0]?.pointer ?? '').split('-').map(Number)
  return `${parsed.code} “${source.slice(start, end)}”`
}

describe('parseExpression', () => {
  test.each([
    ['A.length', 'expression/not-allowed “.”'],
    ['A?.b', 'expression/not-allowed “?.”'],
    ['A["x"]', 'expression/not-allowed “A["x"]”'],
    ['1 + A[0]', 'expression/not-allowed “A[0]”'],
    ['A += 1', 'expression/not-allowed “+=”'],
    ['A++', 'expression/not-allowed “++”'],
    ['--A', 'expression/not-allowed “--”'],
    ['`x`', 'expression/not-allowed “`”'],
    ['/x/g', 'expression/not-allowed “/x/g”'],
    ['x => x', 'expression/not-allowed “=>”'],
    ['async x => x', 'expression/not-allowed “=>”'],
    ['if + 1', 'expression/not-allowed “if”'],
    ['new Date()', 'expression/not-allowed “new”'],
    ['this', 'expression/not-allowed “this”'],
    ['typeof A', 'expression/not-allowed “typeof”'],
    ['void 0', 'expression/not-allowed “void”'],
    ['A in B', 'expression/not-allowed “in”'],
    ['A instanceof B', 'expression/not-allowed “instanceof”'],
    ['function () {}', 'expression/not-allowed “function”'],
    ['class {}', 'expression/not-allowed “class”'],
    ['import("x")', 'expression/not-allowed “import”'],
    ['{}', 'expression/not-allowed “{”'],
    ['[...A]', 'expression/not-allowed “...”'],
    ['SUM(...A)', 'expression/not-allowed “...”'],
    ['A ?? B', 'expression/not-allowed “??”'],
    ['A & B', 'expression/not-allowed “&”'],
    ['A | B', 'expression/not-allowed “|”'],
    ['A << 1', 'expression/not-allowed “<<”'],
    ['~A', 'expression/not-allowed “~”'],
    ['A, B', 'expression/not-allowed “A, B”'],
    ['A; B', 'expression/not-allowed “;”'],
    ['1 /* why */', 'expression/not-allowed “/* why */”'],
    ['1 // why', 'expression/not-allowed “// why”'],
    ['10n', 'expression/not-allowed “10n”'],
    ['0x10', 'expression/not-allowed “0x10”'],
    ['010', 'expression/not-allowed “010”'],
    ['1_000', 'expression/not-allowed “1_000”'],
    ['1e999', 'expression/type “1e999”'],
    ['PREÇO', 'expression/not-allowed “PREÇO”'],
    ['$A', 'expression/not-allowed “$A”'],
    ['\\u0041', 'expression/not-allowed “\\u0041”'],
    ['(1)(2)', 'expression/not-allowed “1”'],
    ['ROUND(1)(2)', 'expression/not-allowed “ROUND(1)”'],
    ['eval("1")', 'expression/unknown-name “eval”'],
    ['constructor()', 'expression/unknown-name “constructor”'],
    ['__proto__()', 'expression/unknown-name “__proto__”'],
    ['[1,,2]', 'expression/syntax “[1,,2]”'],
    ['', 'expression/syntax “”'],
    [' \n', 'expression/syntax “ \n”'],
    ['1 +', 'expression/syntax “”'],
    ['(1', 'expression/syntax “”'],
    ['1 2', 'expression/syntax “2”'],
    ['(1))', 'expression/syntax “)”'],
    ['"x', 'expression/syntax “"”'],
    ['#MENU', 'expression/not-allowed “#MENU”'],
    ['\ud800', 'expression/syntax “\ud800”'],
  ])('refuses %j and says where', (source, expected) => {
    expect(reading(source)).toBe(expected)
  })

  test.each([
    ['A = 1', '=', 'To compare, write == with two equals signs.'],
    ['1 = 1', '=', 'To compare, write == with two equals signs.'],
    ['=SUM(1, 2)', '=', 'To compare, write == with two equals signs.'],
    ['-2 ^ 2', '^', 'write (-2) ^ 2 or -(2 ^ 2), with brackets.'],
    ['-A ** 2', '*', 'write (-2) ^ 2 or -(2 ^ 2), with brackets.'],
    ['A <> B', '>', 'for “not equal”, write !=.'],
    ['“x”', '“', 'put texts in straight quotes: "text".'],
    ['IF(A; 1; 2)', ';', 'Separate values with a comma.'],
    ['NAME | "you"', '|', 'A fallback follows a single name: {{NAME|fallback}}.'],
    ['ROUDN(1)', 'ROUDN', 'There is no function ROUDN; did you mean ROUND?'],
    ['1,5 * 2', '1,5 * 2', 'write 1.5, not 1,5.'],
  ])('knows the slip in %j', (source, at, advice) => {
    const parsed = parseExpression(source)
    expect(parsed.ok ? '' : parsed.message).toContain(advice)
    expect(reading(source)).toContain(`“${at}”`)
  })

  test('finds names, but neither functions nor texts, by their offsets', () => {
    const parsed = parseExpression('ROUND(A + max(_b1, A), 2) == "A" ? (A) : [C]')
    expect(parsed.ok && parsed.value.names).toEqual([
      { name: 'A', start: 6, end: 7 },
      { name: '_b1', start: 14, end: 17 },
      { name: 'A', start: 19, end: 20 },
      { name: 'A', start: 36, end: 37 },
      { name: 'C', start: 42, end: 43 },
    ])
  })

  test('gives every node its place', () => {
    const parsed = parseExpression('1 + (A * 2)')
    expect(parsed.ok && parsed.value.ast).toEqual({
      kind: 'binary',
      operator: '+',
      start: 0,
      end: 11,
      left: { kind: 'literal', value: 1, start: 0, end: 1 },
      right: {
        kind: 'binary',
        operator: '*',
        start: 5,
        end: 10,
        left: { kind: 'name', name: 'A', start: 5, end: 6 },
        right: { kind: 'literal', value: 2, start: 9, end: 10 },
      },
    })
  })

  test.each([
    ['brackets', (depth: number) => `${'('.repeat(depth)}1${')'.repeat(depth)}`],
    ['signs', (depth: number) => `${'!'.repeat(depth)}1`],
    ['powers', (depth: number) => `${'1^'.repeat(depth)}1`],
    ['terms', (depth: number) => `${'1+'.repeat(depth)}1`],
    ['terms in brackets', (depth: number) => `${'1+('.repeat(depth)}1${')'.repeat(depth)}`],
    ['conditions', (depth: number) => `${'1?1:'.repeat(depth)}1`],
    ['lists', (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`],
    ['calls', (depth: number) => `${'ABS('.repeat(depth)}1${')'.repeat(depth)}`],
  ])('reads 190 nested %s, and refuses more before the stack runs out', (_, nest) => {
    expect(reading(nest(190))).toBe('ok')
    expect(reading(nest(600))).toMatch(/^expression\/too-deep/)
    expect(reading(nest(1500))).toMatch(/^expression\/too-deep/)
    expect(reading(nest(100_000))).toMatch(/^expression\/syntax/)
  })

  test('reads at most 10,000 characters', () => {
    expect(reading(`"${'x'.repeat(9998)}"`)).toBe('ok')
    expect(reading(`"${'x'.repeat(9999)}"`)).toMatch(/^expression\/syntax/)
  })

  test(`is total on any text, seed ${SEED}`, () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      '[',
      '"',
      "'",
      '{{',
      '+',
      '^',
      '=',
      ' ',
      'A',
      '1',
      '.',
      '\\u',
      '/',
      '\ud83d',
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map(all => all.join('')),
    )
    fc.assert(
      fc.property(texts, source => {
        const parsed = parseExpression(source)
        if (parsed.ok) return
        const pointer = /^(\d+)-(\d+)$/.exec(parsed.problems?.[0]?.pointer ?? '')
        expect(Number(pointer?.[1])).toBeLessThanOrEqual(Number(pointer?.[2]))
        expect(Number(pointer?.[2])).toBeLessThanOrEqual(source.length)
      }),
      { seed: SEED, numRuns: 3000 },
    )
  })

  test(`reads every formula of the language, seed ${SEED}`, () => {
    fc.assert(
      fc.property(formulas(Object.keys(FUNCTIONS)), source => {
        expect(reading(source)).toBe('ok')
      }),
      { seed: SEED, numRuns: 1000 },
    )
  })
})
