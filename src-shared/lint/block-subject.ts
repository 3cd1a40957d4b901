import type { Port } from '../blocks/kind.ts'
import type { BlockRecord, BotDocRecord, EdgeRecord } from '../document/records.ts'
import type { BlockFacts, ReferenceFact } from './block-facts.ts'
import type { BotWide } from './bot-wide.ts'

/** Another block, as far as the check of one may look at it. */
export type NeighbourBlock = Pick<BlockRecord, 'id' | 'type' | 'kind' | 'title'>

/** An edge that leaves the block; without `port` it leaves at one that is gone. */
export type Exit = Readonly<{
  edge: EdgeRecord
  port: Port | undefined
  target: Readonly<{ block: NeighbourBlock; hasInput: boolean }> | undefined
}>

/** `begins`: of a flow, whether it has an entry to begin with. */
export type Reference = Readonly<{
  fact: ReferenceFact
  record: Exclude<BotDocRecord, BlockRecord> | NeighbourBlock | undefined
  begins: boolean
}>

/**
 * All that the check of one block may look at; its place on the canvas is no part of it. What was found stays true
 * until something of this changes (bot-memory.ts), so of variables a check may only ask those that the block names in
 * a text or formula or chooses in a field.
 */
export type BlockSubject = Readonly<{
  block: Omit<BlockRecord, 'x' | 'y'>
  facts: BlockFacts
  /** In no certain order. */
  exits: readonly Exit[]
  references: readonly Reference[]
  wide: BotWide
}>
