import { expect, test } from 'vitest'
import { appArguments } from '../../../scripts/start.ts'

test.each([
  [['--shot', 'out.png'], ['--shot=/work/out.png']],
  [
    ['--shot=out.png', '--size', '1920x1080', '--theme', 'dark'],
    ['--shot=/work/out.png', '--size=1920x1080', '--theme=dark'],
  ],
  [['--shot', '/abs/a b.png'], ['--shot=/abs/a b.png']],
  [
    ['--dev', '--library', 'x.sqlite'],
    ['--library', 'x.sqlite'],
  ],
  [[], []],
])('npm start -- %j', (typed, expected) => {
  expect(appArguments(typed, '/work')).toEqual(expected)
})
