import type { TFunction } from 'i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { blockTitle } from '../blocks/block-title.ts'

export type EntryChoice = Readonly<{ id: BlockId; name: string; wakes: boolean }>

/** The entries a keyword can lead to, those that begin on keywords first. */
export function entryChoices(t: TFunction, document: BotDocument): readonly EntryChoice[] {
  const entries = [...document.all('block')].filter(({ kind }) => kind === 'entry')
  const choices = entries.map(block => ({
    id: block.id,
    name: entryName(t, document, block.id),
    wakes: block.data.trigger === 'keyword',
  }))
  return choices.sort((a, b) => Number(b.wakes) - Number(a.wakes))
}

/** "Entry · Booking"; the flow tells entries apart, which are seldom renamed. */
export function entryName(t: TFunction, document: BotDocument, id: BlockId): string {
  const block = document.get(id)
  return block ? `${blockTitle(t, block)} · ${document.get(block.flow)?.name ?? ''}` : ''
}
