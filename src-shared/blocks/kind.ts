import type { z } from 'zod'
import type { AuthId, BlockId, FaqId, FlowId, IntentId, TemplateId, VariableId } from '../document/ids.ts'
import type { Localized } from '../document/localized.ts'
import type { AuthRecord, FaqRecord, IntentRecord, MediaRecord, TemplateRecord } from '../document/records.ts'
import type { BotSettings, Channel } from '../document/settings.ts'
import type { FaultCode } from '../kit/faults.ts'
import type { Said } from '../kit/sentences/said.ts'
import type { Value, ValueType } from '../kit/value.ts'
import type { Message, Place } from '../message/message.ts'
import type { Sentiment, Understanding } from '../understanding/understanding.ts'
import type { EffectRequest, EffectResult, HandoverReason } from './effect.ts'
import type { EntrySchedule } from './entry-schedule.ts'

/** Five families, one hue each (design/interface.md, A block). */
export type Family = 'say' | 'ask' | 'decide' | 'act' | 'people'

/**
 * Where a block can be left. A `required` port without an edge is a problem; a quiet one (`fallback`) has a sensible
 * meaning when nothing is connected, said in the kind's docstring.
 */
export type Port = Readonly<{
  id: string
  role: 'next' | 'option' | 'fallback' | 'error'
  required: boolean
  /** The designer's own words, for options and branches; other ports are named by the interface. */
  label?: Localized
}>

/** A file a customer sent; the bytes stay with the host. */
export type SentFile = Readonly<{
  kind: 'image' | 'video' | 'audio' | 'document'
  /** Where the host keeps it. */
  url: string
  name: string
  mime: string
  /** Bytes. */
  size: number
  /** How long it plays, milliseconds, where that is known. */
  durationMs?: number | undefined
}>

/** What a customer sent that a waiting block is asked about. */
export type Reply = Readonly<{
  text: string
  /** `text` as keywords and labels are compared (src-shared/runtime/normalise-text.ts). */
  normal: string
  /** The id of the button or list row that was tapped. */
  option: string | null
  location: Place | null
  files: readonly SentFile[]
}>

/** Who takes over and what they are told; requirements.md CM-05, CM-08, CM-09. */
export type HandoverWish = Readonly<{
  reason: HandoverReason
  skill: string | null
  webstore: string | null
  /** The label of the channel for the agent desk; null for its own. */
  channel: string | null
}>

/** How a block was left. Closed: the runtime knows these and no others. */
export type Outcome =
  | Readonly<{ go: 'port'; port: string }>
  /** Stay: for what the customer sends next, for the clock (`turn.wakeAt`), or for an effect (`turn.perform`). */
  | Readonly<{ go: 'wait' }>
  /** Enter the same block again, keeping the count of failed tries. */
  | Readonly<{ go: 'again' }>
  /**
   * Into another flow. On return the conversation goes on at the port, or in the block's `back` when `resume` is set.
   */
  | Readonly<{
      go: 'call'
      flow: FlowId
      port: string
      resume?: boolean
    }>
  | Readonly<{ go: 'jump'; block: BlockId }>
  /** Back to the menu that led here, or to the main menu; where there is none, the block is entered again. */
  | Readonly<{ go: 'back' | 'mainMenu' }>
  /** To a person. `offline` and `failed` are the ports where it goes on when that could not be (CM-16, D-15). */
  | Readonly<{ go: 'handover'; wish: HandoverWish; offline: string; failed: string }>
  /** Back to the calling flow; where there is none, the conversation closes. */
  | Readonly<{ go: 'return' }>
  | Readonly<{ go: 'close' }>

/** What a block may note while it waits: small plain JSON. */
export type Memo = Readonly<Record<string, Value>>

export type CompiledText = (turn: Turn) => string
/** The value, or undefined when it failed; the failure is already in the events. */
export type CompiledFormula = (turn: Turn) => Value | undefined
export type CompiledVariable = Readonly<{
  id: VariableId
  name: string
  valueType: ValueType
  secret: boolean
  initial: Value
}>

/** What a kind may ask while a bot is compiled. Whatever is broken is listed as a problem; compile never throws. */
export interface CompileContext {
  readonly locales: readonly string[]
  readonly country: string | null
  /** Text in the neutral markup; values that are filled in stay as they are written (requirements.md NHN-23). */
  text(texts: Localized): CompiledText
  /** Text without markup, such as a label. */
  plain(texts: Localized): CompiledText
  /** Whether the text is the same at every turn: nothing in it is filled in. */
  isConstant(texts: Localized): boolean
  formula(source: string): CompiledFormula
  variable(id: VariableId | null): CompiledVariable | null
  normalise(text: string): string
  /** Whether an edge leaves the block at this port. */
  connected(port: string): boolean
  /** A text that is the same in every language, with places to fill in. */
  template(source: string): CompiledText
  readonly settings: BotSettings
  record: RecordFinder
  /** What the bot's understanding makes of a text; made once per bot, at its first use. */
  readonly understanding: UnderstandingSource
}

