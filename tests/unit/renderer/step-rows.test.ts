import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowsOf, stepBy, stepTyped } from '../../../src-renderer/steps/step-rows.ts'
import type { BlockId } from '../../../src-shared/document/ids.ts'
import type { OutlineSection } from '../../../src-shared/outline/outline.ts'

const ids = (...names: string[]) => names.map(name => `block_${name}` as BlockId)
const SECTIONS: readonly OutlineSection[] = [
  { from: 'entry', steps: ids('in', 'hello', 'menu') },
  { from: 'nowhere', steps: ids('loose', 'help') },
]
const rows = rowsOf(SECTIONS)
const title = (id: BlockId) => id.slice('block_'.length)

describe('the lines of the Steps view (NHN-14)', () => {
  test('each section has its heading, and steps are numbered through', () => {
    expect(rows.map(row => (row.type === 'step' ? row.number : row.from))).toEqual([
      ...['entry', 1, 2, 3],
      ...['nowhere', 4, 5],
    ])
  })

  test.each([
    ['ArrowDown', 3, 5],
    ['ArrowUp', 5, 3],
    ['ArrowUp', 1, 1],
    ['ArrowDown', 6, 6],
    ['Home', 6, 1],
    ['End', 1, 6],
    ['PageDown', 1, 6],
    ['PageUp', 6, 1],
  ])('%s leads from line %i to %i: headings are passed over', (key, from, to) => {
    expect(stepBy(rows, from, key)).toBe(to)
  })

  test('other keys lead nowhere', () => expect(stepBy(rows, 1, 'x')).toBeNull())

  test('typed digits mean a number, letters the next title that begins so', () => {
    expect(stepTyped(rows, 1, '5', title)).toBe(6)
    expect(stepTyped(rows, 2, 'h', title)).toBe(6)
    expect(stepTyped(rows, 6, 'h', title)).toBe(2)
    expect(stepTyped(rows, 2, 'he', title)).toBe(2)
    expect(stepTyped(rows, 2, 'HELP', title)).toBe(6)
    expect(stepTyped(rows, 2, 'zebra', title)).toBeNull()
  })

  test('law: whatever keys are pressed, a step is chosen, seed 5', () => {
    const keys = fc.array(fc.constantFrom('ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'))
    fc.assert(
      fc.property(keys, pressed => {
        const at = pressed.reduce((from, key) => stepBy(rows, from, key) ?? -1, 1)
        expect(rows[at]?.type).toBe('step')
      }),
      { seed: 5 },
    )
  })
})
