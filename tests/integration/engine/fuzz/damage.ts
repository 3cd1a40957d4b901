import fc from 'fast-check'

/** How a good body is made a bad one. */
export type Damage = Readonly<{ at: number; how: 'replace' | 'remove' | 'add' | 'deepen'; junk: unknown }>

const DEPTH = 400

export const damages: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.record({
    at: fc.nat(),
    how: fc.constantFrom('replace', 'remove', 'add', 'deepen'),
    junk: fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(
        '',
        '\u0000',
        '\ud800',
        '__proto__',
        'a'.repeat(20_000),
        1e308,
        -0,
        2 ** 53,
        '../../x',
        '{{1/0}}',
      ),
    ),
  }),
  { maxLength: 3 },
)

/** A copy with one place changed. */
export function damaged(value: unknown, { at, how, junk }: Damage): unknown {
  const copy: unknown = structuredClone(value)
  const holders = holdersIn(copy)
  const holder = holders[at % Math.max(1, holders.length)]
  if (!holder) return junk
  const keys = Object.keys(holder)
  const key = keys[at % Math.max(1, keys.length)] ?? 'more'
  if (how === 'remove') delete holder[key]
  else if (how === 'add') holder[String(junk).slice(0, 40)] = junk
  else holder[key] = how === 'deepen' ? nested(holder[key]) : junk
  return copy
}

function nested(value: unknown): unknown {
  let made = value
  for (let depth = 0; depth < DEPTH; depth += 1) made = [made]
  return made
}

type Holder = Record<string, unknown>

function holdersIn(value: unknown): readonly Holder[] {
  if (typeof value !== 'object' || value === null) return []
  return [value as Holder, ...Object.values(value).flatMap(holdersIn)]
}
