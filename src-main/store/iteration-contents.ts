import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate'
import { parseDocumentText } from '../../src-shared/blocks/parse-document.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BotId } from '../../src-shared/document/ids.ts'
import { documentText } from '../../src-shared/publish/document-text.ts'
import type { ReadDb, WriteDb } from './db.ts'

/** Keeps what was submitted elsewhere; the first of one content stays. */
export function keepIterationContent(db: WriteDb, bot: BotId, hash: string, document: BotDocument): void {
  db.run(
    'insert into iteration_content (bot, hash, document) values (?, ?, ?) on conflict do nothing',
    ...[bot, hash, deflateSync(strToU8(documentText(document)))],
  )
}

/** What was submitted elsewhere as the content of this hash; null where it is not here. */
export function readIterationContent(db: ReadDb, bot: BotId, hash: string): BotDocument | null {
  const row = db.get<{ document: Uint8Array }>(
    'select document from iteration_content where bot = ? and hash = ?',
    bot,
    hash,
  )
  if (!row) return null
  const read = parseDocumentText(strFromU8(inflateSync(row.document)))
  return read.ok ? read.value : null
}
