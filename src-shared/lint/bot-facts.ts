import type { AuthId, BlockId, FlowId, IntentId, MediaId } from '../document/ids.ts'
import type {
  AuthRecord,
  BlockRecord,
  BotRecord,
  FaqRecord,
  FlowRecord,
  IntentRecord,
  KeywordRecord,
  MediaRecord,
  VariableRecord,
} from '../document/records.ts'
import type { StudyRecord } from '../document/study.ts'
import type { AutomaticCircle } from './automatic-circles.ts'

/** A circle of blocks that does not wait (automatic-circles.ts), with the records as they are now. */
export type CircleFact = Pick<AutomaticCircle, 'hasWayOut' | 'calls'> &
  Readonly<{ blocks: readonly BlockRecord[] }>

/**
 * What the checks of a whole bot may look at. Every list is in the order of ids, and each member is the very same
 * object as before as long as nothing in it has changed (fact-keeper.ts).
 */
export type BotFacts = Readonly<{
  bot: BotRecord
  flows: readonly FlowRecord[]
  keywords: readonly KeywordRecord[]
  intents: readonly IntentRecord[]
  faqs: readonly FaqRecord[]
  auths: readonly AuthRecord[]
  files: readonly MediaRecord[]
  variables: ReadonlyMap<string, VariableRecord>
  /** Variables that no text, formula or field uses. */
  unused: readonly VariableRecord[]
  /** Intents that a block asks for. */
  routedIntents: readonly IntentId[]
  /** Accesses that a call uses. */
  calledAuths: readonly AuthId[]
  /** Files that a block sends. */
  usedFiles: readonly MediaId[]
  entries: readonly BlockRecord[]
  /** Blocks that hand over to a person. */
  handovers: readonly BlockRecord[]
  /** Blocks that call other systems. */
  integrations: readonly BlockRecord[]
  studies: readonly StudyRecord[]
  /** Whether somebody has begun with the checklist. */
  isOnboarding: boolean
  /** The entries that some block's call begins with. */
  calledEntries: readonly BlockId[]
  /** The flows that each flow calls. */
  calls: ReadonlyMap<FlowId, readonly FlowId[]>
  circles: readonly CircleFact[]
  /** Blocks that may be said when a channel takes only templates, or nothing; none where no channel is so (late-blocks.ts). */
  late: readonly BlockRecord[]
  mainMenu: BlockRecord | undefined
  firstMenu: BlockRecord | undefined
}>
