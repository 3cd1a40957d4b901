import type { BotDocument } from '../document/bot-document.ts'
import type { RecordId } from '../document/ids.ts'
import type { BotDocRecord } from '../document/records.ts'
import type { Change, Changes } from './edit.ts'

/**
 * Collects the changes of one intent against a document that stays as it is. Reading through `get` sees what was
 * collected so far, so builders can be chained.
 */
export class ChangeSet {
  private readonly collected = new Map<RecordId, Change>()
  readonly document: BotDocument

  constructor(document: BotDocument) {
    this.document = document
  }

  put(record: BotDocRecord): this {
    this.collected.set(record.id, { before: this.original(record.id), after: record })
    return this
  }

  drop(id: RecordId): this {
    const before = this.original(id)
    if (before) this.collected.set(id, { before, after: null })
    else this.collected.delete(id)
    return this
  }

  get(id: RecordId): BotDocRecord | undefined {
    const change = this.collected.get(id)
    return change ? (change.after ?? undefined) : this.document.get(id)
  }

  done(): Changes {
    return Object.fromEntries(this.collected) as Changes
  }

  private original(id: RecordId): BotDocRecord | null {
    return this.collected.get(id)?.before ?? this.document.get(id) ?? null
  }
}
