import type {
  CompiledBlock,
  CompiledText,
  CompiledVariable,
  Turn,
  UnderstandingSource,
} from '../blocks/kind.ts'
import type { BlockId, FlowId, KeywordId } from '../document/ids.ts'
import type { MatchMode } from '../document/records.ts'
import type { LiveChatSettings } from '../document/settings.ts'
import type { Problem } from '../kit/result.ts'
import type { Message } from '../message/message.ts'
import type { Limits } from './limits.ts'

/** A block with where its ports lead, ready to run. */
export type ProgramBlock = CompiledBlock & {
  readonly id: BlockId
  readonly flow: FlowId
  readonly kind: string
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

/** What a whole message can mean at any point of a conversation (requirements.md D-20 steps 2, 4, 5). */
export type GlobalWord = 'optOut' | 'optIn' | 'endToken' | 'mainMenuToken' | 'agentWord' | 'cancel'

/** The entries other than keywords: what wakes them, and the block. */
export type ProgramEntries = Readonly<{
  anyMessage: ProgramBlock | null
  proactive: ProgramBlock | null
  /** By `ref`; the empty one takes any other. */
  referrals: ReadonlyMap<string, ProgramBlock>
  /** By the name of the event. */
  events: ReadonlyMap<string, ProgramBlock>
  schedules: ReadonlyMap<BlockId, ProgramBlock>
  /** By locale; the empty one serves every other (requirements.md CM-01). */
  preChat: ReadonlyMap<string, ProgramBlock>
  /** By intent. */
  intents: ReadonlyMap<string, ProgramBlock>
}>

/** The bot's settings, ready to run. Texts are null where nothing is to be said. */
export type ProgramRules = Readonly<{
  inactivityMs: number
  inactivityText: CompiledText | null
  /** requirements.md D-10, KAR-11. */
  transferOnInvalid: boolean
  invalidTransferText: CompiledText | null
  /** requirements.md D-09. */
  transferOnNegative: boolean
  /** Messages of negative sentiment in a row; 0 for never. */
  transferOnSentiment: number
  optOutText: CompiledText
  optInText: CompiledText
  proactiveOnly: boolean
  liveChat: Pick<LiveChatSettings, 'afterHandover' | 'queueWhenOffline' | 'returnOnClose'> &
    Readonly<{ failedText: CompiledText; offlineText: CompiledText }>
  threshold: number
  margin: number
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
  entries: ProgramEntries
  exactKeywords: ReadonlyMap<string, readonly ProgramKeyword[]>
  looseKeywords: readonly ProgramKeyword[]
  /** By normalised word. */
  words: ReadonlyMap<string, GlobalWord>
  rules: ProgramRules
  /** Whether intents or questions and answers may be understood where nothing else fits. */
  understands: boolean
  answers: ReadonlyMap<string, CompiledText>
  understanding: UnderstandingSource
  /** Whether some block looks at what was written last. */
  hears: boolean
  /** Whether some menu can go back, which is what menus are remembered for. */
  goesBack: boolean
  /** Puts the bot's own header and footer around a message (requirements.md NHN-21); null where there are none. */
  dress: ((turn: Turn, message: Message) => Message) | null
  variables: ReadonlyMap<string, CompiledVariable>
  locales: readonly string[]
  limits: Limits
  problems: readonly Problem[]
}>
