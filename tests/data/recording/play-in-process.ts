import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { advance, start } from '../../../src-shared/runtime/advance.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import type { Event } from '../../../src-shared/runtime/events.ts'
import { SeededWorld } from '../../../src-shared/runtime/seeded-world.ts'
import type { Session } from '../../../src-shared/runtime/session.ts'
import { SIMULATION_START_AT } from '../../../src-shared/runtime/simulation.ts'
import { CONTACT, inputOf, type Recorded } from './conversation.ts'

/** The clock of turn `number`, from 1: the same in every way a conversation is played. Epoch milliseconds. */
export function timeOfTurn(number: number): number {
  return SIMULATION_START_AT + number * 1000
}

/** Plays a conversation here; `between` is what happens to the session from one turn to the next. */
export function playInProcess(
  document: BotDocument,
  { turns, locale }: Readonly<{ turns: readonly Recorded[]; locale?: string }>,
  between: (session: Session) => Session = session => session,
): readonly (readonly Event[])[] {
  const program = compile(document)
  let session = start(program, { contact: CONTACT, ...(locale ? { locale } : {}) })
  return turns.map((turn, index) => {
    const world = new SeededWorld(index + 1, timeOfTurn(index + 1))
    const result = advance(program, between(session), inputOf(turn, index + 1), world)
    session = result.session
    return result.events
  })
}
