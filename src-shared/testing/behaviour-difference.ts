import type { BotDocument } from '../document/bot-document.ts'
import { canonicalJson } from '../kit/canonical-json.ts'
import { compile } from '../runtime/compile.ts'
import type { SentMessage } from '../runtime/events.ts'
import type { SimulatedTurn, Simulation } from '../runtime/simulation.ts'
import { type Conversation, playConversation } from './play-conversation.ts'
import { stateOf } from './record-testcase.ts'

/** A conversation with a name for people: a test, or one that was recorded. */
export type NamedConversation = Conversation & Readonly<{ name: string }>

export type Said = Readonly<{ text: string; options: readonly string[] }>
/** What one version answers to an input: its messages, and where the conversation is then. */
export type Answered = Readonly<{ said: readonly Said[]; state: ReturnType<typeof stateOf>['state'] }>

/** One turn in both versions. */
export type TurnPair = Readonly<{ turn: SimulatedTurn; before: Answered; after: Answered; isSame: boolean }>

/** A conversation that goes another way, turn by turn; `firstAt` is the first turn that does, counted from 0. */
export type ChangedConversation = Readonly<{
  name: string
  turns: readonly TurnPair[]
  firstAt: number
  after: Simulation
}>

/** Which of so many conversations go another way. */
export type BehaviourDifference = Readonly<{ played: number; changed: readonly ChangedConversation[] }>

/**
 * Plays conversations with two versions of a bot and keeps those whose replies differ: the same inputs at the same times
 * in the same world. A generator, one step for each conversation, so that a window can draw in between.
 */
export function* behaviourSearch(
  before: BotDocument,
  after: BotDocument,
  conversations: Iterable<NamedConversation>,
): Generator<number, BehaviourDifference> {
  const [a, b] = [compile(before), compile(after)]
  const changed: ChangedConversation[] = []
  let played = 0
  for (const conversation of conversations) {
    const found = compared(conversation, playConversation(a, conversation), playConversation(b, conversation))
    if (found) changed.push(found)
    played += 1
    yield played
  }
  return { played, changed }
}

/** The same at once. The difference of a version with itself is empty. */
export function behaviourDifference(
  before: BotDocument,
  after: BotDocument,
  conversations: Iterable<NamedConversation>,
): BehaviourDifference {
  const search = behaviourSearch(before, after, conversations)
  for (;;) {
    const step = search.next()
    if (step.done) return step.value
  }
}

function compared(
  { name }: NamedConversation,
  before: Simulation,
  after: Simulation,
): ChangedConversation | null {
  const turns = before.turns.map((turn, at): TurnPair => {
    const [one, other] = [answered(turn), answered(after.turns[at] ?? turn)]
    return {
      turn,
      before: one,
      after: other,
      isSame: canonicalJson(one as never) === canonicalJson(other as never),
    }
  })
  const firstAt = turns.findIndex(({ isSame }) => !isSame)
  return firstAt < 0 ? null : { name, turns, firstAt, after }
}

function answered({ events, after }: SimulatedTurn): Answered {
  const messages = events.filter((event): event is SentMessage => event.type === 'messageSent')
  return {
    said: messages.map(({ text, options }) => ({ text, options: (options ?? []).map(({ label }) => label) })),
    state: stateOf(after).state,
  }
}
