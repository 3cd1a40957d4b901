import type { BlockId, FlowId } from '../document/ids.ts'
import type { BlockRecord } from '../document/records.ts'
import type { BlockSubject } from './block-subject.ts'

/**
 * How blocks lead to each other, by their number in `subjects`; made once per run, linear in blocks and edges.
 * `next` is every way on: edges at ports that exist, jumps, and into called flows.
 */
export class FlowGraph {
  readonly subjects: readonly BlockSubject[]
  readonly starts: ReadonlyMap<FlowId, BlockRecord>
  readonly next: readonly (readonly number[])[]
  private readonly numbers = new Map<BlockId, number>()

  constructor(subjects: readonly BlockSubject[], starts: ReadonlyMap<FlowId, BlockRecord>) {
    this.subjects = subjects
    this.starts = starts
    subjects.forEach(({ block }, number) => {
      this.numbers.set(block.id, number)
    })
    this.next = subjects.map(subject => this.waysOn(subject))
  }

  numberOf(id: BlockId): number | undefined {
    return this.numbers.get(id)
  }

  /** The block a `callFlow` block begins with, if it has chosen a flow that has an entry. */
  calledStart(number: number): number | undefined {
    const flow = this.calledFlow(number)
    const start = flow === null ? undefined : this.starts.get(flow)
    return start && this.numbers.get(start.id)
  }

  calledFlow(number: number): FlowId | null {
    for (const { fact } of this.subjects[number]?.references ?? []) if (fact.role === 'flow') return fact.id
    return null
  }

  /** Where the edge at a port leads; undefined when nothing is connected. */
  atPort(number: number, port: string): number | undefined {
    const exit = this.subjects[number]?.exits.find(({ edge }) => edge.port === port)
    return exit && this.numbers.get(exit.edge.to)
  }

  private waysOn({ facts, exits, references }: BlockSubject): number[] {
    const ways: number[] = []
    const add = (id: BlockId | null | undefined) => {
      const number = id ? this.numbers.get(id) : undefined
      if (number !== undefined) ways.push(number)
    }
    for (const { edge } of exits) if (facts.ports.some(({ id }) => id === edge.port)) add(edge.to)
    for (const { fact } of references) {
      if (fact.role === 'block') add(fact.id)
      if (fact.role === 'flow' && fact.id) add(this.starts.get(fact.id)?.id)
    }
    return ways
  }
}
