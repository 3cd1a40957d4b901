import { kindNamed } from '../blocks/kinds.ts'
import { portsOf } from '../blocks/way-on.ts'
import type { BotDocument } from '../document/bot-document.ts'
import type { BlockId, FlowId } from '../document/ids.ts'
import type { BlockRecord } from '../document/records.ts'

/**
 * Steps that belong together: what begins at one entry, what only jumps from other flows or the main menu's token lead
 * to, and what nothing leads to yet.
 */
export type OutlineSection = Readonly<{
  from: 'entry' | 'elsewhere' | 'nowhere'
  steps: readonly BlockId[]
}>

/**
 * A flow as a script (requirements.md NHN-14): every block once, from each entry depth first along the ports in their
 * order, then what is reached from elsewhere, then the rest. Where several could come first the upper left one does, so
 * that the order follows from what the flow says and from no order of records.
 */
export function outline(document: BotDocument, flow: FlowId): readonly OutlineSection[] {
  const blocks = document.blocksOf(flow)
  const seen = new Set<BlockId>()
  const section = (from: OutlineSection['from'], starts: readonly BlockRecord[]): OutlineSection => ({
    from,
    steps: starts.flatMap(({ id }) => walkFrom(document, blocks, id, seen)),
  })
  const all = [...blocks.values()]
  const entries = all.filter(({ kind }) => !kindNamed(kind)?.hasInput).sort(byPlace)
  const sections = entries.map(entry => section('entry', [entry]))
  const jumpedTo = jumpsInto(document, flow).sort(byPlace)
  sections.push(section('elsewhere', jumpedTo))
  const left = all.filter(({ id }) => !seen.has(id)).sort(byPlace)
  const heads = left.filter(({ id }) => document.edgesTo(id).length === 0)
  sections.push(section('nowhere', [...heads, ...left]))
  return sections.filter(({ steps }) => steps.length > 0)
}

/** The blocks not seen before that a block leads to, itself first, as a customer may meet them. */
function walkFrom(
  document: BotDocument,
  blocks: ReadonlyMap<BlockId, BlockRecord>,
  start: BlockId,
  seen: Set<BlockId>,
): BlockId[] {
  const order: BlockId[] = []
  const waiting = [start]
  for (let id = waiting.pop(); id; id = waiting.pop()) {
    const block = blocks.get(id)
    if (!block || seen.has(id)) continue
    seen.add(id)
    order.push(id)
    waiting.push(...followers(document, block).reverse())
  }
  return order
}

function followers(document: BotDocument, block: BlockRecord): BlockId[] {
  const target = jumpTarget(block)
  if (target) return [target]
  const edges = document.edgesFrom(block.id)
  // Most blocks have one edge at most; its port still has to be one the block has.
  if (edges.length === 0) return []
  return portIds(block).flatMap(id => document.edgeAt(block.id, id)?.to ?? [])
}

/** Records are frozen values, so the ports of one are worked out once: a flow is outlined again after every edit. */
const known = new WeakMap<object, readonly string[]>()

function portIds(block: BlockRecord): readonly string[] {
  const found = known.get(block.data) ?? portsOf(block).map(({ id }) => id)
  known.set(block.data, found)
  return found
}

function jumpTarget(block: BlockRecord): BlockId | null {
  return block.kind === 'goTo' ? (block.data.block as BlockId | null) : null
}

/** Blocks of a flow that others jump to, and the main menu when it is there. */
function jumpsInto(document: BotDocument, flow: FlowId): BlockRecord[] {
  const found = new Set<BlockRecord>()
  const add = (id: BlockId | null) => {
    const block = id ? document.get(id) : undefined
    if (block?.flow === flow) found.add(block)
  }
  add(document.bot.mainMenu)
  for (const block of document.all('block')) if (block.flow !== flow) add(jumpTarget(block))
  return [...found]
}

function byPlace(a: BlockRecord, b: BlockRecord): number {
  return a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1)
}
