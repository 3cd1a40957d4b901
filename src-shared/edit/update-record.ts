import type { BotDocument } from '../document/bot-document.ts'
import type { BotDocRecord } from '../document/records.ts'
import { canonicalJson } from '../kit/canonical-json.ts'
import { ChangeSet } from './changes.ts'
import type { Changes } from './edit.ts'

/** Puts a record, new or changed; nothing when it says what the present one says. */
export function updateRecord(document: BotDocument, record: BotDocRecord): Changes {
  const present = document.get(record.id)
  if (present && canonicalJson(present) === canonicalJson(record)) return {}
  return new ChangeSet(document).put(record).done()
}
