import type { FlowId } from '../document/ids.ts'
import type { BlockNode } from './block-node.ts'

/**
 * What a called flow can do before it waits for the customer: `passes` are those that can come back to the caller
 * without waiting, `stays` those that can also wait, close or jump away on some path. `walked` are the blocks that
 * decide it, from the `starts` of the flows on.
 */
export type FlowReturns = Readonly<{
  passes: ReadonlySet<FlowId>
  stays: ReadonlySet<FlowId>
  walked: ReadonlySet<BlockNode>
  starts: ReadonlyMap<FlowId, BlockNode>
}>

/**
 * Walks every flow from its start to the first blocks that wait; a call goes on once the called flow is known to pass.
 * Edges do not leave their flow, so each block is walked once, whatever calls it.
 */
export function flowReturnsOf(starts: ReadonlyMap<FlowId, BlockNode>): FlowReturns {
  const walk = new Walk(starts)
  for (const start of starts.values()) walk.from(start)
  return walk
}

class Walk implements FlowReturns {
  readonly passes = new Set<FlowId>()
  readonly stays = new Set<FlowId>()
  readonly walked = new Set<BlockNode>()
  readonly starts: FlowReturns['starts']
  private readonly callers = new Map<FlowId, BlockNode[]>()
  private readonly ahead: BlockNode[] = []

  constructor(starts: FlowReturns['starts']) {
    this.starts = starts
  }

  from(start: BlockNode): void {
    this.visit(start)
    for (let node = this.ahead.pop(); node; node = this.ahead.pop()) this.step(node)
  }

  private visit(node: BlockNode): void {
    if (this.walked.has(node)) return
    this.walked.add(node)
    this.ahead.push(node)
  }

  private step(node: BlockNode): void {
    const { does, flow } = node.links
    switch (does) {
      case 'waits':
      case 'closes':
        this.canStay(flow)
        break
      case 'returns':
        this.canPass(flow)
        break
      case 'jumps':
        this.jump(node)
        break
      case 'goesOn':
        this.callOrLeave(node)
    }
  }

  /** A block that calls nothing, or a flow without an entry, is just left. */
  private callOrLeave(node: BlockNode): void {
    const { flow, calledFlow, calledStart } = node.links
    if (calledFlow === null || calledStart === undefined) {
      this.leave(node)
      return
    }
    const callers = this.callers.get(calledFlow)
    if (callers) callers.push(node)
    else this.callers.set(calledFlow, [node])
    if (this.passes.has(calledFlow)) this.leave(node)
    if (this.stays.has(calledFlow)) this.canStay(flow)
  }

  /** Goes on at the block's edges; at a port without one, a called flow returns (src-shared/runtime/follow.ts). */
  private leave({ links }: BlockNode): void {
    for (const target of links.targets) this.visit(target)
    if (links.isOpen) this.canPass(links.flow)
  }

  private jump({ links }: BlockNode): void {
    const [target] = links.ways
    if (target?.links.flow === links.flow) this.visit(target)
    else this.canStay(links.flow)
  }

  private canPass(flow: FlowId): void {
    if (this.passes.has(flow)) return
    this.passes.add(flow)
    for (const caller of this.callers.get(flow) ?? []) this.leave(caller)
  }

  private canStay(flow: FlowId): void {
    const flows = [flow]
    for (let next = flows.pop(); next; next = flows.pop()) {
      if (this.stays.has(next)) continue
      this.stays.add(next)
      for (const caller of this.callers.get(next) ?? []) flows.push(caller.links.flow)
    }
  }
}
