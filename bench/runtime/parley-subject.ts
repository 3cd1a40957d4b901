import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { advance, start } from '../../src-shared/runtime/advance.ts'
import { compile } from '../../src-shared/runtime/compile.ts'
import type { Event } from '../../src-shared/runtime/events.ts'
import { SeededWorld } from '../../src-shared/runtime/seeded-world.ts'
import { restoreSession, storeSession } from '../../src-shared/runtime/stored-session.ts'
import { SCRIPT, type Subject } from './script.ts'

/** This runtime, with the session in memory between turns. */
export function parley(document: BotDocument, name: string): Subject {
  const program = compile(document)
  const world = new SeededWorld(1, 0)
  const first = start(program, {})
  return {
    name,
    begin() {
      let session = first
      return (text, id) => {
        const result = advance(program, session, { id, type: 'message', text }, world)
        session = result.session
        return textsOf(result.events)
      }
    },
  }
}

/** The same with the session read from and written to JSON at every turn. */
export function parleySerialised(document: BotDocument, name: string): Subject {
  const program = compile(document)
  const world = new SeededWorld(1, 0)
  const first = storeSession(start(program, {}))
  return {
    name,
    begin() {
      let stored = first
      return (text, id) => {
        const session = restoreSession(stored)
        const result = advance(program, session, { id, type: 'message', text }, world)
        stored = storeSession(result.session)
        return textsOf(result.events)
      }
    },
  }
}

/**
 * Stored sessions of conversations that wait: all was said but the farewell, so every variable has a value. Inputs have
 * ids as long as a UUID, which are kept with the session.
 */
export function idleSessions(document: BotDocument): (conversation: number) => string {
  const program = compile(document)
  const world = new SeededWorld(1, 0)
  return conversation => {
    let session = start(program, {})
    SCRIPT.slice(0, -1).forEach((text, turn) => {
      const id = `${turn}-${conversation}`.padStart(36, '0')
      session = advance(program, session, { id, type: 'message', text }, world).session
    })
    return storeSession(session)
  }
}

function textsOf(events: readonly Event[]): readonly string[] {
  const texts: string[] = []
  for (const event of events) if (event.type === 'messageSent') texts.push(event.text)
  return texts
}
