import type { BotDocument } from '../document/bot-document.ts'
import type { RecordId } from '../document/ids.ts'
import { recordProblems } from '../document/integrity.ts'
import type { BotDocRecord } from '../document/records.ts'
import { canonicalJson } from '../kit/canonical-json.ts'
import { fault, ok, type Problem, type Result } from '../kit/result.ts'
import type { Change, Changes } from './edit.ts'

type Entry = [RecordId, Change]

/**
 * Applies changes to a document, all or none. Refuses with `edit/conflict` when a record is not what the edit
 * began from, and with `document/broken-reference` when the result would not hold together.
 */
export function applyChanges(document: BotDocument, changes: Changes): Result<BotDocument> {
  const entries = Object.entries(changes) as Entry[]
  for (const [id, { before, after }] of entries) {
    const present = document.get(id) ?? null
    if (!same(present, before)) return fault('edit/conflict', `${id} has changed since.`)
    if (after && after.id !== id) return fault('edit/conflict', `${id} cannot become ${after.id}.`)
  }
  write(
    document,
    entries.map(([id, { after }]) => [id, after]),
  )
  const problems = problemsAround(document, entries)
  if (problems.length === 0) return ok(document)
  write(
    document,
    entries.map(([id, { before }]) => [id, before]),
  )
  return fault('document/broken-reference', problems[0]?.message, problems)
}

function write(document: BotDocument, entries: readonly [RecordId, BotDocRecord | null][]): void {
  for (const [id, record] of entries) {
    if (record) document.put(record)
    else document.drop(id)
  }
}

/** Only what changed, and what may point at a removed block or flow, can have broken. */
function problemsAround(document: BotDocument, entries: readonly Entry[]): Problem[] {
  if (document.count('bot') !== 1)
    return [{ code: 'document/broken-reference', message: 'A bot cannot lose its own record.' }]
  const touched = new Set<BotDocRecord>()
  let askPointers = false
  for (const [, { before, after }] of entries) {
    if (after) touched.add(after)
    if (before?.type === 'block') {
      for (const edge of document.edgesFrom(before.id)) touched.add(edge)
      for (const edge of document.edgesTo(before.id)) touched.add(edge)
      askPointers ||= after?.type !== 'block' || after.kind !== before.kind
    }
    if (before?.type === 'media') askPointers ||= !after
    if (before?.type === 'flow' && !after) {
      for (const block of document.blocksOf(before.id).values()) touched.add(block)
      askPointers = true
    }
  }
  if (askPointers) for (const record of pointersOf(document)) touched.add(record)
  return [...touched].flatMap(record => recordProblems(document, record))
}

/** Records that may point at a block or flow without being its edges. */
function pointersOf(document: BotDocument): BotDocRecord[] {
  const types = ['keyword', 'intent', 'group', 'note'] as const
  return [document.bot, ...types.flatMap((type): BotDocRecord[] => [...document.all(type)])]
}

/** Records are mostly the very same object; those that crossed a border are compared by content. */
function same(a: BotDocRecord | null, b: BotDocRecord | null): boolean {
  return a === b || (a !== null && b !== null && canonicalJson(a) === canonicalJson(b))
}
