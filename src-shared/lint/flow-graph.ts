import type { BotDocument } from '../document/bot-document.ts'
import type { BlockId, FlowId } from '../document/ids.ts'
import type { BlockRecord } from '../document/records.ts'
import { type BlockFacts, factsOf } from './block-facts.ts'

/**
 * How blocks lead to each other, by their number in `blocks`; made once per run, linear in blocks and edges.
 * `next` is every way on: edges at ports that exist, jumps, and into called flows.
 */
export class FlowGraph {
  readonly blocks: readonly BlockRecord[]
  readonly starts: ReadonlyMap<FlowId, BlockRecord>
  readonly next: readonly (readonly number[])[]
  private readonly numbers = new Map<BlockId, number>()

  constructor(
    document: BotDocument,
    blocks: readonly BlockRecord[],
    starts: ReadonlyMap<FlowId, BlockRecord>,
  ) {
    this.blocks = blocks
    this.starts = starts
    blocks.forEach((block, number) => {
      this.numbers.set(block.id, number)
    })
    this.next = blocks.map(block => this.waysOn(document, block, factsOf(block)))
  }

  numberOf(id: BlockId): number | undefined {
    return this.numbers.get(id)
  }

  /** The block a `callFlow` block begins with, if it has chosen a flow that has an entry. */
  calledStart(number: number): number | undefined {
    const flow = this.calledFlow(number)
    const start = flow && this.starts.get(flow)
    return start && this.numbers.get(start.id)
  }

  calledFlow(number: number): FlowId | null {
    for (const reference of this.facts(number).references) if (reference.role === 'flow') return reference.id
    return null
  }

  facts(number: number): BlockFacts {
    return factsOf(this.blocks[number] as BlockRecord)
  }

  private waysOn(document: BotDocument, block: BlockRecord, facts: BlockFacts): number[] {
    const ways: number[] = []
    const add = (id: BlockId | null | undefined) => {
      const number = id ? this.numbers.get(id) : undefined
      if (number !== undefined) ways.push(number)
    }
    for (const edge of document.edgesFrom(block.id).values())
      if (facts.ports.some(({ id }) => id === edge.port)) add(edge.to)
    for (const reference of facts.references) {
      if (reference.role === 'block') add(reference.id)
      if (reference.role === 'flow' && reference.id) add(this.starts.get(reference.id)?.id)
    }
    return ways
  }
}
