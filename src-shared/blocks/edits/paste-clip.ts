import type { BotDocument } from '../../document/bot-document.ts'
import type { FoundField } from '../../document/fields.ts'
import {
  type BlockId,
  type FlowId,
  type IdOf,
  type NoteId,
  newRecordId,
  type RecordId,
} from '../../document/ids.ts'
import type { BotDocRecord } from '../../document/records.ts'
import { ChangeSet } from '../../edit/changes.ts'
import type { Changes } from '../../edit/edit.ts'
import { renameInExpression, renameInTemplate } from '../../expression/rename-in-expression.ts'
import { fault, ok, type Result } from '../../kit/result.ts'
import { fileReference, referredFile } from '../../message/file-address.ts'
import type { Clip } from '../clipboard/clip.ts'
import { mapRecordFields } from '../record-fields.ts'
import { isFreeName } from './clip-conflicts.ts'

/** Where a clip goes: its upper left corner, in canvas pixels of a flow. */
export type PastePlace = Readonly<{
  flow: FlowId
  x: number
  y: number
  /** By name of a variable that conflicts: the name it gets here. Without one the present variable is used. */
  names?: ReadonlyMap<string, string>
}>

export type Pasted = Readonly<{
  changes: Changes
  blocks: readonly BlockId[]
  notes: readonly NoteId[]
  /** How many choices of a flow, a block or another record were left empty, because it is not in this bot. */
  emptied: number
  /** Languages the pasted texts have and this bot has not. */
  strangeLocales: readonly string[]
}>

/**
 * Puts a clip into a flow, as one edit. What it uses is brought along; a variable, intent, template or API access of
 * the same name, and a file of the same content, that is already here is used instead. Records keep their ids where these are free, so that what was
 * cut and pasted elsewhere in its bot is still what others jump to.
 */
export function pasteClip(
  document: BotDocument,
  clip: Clip,
  place: PastePlace,
  newId: () => string,
): Result<Pasted> {
  const names = place.names ?? new Map<string, string>()
  const taken = [...names.values()].find(
    (name, index, all) => !isFreeName(document, clip, name) || all.indexOf(name) !== index,
  )
  if (taken !== undefined) return fault('document/invalid', `A variable cannot be brought in as "${taken}".`)
  const paste = new Paste(document, clip, { ...place, names }, newId)
  return ok(paste.run())
}

type Place = Required<PastePlace>

class Paste {
  private readonly document: BotDocument
  private readonly clip: Clip
  private readonly place: Place
  private readonly ids = new Map<RecordId, RecordId>()
  /** Records that are here already, by the pasted id: they are not put again. */
  private readonly reused = new Set<RecordId>()
  private readonly newId: () => string
  private readonly locales = new Set<string>()
  private emptied = 0

  constructor(document: BotDocument, clip: Clip, place: Place, newId: () => string) {
    this.document = document
    this.clip = clip
    this.place = place
    this.newId = newId
  }

  run(): Pasted {
    for (const record of this.clip.records) this.give(record)
    const set = new ChangeSet(this.document)
    const by = this.offset()
    for (const record of this.clip.records) if (!this.reused.has(record.id)) set.put(this.adapted(record, by))
    const pasted = this.clip.records.map(({ id }) => this.ids.get(id))
    return {
      changes: set.done(),
      blocks: pasted.filter((id): id is BlockId => id?.startsWith('block_') ?? false),
      notes: pasted.filter((id): id is NoteId => id?.startsWith('note_') ?? false),
      emptied: this.emptied,
      strangeLocales: [...this.locales].sort(),
    }
  }

  /** Decides what a pasted record is here: one that is present, or a new one. */
  private give(record: BotDocRecord): void {
    const present = record.type === 'flow' ? this.place.flow : this.presentOf(record)
    if (present) this.reused.add(record.id)
    this.ids.set(record.id, present ?? this.freeId(record))
  }

  private freeId({ id, type }: BotDocRecord): RecordId {
    return this.document.get(id) ? newRecordId(type as keyof IdOf, this.newId) : id
  }

