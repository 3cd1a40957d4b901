import { parseRecord } from '../blocks/parse-document.ts'
import { BotDocument } from '../document/bot-document.ts'
import type { RecordId } from '../document/ids.ts'
import { recordProblems } from '../document/integrity.ts'
import type { BotDocRecord } from '../document/records.ts'
import type { Change, Changes } from '../edit/edit.ts'
import type { Difference, Path } from './difference.ts'
import { fieldAt } from './field-at.ts'
import { isSetAt } from './keyed-lists.ts'
import { pickParts } from './pick-parts.ts'
import { recordKey } from './record-key.ts'
import { needsOf } from './references.ts'
import { reversed } from './reversed.ts'
import { type Subject, subjectsOf } from './subjects.ts'

/** An edit that takes parts of a difference over, and the parts that had to come along so that it holds together. */
export type TakenParts = Readonly<{ changes: Changes; pulledIn: readonly string[] }>

/**
 * Turns chosen parts of a difference (`partsOf`; the id of a changed record stands for all of it) into an edit.
 * `accept` brings them into the version before; `reject` takes them out of the version after.
 */
export function changesFor(
  difference: Difference,
  chosen: Iterable<string>,
  direction: 'accept' | 'reject' = 'accept',
): TakenParts {
  return new Taking(direction === 'accept' ? difference : reversed(difference), chosen).result()
}

/** A choice that grows until what comes of it holds together. All parts together do, so it ends. */
class Taking {
  private readonly before: BotDocument
  private readonly subjects: ReadonlyMap<string, Subject>
  private readonly taken = new Set<string>()
  private readonly wanted: ReadonlySet<string>

  constructor(difference: Difference, chosen: Iterable<string>) {
    this.before = difference.before
    this.subjects = subjectsOf(difference)
    const parts = new Set([...this.subjects.values()].flatMap(subject => subject.parts))
    for (const id of chosen) {
      if (parts.has(id)) this.taken.add(id)
      else this.takeAll(this.subjects.get(id))
    }
    this.wanted = new Set(this.taken)
  }

  result(): TakenParts {
    for (;;) {
      const before = this.taken.size
      const changes = this.changes()
      if (this.taken.size === before && this.isSound(changes))
        return { changes, pulledIn: [...this.taken].filter(part => !this.wanted.has(part)) }
      if (this.taken.size === before) for (const subject of this.subjects.values()) this.takeAll(subject)
    }
  }

  private takeAll(subject: Subject | undefined): void {
    for (const part of subject?.parts ?? []) this.taken.add(part)
  }

  private changes(): Changes {
    const changes = new Map<string, Change>()
    const put = (id: RecordId, after: BotDocRecord | null) =>
      changes.set(id, { before: this.before.get(id) ?? null, after })
    const added: BotDocRecord[] = []
    for (const subject of this.subjects.values()) {
      if (!subject.parts.some(part => this.taken.has(part))) continue
      const after = this.outcome(subject)
      if (subject.before && after?.id !== subject.before.id) put(subject.before.id, null)
      if (after) added.push(after)
    }
    for (const record of added) {
      this.freeId(record)
      put(record.id, record)
    }
    return Object.fromEntries(changes) as Changes
  }

  /** An edge that was led elsewhere under its old id cannot stay where it was. */
  private freeId(record: BotDocRecord): void {
    const holder = this.before.get(record.id)
    if (holder && recordKey(holder) !== recordKey(record)) this.takeAll(this.subjects.get(recordKey(holder)))
  }

  private outcome(subject: Subject): BotDocRecord | null {
    const { before, after, parts } = subject
    if (!before || !after || parts.every(part => this.taken.has(part))) return after
    const picked = this.picked(subject.key, before, after)
    if (!parseRecord(picked).ok) this.takeAll(subject)
    return picked
  }

  private picked(key: string, before: BotDocRecord, after: BotDocRecord): BotDocRecord {
    const isPlace = (path: Path) => path.length === 1 && (path[0] === 'x' || path[0] === 'y')
    const [source, target] = this.sameKind(key, before, after)
    return pickParts(source, target, [], {
      isSet: path => isSetAt(path, fieldAt(after, path).role),
      takes: (path, is) =>
        this.taken.has(
          isPlace(path) ? `${key}/@place` : `${key}/${path.join('/')}${is === 'order' ? '/@order' : ''}`,
        ),
    }) as BotDocRecord
  }

  /** Data of another kind are taken as a whole. */
  private sameKind(key: string, before: BotDocRecord, after: BotDocRecord): [BotDocRecord, BotDocRecord] {
    if (before.type !== 'block' || after.type !== 'block' || before.kind === after.kind)
      return [before, after]
    const { data } = this.taken.has(`${key}/data`) ? after : before
    return [
      { ...before, data },
      { ...after, data },
    ]
  }

  private isSound(changes: Changes): boolean {
    const result = BotDocument.of(this.before.values())
    const all = Object.entries(changes) as [RecordId, Change][]
    for (const [id, { after }] of all) if (!after) result.drop(id)
    for (const [, { after }] of all) if (after) result.put(after)
    const broken = [...result.values()].filter(record => recordProblems(result, record).length > 0)
    for (const record of broken) this.mend(record, result)
    return broken.length === 0
  }

  /** Takes what a record needs, or its own way of doing without. */
  private mend(record: BotDocRecord, result: BotDocument): void {
    const own = this.subjects.get(recordKey(record))
    const missing = needsOf(record).filter(id => !result.get(id as RecordId))
    for (const id of missing) {
      const needed = this.subjects.get(id)
      if (needed?.is === 'added') this.takeAll(needed)
      else this.takeWithout(own, id)
    }
    if (missing.length > 0) return
    this.takeAll(own)
    for (const id of needsOf(record)) this.takeAll(this.subjects.get(id))
    if (record.type !== 'variable') return
    for (const other of result.all('variable'))
      if (other.name === record.name) this.takeAll(this.subjects.get(other.id))
  }

  /** The parts of a record by which it no longer needs another. */
  private takeWithout(own: Subject | undefined, id: string): void {
    const fields = own?.fields.filter(({ before, path }) => before === id || path.at(-1) === id) ?? []
    if (fields.length === 0) this.takeAll(own)
    for (const field of fields) this.taken.add(field.id)
  }
}
