import { parseDocument } from '../../src-shared/blocks/parse-document.ts'
import type { BotId } from '../../src-shared/document/ids.ts'
import { DOCUMENT_VERSION } from '../../src-shared/document/migrations.ts'
import type { Result } from '../../src-shared/kit/result.ts'
import { addBot } from '../store/bots.ts'
import type { WriteDb } from '../store/db.ts'

type Birth = Readonly<{ at: number; newId: () => string }>

/** Adds a bot the window made, checked as a whole like any document from outside. */
export function createBot(db: WriteDb, records: readonly unknown[], birth: Birth): Result<BotId> {
  const document = parseDocument({ parley: DOCUMENT_VERSION, records })
  return document.ok ? addBot(db, document.value, birth) : document
}
