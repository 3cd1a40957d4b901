import type { CompiledVariable, Message, Turn } from '../blocks/kind.ts'
import type { BlockId } from '../document/ids.ts'
import { isPredefined } from '../document/predefined-variables.ts'
import type { Evaluate, EvaluationContext, Scope } from '../expression/compile-expression.ts'
import { ExpressionError } from '../expression/expression-error.ts'
import type { CompiledTemplate } from '../expression/template.ts'
import type { FaultCode } from '../kit/faults.ts'
import type { Value } from '../kit/value.ts'
import type { World } from '../kit/world.ts'
import { type CloseReason, type Event, MASK } from './events.ts'
import type { Program, ProgramBlock } from './program.ts'
import { type Frame, SESSION_VERSION, type Session } from './session.ts'

/**
 * One turn while it runs: a private copy of the session, the events so far, and what block kinds may do. It is the
 * scope and the context of expressions too, so that a turn allocates no more than this.
 */
export class RunningTurn implements Turn, Scope, EvaluationContext {
  readonly program: Program
  readonly world: World
  readonly now: number
  readonly events: Event[] = []
  readonly scope: Scope
  cost: number
  steps = 0
  locale: string
  tries: number
  state: Session['state']
  waiting: BlockId | undefined
  block: ProgramBlock | null = null
  stack: readonly Frame[]
  totalSteps: number
  private values: Readonly<Record<string, Value>> | undefined
  private ownValues = false
  private sent: number

  constructor(program: Program, session: Session, world: World) {
    this.program = program
    this.world = world
    this.now = world.now()
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

  misfit(variable: CompiledVariable, value: Value): void {
    const shown = variable.secret ? MASK : JSON.stringify(value)
    this.fail('expression/type', `${shown} does not fit ${variable.name}, which holds ${variable.valueType}.`)
  }

  say(message: Message): void {
    const { textLength } = this.program.limits
    let { text } = message
    if (text.length > textLength) {
      text = text.slice(0, textLength)
      this.events.push({ type: 'limitReached', limit: 'textLength', block: this.at })
    }
    this.sent += 1
    this.events.push({
      type: 'messageSent',
      block: this.at,
      number: this.sent,
      text,
      options: message.options ?? null,
    })
  }

  evaluate(evaluate: Evaluate): Value | undefined {
    try {
      return evaluate(this)
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error
      this.fail(error.code, error.message)
      return undefined
    }
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
    this.leaveAll()
  }

  /** A new conversation knows what the host told of the contact, and nothing of the one before (KAR-12, KAR-14). */
  startAfresh(): void {
    const kept = Object.entries(this.values ?? {}).filter(([name]) => isPredefined(name))
    this.values = kept.length > 0 ? Object.fromEntries(kept) : undefined
    this.ownValues = kept.length > 0
    this.state = 'open'
    this.totalSteps = 0
    this.leaveAll()
  }

  /** Out of every sub-flow and of the waiting block. */
  leaveAll(): void {
    this.stack = NO_FRAMES
    this.waiting = undefined
    this.tries = 0
  }

  /** The session as it is to be kept; what says nothing is left out of its JSON. */
  session(last: string): Session {
    return {
      version: SESSION_VERSION,
      state: this.state,
      block: this.waiting,
      stack: this.stack.length > 0 ? this.stack : undefined,
      values: this.values,
      tries: this.tries > 0 ? this.tries : undefined,
      sent: this.sent > 0 ? this.sent : undefined,
      steps: this.totalSteps > 0 ? this.totalSteps : undefined,
      locale: this.locale === this.program.locales[0] ? undefined : this.locale,
      last,
    }
  }

  private get at(): BlockId {
    return this.block?.id ?? NOWHERE
  }
}

const NO_FRAMES: readonly Frame[] = []
const NOWHERE = 'block_none' as BlockId
