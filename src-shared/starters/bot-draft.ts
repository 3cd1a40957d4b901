import type { DataOf, KindName } from '../blocks/kinds.ts'
import { type BlockId, type FlowId, newRecordId, type VariableId } from '../document/ids.ts'
import type { Localized } from '../document/localized.ts'
import type { BotDocRecord } from '../document/records.ts'
import type { ValueType } from '../kit/value.ts'
import { localizedWords, type Words, wordsIn } from './words.ts'

/** Where a block lies: its column, and how far down, pixels. */
export type Place = Readonly<{ column: number; y: number }>

/** A card is 240 wide; the rest is for the edges. Pixels. */
const COLUMN = 352

/** The records of a bot that is being written, in its locales. */
export class BotDraft {
  readonly records: BotDocRecord[] = []
  readonly locales: readonly string[]
  readonly newId: () => string

  constructor(locales: readonly string[], newId: () => string) {
    this.locales = locales
    this.newId = newId
  }

  text(words: Words): Localized {
    return localizedWords(words, this.locales)
  }

  list(words: Words<readonly string[]>): Record<string, string[]> {
    return Object.fromEntries(
      Object.entries(localizedWords(words, this.locales)).map(([locale, list]) => [locale, [...list]]),
    )
  }

  /** For the people who make the bot, in its first language. */
  name(words: Words): string {
    return wordsIn(words, this.locales[0] ?? 'en')
  }

  flow(name: Words): FlowId {
    const id = newRecordId('flow', this.newId)
    this.records.push({ id, type: 'flow', name: this.name(name), description: '' })
    return id
  }

  variable(name: string, valueType: ValueType, description: string): VariableId {
    const id = newRecordId('variable', this.newId)
    this.records.push({ id, type: 'variable', name, valueType, initial: null, secret: false, description })
    return id
  }

  block<Name extends KindName>(
    flow: FlowId,
    kind: Name,
    { title, at: { column, y }, data }: Readonly<{ title: Words | null; at: Place; data: DataOf<Name> }>,
  ): BlockId {
    const id = newRecordId('block', this.newId)
    const place = { x: column * COLUMN, y }
    this.records.push({ id, type: 'block', flow, kind, title: title ? this.name(title) : '', ...place, data })
    return id
  }

  /** Leads each port to a block. */
  lead(flow: FlowId, from: BlockId, ports: Readonly<Record<string, BlockId>>): void {
    for (const [port, to] of Object.entries(ports))
      this.records.push({ id: newRecordId('edge', this.newId), type: 'edge', flow, from, port, to })
  }
}
