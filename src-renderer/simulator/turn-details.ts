import type { TFunction } from 'i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import type { SimulatedTurn } from '../../src-shared/runtime/simulation.ts'
import { eventWords } from './event-words.ts'
import { nameOfBlock } from './name-of-block.ts'

/** One step of a turn in plain words, and the block it can be found at. */
export type TurnDetail = Readonly<{ text: string; block: BlockId | null }>

/** All that happened in a turn, in order. */
export function turnDetails(t: TFunction, document: BotDocument, turn: SimulatedTurn): readonly TurnDetail[] {
  const details = turn.events.map(event => eventWords(t, document, event))
  const { state, block, more } = turn.after
  // What it waits for is told already where that is not the customer.
  if (state !== 'open' || !block || more?.wakeAt !== undefined || more?.effect !== undefined) return details
  return [...details, { text: t('simulator.turn.waits', { block: nameOfBlock(t, document, block) }), block }]
}
