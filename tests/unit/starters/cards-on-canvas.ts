import { CARD, cardSize } from '../../../src-renderer/canvas/block-size.ts'
import { kindNamed } from '../../../src-shared/blocks/kinds.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BlockRecord } from '../../../src-shared/document/records.ts'

/** A summary of two lines, which is the most a card shows. */
const FULL = 'word '.repeat(40)

/** The pairs of blocks of a bot that lie on each other, each card as high as it can be. */
export function overlappingBlocks(document: BotDocument): readonly string[] {
  const blocks = [...document.all('block')]
  return blocks.flatMap(a =>
    blocks
      .filter(b => b.id > a.id && b.flow === a.flow && Math.abs(a.x - b.x) < CARD.width)
      .filter(b => a.y < b.y + heightOf(b) && b.y < a.y + heightOf(a))
      .map(b => `${a.id} and ${b.id}`),
  )
}

function heightOf({ kind, data }: BlockRecord): number {
  return cardSize(FULL, kindNamed(kind)?.ports(data) ?? []).height
}
