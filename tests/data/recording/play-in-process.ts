import type { Effect, EffectResult } from '../../../src-shared/blocks/effect.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { World } from '../../../src-shared/kit/world.ts'
import { advance, start } from '../../../src-shared/runtime/advance.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import type { Event } from '../../../src-shared/runtime/events.ts'
import type { Program } from '../../../src-shared/runtime/program.ts'
import { SeededWorld } from '../../../src-shared/runtime/seeded-world.ts'
import type { Session } from '../../../src-shared/runtime/session.ts'
import { CONTACT, inputOf, type Played, timesOf } from './conversation.ts'

type Between = (session: Session) => Session

/** Plays a conversation here; `between` is what happens to the session from one turn to the next. */
export function playInProcess(
  document: BotDocument,
  { turns, locale, channel, contact }: Played,
  between: Between = session => session,
): readonly (readonly Event[])[] {
  const program = compile(document)
  const times = timesOf(turns)
  let session = start(program, {
    contact: contact === undefined ? CONTACT : { ...CONTACT, NUMERO_CLIENTE: contact },
    ...(locale ? { locale } : {}),
    ...(channel ? { channel } : {}),
  })
  return turns.map((turn, index) => {
    const at = times[index] ?? 0
    const world = new SeededWorld(index + 1, at)
    const first = advance(program, between(session), inputOf(turn, index + 1), world)
    const done = answerEffects({ program, world, between, answers: turn.answers ?? [] }, first)
    session = done.session
    return done.events
  })
}

type Answering = Readonly<{
  program: Program
  world: World
  between: Between
  answers: readonly EffectResult[]
}>
type Turn = Readonly<{ session: Session; events: readonly Event[]; effects: readonly Effect[] }>

/** Gives the recorded results to the effects in the order they were asked for; more effects than results stay open. */
function answerEffects({ program, world, between, answers }: Answering, first: Turn): Turn {
  let { session, events } = first
  const open = [...first.effects]
  for (const result of answers) {
    const effect = open.shift()
    if (!effect) break
    const input = { id: resultId(effect), type: 'effect', effect: effect.id, result } as const
    const next = advance(program, between(session), input, world)
    session = next.session
    events = [...events, ...next.events]
    open.push(...next.effects)
  }
  return { session, events, effects: open }
}

/** The id of the input that brings an effect's result. */
export function resultId({ id }: Pick<Effect, 'id'>): string {
  return `${id}#`
}
