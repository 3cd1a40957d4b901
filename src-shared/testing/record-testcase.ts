import type { TestcaseId } from '../document/ids.ts'
import type { Surroundings } from '../document/surroundings.ts'
import type { Expectation, TestcaseRecord, TestStep } from '../document/testcase.ts'
import { canonicalJson } from '../kit/canonical-json.ts'
import type { SentMessage } from '../runtime/events.ts'
import { MASK } from '../runtime/events.ts'
import type { Session } from '../runtime/session.ts'
import { USUAL_HOST } from '../runtime/simulated-host.ts'
import type { SimulatedTurn, Simulation } from '../runtime/simulation.ts'

export type Named = Readonly<{
  id: TestcaseId
  name: string
  tags: readonly string[]
  match: TestStep['match']
}>

/** A tried conversation as a test: its inputs at their times, and what came of each as what is expected. */
export function recordTestcase(simulation: Simulation, { id, name, tags, match }: Named): TestcaseRecord {
  const { first, turns, startAt, seed } = simulation
  return {
    id,
    type: 'testcase',
    name,
    tags: [...tags],
    start: {
      channel: first.more?.channel ?? 'web',
      locale: first.locale ?? null,
      contact: first.values ?? {},
      at: startAt,
      seed,
    },
    steps: turns.map((turn, index) => stepOf(turn, turns[index - 1], { startAt, match })),
  }
}

/** Whether something was typed that a bot keeps secret; a test holds it as it was typed. */
export function holdsSecret({ turns }: Simulation): boolean {
  return turns.some(({ events, input }) =>
    events.some(event => event.type === 'messageReceived' && event.text === MASK && event.id === input.id),
  )
}

function stepOf(
  turn: SimulatedTurn,
  before: SimulatedTurn | undefined,
  { startAt, match }: Readonly<{ startAt: number; match: TestStep['match'] }>,
): TestStep {
  const host = turn.host ?? USUAL_HOST
  return {
    afterMs: Math.max(0, turn.at - (before?.at ?? startAt)),
    input: inputOf(turn.input),
    ...(isSame(host, before?.host ?? USUAL_HOST) ? {} : { surroundings: host }),
    match,
    expected: expectedOf(turn),
  }
}

/** What came of a turn, as what is expected of its step: the messages, and where the conversation is then. */
export function expectedOf({ events, after }: SimulatedTurn): Expectation[] {
  return [...events.flatMap(event => (event.type === 'messageSent' ? messageOf(event) : [])), stateOf(after)]
}

function inputOf(input: SimulatedTurn['input']): TestStep['input'] {
  const { id: _, understood: __, ...rest } = { understood: undefined, ...input }
  return rest as TestStep['input']
}

function messageOf({ text, options }: SentMessage): Expectation {
  return { is: 'message', text, ...(options ? { options: options.map(({ label }) => label) } : {}) }
}

/** Where a session is, as tests say it. */
export function stateOf(session: Session): Extract<Expectation, { is: 'state' }> {
  const state = session.more?.agentAt === undefined ? session.state : 'withAgent'
  return { is: 'state', state, block: session.block ?? null }
}

function isSame(a: Surroundings, b: Surroundings): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b)
}
