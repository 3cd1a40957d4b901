import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentToJson, parseDocument } from '../../../src-shared/blocks/parse-document.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { advance, start } from '../../../src-shared/runtime/advance.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import type { Event } from '../../../src-shared/runtime/events.ts'
import { DEFAULT_LIMITS } from '../../../src-shared/runtime/limits.ts'
import type { Program } from '../../../src-shared/runtime/program.ts'
import { SeededWorld } from '../../../src-shared/runtime/seeded-world.ts'
import { readSession, type Session } from '../../../src-shared/runtime/session.ts'
import { readStoredSession, storeSession } from '../../../src-shared/runtime/stored-session.ts'
import { arbitraryBot, arbitraryInputs } from './arbitrary-bot.ts'

const SEEDS = [1, 42, 20260301]
const RUNS = 150

type Said = Readonly<{ text: string; option?: string }>

function play(
  program: Program,
  inputs: readonly Said[],
  between: (session: Session) => Session = session => session,
) {
  let session = start(program, {})
  const turns = inputs.map((said, index): { session: Session; events: readonly Event[] } => {
    const result = advance(
      program,
      between(session),
      { id: `in-${index}`, type: 'message', ...said },
      new SeededWorld(index, 1_767_268_800_000),
    )
    session = result.session
    return result
  })
  return turns
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
  const law = (check: (document: BotDocument, inputs: readonly Said[]) => void) =>
    fc.assert(fc.property(arbitraryBot, arbitraryInputs, check), { seed, numRuns: RUNS })

  test('every turn ends, within its limits, at rest in a block that waits or closed', () => {
    law((document, inputs) => {
      const program = compile(document)
      for (const { session, events } of play(program, inputs)) {
        expect(events.filter(({ type }) => type === 'blockEntered').length).toBeLessThanOrEqual(
          DEFAULT_LIMITS.stepsPerTurn,
        )
        for (const event of events)
          if (event.type === 'messageSent')
            expect(event.text.length).toBeLessThanOrEqual(DEFAULT_LIMITS.textLength)
        expect((session.stack ?? []).length).toBeLessThanOrEqual(DEFAULT_LIMITS.flowDepth)
        const waits = session.block !== undefined && program.blocks.get(session.block)?.answer !== undefined
        expect(waits).toBe(session.state === 'open')
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
        if ('block' in event && event.block !== null) expect(document.get(event.block)?.type).toBe('block')
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
