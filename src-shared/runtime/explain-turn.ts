import type { BlockId } from '../document/ids.ts'
import { parseExpression } from '../expression/parse-expression.ts'
import type { Value } from '../kit/value.ts'
import type { Understanding } from '../understanding/understanding.ts'
import { type Event, type EventOf, type InboundRule, MASK } from './events.ts'
import type { Program } from './program.ts'
import { USUAL_HOST } from './simulated-host.ts'
import { playTurn, type SimulatedTurn, type Simulation } from './simulation.ts'
import { RULES_IN_ORDER } from './take-message.ts'
import type { Skipped, Trace } from './trace.ts'

/** What became of one rule of requirements.md D-20; `notReached`: an earlier one took the message. */
export type RuleVerdict = Readonly<{ rule: InboundRule; verdict: 'taken' | 'notReached' | Skipped }>

/** A formula that was worked out; undefined: it failed. */
export type EvaluatedFormula = Readonly<{ block: BlockId; source: string; value: Value | undefined }>

/** Why a turn went as it did (requirements.md NHN-33). */
export type TurnExplanation = Readonly<{
  /** In the order they are asked; empty where nobody wrote. */
  rules: readonly RuleVerdict[]
  /** What the message could mean, the likeliest first; null where nothing was looked for. */
  candidates: Understanding | null
  /** In the order they were worked out; values of secrets are masked. */
  formulas: readonly EvaluatedFormula[]
  /** False when the bot was edited since, and would do something else now than is shown. */
  isPresent: boolean
}>

/**
 * Runs a turn of a conversation once more with somebody looking on. The runtime itself tells what it decides, so this
 * knows nothing of the rules but their order.
 */
export function explainTurn(
  program: Program,
  simulation: Simulation,
  number: number,
): TurnExplanation | null {
  const turn = simulation.turns[number]
  if (!turn) return null
  const skipped = new Map<InboundRule, Skipped>()
  const formulas: EvaluatedFormula[] = []
  const trace: Trace = {
    skipped: (rule, why) => !skipped.has(rule) && skipped.set(rule, why),
    evaluated: (block, source, value) =>
      formulas.push({ block, source, value: shown(program, source, value) }),
  }
  const { input, at, host = USUAL_HOST } = turn
  const earlier = { ...simulation, turns: simulation.turns.slice(0, number) }
  const again = playTurn(program, { simulation: earlier, input, at, host }, trace)
  const received = again.events.find(isReceived)
  return {
    rules: received ? verdictsOf(received.rule, skipped) : [],
    candidates: received ? candidatesOf(program, turn, received) : null,
    formulas,
    isPresent: JSON.stringify(again.events) === JSON.stringify(turn.events),
  }
}

function isReceived(event: Event): event is EventOf<'messageReceived'> {
  return event.type === 'messageReceived'
}

/** What stands behind the rule that took the message was not asked, even where its answer is known. */
function verdictsOf(taken: InboundRule, skipped: ReadonlyMap<InboundRule, Skipped>): readonly RuleVerdict[] {
  const end = RULES_IN_ORDER.indexOf(taken)
  return RULES_IN_ORDER.map((rule, at) => {
    if (at === end) return { rule, verdict: 'taken' }
    return { rule, verdict: at < end ? (skipped.get(rule) ?? 'notReached') : 'notReached' }
  })
}

/** Also where no rule came to ask for them: what the bot would have made of a message helps to set it up. */
function candidatesOf(
  program: Program,
  { before, input }: SimulatedTurn,
  { text }: EventOf<'messageReceived'>,
): Understanding | null {
  if (!program.understands || text === MASK || text.trim() === '') return null
  if (input.type === 'message' && input.understood) return input.understood
  return program.understanding.detect(text, before.locale ?? program.locales[0] ?? 'en')
}

function shown(program: Program, source: string, value: Value | undefined): Value | undefined {
  const parsed = value === undefined ? null : parseExpression(source)
  const isSecret = parsed?.ok && parsed.value.names.some(({ name }) => program.variables.get(name)?.secret)
  return isSecret ? MASK : value
}