/** The records a kind may look at while it is compiled. */
export type RecordFinder = Readonly<{
  template(id: TemplateId | null): TemplateRecord | undefined
  auth(id: AuthId | null): AuthRecord | undefined
  intents(): readonly IntentRecord[]
  faqs(): readonly FaqRecord[]
  media(id: string): MediaRecord | undefined
}>

export type UnderstandingSource = Readonly<{ detect(text: string, locale: string): Understanding }>

/** What a kind may do while a conversation runs. Everything it does becomes an event. */
export interface Turn {
  /** Epoch milliseconds; the same for the whole turn. */
  readonly now: number
  readonly locale: string
  readonly channel: Channel
  /** Failed answers to the waiting block so far. */
  readonly tries: number
  /** The last thing the customer wrote in this conversation, and how it felt (requirements.md NHN-32). */
  readonly heard: string
  readonly sentiment: Sentiment
  /** What understanding made of `heard`: the host's provider's answer, or the bot's own. */
  understood(): Understanding
  /** Says what was made of what the customer wrote; null for nothing (requirements.md NHN-33). */
  choose(meant: IntentId | FaqId | null): void
  /** The block's own notes, kept while it waits and dropped when it is left. Plain JSON. */
  memo: Memo | undefined
  random(): number
  say(message: Message): void
  /** Asks the host to do something; the block's `result` is called with what came of it. At most one per wait. */
  perform(effect: EffectRequest): void
  /** Calls the block's `wake` when the clock reaches this time (epoch ms), unless it was left before. */
  wakeAt(at: number): void
  /** Tells the host that something happened (requirements.md IMI-10). */
  raise(name: string, values: Readonly<Record<string, Value>>): void
  speak(locale: string): void
  /** A value of a variable by name; null where there is none. */
  get(name: string): Value
  value(variable: CompiledVariable): Value
  set(variable: CompiledVariable, value: Value): void
  /** Says that a value does not fit its variable's type. */
  misfit(variable: CompiledVariable, value: Value): void
  /** Says that something else was not as it should be; an event, for the designer's eyes. */
  fail(code: FaultCode, message: string): void
}

export type CompiledBlock = Readonly<{
  enter(turn: Turn): Outcome
  /** For kinds that wait: how to go on with a reply, or null when it does not fit. */
  answer?(turn: Turn, reply: Reply): Outcome | null
  /** For kinds that wait: what to say to a reply that did not fit and meant nothing else either. */
  refuse?(turn: Turn): Outcome
  /** For kinds that ask for the clock. */
  wake?(turn: Turn): Outcome
  /** For kinds that ask the host for something. */
  result?(turn: Turn, result: EffectResult): Outcome
  /** For kinds that call a flow with `resume`. */
  back?(turn: Turn): Outcome
  /** Whether an activation keyword may lead away from here (requirements.md D-20 step 7: menus only). */
  digresses?: boolean
  /** Whether a third invalid reply may hand over (requirements.md D-10: menus). */
  strikes?: boolean
  /** Whether the reply is itself a secret, to be masked in events. */
  secret?: boolean
  /** Whether it looks at what the customer wrote last, which is kept in the session then. */
  hears?: boolean
  /** Whether it can lead back to the menu before it, for which menus are remembered. */
  goesBack?: boolean
  /** When a conversation begins here of itself: schedule entries. */
  schedule?: EntrySchedule
  /** Whether going back leads to it: menus. */
  isMenu?: boolean
}>

/**
 * All of a block kind that is not pixels (design/architecture.md, A block kind). The registry is
 * src-shared/blocks/kinds.ts; the card and form are src-renderer/blocks/<name>.tsx.
 */
export type Kind<Name extends string = string, Data = unknown> = Readonly<{
  name: Name
  family: Family
  schema: z.ZodType<Data>
  /** Whether edges may lead to it. */
  hasInput: boolean
  /** Whether it waits for the customer or the clock, which is what makes a loop safe; some do by what is in them. */
  waits: boolean | ((data: Data) => boolean)
  defaults(context: { locale: string; newId: () => string }): Data
  ports(data: Data): readonly Port[]
  /** The first lines of what it does, for cards, outlines and lists; `text` fields in the given locale. */
  summary(data: Data, context: SummaryContext): string
  compile(data: Data, context: CompileContext): CompiledBlock
  /** What only this kind can know to be wrong; fields, ports and references are checked for all kinds alike. */
  check?(data: Data, context: CheckContext): readonly KindFinding[]
}>

export type CheckContext = Readonly<{
  locales: readonly string[]
  variable(id: VariableId | null): Readonly<{ name: string; valueType: ValueType }> | null
  /** Whether a variable of this name is secret. */
  isSecret(name: string): boolean
  normalise(text: string): string
}>

export type KindFinding = Readonly<{
  code: string
  severity: 'error' | 'warning' | 'hint'
  said: Said
  path: readonly (string | number)[]
}>

export type SummaryContext = Readonly<{
  text(texts: Localized): string
  variableName(id: VariableId | null): string
  flowName(id: FlowId | null): string
  blockTitle(id: BlockId | null): string
}>

/** Keeps the data type between a kind's own functions; what comes out is what the registry holds. */
export function defineKind<const Name extends string, Data>(kind: Kind<Name, Data>): Kind<Name, Data> {
  return kind
}
