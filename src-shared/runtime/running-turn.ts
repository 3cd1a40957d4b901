import type { Effect, EffectRequest } from '../blocks/effect.ts'
import type { CompiledVariable, Memo, Turn } from '../blocks/kind.ts'
import type { BlockId, FaqId, IntentId } from '../document/ids.ts'
import { isPredefined } from '../document/predefined-variables.ts'
import type { Channel } from '../document/settings.ts'
import type { Evaluate, EvaluationContext, Scope } from '../expression/compile-expression.ts'
import { ExpressionError } from '../expression/expression-error.ts'
import type { CompiledTemplate } from '../expression/template.ts'
import type { FaultCode } from '../kit/faults.ts'
import type { Value } from '../kit/value.ts'
import type { World } from '../kit/world.ts'
import type { Message } from '../message/message.ts'
import type { Sentiment, Understanding } from '../understanding/understanding.ts'
import { saysOf } from './effect-words.ts'
import { type CloseReason, type Event, type EventOf, MASK, type SentMessage } from './events.ts'
import type { Program, ProgramBlock } from './program.ts'
import { type Frame, type Intake, type More, NOWHERE, SESSION_VERSION, type Session } from './session.ts'
import type { Trace } from './trace.ts'

/** How long after the customer's last message a channel with a window takes free text; requirements.md NHN-40. */
export const WINDOW_MS = 24 * 3_600_000

/**
 * One turn while it runs: a private copy of the session, the events so far, and what block kinds may do. It is the
 * scope and the context of expressions too, so that a turn allocates no more than this.
 */
export class RunningTurn implements Turn, Scope, EvaluationContext {
  readonly program: Program
  readonly world: World
  readonly now: number
  readonly before: Session
  readonly input: string
  readonly events: Event[] = []
  readonly scope: Scope
  /** Looks on, where the turn is to be explained. */
  trace: Trace | undefined = undefined
  effects: Effect[] | undefined
  cost: number
  steps = 0
  locale: string
  tries: number
  state: Session['state']
  waiting: BlockId | undefined
  block: ProgramBlock | null = null
  /** The waiting block that was asked about the reply. */
  asked: ProgramBlock | null = null
  stack: readonly Frame[]
  totalSteps: number
  memo: Memo | undefined = undefined
  wake: number | undefined = undefined
  effect: string | undefined = undefined
  trail: readonly BlockId[] | undefined = undefined
  misses = 0
  sour = 0
  intake: Intake | undefined = undefined
  agentAt: number | undefined = undefined
  optedOut: true | undefined = undefined
  channel: Channel = 'web'
  heard: string
  /** When the customer last wrote, epoch ms; 0 for never. */
  heardAt: number
  /** The host's provider's answer for this message. */
  given: Understanding | undefined
  private known: Understanding | undefined
  private lookedUp: BlockId | undefined = undefined
  private found: ProgramBlock | undefined = undefined
  /** What was said last to be meant; saying it twice says nothing. */
  private chosen: IntentId | FaqId | null | undefined
  private values: Readonly<Record<string, Value>> | undefined
  private ownValues = false
  private sent: number

  constructor(program: Program, session: Session, world: World, input: string) {
    this.program = program
    this.world = world
    this.now = world.now()
    this.before = session
    this.input = input
    this.scope = this
    this.cost = program.limits.expressionCost
    this.locale = session.locale ?? program.locales[0] ?? 'en'
    this.tries = session.tries ?? 0
    this.state = session.state
    this.waiting = session.block
    this.stack = session.stack ?? NO_FRAMES
    this.totalSteps = session.steps ?? 0
    this.values = session.values
    this.sent = session.sent ?? 0
    const { more } = session
    this.heard = ''
    this.heardAt = session.at ?? 0
    if (more !== undefined) this.take(more)
  }

  /** The block that waits. It is asked for several times in a turn, and looking it up is not free. */
  get waitingBlock(): ProgramBlock | undefined {
    if (this.waiting === undefined) return undefined
    if (this.waiting !== this.lookedUp) {
      this.lookedUp = this.waiting
      this.found = this.program.blocks.get(this.waiting)
    }
    return this.found
  }

  private take(more: More): void {
    this.memo = more.memo
    this.wake = more.wakeAt
    this.effect = more.effect
    this.trail = more.trail
    this.misses = more.misses ?? 0
    this.sour = more.sour ?? 0
    this.intake = more.intake
    this.agentAt = more.agentAt
    this.optedOut = more.optedOut
    this.heard = more.heard ?? ''
    this.heardAt = more.heardAt ?? this.heardAt
    this.channel = more.channel ?? 'web'
  }

