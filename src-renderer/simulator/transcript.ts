import type { SentFile } from '../../src-shared/blocks/kind.ts'
import type { Media, Place } from '../../src-shared/message/message.ts'
import type { Event, EventOf, SentMessage } from '../../src-shared/runtime/events.ts'
import type { Input } from '../../src-shared/runtime/input.ts'
import type { SimulatedTurn } from '../../src-shared/runtime/simulation.ts'

/** One line of a tried conversation, as the channel shows it. */
export type TranscriptLine =
  | Readonly<{
      type: 'said'
      text: string
      location?: Place | undefined
      files?: readonly SentFile[] | undefined
      unsupported?: string | undefined
    }>
  | Readonly<{ type: 'agent'; text: string; media?: Media | undefined }>
  | Readonly<{ type: 'message'; message: SentMessage }>
  /** What began the turn, where that was not somebody who wrote. */
  | Readonly<{ type: 'happened'; input: Input; at: number }>
  /** A quiet line between the bubbles; a second event is what came of the first. */
  | Readonly<{ type: 'note'; events: readonly Event[] }>

/** What a turn adds to the conversation. Texts are those of the events, in which secrets are masked. */
export function linesOfTurn({
  input,
  at,
  events,
}: Pick<SimulatedTurn, 'input' | 'at' | 'events'>): readonly TranscriptLine[] {
  const lines = linesOf(events)
  switch (input.type) {
    case 'time':
      // What the clock brought about says itself when that was.
      if (events.some(({ type }) => type === 'timeCame')) return lines
      return [{ type: 'happened', input, at }, ...lines]
    case 'referral':
    case 'proactive':
    case 'schedule':
      return [{ type: 'happened', input, at }, ...lines]
    default:
      return lines
  }
}

export function linesOf(events: readonly Event[]): readonly TranscriptLine[] {
  return events.flatMap((event, at) => lineOf(event, at, events) ?? [])
}

function lineOf(
  event: Event,
  at: number,
  events: readonly Event[],
): TranscriptLine | readonly TranscriptLine[] | null {
  switch (event.type) {
    case 'messageReceived':
      return received(event)
    case 'messageSent':
      return { type: 'message', message: event }
    case 'agentMessage':
      return { type: 'agent', text: event.text, media: event.media }
    case 'blockEntered':
    case 'edgeTaken':
    case 'variableSet':
    case 'conversationStarted':
      return null
    case 'effectRequested':
      return asked(event, events.slice(at + 1))
    case 'effectDone':
      return wasAsked(event, events.slice(0, at)) ? null : { type: 'note', events: [event] }
    case 'conversationClosed':
      // The limit that closed it was just said.
      if (event.reason === 'limit' && events[at - 1]?.type === 'limitReached') return null
      return { type: 'note', events: [event] }
    default:
      return { type: 'note', events: [event] }
  }
}

/** Where a message led is told only when it led nowhere a customer would expect. */
function received(event: EventOf<'messageReceived'>): readonly TranscriptLine[] {
  const { text, location, files, unsupported, rule } = event
  const said: TranscriptLine = { type: 'said', text, location, files, unsupported }
  const isTold = rule === 'asleep' || rule === 'busy' || rule === 'automated'
  return isTold ? [said, { type: 'note', events: [event] }] : [said]
}

/** A question to the world outside together with its answer; of a handover, what came of it is told anyway. */
function asked(event: EventOf<'effectRequested'>, later: readonly Event[]): TranscriptLine | null {
  const done = later.find(next => next.type === 'effectDone' && next.effect === event.effect)
  if (done && event.kind === 'handover') return null
  return { type: 'note', events: done ? [event, done] : [event] }
}

function wasAsked({ effect }: EventOf<'effectDone'>, earlier: readonly Event[]): boolean {
  return earlier.some(before => before.type === 'effectRequested' && before.effect === effect)
}
