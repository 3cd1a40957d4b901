import { assertNever } from '../kit/assert-never.ts'

/**
 * How a channel counts a text. `characters` is what no channel defines further: UTF-16 units, the largest of the
 * possible counts, so that a text said to fit does fit. `graphemes` are what a reader counts.
 */
export const TEXT_UNITS = ['characters', 'graphemes', 'codePoints', 'bytes'] as const
export type TextUnit = (typeof TEXT_UNITS)[number]

const ASCII = /^[\t\n\x20-\x7E]*$/
let segmenter: Intl.Segmenter | undefined

/** The length of a text in a unit; bytes are those of UTF-8. */
export function countText(text: string, unit: TextUnit): number {
  if (unit === 'characters' || ASCII.test(text)) return text.length
  switch (unit) {
    case 'graphemes':
      return countGraphemes(text)
    case 'codePoints':
      return countCodePoints(text)
    case 'bytes':
      return countBytes(text)
    default:
      return assertNever(unit)
  }
}

function countGraphemes(text: string): number {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  let count = 0
  for (const _ of segmenter.segment(text)) count += 1
  return count
}

function countCodePoints(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

/** A lone surrogate is sent as the replacement character: three bytes. */
function countBytes(text: string): number {
  let count = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    count += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return count
}
