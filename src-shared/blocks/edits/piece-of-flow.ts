import type { BotDocument } from '../../document/bot-document.ts'
import type { BlockId, FlowId } from '../../document/ids.ts'
import type { BlockRecord, EdgeRecord } from '../../document/records.ts'
import type { FaultCode } from '../../kit/faults.ts'
import { type Fault, fault, ok, type Result } from '../../kit/result.ts'
import { kindNamed } from '../kinds.ts'
import { visitRecordFields } from '../record-fields.ts'
import { portsOf } from '../way-on.ts'

/** Blocks of one flow that can be run as a flow of their own: one way in, and at most one way on. */
export type Piece = Readonly<{
  flow: FlowId
  blocks: ReadonlyMap<BlockId, BlockRecord>
  /** Where it begins. */
  first: BlockRecord
  /** Edges that come in, that stay inside, and that lead out. */
  inward: readonly EdgeRecord[]
  inner: readonly EdgeRecord[]
  outward: readonly EdgeRecord[]
  /** Blocks outside that jump to the first one, and blocks inside that jump out. */
  jumpsIn: readonly BlockRecord[]
  jumpsOut: readonly BlockRecord[]
  /** The block that follows all of it; null where the conversation does not go on. */
  after: BlockId | null
}>

/**
 * What of a flow is chosen, if a call can stand in its place and nothing that conversations do changes (`extract/…`
 * says what stands against it, `problems` at which blocks). Order counts: the first reason is the one told.
 */
export function pieceOfFlow(document: BotDocument, chosen: Iterable<BlockId>): Result<Piece> {
  const all = [...chosen].flatMap(id => document.get(id) ?? [])
  const [some] = all
  if (!some || all.some(({ flow }) => flow !== some.flow)) return fault('extract/nothing')
  const blocks = new Map(all.map(block => [block.id, block]))
  const edges = edgesOf(document, blocks)
  const jumps = jumpsOf(document, blocks)
  const starts = startsOf(blocks, edges, jumps)
  const ends = new Set([...edges.outward.map(({ to }) => to), ...jumps.jumpsOut.map(goal)])
  const [after = null] = ends
  const goesOn = after !== null
  const reasons: readonly Reason[] = [
    ['extract/entry', all.filter(isEntry)],
    ['extract/main-menu', all.filter(({ id }) => id === document.bot.mainMenu)],
    ['extract/starts', starts.length > 1 ? starts : []],
    ['extract/ends', ends.size > 1 ? [...ends].flatMap(id => document.get(id) ?? []) : []],
    ['extract/returns', goesOn ? all.filter(returns) : []],
    ['extract/open', openBlocks(document, all, goesOn)],
    ['extract/back', goesOn ? menusGoneBackTo(document, blocks) : []],
  ]
  const [reason] = reasons.filter(([, at]) => at.length > 0)
  if (reason) return refusal(...reason)
  return ok({ flow: some.flow, blocks, ...edges, ...jumps, after, first: starts[0] as BlockRecord })
}

type Reason = readonly [FaultCode, readonly BlockRecord[]]
type Blocks = Piece['blocks']
type Edges = Pick<Piece, 'inward' | 'inner' | 'outward'>
type Jumps = Pick<Piece, 'jumpsIn' | 'jumpsOut'> & Readonly<{ aims: ReadonlySet<BlockId> }>

function refusal(code: FaultCode, at: readonly BlockRecord[]): Fault {
  const problems = at.map(({ id, title }) => ({ code, message: title, pointer: id }))
  return fault(code, undefined, problems)
}

function edgesOf(document: BotDocument, blocks: Blocks): Edges {
  const [inward, inner, outward]: EdgeRecord[][] = [[], [], []]
  for (const id of blocks.keys()) {
    for (const edge of document.edgesFrom(id)) (blocks.has(edge.to) ? inner : outward)?.push(edge)
    for (const edge of document.edgesTo(id)) if (!blocks.has(edge.from)) inward?.push(edge)
  }
  return { inward: inward ?? [], inner: inner ?? [], outward: outward ?? [] }
}

/** Jumps inside the flow are ways like edges; one into another flow leads there from anywhere alike. */
function jumpsOf(document: BotDocument, blocks: Blocks): Jumps {
  const jumpsIn: BlockRecord[] = []
  const jumpsOut: BlockRecord[] = []
  const aims = new Set<BlockId>()
  const [some] = blocks.values()
  for (const block of document.all('block'))
    visitRecordFields(block, ({ role, value }) => {
      if (role !== 'block' || value === null) return
      const to = value as BlockId
      if (blocks.has(to) && !blocks.has(block.id)) {
        jumpsIn.push(block)
        aims.add(to)
      }
      const isOut = blocks.has(block.id) && !blocks.has(to)
      if (isOut && document.get(to)?.flow === some?.flow) jumpsOut.push(block)
    })
  return { jumpsIn, jumpsOut, aims }
}

function goal(jump: BlockRecord): BlockId {
  return jump.data.block as BlockId
}

/** Where conversations come in; where none does, what nothing inside leads to, or the upper left of a circle. */
function startsOf(blocks: Blocks, { inward, inner }: Edges, { aims }: Jumps): readonly BlockRecord[] {
  const all = [...blocks.values()]
  const entered = new Set([...inward.map(({ to }) => to), ...aims])
  if (entered.size > 0) return all.filter(({ id }) => entered.has(id))
  const led = new Set([
    ...inner.filter(({ from, to }) => from !== to).map(({ to }) => to),
    ...all.filter(({ kind }) => kind === 'goTo').map(goal),
  ])
  const roots = all.filter(({ id }) => !led.has(id))
  return roots.length > 0 ? roots : all.sort((a, b) => a.y - b.y || a.x - b.x).slice(0, 1)
}

function isEntry({ kind }: BlockRecord): boolean {
  return kindNamed(kind)?.hasInput !== true
}

function returns({ kind, data }: BlockRecord): boolean {
  return kind === 'end' && data.mode === 'return'
}

/**
 * Blocks with a way that leads nowhere. In a called flow such a way leads back to the caller, and on from there; a
 * handover that nobody takes goes to the main menu instead, but only outside of called flows.
 */
function openBlocks(document: BotDocument, blocks: readonly BlockRecord[], goesOn: boolean) {
  return blocks.filter(block => {
    const ports = portsOf(block)
    const open = ports.filter(({ id }) => !document.edgeAt(block.id, id))
    if (block.kind === 'handover' && (goesOn || document.bot.mainMenu !== null))
      return open.length === ports.length
    return goesOn && open.some(({ required }) => required)
  })
}

/** Menus inside that a “back” of another menu may lead to from outside, from where nothing would return to the call. */
function menusGoneBackTo(document: BotDocument, blocks: Blocks): readonly BlockRecord[] {
  const menus = [...blocks.values()].filter(({ kind }) => kind === 'menu' || kind === 'cards')
  if (menus.length === 0) return []
  for (const { id, data } of document.all('block')) if (data.back === true && !blocks.has(id)) return menus
  return []
}