  get sentiment(): Sentiment {
    return this.heard === '' ? 'neutral' : this.understood().sentiment
  }

  /** Whether a channel with a window takes no free text any more (requirements.md D-23). */
  get isLate(): boolean {
    return WINDOWED.has(this.channel) && this.now - this.heardAt >= WINDOW_MS
  }

  /** How many messages were sent since the session began. */
  get said(): number {
    return this.sent
  }

  hear(text: string): void {
    this.heard = text
    this.chosen = undefined
    this.known = undefined
  }

  understood(): Understanding {
    this.known ??= this.given ?? this.program.understanding.detect(this.heard, this.locale)
    return this.known
  }

  choose(meant: IntentId | FaqId | null): void {
    if (this.chosen === meant) return
    this.chosen = meant
    const { intents, faq, sentiment } = this.understood()
    this.events.push({
      type: 'understood',
      intents: intents as EventOf<'understood'>['intents'],
      faq: (faq?.faq ?? null) as FaqId | null,
      sentiment,
      chosen: meant,
    })
  }

  get(name: string): Value {
    const variable = this.program.variables.get(name)
    if (variable === undefined) return null
    // Only names of variables come this far, and none of those is a name that every object inherits.
    const value = this.values?.[name]
    return value === undefined ? variable.initial : value
  }

  value(variable: CompiledVariable): Value {
    const value = this.values?.[variable.name]
    return value === undefined ? variable.initial : value
  }

  random(): number {
    return this.world.random()
  }

  set(variable: CompiledVariable, value: Value): void {
    if (!this.ownValues) {
      this.values = { ...this.values }
      this.ownValues = true
    }
    ;(this.values as Record<string, Value>)[variable.name] = value
    this.events.push({
      type: 'variableSet',
      block: this.at,
      variable: variable.id,
      name: variable.name,
      value: variable.secret ? MASK : value,
    })
  }

  /** Sets a variable by name, when there is one whose type the value is of; for what hosts and the runtime know. */
  setNamed(name: string, value: Value): void {
    const variable = this.program.variables.get(name)
    if (variable) this.set(variable, value)
  }

  misfit(variable: CompiledVariable, value: Value): void {
    const shown = variable.secret ? MASK : JSON.stringify(value)
    this.fail('expression/type', `${shown} does not fit ${variable.name}, which holds ${variable.valueType}.`)
  }

  say(message: Message): void {
    const { textLength } = this.program.limits
    const dressed = this.program.dress ? this.program.dress(this, message) : message
    const { text, options = null } = dressed
    let shown = text
    if (shown.length > textLength) {
      shown = shown.slice(0, textLength)
      this.events.push({ type: 'limitReached', limit: 'textLength', block: this.at })
    }
    this.sent += 1
    const event: SentMessage = {
      type: 'messageSent',
      block: this.at,
      number: this.sent,
      text: shown,
      options,
    }
    // Most messages are a text; taking them apart and putting them together again would cost every one.
    const isPlain = !this.isLate && hasNoParts(dressed)
    this.events.push(isPlain ? event : withParts(event, dressed, this.isLate))
  }

  perform(request: EffectRequest): void {
    this.effects ??= []
    // The same on every host, and another one at every moment of a contact's conversations.
    const stem = `fx-${this.now.toString(36)}-${this.sent}-${this.totalSteps}-`
    // A result can come at the moment its effect was asked for, and ask for the next one.
    const last = this.before.more?.effect
    const before = last?.startsWith(stem) ? Number(last.slice(stem.length)) : 0
    const id = `${stem}${before + this.effects.length + 1}`
    this.effects.push({ ...request, id })
    this.effect = id
    const says = saysOf(request)
    this.events.push({ type: 'effectRequested', block: this.at, effect: id, kind: request.type, says })
  }

  wakeAt(at: number): void {
    this.wake = at
    this.events.push({ type: 'waitingUntil', block: this.at, at })
  }

  raise(name: string, values: Readonly<Record<string, Value>>): void {
    this.events.push({ type: 'eventRaised', block: this.at, name, values })
  }

  speak(locale: string): void {
    if (locale === this.locale || !this.program.locales.includes(locale)) return
    this.locale = locale
    this.known = undefined
    this.events.push({ type: 'localeChanged', block: this.at, locale })
  }

  evaluate(evaluate: Evaluate, source: string): Value | undefined {
    let value: Value | undefined
    try {
      value = evaluate(this)
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error
      this.fail(error.code, error.message)
    }
    this.trace?.evaluated(this.at, source, value)
    return value
  }

