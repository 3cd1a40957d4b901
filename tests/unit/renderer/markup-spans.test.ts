import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markupSpans } from '../../../src-renderer/inspector/editor/markup-spans.ts'

const SEED = 20_261_121

function shown(source: string): readonly string[] {
  return markupSpans(source).map(
    ({ kind, openTo, closeFrom }) => `${kind} ${source.slice(openTo, closeFrom)}`,
  )
}

test.each([
  ['a *b* c', ['bold b']],
  ['*a _b_*', ['italic b', 'bold a _b_']],
  ['~x~ `y` ```z```', ['strike x', 'code y', 'code z']],
  [
    'see [here *now*](https://x.example/a_b) or https://y.example.',
    ['bold now', 'link here *now*', 'link https://y.example'],
  ],
  [String.raw`\*a\* *b\_c*`, [String.raw`bold b\_c`]],
  ['*{{A_B}}* {{_X_}}', ['bold {{A_B}}']],
  ['2 * 3 * 4', []],
])('the formatting of %j', (source, spans) => expect(shown(source)).toEqual(spans))

test(`marks stand where they are written, for any text, seed ${SEED}`, () => {
  const pieces = fc.constantFrom(
    '*',
    '_',
    '~',
    '`',
    '```',
    '[',
    ']',
    '(',
    ')',
    '\\',
    'a',
    ' ',
    '\n',
    'https://e.org/',
    '\ud800',
    '😀',
  )
  const texts = fc.array(pieces, { maxLength: 30 }).map(parts => parts.join(''))
  fc.assert(
    fc.property(texts, source => {
      for (const { kind, from, openTo, closeFrom, to } of markupSpans(source)) {
        expect(from <= openTo && openTo <= closeFrom && closeFrom <= to && to <= source.length).toBe(true)
        const [opening, closing] = [source.slice(from, openTo), source.slice(closeFrom, to)]
        if (kind === 'link') expect(['', '[']).toContain(opening)
        else expect(opening).toBe(closing)
        if (kind === 'bold') expect(opening).toBe('*')
      }
    }),
    { seed: SEED },
  )
})
