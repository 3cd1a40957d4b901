import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { RecordId } from '../../src-shared/document/ids.ts'

/** The record of the open bot a problem points to: its pointer is an id, or a path that begins with or holds one. */
export function pointedRecord(document: BotDocument, pointer: string | undefined): RecordId | null {
  for (const part of pointer?.split(/[/.]/) ?? []) {
    const record = document.get(part as RecordId)
    if (record) return record.id
  }
  return null
}
