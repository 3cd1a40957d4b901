import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentToJson, parseDocument } from '../../../src-shared/blocks/parse-document.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { advance, type Input, start } from '../../../src-shared/runtime/advance.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import { dueAt } from '../../../src-shared/runtime/expire.ts'
import { DEFAULT_LIMITS } from '../../../src-shared/runtime/limits.ts'
import type { Program } from '../../../src-shared/runtime/program.ts'
import { SeededWorld } from '../../../src-shared/runtime/seeded-world.ts'
import { NOWHERE, readSession, type Session } from '../../../src-shared/runtime/session.ts'
import { readStoredSession, storeSession } from '../../../src-shared/runtime/stored-session.ts'
import { type ArbitraryInput, arbitraryBot, arbitraryInputs } from './arbitrary-bot.ts'

const SEEDS = [1, 42, 20260301]
const RUNS = 150

const START_AT = 1_767_268_800_000

type Between = (session: Session) => Session

/** Each turn with what the host reported of its effects; an effect nobody reports on stays open. */
function play(program: Program, inputs: readonly ArbitraryInput[], between: Between = session => session) {
  let session = start(program, {})
  let at = START_AT
  return inputs.map(({ happening, afterMs, results }, index) => {
    at += afterMs
    const world = new SeededWorld(index, at)
    const turn = advance(program, between(session), { ...happening, id: `in-${index}` } as Input, world)
    let { events } = turn
    session = turn.session
    const open = [...turn.effects]
    for (const result of results) {
      const effect = open.shift()
      if (!effect) break
      const input: Input = { id: `${effect.id}#`, type: 'effect', effect: effect.id, result }
      const next = advance(program, between(session), input, world)
      session = next.session
      events = [...events, ...next.events]
      open.push(...next.effects)
    }
    return { session, events, effects: turn.effects }
  })
}

/** Whether something will move the conversation on: the customer, the clock, an effect, a person. */
function isAtRest(program: Program, { block, more = {} }: Session): boolean {
  const waiting = block === undefined ? undefined : program.blocks.get(block)
  if (more.agentAt !== undefined || (more.intake && more.effect !== undefined)) return true
  if (!waiting) return false
  if (more.effect !== undefined) return waiting.result !== undefined
  return waiting.answer !== undefined || (waiting.wake !== undefined && more.wakeAt !== undefined)
}

function throughJson(session: Session): Session {
  const read = readSession(JSON.parse(JSON.stringify(session)))
  if (!read.ok) throw new Error(read.message)
  return read.value
}

function throughStore(session: Session): Session {
  const read = readStoredSession(storeSession(session))
  if (!read.ok) throw new Error(read.message)
  return read.value
}

describe.each(SEEDS)('any bot, any inputs, seed %i', seed => {
  const law = (check: (document: BotDocument, inputs: readonly ArbitraryInput[]) => void) =>
    fc.assert(fc.property(arbitraryBot, arbitraryInputs, check), { seed, numRuns: RUNS })

  test('every turn ends, within its limits, at rest in a block that waits or closed', () => {
    law((document, inputs) => {
      const program = compile(document)
      for (const { session, events } of play(program, inputs)) {
        // A result is a turn of its own.
        const turns = 1 + events.filter(({ type }) => type === 'effectDone').length
        expect(events.filter(({ type }) => type === 'blockEntered').length).toBeLessThanOrEqual(
          DEFAULT_LIMITS.stepsPerTurn * turns,
        )
        for (const event of events)
          if (event.type === 'messageSent')
            expect(event.text.length).toBeLessThanOrEqual(DEFAULT_LIMITS.textLength)
        expect((session.stack ?? []).length).toBeLessThanOrEqual(DEFAULT_LIMITS.flowDepth)
        expect(isAtRest(program, session)).toBe(session.state === 'open')
        const due = dueAt(program, session)
        if (session.state !== 'open') expect(due).toBeNull()
      }
    })
  })

  test('the same inputs give the same events to the byte', () => {
    law((document, inputs) => {
      const again = parseDocument(JSON.parse(JSON.stringify(documentToJson(document))))
      if (!again.ok) throw new Error(again.message)
      expect(JSON.stringify(play(compile(again.value), inputs))).toBe(
        JSON.stringify(play(compile(document), inputs)),
      )
    })
  })

  test('cut anywhere and taken up again from its JSON, a conversation goes on as if nothing had been', () => {
    law((document, inputs) => {
      const program = compile(document)
      const whole = JSON.stringify(play(program, inputs))
      expect(JSON.stringify(play(program, inputs, throughJson))).toBe(whole)
      expect(JSON.stringify(play(program, inputs, throughStore))).toBe(whole)
    })
  })

  test('messages are numbered one by one, and events name only what is in the bot', () => {
    law((document, inputs) => {
      const events = play(compile(document), inputs).flatMap(turn => turn.events)
      const numbers = events.flatMap(event => (event.type === 'messageSent' ? [event.number] : []))
      expect(numbers).toEqual(numbers.map((_, index) => index + 1))
      for (const event of events)
        if ('block' in event && event.block !== null && event.block !== NOWHERE)
          expect(document.get(event.block)?.type).toBe('block')
    })
  })

  test('the value of a secret variable is in no event that names it', () => {
    law((document, inputs) => {
      const secrets = new Set(
        [...document.all('variable')].filter(({ secret }) => secret).map(({ name }) => name),
      )
      for (const { events } of play(compile(document), inputs))
        for (const event of events)
          if (event.type === 'variableSet' && secrets.has(event.name)) expect(event.value).toBe('•••')
    })
  })
})
