import { expect, test, vi } from 'vitest'
import { DASHES, drawDifferences } from '../../../../src-renderer/canvas/draw-differences.ts'
import { SIGNS } from '../../../../src-shared/compare/change-list.ts'
import { compareBots } from '../../../../src-shared/compare/compare-bots.ts'
import { differenceMarks } from '../../../../src-shared/compare/difference-marks.ts'
import { smallBot } from '../../compare/small-bot.ts'

const COLOURS = { added: 'green', removed: 'red', changed: 'amber', moved: 'blue', paper: 'white' }

function drawnSigns(marks: ReturnType<typeof differenceMarks>['both']): string[] {
  const signs: string[] = []
  const fillText = vi.fn((sign: string) => void signs.push(sign))
  const context = new Proxy({ fillText } as Record<string, unknown>, {
    get: (known, name) => known[String(name)] ?? (() => {}),
    set: () => true,
  })
  const box = { left: 0, top: 0, right: 240, bottom: 80 }
  const drawn = { block: () => box, note: () => box, group: () => box, edge: () => null }
  drawDifferences(context as never, marks, drawn, COLOURS, 1)
  return signs
}

test('every mark has a sign and a line of its own, so that colour is not all that tells them apart', () => {
  expect(new Set(Object.values(SIGNS)).size).toBe(4)
  expect(new Set(Object.values(DASHES).map(String)).size).toBe(4)
})

test('what differs gets its sign, what does not gets none', () => {
  const after = smallBot({ 'block_menu/title': 'Desk', block_set: null, 'block_ask/x': 90 })
  const { before, both } = differenceMarks(compareBots(smallBot(), after))
  expect(drawnSigns(both).sort()).toEqual(['~', '−', '↗'].sort())
  expect(drawnSigns(before)).toHaveLength(3)
})
