import type { EntryData } from '../../src-shared/blocks/entry.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockRecord } from '../../src-shared/document/records.ts'

/** The entries of a bot that one kind of thing wakes, in the order they were made. */
export function entriesOf(
  document: BotDocument,
  trigger: EntryData['trigger'],
): readonly BlockRecord<EntryData>[] {
  return [...document.all('block')]
    .filter(({ kind }) => kind === 'entry')
    .map(block => block as unknown as BlockRecord<EntryData>)
    .filter(({ data }) => data.trigger === trigger)
}
