import type { BotDocument } from '../document/bot-document.ts'
import type { FlowId } from '../document/ids.ts'
import type { EdgeRecord } from '../document/records.ts'
import { type AutomaticCircle, allCircles, automaticCircles } from './automatic-circles.ts'
import type { BlockNode, Exit } from './block-node.ts'
import type { BlockStore } from './block-store.ts'
import { type FlowReturns, flowReturnsOf } from './flow-returns.ts'
import { linksOf, sameItems, sameLinks } from './links.ts'

const FEW = 8
const NO_STARTS: ReadonlyMap<FlowId, BlockNode> = new Map()

/** How conversations go through a bot: where they begin, which blocks they come to, and where they run in circles. */
export class BotPaths {
  starts: ReadonlyMap<FlowId, BlockNode> = NO_STARTS
  circles: readonly AutomaticCircle[] = []
  /** Grows whenever some block leads on otherwise than before. */
  version = 0
  private returns: FlowReturns
  private beginnings: readonly BlockNode[] = []
  private walk = 0
  private readonly document: BotDocument
  private readonly store: BlockStore

  constructor(document: BotDocument, store: BlockStore) {
    this.document = document
    this.store = store
    this.findStarts()
    // In the order they lie in, which is three times as fast as asking for those of each block.
    for (const edge of document.all('edge')) {
      const from = store.nodes.get(edge.from)
      if (!from) continue
      // Most have one or two, and a list that grows takes room for sixteen more.
      if (from.exits.length < FEW) from.exits = [...from.exits, this.exitOf(edge)]
      else from.exits.push(this.exitOf(edge))
    }
    this.returns = flowReturnsOf(NO_STARTS)
  }

  /** For each block at first; then `follow` once. */
  link(node: BlockNode): void {
    node.links = linksOf(node, { nodes: this.store.nodes, starts: this.starts })
  }

  follow(): void {
    this.returns = flowReturnsOf(this.starts)
    this.walkOn()
    this.circles = allCircles(this.store.ordered, this.returns)
  }

  isReached(node: BlockNode): boolean {
    return node.walk === this.walk
  }

  /** Looks anew where flows begin, and gives those that begin somewhere else than before. */
  findStarts(): readonly FlowId[] {
    const before = this.starts
    const now = startsOf(this.store.groups.entries)
    const flows = [...new Set([...before.keys(), ...now.keys()])]
    const moved = flows.filter(flow => before.get(flow) !== now.get(flow))
    if (moved.length > 0) this.starts = now
    return moved
  }

  /**
   * Looks up where these blocks lead; only when one of them leads another way than before, or `removed` are gone, the
   * paths through the bot are followed again.
   */
  relink(nodes: Iterable<BlockNode>, removed: Iterable<BlockNode>): void {
    const reshaped = new Set(removed)
    for (const node of nodes) {
      const before = node.links
      node.exits = Array.from(this.document.edgesFrom(node.block.id), edge => this.exitOf(edge))
      this.link(node)
      if (!sameLinks(before, node.links)) reshaped.add(node)
    }
    const isSame = sameItems(this.beginnings, this.findBeginnings())
    if (isSame && reshaped.size === 0) return
    this.walkOn()
    this.version += 1
    if (reshaped.size === 0) return
    this.findReturns(reshaped)
    this.findCircles(reshaped)
  }

  private exitOf(edge: EdgeRecord): Exit {
    return { edge, target: this.store.nodes.get(edge.to), port: undefined }
  }

  /** An entry for calls only counts when a block that is reached calls it. */
  private findBeginnings(): readonly BlockNode[] {
    const { mainMenu } = this.document.bot
    const menu = mainMenu && this.store.nodes.get(mainMenu)
    const called = this.store.groups.entries.filter(({ block }) => block.data.trigger !== 'call')
    return menu ? [...called, menu] : called
  }

  /** Goes all ways from the beginnings, and leaves the number of this walk in every block it comes to. */
  private walkOn(): void {
    this.beginnings = this.findBeginnings()
    this.walk += 1
    const ahead = [...this.beginnings]
    for (let node = ahead.pop(); node; node = ahead.pop()) {
      if (node.walk === this.walk) continue
      node.walk = this.walk
      for (const next of node.links.ways) if (next.walk !== this.walk) ahead.push(next)
    }
  }

  /** The calls of a flow that now returns otherwise lead on otherwise too. */
  private findReturns(reshaped: Set<BlockNode>): void {
    const before = this.returns
    if (before.starts === this.starts && ![...reshaped].some(node => before.walked.has(node))) return
    this.returns = flowReturnsOf(this.starts)
    const { passes, stays } = this.returns
    for (const flow of new Set([...before.passes, ...before.stays, ...passes, ...stays]))
      if (before.passes.has(flow) !== passes.has(flow) || before.stays.has(flow) !== stays.has(flow))
        for (const caller of this.store.uses.choosing(flow)) reshaped.add(caller)
  }

  private findCircles(changed: ReadonlySet<BlockNode>): void {
    const around = { returns: this.returns, has: (node: BlockNode) => this.store.has(node) }
    this.circles = automaticCircles(this.circles, changed, around)
  }
}

/** Entries are in the order of their ids, in which the runtime takes them too. Where a called flow begins: at its `call` entry, else at its first other one (src-shared/runtime/compile-entries.ts). */
function startsOf(entries: readonly BlockNode[]): ReadonlyMap<FlowId, BlockNode> {
  const starts = new Map<FlowId, BlockNode>()
  for (const entry of entries) {
    const { flow, data } = entry.block
    const chosen = starts.get(flow)
    if (!chosen || (chosen.block.data.trigger !== 'call' && data.trigger === 'call')) starts.set(flow, entry)
  }
  return starts
}
