import type { TFunction } from 'i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { RecordId } from '../../src-shared/document/ids.ts'
import { placeName } from './place-name.ts'

/** Where to look, beside what the sentence of a finding says: a block is named there, so its kind and flow are left. */
export function problemPlace(t: TFunction, document: BotDocument, id: RecordId): string {
  const record = document.get(id)
  if (record?.type !== 'block') return placeName(t, document, id)
  return `${t(`blocks.kind.${record.kind}.name`)} · ${document.get(record.flow)?.name ?? ''}`
}
