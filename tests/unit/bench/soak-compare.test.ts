import { expect, test } from 'vitest'
import { compare } from '../../../bench/engine/soak/compare.ts'

const WANTED = ['Ask', '1: a', 'Ask', '2: b', 'Ask']

test.for([
  ['all of it', WANTED, { lost: 0, doubled: 0, outOfOrder: 0 }],
  ['one lost', ['Ask', '1: a', 'Ask', 'Ask'], { lost: 1, doubled: 0, outOfOrder: 0 }],
  ['one under two ids', [...WANTED, '2: b'], { lost: 0, doubled: 1, outOfOrder: 0 }],
  ['swapped', ['Ask', '2: b', 'Ask', '1: a', 'Ask'], { lost: 0, doubled: 0, outOfOrder: 1 }],
  [
    "somebody else's in place of one's own",
    ['Ask', '1: a', 'Ask', '9: z', 'Ask'],
    { lost: 1, doubled: 1, outOfOrder: 0 },
  ],
] as const)('a soak sees what became of what was said: %s', ([, heard, wrong]) => {
  expect(compare(WANTED, heard)).toEqual(wrong)
})
