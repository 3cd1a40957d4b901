import type { BotType } from '../../src-shared/document/bot-type.ts'
import type { BotSummary } from '../../src-shared/ipc/contract.ts'
import { foldText } from '../../src-shared/understanding/fold-text.ts'

/** What the person wants to see of the library. */
export type ShelfWish = Readonly<{
  sought: string
  state: BotSummary['state'] | 'all'
  type: BotType | 'all'
  order: 'changed' | 'name'
  /** Those put away instead of the others. */
  archived: boolean
}>

export const WHOLE_SHELF: ShelfWish = {
  sought: '',
  state: 'all',
  type: 'all',
  order: 'changed',
  archived: false,
}

/** The bots with every word of what is sought in name or description, whatever the accents, in the wanted order. */
export function shownBots(
  bots: readonly BotSummary[],
  { sought, state, type, order, archived }: ShelfWish,
): readonly BotSummary[] {
  const words = foldText(sought).split(/\s+/)
  const found = bots.filter(
    bot =>
      (bot.archivedAt !== null) === archived &&
      (state === 'all' || bot.state === state) &&
      (type === 'all' || bot.type === type) &&
      words.every(word => foldText(`${bot.name} ${bot.description}`).includes(word)),
  )
  return found.sort((a, b) =>
    order === 'name' ? a.name.localeCompare(b.name) : b.changedAt - a.changedAt || (a.bot < b.bot ? -1 : 1),
  )
}

/** Whether anything is left out but the other half of the shelf. */
export function isNarrowed({ sought, state, type }: ShelfWish): boolean {
  return sought.trim() !== '' || state !== 'all' || type !== 'all'
}

/** The bots opened last, the newest first. */
export function lastOpened(bots: readonly BotSummary[], count: number): readonly BotSummary[] {
  return bots
    .filter(({ openedAt, archivedAt }) => openedAt !== null && archivedAt === null)
    .sort((a, b) => (b.openedAt ?? 0) - (a.openedAt ?? 0))
    .slice(0, count)
}
