import { kindNamed } from '../blocks/kinds.ts'
import type { BotDocument } from '../document/bot-document.ts'
import type { BlockId, EdgeId } from '../document/ids.ts'
import type { Simulation } from '../runtime/simulation.ts'

/** What conversations came by: blocks that ran, edges that were taken. Coverage of several is the union of theirs. */
export type Coverage = Readonly<{ blocks: ReadonlySet<BlockId>; edges: ReadonlySet<EdgeId> }>

export const NO_COVERAGE: Coverage = { blocks: new Set(), edges: new Set() }

/** How many of the blocks, edges and connected options of a bot that is. */
export type CoverageCounts = Readonly<
  Record<'blocks' | 'edges' | 'options', Readonly<{ covered: number; all: number }>>
>

/** What the conversations came by, of what the bot has now. */
export function coverageOf(document: BotDocument, played: Iterable<Pick<Simulation, 'turns'>>): Coverage {
  const blocks = new Set<BlockId>()
  const edges = new Set<EdgeId>()
  for (const { turns } of played)
    for (const { events } of turns)
      for (const event of events) {
        if (event.type === 'blockEntered' && document.get(event.block)) blocks.add(event.block)
        if (event.type !== 'edgeTaken') continue
        const edge = document.edgeAt(event.block, event.port)
        if (edge) edges.add(edge.id)
      }
  return { blocks, edges }
}

export function joinCoverage(a: Coverage, b: Coverage): Coverage {
  return {
    blocks: new Set([...a.blocks, ...b.blocks]),
    edges: new Set([...a.edges, ...b.edges]),
  }
}

/** Blocks that cannot run, such as those of another Parley, count as well: nothing came by them. */
export function countCoverage(document: BotDocument, { blocks, edges }: Coverage): CoverageCounts {
  let [options, coveredOptions] = [0, 0]
  for (const edge of document.all('edge')) {
    if (!isOption(document, edge.from, edge.port)) continue
    options += 1
    if (edges.has(edge.id)) coveredOptions += 1
  }
  return {
    blocks: { covered: blocks.size, all: document.count('block') },
    edges: { covered: edges.size, all: document.count('edge') },
    options: { covered: coveredOptions, all: options },
  }
}

function isOption(document: BotDocument, block: BlockId, port: string): boolean {
  const record = document.get(block)
  const ports = record ? (kindNamed(record.kind)?.ports(record.data) ?? []) : []
  return ports.some(({ id, role }) => id === port && role === 'option')
}
