import type { CompiledBlock, CompiledVariable } from '../blocks/kind.ts'
import type { BlockId, FlowId, KeywordId } from '../document/ids.ts'
import type { MatchMode } from '../document/records.ts'
import type { Problem } from '../kit/result.ts'
import type { Limits } from './limits.ts'

/** A block with where its ports lead, ready to run. */
export type ProgramBlock = CompiledBlock & {
  readonly id: BlockId
  readonly flow: FlowId
  /** Filled after all blocks exist. */
  readonly targets: Map<string, ProgramBlock>
}

export type ProgramKeyword = Readonly<{
  id: KeywordId
  normal: string
  match: MatchMode
  locale: string | null
  entry: BlockId
}>

/**
 * All that can be known of a bot before anybody talks to it: indexed, formulas parsed once, problems listed. The
 * time of a turn does not depend on its size.
 */
export type Program = Readonly<{
  blocks: ReadonlyMap<BlockId, ProgramBlock>
  /** Where a flow begins when it is called. */
  starts: ReadonlyMap<FlowId, ProgramBlock>
  mainMenu: ProgramBlock | null
  /** The entry for any message, when the bot has one. */
  anyMessage: ProgramBlock | null
  exactKeywords: ReadonlyMap<string, readonly ProgramKeyword[]>
  looseKeywords: readonly ProgramKeyword[]
  /** Normalised words that always act, at any point of a conversation (requirements.md D-20 step 4). */
  tokens: ReadonlyMap<string, 'endToken' | 'mainMenuToken'>
  variables: ReadonlyMap<string, CompiledVariable>
  locales: readonly string[]
  limits: Limits
  problems: readonly Problem[]
}>
