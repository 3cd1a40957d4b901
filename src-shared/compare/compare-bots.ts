import type { BotDocument } from '../document/bot-document.ts'
import { type BotDocRecord, DESIGN_TYPES, REVIEW_TYPES } from '../document/records.ts'
import type { Difference, FieldDifference, Move, Path, RecordDifference } from './difference.ts'
import { fieldAt } from './field-at.ts'
import { isSame } from './is-same.ts'
import { isSetAt } from './keyed-lists.ts'
import { counterpart, recordKey, typeRank } from './record-key.ts'
import { visitDifferences } from './visit-differences.ts'

/**
 * What differs between two versions of a bot (requirements.md KAL-07). An edge that leads where it led is the same
 * one, whatever its id; what reviewers say is no difference. Cost: one walk over both, and as much again for records that differ.
 */
export function compareBots(before: BotDocument, after: BotDocument): Difference {
  const found: Found = { content: [], design: [], moved: [] }
  for (const record of before.values()) {
    if (REVIEW_TYPES.has(record.type)) continue
    const other = counterpart(after, record)
    if (record === other) continue
    if (other) compareRecords(record, other, found)
    else add(found, { id: recordKey(record), is: 'removed', before: record, after: null })
  }
  for (const record of after.values())
    if (!REVIEW_TYPES.has(record.type) && !counterpart(before, record))
      add(found, { id: recordKey(record), is: 'added', before: null, after: record })
  const byRank = (a: RecordDifference, b: RecordDifference) => typeRank(a.type) - typeRank(b.type)
  return { before, after, ...found, content: found.content.sort(byRank), design: found.design.sort(byRank) }
}

type Found = { content: RecordDifference[]; design: RecordDifference[]; moved: Move[] }

function add(found: Found, { id, is, before, after }: Omit<RecordDifference, 'type' | 'fields'>): void {
  const record = (before ?? after) as BotDocRecord
  const list = DESIGN_TYPES.has(record.type) ? found.design : found.content
  list.push({ id, is, type: record.type, before, after, fields: [] })
}

function compareRecords(before: BotDocRecord, after: BotDocRecord, found: Found): void {
  if (before.type === 'edge' ? before.to === (after as typeof before).to : isSame(before, after)) return
  const id = recordKey(before)
  const fields: FieldDifference[] = []
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (isUntold(before, name)) continue
    const member = (record: BotDocRecord) => (record as unknown as Record<string, unknown>)[name]
    addFields(before, after, [name], member, fields, id)
  }
  const move = moveOf(before, after, id)
  if (move) found.moved.push(move)
  const isDesign = ({ path }: FieldDifference) =>
    DESIGN_TYPES.has(before.type) || (before.type === 'bot' && path[0] === 'brief')
  for (const [list, some] of [
    [found.content, fields.filter(field => !isDesign(field))],
    [found.design, fields.filter(isDesign)],
  ] as const)
    if (some.length > 0) list.push({ id, is: 'changed', type: before.type, before, after, fields: some })
}

/** Places are told as moves, and the id of an edge is nobody's business. */
function isUntold({ type }: BotDocRecord, name: string): boolean {
  if (type === 'edge') return name !== 'to'
  return (type === 'block' || type === 'note') && (name === 'x' || name === 'y')
}

function addFields(
  before: BotDocRecord,
  after: BotDocRecord,
  path: Path,
  member: (record: BotDocRecord) => unknown,
  fields: FieldDifference[],
  id: string,
): void {
  const isSet = (at: Path) => isSetAt(at, fieldAt(after, at).role)
  // Data of two kinds have nothing in common.
  if (before.type === 'block' && after.type === 'block' && path[0] === 'data' && before.kind !== after.kind) {
    fields.push({
      ...{ id: `${id}/data`, is: 'value', path, role: null, locale: null },
      before: before.data,
      after: after.data,
    })
    return
  }
  visitDifferences(member(before), member(after), path, isSet, difference => {
    const { role, locale } = fieldAt(after, difference.path)
    fields.push({ id: fieldId(id, difference.path, difference.is), ...difference, role, locale })
  })
}

function fieldId(record: string, path: Path, is: FieldDifference['is']): string {
  return `${record}/${path.join('/')}${is === 'order' ? '/@order' : ''}`
}

function moveOf(before: BotDocRecord, after: BotDocRecord, id: string): Move | null {
  if ((before.type !== 'block' && before.type !== 'note') || after.type !== before.type) return null
  if (before.x === after.x && before.y === after.y) return null
  const spot = ({ x, y }: { x: number; y: number }) => ({ x, y })
  return { id: `${id}/@place`, type: before.type, record: before.id, from: spot(before), to: spot(after) }
}
