import type { Port } from '../blocks/kind.ts'
import { kindNamed } from '../blocks/kinds.ts'
import type { FlowId } from '../document/ids.ts'
import type { BlockRecord, EdgeRecord } from '../document/records.ts'
import { type BlockFacts, NO_FACTS } from './block-facts.ts'
import type { Issue } from './issue.ts'
import type { Mark } from './strongly-connected.ts'

/** An edge that leaves a block; without `port` it leaves at one that is gone. */
export type Exit = {
  readonly edge: EdgeRecord
  readonly target: BlockNode | undefined
  port: Port | undefined
}

/**
 * How a block leads on. `does` is what it is to a conversation that comes by: it waits for the customer, ends the flow
 * (`returns`) or the conversation (`closes`), `jumps`, or just goes on.
 */
export type Links = Readonly<{
  flow: FlowId
  does: 'waits' | 'returns' | 'closes' | 'jumps' | 'goesOn'
  /** The time it lets pass, for blocks that do nothing else; ms. */
  pauseMs: number | null
  /** Whether it says something that is not a registered template. */
  speaks: boolean
  /** The blocks its ports lead to. */
  targets: readonly BlockNode[]
  /** Whether a required port leads nowhere. */
  isOpen: boolean
  /** The flow it calls, and the block that flow begins with. */
  calledFlow: FlowId | null
  calledStart: BlockNode | undefined
  /** Every way on: `targets`, jumps, and into called flows. */
  ways: readonly BlockNode[]
}>

/** What the checks remember of one block. Written by block-store.ts, bot-paths.ts and linter.ts only. */
export class BlockNode {
  block: BlockRecord
  /** Whether edges may lead to it. */
  hasInput: boolean
  facts: BlockFacts
  /** In no certain order. */
  exits: Exit[] = NO_EXITS
  links: Links
  issues: readonly Issue[] = NO_ISSUES
  /** The finding that no conversation comes here, once it was needed for this very record. */
  lost: Issue | null = null
  /** The number of the last walk that came here (bot-paths.ts). */
  walk = 0
  /** Of strongly-connected.ts, while it runs. */
  mark: Mark | null = null

  constructor(block: BlockRecord) {
    this.block = block
    this.hasInput = takesInput(block)
    this.facts = NO_FACTS
    this.links = NO_LINKS
  }
}

/** Whether edges may lead to a block; of kinds that are not known nothing is said. */
export function takesInput({ kind }: BlockRecord): boolean {
  return kindNamed(kind)?.hasInput !== false
}

export const NO_ISSUES: readonly Issue[] = []
export const NO_EXITS: Exit[] = []
const NO_NODES: readonly BlockNode[] = []
const NO_LINKS: Links = {
  flow: '' as FlowId,
  does: 'goesOn',
  pauseMs: null,
  speaks: false,
  targets: NO_NODES,
  isOpen: false,
  calledFlow: null,
  calledStart: undefined,
  ways: NO_NODES,
}