  private presentOf(record: BotDocRecord): RecordId | undefined {
    const { document } = this
    switch (record.type) {
      case 'variable':
        return this.place.names.has(record.name) ? undefined : document.variableNamed(record.name)?.id
      case 'keyword':
        return find(
          document.all('keyword'),
          ({ text, locale }) => text.toLowerCase() === record.text.toLowerCase() && locale === record.locale,
        )
      case 'intent':
        return find(document.all('intent'), ({ name }) => name.toLowerCase() === record.name.toLowerCase())
      case 'template':
        return find(document.all('template'), ({ name }) => name === record.name)
      case 'auth':
        return find(
          document.all('auth'),
          ({ name, scheme }) => name === record.name && scheme === record.scheme,
        )
      case 'media':
        return find(document.all('media'), ({ hash }) => hash === record.hash)
      default:
        return undefined
    }
  }

  private adapted(record: BotDocRecord, by: { x: number; y: number }): BotDocRecord {
    const id = this.ids.get(record.id) as never
    const { flow } = this.place
    switch (record.type) {
      case 'block':
        return {
          ...this.withFields(record),
          id,
          flow,
          x: within(record.x + by.x),
          y: within(record.y + by.y),
        }
      case 'note':
        return { ...record, id, flow, x: within(record.x + by.x), y: within(record.y + by.y) }
      case 'edge':
        return { ...record, id, flow, from: this.own(record.from), to: this.own(record.to) }
      case 'group':
        return { ...record, id, flow, blocks: record.blocks.map(block => this.own(block)) }
      case 'keyword':
        return { ...record, id, entry: this.own(record.entry) }
      case 'intent':
        return { ...record, id, entry: record.entry && this.own(record.entry) }
      case 'variable':
        return { ...record, id, name: this.place.names.get(record.name) ?? record.name }
      default:
        return { ...this.withFields(record), id }
    }
  }

  private own<Id extends RecordId>(id: Id): Id {
    return this.ids.get(id) as Id
  }

  private withFields<T extends BotDocRecord>(record: T): T {
    return mapRecordFields(record, field => this.field(field))
  }

  private field({ role, value }: FoundField): unknown {
    switch (role) {
      case 'formula':
        return this.renamed(value as string, renameInExpression)
      case 'template':
        return this.address(value as string)
      case 'text':
        return this.text(value as Record<string, string>)
      case 'words':
        return value
      default:
        return value === null || value === undefined ? value : this.chosen(value as RecordId)
    }
  }

  /** An address is a text with places, or names a file. */
  private address(source: string): string {
    const file = referredFile(source) as RecordId | null
    if (file === null) return this.renamed(source, renameInTemplate)
    const own = this.chosen(file)
    if (own === file) return source
    return own === null ? '' : fileReference(own)
  }

  /** What a field has chosen, as it is called here; nothing when it is not here. */
  private chosen(id: RecordId): RecordId | null {
    const own = this.ids.get(id) ?? (this.document.get(id) ? id : null)
    if (own === null) this.emptied += 1
    return own
  }

  private text(texts: Record<string, string>): unknown {
    const { locales } = this.document.bot
    for (const locale of Object.keys(texts)) if (!locales.includes(locale)) this.locales.add(locale)
    if (this.place.names.size === 0) return texts
    return Object.fromEntries(
      Object.entries(texts).map(([locale, text]) => [locale, this.renamed(text, renameInTemplate)]),
    )
  }

  private renamed(source: string, rename: (source: string, from: string, to: string) => string): string {
    let text = source
    for (const [from, to] of this.place.names) text = rename(text, from, to)
    return text
  }

  private offset(): { x: number; y: number } {
    let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    for (const record of this.clip.records) {
      if (record.type !== 'block' && record.type !== 'note') continue
      left = Math.min(left, record.x)
      top = Math.min(top, record.y)
    }
    return { x: Math.round(this.place.x - left), y: Math.round(this.place.y - top) }
  }
}

const FURTHEST = 1_000_000

function within(coordinate: number): number {
  return Math.max(-FURTHEST, Math.min(FURTHEST, coordinate))
}

function find<T extends BotDocRecord>(
  records: Iterable<T>,
  fits: (record: T) => boolean,
): RecordId | undefined {
  for (const record of records) if (fits(record)) return record.id
  return undefined
}
