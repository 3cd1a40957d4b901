import fc from 'fast-check'
import type { Value } from '../../../src-shared/kit/value.ts'

/** Names of variables, with those that every JavaScript object inherits. */
export const NAMES = ['A', 'B', 'PRICE', '__proto__', 'constructor', 'toString', 'hasOwnProperty'] as const

export const values: fc.Arbitrary<Value> = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -100, max: 100 }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', ' ', '12', '1e999', '-0', '2026-02-28', '2026-03-01T12:00:00Z'),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.oneof(fc.integer(), fc.string()), { maxLength: 4 }),
)

const OPERATORS = [
  '+',
  '-',
  '*',
  '/',
  '%',
  '^',
  '**',
  '==',
  '!=',
  '===',
  '<',
  '<=',
  '>',
  '>=',
  '&&',
  '||',
] as const

/** Formulas that can be read, with every construct of the language; not all of them have a value. */
export function formulas(functionNames: readonly string[]): fc.Arbitrary<string> {
  return fc.letrec<{ formula: string }>(tie => ({
    formula: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...NAMES),
      fc.constantFrom('0', '1', '2.5', '1e300', 'true', 'false', 'null', '"x"', "'2026-02-29'", '"M"', '[]'),
      fc
        .tuple(tie('formula'), fc.constantFrom(...OPERATORS), tie('formula'))
        .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
      fc
        .tuple(fc.constantFrom('-', '+', '!'), tie('formula'))
        .map(([sign, operand]) => `(${sign}${operand})`),
      fc.tuple(tie('formula'), tie('formula'), tie('formula')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
      fc.array(tie('formula'), { maxLength: 3 }).map(items => `[${items.join(', ')}]`),
      fc
        .tuple(fc.constantFrom(...functionNames), fc.array(tie('formula'), { maxLength: 4 }))
        .map(([name, args]) => `${name}(${args.join(', ')})`),
    ),
  })).formula
}
