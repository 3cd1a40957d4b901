import type { BotDocument } from '../document/bot-document.ts'
import type { FieldRole } from '../document/field-types.ts'
import type { BotDocRecord, RecordType } from '../document/records.ts'

/** A place in a record. Items of lists are named by their ids, never by their position. */
export type Path = readonly string[]

/** One difference inside a record that is there before and after. `undefined` is "not there". */
export type FieldDifference = Readonly<{
  /** Names it among all parts of a difference; see `changesFor`. */
  id: string
  /** `item`: one item of a list came or went. `order`: the items both have follow each other otherwise (their ids). */
  is: 'value' | 'item' | 'order'
  path: Path
  role: FieldRole | null
  /** The language of a text or of words. */
  locale: string | null
  before: unknown
  after: unknown
}>

/** A record that came, went or changed. Edges are the same one when they leave the same port. */
export type RecordDifference<R extends BotDocRecord = BotDocRecord> = Readonly<{
  id: string
  is: 'added' | 'removed' | 'changed'
  type: RecordType
  before: R | null
  after: R | null
  /** Empty where it came or went. */
  fields: readonly FieldDifference[]
}>

export type Spot = Readonly<{ x: number; y: number }>

/** A block or note at another place of the canvas; that alone is no change (requirements.md D-02). */
export type Move = Readonly<{ id: string; type: 'block' | 'note'; record: string; from: Spot; to: Spot }>

/**
 * What differs between two versions of a bot, by meaning. `content` changes what the bot says or does, `design` helps
 * those who make it: groups, notes, waivers, tests, marks at translations and the brief.
 */
export type Difference = Readonly<{
  before: BotDocument
  after: BotDocument
  content: readonly RecordDifference[]
  design: readonly RecordDifference[]
  moved: readonly Move[]
}>

export function isEmpty({ content, design, moved }: Difference): boolean {
  return content.length === 0 && design.length === 0 && moved.length === 0
}

/** The ids of all parts that can be accepted or rejected one by one. */
export function partsOf({ content, design, moved }: Difference): readonly string[] {
  const records = [...content, ...design].flatMap(({ is, id, fields }) =>
    is === 'changed' ? fields.map(field => field.id) : [id],
  )
  return [...records, ...moved.map(({ id }) => id)]
}
