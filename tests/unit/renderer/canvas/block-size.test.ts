import { describe, expect, test } from 'vitest'
import { CARD, cardSize, hasPortRows, summaryLines } from '../../../../src-renderer/canvas/block-size.ts'
import type { Port } from '../../../../src-shared/blocks/kind.ts'

const next: Port = { id: 'next', role: 'next', required: true }
const error: Port = { id: 'error', role: 'error', required: false }
const option = (id: string): Port => ({ id, role: 'option', required: true })

describe('the measures of a card', () => {
  test('a text takes as many lines as it needs, at most two', () => {
    expect(summaryLines('')).toBe(0)
    expect(summaryLines('Hello')).toBe(1)
    expect(summaryLines('a\nb')).toBe(2)
    expect(summaryLines('word '.repeat(40))).toBe(2)
  })

  test('empty lines take no room', () => {
    expect(summaryLines('a\n\n')).toBe(1)
  })

  test('a single way on leaves beside the title and takes no row', () => {
    expect(hasPortRows([next])).toBe(false)
    expect(cardSize('', [next])).toEqual({
      height: CARD.header,
      lines: 0,
      portY: [CARD.header / 2],
      inputY: CARD.header / 2,
    })
  })

  test('an option has a row even when it is alone', () => {
    expect(hasPortRows([option('opt_a')])).toBe(true)
  })

  test('every row has its handle in its middle, below the text', () => {
    const { portY, height } = cardSize('Hello', [option('opt_a'), option('opt_b'), error])
    const top = CARD.header + CARD.line + CARD.padding
    expect(portY).toEqual([0, 1, 2].map(row => top + row * CARD.row + CARD.row / 2))
    expect(height).toBe(top + 3 * CARD.row + CARD.padding / 2)
  })

  test('no ports, no handles', () => {
    expect(cardSize('Bye', []).portY).toEqual([])
  })
})
