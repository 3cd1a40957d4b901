import { renameVariable } from '../blocks/edits/rename-variable.ts'
import { parseRecord } from '../blocks/parse-document.ts'
import { BotDocument } from '../document/bot-document.ts'
import type { VariableId } from '../document/ids.ts'
import type { BotDocRecord } from '../document/records.ts'
import { applyChanges } from '../edit/apply-changes.ts'
import { ChangeSet } from '../edit/changes.ts'
import { type Changes, squashChanges } from '../edit/edit.ts'
import { FAULTS } from '../kit/faults.ts'
import type { Fault } from '../kit/result.ts'
import { nameUsesIn, refusedText } from './refused-text.ts'
import { matchesIn, type SearchMatch, type SearchQuery } from './search-bot.ts'
import { type SearchPlace, wayTo } from './search-places.ts'

export type Replacement = Readonly<{ query: SearchQuery; matches: readonly SearchMatch[]; by: string }>

/** A place that stays as it is, and why, in a sentence. */
export type Refused = Readonly<{ place: SearchPlace; reason: string }>
export type Replaced = Readonly<{ changes: Changes; replaced: number; refused: readonly Refused[] }>

/**
 * Replaces matches of one search, as one set of changes. A variable gets its new name everywhere (requirements.md
 * KAR-13). What would not be accepted afterwards is refused by itself; everything else goes on.
 */
export function replaceMatches(document: BotDocument, { query, matches, by }: Replacement): Replaced {
  const refused: Refused[] = []
  const names = byPlace(matches.filter(({ place }) => isVariableName(place)))
  const renamed = rename(document, names, by, refused)
  const texts = byPlace(matches.filter(({ place }) => !isVariableName(place)))
  const job = { document: renamed.document, query, by, refused, settled: renamed.settled }
  const replaced = replaceTexts(job, texts)
  return {
    changes: squashChanges([...renamed.changes, replaced.changes]),
    replaced: renamed.count + replaced.count,
    refused,
  }
}

function isVariableName({ kind, path }: SearchPlace): boolean {
  return kind === 'variables' && path[0] === 'name'
}

type ByPlace = ReadonlyMap<SearchPlace, readonly SearchMatch[]>

function byPlace(matches: readonly SearchMatch[]): ByPlace {
  return grouped(matches, ({ place }) => place)
}

function grouped<Key, Item>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

type Renamed = Readonly<{
  document: BotDocument
  changes: Changes[]
  settled: ReadonlySet<string>
  count: number
}>

/** On a copy, for one name may give way to the next. */
function rename(document: BotDocument, names: ByPlace, by: string, refused: Refused[]): Renamed {
  if (names.size === 0) return { document, changes: [], settled: new Set(), count: 0 }
  const copy = BotDocument.of(document.values())
  const changes: Changes[] = []
  const settled = new Set<string>()
  let count = 0
  for (const [place, matches] of names) {
    const name = replaceIn(place.text, matches, by)
    const result = renameVariable(copy, place.record as VariableId, name)
    const applied = result.ok ? applyChanges(copy, result.value) : result
    if (result.ok && applied.ok) {
      changes.push(result.value)
      settled.add(name)
      count += matches.length
    } else if (!applied.ok) {
      settled.add(place.text)
      refused.push({ place, reason: detailOf(applied) })
    }
  }
  return { document: copy, changes, settled, count }
}

type Job = Readonly<{
  document: BotDocument
  query: SearchQuery
  by: string
  refused: Refused[]
  /** Names that variables have just got, or keep since another was refused: their uses are left alone. */
  settled: ReadonlySet<string>
}>

type Draft = Readonly<{ place: SearchPlace; text: string; count: number }>

function replaceTexts(job: Job, texts: ByPlace): { changes: Changes; count: number } {
  const set = new ChangeSet(job.document)
  let count = 0
  const records = grouped(texts, ([place]) => place.record)
  for (const [id, places] of records) {
    const record = job.document.get(id)
    if (!record) continue
    const drafts = places.flatMap(([place, matches]) => draftOf(job, record, place, matches))
    const done = write(record, drafts, job.refused)
    if (done.record !== record) set.put(done.record)
    count += done.count
  }
  return { changes: set.done(), count }
}

/** The text a place will have; none where there is nothing left to replace or it would not be accepted. */
function draftOf(
  { document, query, by, refused, settled }: Job,
  record: BotDocRecord,
  place: SearchPlace,
  matches: readonly SearchMatch[],
): Draft[] {
  const present = textAt(record, place)
  if (present === null) return []
  // Only a rename in the same edit changes a text in between; then all of it was asked for.
  const found = present === place.text ? matches : matchesIn(present, query)
  const uses =
    settled.size === 0 ? [] : nameUsesIn(place.form, present).filter(({ name }) => settled.has(name))
  const left = found.filter(({ start, end }) => !uses.some(use => start < use.end && end > use.start))
  if (left.length === 0) return []
  const text = replaceIn(present, left, by)
  const reason = refusedText(document, place, present, text)
  if (reason === null) return [{ place, text, count: left.length }]
  refused.push({ place, reason })
  return []
}

/** All at once where the schema takes it, else one by one to find those it refuses. */
function write(
  record: BotDocRecord,
  drafts: readonly Draft[],
  refused: Refused[],
): { record: BotDocRecord; count: number } {
  const all = drafts.reduce((next, { place, text }) => withText(next, place, text), record)
  if (parseRecord(all).ok) return { record: all, count: drafts.reduce((sum, { count }) => sum + count, 0) }
  let [next, done] = [record, 0]
  for (const { place, text, count } of drafts) {
    const candidate = withText(next, place, text)
    const parsed = parseRecord(candidate)
    if (parsed.ok) {
      next = candidate
      done += count
    } else refused.push({ place, reason: sentence(parsed.problems?.[0]?.message ?? parsed.message) })
  }
  return { record: next, count: done }
}

/** What a fault says of this case, without the sentence of its code. */
function detailOf({ code, message }: Fault): string {
  return message.slice(FAULTS[code].length).trim() || message
}

/** A schema's problem without the ids it begins with. */
function sentence(message: string): string {
  const said = message.slice(message.indexOf(': ') + 2)
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
}

function replaceIn(
  text: string,
  matches: readonly Readonly<{ start: number; end: number }>[],
  by: string,
): string {
  let [replaced, done] = ['', 0]
  for (const { start, end } of matches) {
    replaced += text.slice(done, start) + by
    done = end
  }
  return replaced + text.slice(done)
}

function textAt(record: BotDocRecord, place: SearchPlace): string | null {
  const found = wayTo(place).reduce<unknown>(
    (at, step) => (at as Record<string | number, unknown> | null | undefined)?.[step],
    record,
  )
  return typeof found === 'string' ? found : null
}

function withText(record: BotDocRecord, place: SearchPlace, text: string): BotDocRecord {
  return changedAt(record, wayTo(place), text) as BotDocRecord
}

function changedAt(at: unknown, [step, ...left]: readonly (string | number)[], text: string): unknown {
  if (step === undefined) return text
  if (Array.isArray(at)) return at.map((item, index) => (index === step ? changedAt(item, left, text) : item))
  const record = at as Readonly<Record<string, unknown>>
  return { ...record, [step]: changedAt(record[step], left, text) }
}