  render(template: CompiledTemplate): string {
    // Made only for texts that are filled in: a closure in every turn would cost every turn.
    return template(this, ({ code, message }) => this.fail(code, message))
  }

  fail(code: FaultCode, message: string): void {
    this.events.push({ type: 'expressionFailed', block: this.at, code, message })
  }

  close(reason: CloseReason): void {
    this.events.push({ type: 'conversationClosed', reason, block: this.block?.id ?? null })
    this.state = 'closed'
    this.totalSteps = 0
    this.misses = 0
    this.sour = 0
    this.trail = undefined
    this.intake = undefined
    this.leaveAll()
  }

  /** A new conversation knows what the host told of the contact, and nothing of the one before (KAR-12, KAR-14). */
  startAfresh(): void {
    const kept = Object.entries(this.values ?? {}).filter(([name]) => isPredefined(name))
    this.values = kept.length > 0 ? Object.fromEntries(kept) : undefined
    this.ownValues = kept.length > 0
    this.state = 'open'
    this.totalSteps = 0
    this.trail = undefined
    this.intake = undefined
    this.leaveAll()
  }

  /** Out of every sub-flow and of the waiting block. */
  leaveAll(): void {
    this.stack = NO_FRAMES
    this.leaveBlock()
    this.tries = 0
  }

  /** What the waiting block noted and asked for goes with it. */
  leaveBlock(): void {
    this.waiting = undefined
    this.memo = undefined
    this.wake = undefined
    this.effect = undefined
  }

  /** What is known of the conversation, for the person who takes over; secrets are left out. */
  summary(): readonly Readonly<{ name: string; value: Value }>[] {
    return Object.entries(this.values ?? {}).flatMap(([name, value]) =>
      this.program.variables.get(name)?.secret === false ? [{ name, value }] : [],
    )
  }

  /** The session as it is to be kept; what says nothing is left out of its JSON. `spoke`: this turn counts as activity. */
  session(spoke: boolean): Session {
    const at = spoke ? this.now : this.before.at
    return {
      version: SESSION_VERSION,
      state: this.state,
      block: this.waiting,
      stack: this.stack.length > 0 ? (this.stack as Frame[]) : undefined,
      values: this.values as Session['values'],
      tries: this.tries > 0 ? this.tries : undefined,
      sent: this.sent > 0 ? this.sent : undefined,
      steps: this.totalSteps > 0 ? this.totalSteps : undefined,
      locale: this.locale === this.program.locales[0] ? undefined : this.locale,
      last: this.input,
      at,
      more: this.isPlain(at) ? undefined : this.more(at),
    }
  }

  /** Most sessions have none of these members, and making them costs every turn. */
  private isPlain(at: number | undefined): boolean {
    return (
      this.memo === undefined &&
      this.wake === undefined &&
      this.effect === undefined &&
      this.trail === undefined &&
      this.misses === 0 &&
      this.sour === 0 &&
      this.intake === undefined &&
      this.agentAt === undefined &&
      this.optedOut === undefined &&
      this.heardAt === (at ?? 0) &&
      (this.heard === '' || !this.program.hears) &&
      this.channel === 'web'
    )
  }

  private more(at: number | undefined): More {
    return {
      memo: this.memo as More['memo'],
      wakeAt: this.wake,
      effect: this.effect,
      trail: this.trail as More['trail'],
      misses: this.misses || undefined,
      sour: this.sour || undefined,
      intake: this.intake,
      agentAt: this.agentAt,
      optedOut: this.optedOut,
      heardAt: this.heardAt === (at ?? 0) ? undefined : this.heardAt,
      heard: this.program.hears && this.heard !== '' ? this.heard : undefined,
      channel: this.channel === 'web' ? undefined : this.channel,
    }
  }

  get at(): BlockId {
    return this.block?.id ?? NOWHERE
  }
}

const WINDOWED: ReadonlySet<Channel> = new Set<Channel>(['whatsapp', 'messenger', 'instagram'])
const NO_FRAMES: readonly Frame[] = []

function hasNoParts(message: Message): boolean {
  for (const part in message) if (part !== 'text' && part !== 'options') return false
  return true
}

/** The parts come after what every message has. */
function withParts(event: SentMessage, message: Message, isLate: boolean): SentMessage {
  const { text: _, options: __, ...parts } = message
  return { ...event, ...parts, ...(isLate ? { late: true } : {}) }
}
