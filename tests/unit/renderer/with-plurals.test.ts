import { expect, test } from 'vitest'
import { withPlurals } from '../../../src-renderer/words/with-plurals.ts'

test('whole millions are written as any other number', () => {
  expect(withPlurals({ a: { one: 'x', n_one: '{{count}} bloco', n_other: '{{count}} blocos' } })).toEqual({
    a: { one: 'x', n_one: '{{count}} bloco', n_other: '{{count}} blocos', n_many: '{{count}} blocos' },
  })
})
