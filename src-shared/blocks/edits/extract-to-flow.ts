import type { BotDocument } from '../../document/bot-document.ts'
import { type BlockId, type FlowId, newRecordId } from '../../document/ids.ts'
import type { BlockRecord, FlowRecord, NoteRecord } from '../../document/records.ts'
import { ChangeSet } from '../../edit/changes.ts'
import type { Changes } from '../../edit/edit.ts'
import { ok, type Result } from '../../kit/result.ts'
import { kindNamed } from '../kinds.ts'
import { mapRecordFields } from '../record-fields.ts'
import { addFlow } from './add-flow.ts'
import { type Piece, pieceOfFlow } from './piece-of-flow.ts'

type Wanted = Readonly<{ name: string; notes?: Iterable<NoteRecord['id']> }>
type Extracted = Readonly<{ changes: Changes; call: BlockId; flow: FlowRecord }>

/** Canvas pixels: a column of cards with its gap, and where the first block of the new flow stands, after its entry. */
const COLUMN = 320
const CORNER = { x: 80 + COLUMN, y: 160 }
const FURTHEST = 1_000_000

/**
 * Moves blocks into a new flow and puts a call of it in their place (requirements.md NHN-15). Their ids stay, so
 * whatever names them still does; groups that are wholly chosen and the given notes come along. What conversations do
 * stays the same; where that could not be, `extract/…` says why (docs/decisions/0019).
 */
export function extractToFlow(
  document: BotDocument,
  blocks: Iterable<BlockId>,
  { name, notes = [] }: Wanted,
  newId: () => string,
): Result<Extracted> {
  const found = pieceOfFlow(document, blocks)
  if (!found.ok) return found
  const piece = found.value
  const { changes, flow } = addFlow(document, name, newId)
  const set = new ChangeSet(document)
  for (const { after } of Object.values(changes)) if (after) set.put(after)
  const moving = { set, piece, flow: flow.id, newId }
  moveThings(moving, notes)
  const entry = Object.values(changes).find(({ after }) => after?.type === 'block')?.after?.id as BlockId
  lead(moving, { flow: flow.id, from: entry, port: 'next', to: piece.first.id })
  const call = putCall(moving)
  moveGroups(moving, call)
  return ok({ changes: set.done(), call, flow })
}

type Moving = Readonly<{ set: ChangeSet; piece: Piece; flow: FlowId; newId: () => string }>

function moveThings(moving: Moving, noteIds: Iterable<NoteRecord['id']>): void {
  const { set, piece, flow } = moving
  const notes = [...noteIds].flatMap(id => set.document.get(id) ?? []).filter(one => one.flow === piece.flow)
  const things = [...piece.blocks.values(), ...notes]
  const dx = CORNER.x - things.reduce((least, { x }) => Math.min(least, x), FURTHEST)
  const dy = CORNER.y - things.reduce((least, { y }) => Math.min(least, y), FURTHEST)
  for (const thing of things)
    set.put({ ...thing, flow, x: within(thing.x + dx), y: within(thing.y + dy) } as BlockRecord | NoteRecord)
  for (const edge of piece.inner) set.put({ ...edge, flow })
  for (const jump of piece.jumpsOut) {
    const moved = set.get(jump.id) as BlockRecord
    set.put({ ...moved, kind: 'end', data: endData(set.document) })
  }
  if (piece.outward.length === 0) return
  const [{ from }] = piece.outward as [Piece['outward'][number]]
  const last = set.get(from) as BlockRecord
  const right = things.reduce((most, { x }) => Math.max(most, x), -FURTHEST) + dx
  const end = putEnd(moving, flow, { x: right + COLUMN, y: last.y })
  for (const edge of piece.outward) set.put({ ...edge, flow, to: end })
}

/** The call stands where the piece began; what led there leads to it, and it leads on. */
function putCall(moving: Moving): BlockId {
  const { set, piece, flow, newId } = moving
  const { x, y } = piece.first
  const call = newRecordId('block', newId)
  const base = { id: call, type: 'block', flow: piece.flow, kind: 'callFlow', title: '' } as const
  set.put({ ...base, x, y, data: { flow } })
  for (const edge of piece.inward) set.put({ ...edge, to: call })
  for (const jump of piece.jumpsIn)
    set.put(
      mapRecordFields(jump, ({ role, value }) =>
        role === 'block' && value === piece.first.id ? call : value,
      ),
    )
  const to = piece.after ?? putEnd(moving, piece.flow, { x: x + COLUMN, y })
  lead(moving, { flow: piece.flow, from: call, port: 'next', to })
  return call
}

/** A group goes along with all of its blocks; one that is not whole stays, with the call for those that went. */
function moveGroups({ set, piece, flow }: Moving, call: BlockId): void {
  for (const group of set.document.all('group')) {
    const left = group.blocks.filter(block => !piece.blocks.has(block))
    if (left.length === group.blocks.length) continue
    if (left.length === 0) set.put({ ...group, flow })
    else set.put({ ...group, blocks: group.blocks.includes(piece.first.id) ? [...left, call] : left })
  }
}

function putEnd({ set, newId }: Moving, flow: FlowId, { x, y }: { x: number; y: number }): BlockId {
  const id = newRecordId('block', newId)
  const place = { x: within(x), y: within(y) }
  set.put({ id, type: 'block', flow, kind: 'end', title: '', ...place, data: endData(set.document) })
  return id
}

function endData({ bot }: BotDocument): BlockRecord['data'] {
  const [locale = 'en'] = bot.locales
  const data = kindNamed('end')?.defaults({ locale, newId: () => '' }) as BlockRecord['data']
  return { ...data, mode: 'return' }
}

function lead(
  { set, newId }: Moving,
  edge: { flow: FlowId; from: BlockId; port: string; to: BlockId },
): void {
  set.put({ id: newRecordId('edge', newId), type: 'edge', ...edge })
}

function within(value: number): number {
  return Math.max(-FURTHEST, Math.min(FURTHEST, value))
}
