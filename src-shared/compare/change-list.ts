import type { BotDocument } from '../document/bot-document.ts'
import type { FlowId, RecordId } from '../document/ids.ts'
import type { BotDocRecord, RecordType } from '../document/records.ts'
import type { Difference, Move, RecordDifference, Spot } from './difference.ts'
import { typeRank } from './record-key.ts'

/** What became of a thing. `moved` alone is no change of what the bot says or does. */
export type Mark = 'added' | 'removed' | 'changed' | 'moved'

/** What stands beside the colour of a mark, so that it can be told without seeing colours. */
export const SIGNS: Readonly<Record<Mark, string>> = { added: '+', removed: '−', changed: '~', moved: '↗' }

/** One line of a list of differences: a record that came, went or changed, or one that was moved. */
export type ListedChange = Readonly<{
  id: string
  mark: Mark
  type: RecordType
  /** Where it is in the version after; of what is gone, where it was. */
  flow: FlowId | null
  record: RecordDifference | null
  move: Move | null
  /** What `changesFor` takes for all of it. */
  parts: readonly string[]
  /** Whether it only helps those who make the bot. */
  isDesign: boolean
}>

/** The differences in one flow; those outside flows come last, without one. */
export type ChangesOfFlow = Readonly<{ flow: FlowId | null; changes: readonly ListedChange[] }>

/**
 * The differences as they are read: flow by flow, the main one first; in a flow what it is, then as it lies from left to
 * right, then what only helps those who make the bot, then what was only moved.
 */
export function changesByFlow(difference: Difference): readonly ChangesOfFlow[] {
  const groups = new Map<FlowId | null, ListedChange[]>()
  for (const change of listedChanges(difference)) {
    const group = groups.get(change.flow)
    if (group) group.push(change)
    else groups.set(change.flow, [change])
  }
  const key = (change: ListedChange) => placeKey(change, difference)
  const inOrder = (changes: readonly ListedChange[]) =>
    changes.map(change => ({ change, at: key(change) })).sort((a, b) => compareKeys(a.at, b.at))
  return [...groups]
    .sort(([a], [b]) => flowRank(a, difference) - flowRank(b, difference) || byName(a, b, difference))
    .map(([flow, changes]) => ({ flow, changes: inOrder(changes).map(({ change }) => change) }))
}

function listedChanges({ content, design, moved, before, after }: Difference): readonly ListedChange[] {
  const listed = (isDesign: boolean) => (record: RecordDifference) => ({
    id: isDesign ? `${record.id}/@design` : record.id,
    mark: record.is,
    type: record.type,
    flow: record.after ? flowOf(record.after, after) : record.before && flowOf(record.before, before),
    record,
    move: null,
    parts: record.is === 'changed' ? record.fields.map(({ id }) => id) : [record.id],
    isDesign,
  })
  return [
    ...content.map(listed(false)),
    ...design.map(listed(true)),
    ...moved.map(
      (move): ListedChange => ({
        ...{ id: move.id, mark: 'moved', type: move.type, record: null, move, parts: [move.id] },
        flow: flowOf(after.get(move.record as never) as BotDocRecord, after),
        isDesign: move.type === 'note',
      }),
    ),
  ]
}

/** The flow a record is drawn in; of a keyword or an intent that where it leads, of a mark that of what it is about. */
export function flowOf(record: BotDocRecord, document: BotDocument): FlowId | null {
  switch (record.type) {
    case 'flow':
      return record.id
    case 'block':
    case 'edge':
    case 'group':
    case 'note':
      return record.flow
    case 'keyword':
      return document.get(record.entry)?.flow ?? null
    case 'intent':
      return (record.entry && document.get(record.entry)?.flow) ?? null
    case 'waiver':
    case 'translation': {
      const about = document.get(record.record as RecordId)
      return about && about.type !== record.type ? flowOf(about, document) : null
    }
    default:
      return null
  }
}

/** Where a listed thing lies on the canvas; null for what has no place there. */
export function spotOf({ record, move }: ListedChange, { before, after }: Difference): Spot | null {
  if (move) return move.to
  const shown = record?.after ?? record?.before
  const document = record?.after ? after : before
  switch (shown?.type) {
    case 'block':
    case 'note':
      return { x: shown.x, y: shown.y }
    case 'edge':
      return spotOfBlock(shown.from, document)
    case 'keyword':
      return spotOfBlock(shown.entry, document)
    case 'intent':
      return shown.entry && spotOfBlock(shown.entry, document)
    case 'group':
      return shown.blocks[0] ? spotOfBlock(shown.blocks[0], document) : null
    default:
      return null
  }
}

function spotOfBlock(id: Parameters<BotDocument['edgesFrom']>[0], document: BotDocument): Spot | null {
  const block = document.get(id)
  return block ? { x: block.x, y: block.y } : null
}

type Key = readonly [moved: number, design: number, x: number, y: number, rank: number, id: string]

function placeKey(change: ListedChange, difference: Difference): Key {
  const { x, y } = spotOf(change, difference) ?? { x: Number.NEGATIVE_INFINITY, y: 0 }
  return [change.move ? 1 : 0, change.isDesign ? 1 : 0, x, y, typeRank(change.type), change.id]
}

function compareKeys(a: Key, b: Key): number {
  for (let at = 0; at < a.length; at += 1) {
    const [left, right] = [a[at] as Key[number], b[at] as Key[number]]
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}

function flowRank(flow: FlowId | null, { after }: Difference): number {
  if (flow === null) return 2
  return flow === after.bot.mainFlow ? 0 : 1
}

function byName(a: FlowId | null, b: FlowId | null, { before, after }: Difference): number {
  const name = (flow: FlowId | null) =>
    flow ? (after.get(flow)?.name ?? before.get(flow)?.name ?? flow) : ''
  return name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0
}
