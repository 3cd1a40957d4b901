import type { BlockRecord } from '../document/records.ts'
import type { FlowGraph } from './flow-graph.ts'
import { type FlowReturns, flowReturnsOf } from './flow-returns.ts'
import { circlesOf } from './strongly-connected.ts'

/** Blocks that can follow each other round and round without waiting for the customer (requirements.md NHN-15). */
export type AutomaticCircle = Readonly<{
  blocks: readonly BlockRecord[]
  /** Whether some way leads out of it; one without is endless for certain. */
  hasWayOut: boolean
  /** Whether each round is one more call to return from. */
  calls: boolean
}>

export function automaticCirclesOf(graph: FlowGraph): readonly AutomaticCircle[] {
  const returns = flowReturnsOf(graph)
  const waits = graph.subjects.map(({ facts }) => facts.kind?.waits === true)
  const ways = graph.subjects.map((_, number) =>
    waits[number] ? NONE : automaticWays(graph, returns, number),
  )
  const next = ways.map(all =>
    all.some(number => waits[number]) ? all.filter(number => !waits[number]) : all,
  )
  return circlesOf(next).map(circle => {
    const members = new Set(circle)
    const starts = circle.map(number => graph.calledStart(number))
    return {
      blocks: circle.map(number => graph.subjects[number]?.block as BlockRecord),
      hasWayOut: circle.some(number =>
        canLeave({ graph, returns, members, ways: ways[number] ?? NONE }, number),
      ),
      calls: starts.some(start => start !== undefined && members.has(start)),
    }
  })
}

const NONE: readonly number[] = []

/** A call leads to what comes after it only when the called flow can come back without waiting. */
function automaticWays(graph: FlowGraph, returns: FlowReturns, number: number): readonly number[] {
  const start = graph.calledStart(number)
  const flow = graph.calledFlow(number)
  const isHeld = start !== undefined && flow !== null && !returns.passes.has(flow)
  return isHeld ? [start] : (graph.next[number] ?? NONE)
}

type Around = Readonly<{
  graph: FlowGraph
  returns: FlowReturns
  members: ReadonlySet<number>
  ways: readonly number[]
}>

/** The start of a called flow that always comes back is no way out of a circle around the call. */
function canLeave({ graph, returns, members, ways }: Around, number: number): boolean {
  const ports = graph.subjects[number]?.facts.ports ?? []
  if (ports.some(({ id, required }) => required && graph.atPort(number, id) === undefined)) return true
  const start = graph.calledStart(number)
  const flow = graph.calledFlow(number)
  if (start !== undefined && flow !== null && returns.stays.has(flow)) return true
  return ways.some(way => way !== start && !members.has(way))
}
