import type { z } from 'zod'
import type { BlockId, FlowId, VariableId } from '../document/ids.ts'
import type { Localized } from '../document/localized.ts'
import type { Value, ValueType } from '../kit/value.ts'

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

export type MessageOption = Readonly<{ id: string; label: string }>

/** What is said to the customer, before any channel gives it its shape. */
export type Message = Readonly<{ text: string; options?: readonly MessageOption[] }>

/** What a customer sent that a waiting block is asked about. */
export type Reply = Readonly<{
  text: string
  /** `text` as keywords and labels are compared (src-shared/runtime/normalise-text.ts). */
  normal: string
  /** The id of the button or list row that was tapped. */
  option: string | null
}>

/** How a block was left. Closed: the runtime knows these and no others. */
export type Outcome =
  | Readonly<{ go: 'port'; port: string }>
  /** Stay, and ask this block about what the customer sends next. */
  | Readonly<{ go: 'wait' }>
  /** Enter the same block again, keeping the count of failed tries. */
  | Readonly<{ go: 'again' }>
  /** Into another flow; on return the conversation goes on at the port. */
  | Readonly<{ go: 'call'; flow: FlowId; port: string }>
  | Readonly<{ go: 'jump'; block: BlockId }>
  /** Back to the calling flow; where there is none, the conversation closes. */
  | Readonly<{ go: 'return' }>
  | Readonly<{ go: 'close' }>

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
  text(texts: Localized): CompiledText
  /** Whether the text is the same at every turn: nothing in it is filled in. */
  isConstant(texts: Localized): boolean
  formula(source: string): CompiledFormula
  variable(id: VariableId | null): CompiledVariable | null
  normalise(text: string): string
  /** Whether an edge leaves the block at this port. */
  connected(port: string): boolean
}

/** What a kind may do while a conversation runs. Everything it does becomes an event. */
export interface Turn {
  /** Epoch milliseconds; the same for the whole turn. */
  readonly now: number
  readonly locale: string
  /** Failed answers to the waiting block so far. */
  readonly tries: number
  random(): number
  say(message: Message): void
  value(variable: CompiledVariable): Value
  set(variable: CompiledVariable, value: Value): void
  /** Says that a value does not fit its variable's type. */
  misfit(variable: CompiledVariable, value: Value): void
}

export type CompiledBlock = Readonly<{
  enter(turn: Turn): Outcome
  /** For kinds that wait: how to go on with a reply, or null when it does not fit. */
  answer?(turn: Turn, reply: Reply): Outcome | null
  /** For kinds that wait: what to say to a reply that did not fit and meant nothing else either. */
  refuse?(turn: Turn): Outcome
  /** Whether an activation keyword may lead away from here (requirements.md D-20 step 7: menus only). */
  digresses?: boolean
  /** Whether the reply is itself a secret, to be masked in events. */
  secret?: boolean
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
  /** Whether it can wait for the customer, which is what makes a loop safe. */
  waits: boolean
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
  normalise(text: string): string
}>

export type KindFinding = Readonly<{
  code: string
  severity: 'error' | 'warning' | 'hint'
  message: string
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
