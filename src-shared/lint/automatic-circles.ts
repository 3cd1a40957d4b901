import type { BotDocument } from '../document/bot-document.ts'
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

export function automaticCirclesOf(document: BotDocument, graph: FlowGraph): readonly AutomaticCircle[] {
  const returns = flowReturnsOf(document, graph)
  const waits = (number: number) => graph.facts(number).kind?.waits === true
  const ways = graph.blocks.map((_, number) => (waits(number) ? [] : automaticWays(graph, returns, number)))
  const next = ways.map(all => all.filter(number => !waits(number)))
  return circlesOf(next).map(circle => {
    const members = new Set(circle)
    const hasWayOut = circle.some(
      number =>
        stops(document, graph, number) ||
        mayStayInCall(graph, returns, number) ||
        waysBeyondCall(graph, ways[number] ?? [], number).some(way => !members.has(way)),
    )
    const calls = circle.some(number => {
      const start = graph.calledStart(number)
      return start !== undefined && members.has(start)
    })
    return { blocks: circle.map(number => graph.blocks[number] as BlockRecord), hasWayOut, calls }
  })
}

/** A call leads to what comes after it only when the called flow can come back without waiting. */
function automaticWays(graph: FlowGraph, returns: FlowReturns, number: number): number[] {
  const start = graph.calledStart(number)
  if (start === undefined) return [...(graph.next[number] ?? [])]
  const flow = graph.calledFlow(number)
  return flow && returns.passes.has(flow) ? [...(graph.next[number] ?? [])] : [start]
}

function stops(document: BotDocument, graph: FlowGraph, number: number): boolean {
  const block = graph.blocks[number]
  const { ports } = graph.facts(number)
  return block !== undefined && ports.some(port => port.required && !document.edgeAt(block.id, port.id))
}

function mayStayInCall(graph: FlowGraph, returns: FlowReturns, number: number): boolean {
  const flow = graph.calledStart(number) === undefined ? null : graph.calledFlow(number)
  return flow !== null && returns.stays.has(flow)
}

/** The start of a called flow that always comes back is no way out of a circle around the call. */
function waysBeyondCall(graph: FlowGraph, ways: readonly number[], number: number): readonly number[] {
  const start = graph.calledStart(number)
  return start === undefined ? ways : ways.filter(way => way !== start)
}
