import type { Event } from '../runtime/events.ts'

/**
 * One message as the metrics count it (requirements.md part 3). Times in epoch ms. `logicalId` is the same for copies
 * of one notification on several channels (D-21).
 */
export type MessageFact = Readonly<{
  id: string
  logicalId: string
  bot: string
  contact: string
  channel: string
  direction: 'in' | 'out'
  /** Begun by the company outside the window, or an answer within it (D-23). */
  kind: 'session' | 'notification'
  author: 'user' | 'bot' | 'agent' | 'system'
  isTest: boolean
  at: number
}>

/** Whose conversation it is, and the id of the input the events belong to. */
export type FactSource = Readonly<{
  bot: string
  contact: string
  channel: string
  input: string
  at: number
  isTest: boolean
}>

/**
 * The messages of one turn. Clicks and postbacks are messages like any others; reports of delivery, agents who close
 * and things that happen elsewhere are none.
 */
export function messageFacts(source: FactSource, events: readonly Event[]): readonly MessageFact[] {
  return events.flatMap(event => factOf(source, event) ?? [])
}

function factOf({ input, ...source }: FactSource, event: Event): MessageFact | null {
  switch (event.type) {
    case 'messageReceived':
      return { ...source, id: input, logicalId: input, direction: 'in', kind: 'session', author: 'user' }
    case 'agentMessage':
      return { ...source, id: input, logicalId: input, direction: 'out', kind: 'session', author: 'agent' }
    case 'messageSent': {
      const id = `${input}.${event.number}`
      const kind = event.late || event.template ? 'notification' : 'session'
      return { ...source, id, logicalId: id, direction: 'out', kind, author: 'bot' }
    }
    default:
      return null
  }
}
