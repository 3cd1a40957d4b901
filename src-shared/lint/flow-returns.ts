import type { FlowId } from '../document/ids.ts'
import type { FlowGraph } from './flow-graph.ts'

/**
 * What a called flow can do before it waits for the customer: `passes` are those that can come back to the caller
 * without waiting, `stays` those that can also wait, close or jump away on some path.
 */
export type FlowReturns = Readonly<{ passes: ReadonlySet<FlowId>; stays: ReadonlySet<FlowId> }>

/**
 * Walks every flow from its start to the first blocks that wait; a call goes on once the called flow is known to pass.
 * Edges do not leave their flow, so each block is walked once, whatever calls it.
 */
export function flowReturnsOf(graph: FlowGraph): FlowReturns {
  const walk = new Walk(graph)
  for (const start of graph.starts.values()) walk.from(graph.numberOf(start.id))
  return walk
}

class Walk implements FlowReturns {
  readonly passes = new Set<FlowId>()
  readonly stays = new Set<FlowId>()
  private readonly graph: FlowGraph
  private readonly seen = new Set<number>()
  private readonly callers = new Map<FlowId, number[]>()
  private readonly ahead: number[] = []

  constructor(graph: FlowGraph) {
    this.graph = graph
  }

  from(start: number | undefined): void {
    this.visit(start)
    for (let block = this.ahead.pop(); block !== undefined; block = this.ahead.pop()) this.step(block)
  }

  private visit(block: number | undefined): void {
    if (block === undefined || this.seen.has(block)) return
    this.seen.add(block)
    this.ahead.push(block)
  }

  private step(number: number): void {
    const subject = this.graph.subjects[number]
    if (!subject) return
    const { block, facts } = subject
    if (facts.kind?.waits) this.canStay(block.flow)
    else if (block.kind === 'end' && block.data.mode === 'return') this.canPass(block.flow)
    else if (block.kind === 'end') this.canStay(block.flow)
    else if (block.kind === 'goTo') this.jump(number, block.flow)
    else this.callOrLeave(number, block.flow)
  }

  /** A block that calls nothing, or a flow without an entry, is just left. */
  private callOrLeave(number: number, flow: FlowId): void {
    const called = this.graph.calledStart(number) === undefined ? null : this.graph.calledFlow(number)
    if (called === null) {
      this.leave(number)
      return
    }
    const callers = this.callers.get(called)
    if (callers) callers.push(number)
    else this.callers.set(called, [number])
    if (this.passes.has(called)) this.leave(number)
    if (this.stays.has(called)) this.canStay(flow)
  }

  /** Goes on at the block's edges; at a port without one, a called flow returns (src-shared/runtime/follow.ts). */
  private leave(number: number): void {
    const subject = this.graph.subjects[number]
    if (!subject) return
    for (const port of subject.facts.ports) {
      const target = this.graph.atPort(number, port.id)
      if (target !== undefined) this.visit(target)
      else if (port.required) this.canPass(subject.block.flow)
    }
  }

  private jump(number: number, flow: FlowId): void {
    const [target] = this.graph.next[number] ?? []
    if (target !== undefined && this.graph.subjects[target]?.block.flow === flow) this.visit(target)
    else this.canStay(flow)
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
      for (const caller of this.callers.get(next) ?? [])
        flows.push(this.graph.subjects[caller]?.block.flow as FlowId)
    }
  }
}
