import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSelection } from '../../../src-shared/blocks/read-selection.ts'

const WORDS = ['tea', 'milk and sugar', 'lemon', 'rum & cola']

function find(part: string): number {
  const word = part.trim().toLowerCase()
  const number = /^\d+$/.test(word) ? Number(word) - 1 : -1
  return number >= 0 && number < WORDS.length ? number : WORDS.indexOf(word)
}

describe('several choices in one text (requirements.md NHN-17)', () => {
  test.each<[string, readonly number[] | null]>([
    ['1,3', [0, 2]],
    ['1 3', [0, 2]],
    ['3,1', [0, 2]],
    ['1, 1 ,1', [0]],
    ['1;2/3', [0, 1, 2]],
    ['1\n3', [0, 2]],
    ['1 and 3', [0, 2]],
    ['1 e 3', [0, 2]],
    ['1 y 3', [0, 2]],
    ['tea, lemon', [0, 2]],
    ['Milk and sugar', [1]],
    ['rum & cola', [3]],
    ['1 2, lemon', [0, 1, 2]],
    [',1,', [0]],
    ['1,9', null],
    ['9', null],
    ['tea lemon', null],
    ['1 tea', null],
    [',', null],
    ['', null],
    [Array.from({ length: 300 }, () => '1').join(','), null],
    [`1,${' '.repeat(3000)}2`, null],
  ])('%j', (text, places) => {
    expect(readSelection(text, find)).toEqual(places)
  })

  test('law: what is found is in order, each once, and never out of bounds; seed 5', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('1', '2', '3', '4', ',', ' ', ' and ', 'tea', 'lemon', '\n'), {
          maxLength: 12,
        }),
        parts => {
          const places = readSelection(parts.join(''), find)
          if (places === null) return
          expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
          expect(places.every(place => place >= 0 && place < WORDS.length)).toBe(true)
        },
      ),
      { seed: 5, numRuns: 1000 },
    ))
})
