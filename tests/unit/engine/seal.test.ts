import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseSealKeys } from '../../../src-engine/seal-keys.ts'
import { createSealer, type SealKey } from '../../../src-engine/store/seal.ts'

const key = (id: string, fill: number): SealKey => ({ id, bytes: new Uint8Array(32).fill(fill) })
const sealer = createSealer([key('a', 1)])

describe('sealing (NHN-141)', () => {
  test('law: what was sealed is opened about the same thing only, and never the same twice', () => {
    const about = fc.string({ minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), about, about, (text, one, other) => {
        const sealed = sealer.seal(text, one)
        expect(sealer.open(sealed, one)).toEqual({ ok: true, value: text })
        expect(sealer.seal(text, one)).not.toBe(sealed)
        if (one !== other)
          expect(sealer.open(sealed, other)).toMatchObject({ ok: false, code: 'engine-data/sealed' })
      }),
      { seed: 20261121 },
    )
  })

  test('law: whatever is changed, it is refused', () => {
    const sealed = sealer.seal('pay 10', 'x')
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.constantFrom('A', 'z', '.', '-', ''), (at, other) => {
        const changed = sealed.slice(0, at) + other + sealed.slice(at + 1)
        const opened = sealer.open(changed, 'x')
        // The last character of base64url has bits that say nothing.
        expect(!opened.ok || changed === sealed || at === sealed.length - 1).toBe(true)
        if (opened.ok) expect(opened.value).toBe('pay 10')
      }),
      { seed: 20261121 },
    )
  })

  test('a new key seals, the old one opens until it is taken away', () => {
    const sealed = sealer.seal('hello', 'x')
    const both = createSealer([key('b', 2), key('a', 1)])
    expect([both.open(sealed, 'x'), both.isCurrent(sealed)]).toEqual([{ ok: true, value: 'hello' }, false])
    expect(both.isCurrent(both.seal('hello', 'x'))).toBe(true)
    expect(createSealer([key('b', 2)]).open(sealed, 'x')).toMatchObject({
      message: expect.stringContaining('“a”, which is not in PARLEY_ENGINE_SEAL_KEY'),
    })
    expect(createSealer([key('a', 2)]).open(sealed, 'x')).toMatchObject({ code: 'engine-data/sealed' })
  })

  test.each(['', 'v1', 'v1.a', 'v1.a.', 'v1.a.AAAA', 'v2.a.AAAA', 'nothing'])('“%s” is refused', text => {
    expect(sealer.open(text, 'x')).toMatchObject({ code: 'engine-data/sealed' })
  })

  test('keys are 32 bytes with an id each', () => {
    const bytes = Buffer.alloc(32, 7).toString('base64url')
    expect(parseSealKeys(`new:${bytes}, old:${bytes}`)).toMatchObject({
      ok: true,
      value: [{ id: 'new' }, { id: 'old' }],
    })
    for (const text of ['', bytes, 'a:short', `a:${bytes},a:${bytes}`, `a.b:${bytes}`]) {
      const refused = parseSealKeys(text)
      expect(refused).toMatchObject({ ok: false, code: 'engine-config/invalid' })
      expect(refused.ok || refused.message).not.toContain(bytes)
    }
  })
})
