import { CARD } from './block-size.ts'
import type { Point } from './edge-path.ts'
import type { PlacedBlock } from './placed-blocks.ts'

/**
 * The blocks that are cards in the next picture: those that are cards already, those that have to be, and of the others
 * only so many, nearest to a place first, so that what moves goes on moving while a view fills with cards.
 */
export function admitted(
  wanted: readonly PlacedBlock[],
  isCard: (block: PlacedBlock) => boolean,
  { most, at }: Readonly<{ most: number; at: Point }>,
): Readonly<{ now: readonly PlacedBlock[]; later: readonly PlacedBlock[] }> {
  const others = wanted.filter(block => !isCard(block))
  if (others.length <= most) return { now: wanted, later: [] }
  const distance = ({ record: { x, y } }: PlacedBlock) => Math.hypot(x + CARD.width / 2 - at.x, y - at.y)
  const later = others.sort((a, b) => distance(a) - distance(b)).slice(most)
  const waiting = new Set(later)
  return { now: wanted.filter(block => !waiting.has(block)), later }
}
