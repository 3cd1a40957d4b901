import { usesOfRecords } from '../blocks/edits/uses-of-record.ts'
import type { BotDocument } from '../document/bot-document.ts'
import type { MediaRecord } from '../document/records.ts'

/** The files a bot needs where it runs: those that a block sends, each content once. */
export function sentFiles(document: BotDocument): readonly MediaRecord[] {
  const { picture } = document.bot
  const uses = usesOfRecords(document)
  const sent = [...document.all('media')].filter(({ id }) => (uses.get(id) ?? 0) > (id === picture ? 1 : 0))
  return [...new Map(sent.map(file => [file.hash, file])).values()]
}
