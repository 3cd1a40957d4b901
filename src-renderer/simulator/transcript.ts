import type { MessageOption } from '../../src-shared/blocks/kind.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import type { Event } from '../../src-shared/runtime/events.ts'
import { DEFAULT_LIMITS } from '../../src-shared/runtime/limits.ts'

/** A quiet line between the bubbles: a word key of the area `simulator.note` with its values, and the place. */
export type TranscriptNote = Readonly<{
  type: 'note'
  tone: 'quiet' | 'warning'
  word: string
  values: Readonly<Record<string, string | number>>
  block: BlockId | null
}>

/** One line of a tried conversation, as the channel shows it. */
export type TranscriptLine =
  | Readonly<{ type: 'said'; text: string }>
  | Readonly<{ type: 'message'; block: BlockId; text: string; options: readonly MessageOption[] | null }>
  | TranscriptNote

/** What a turn adds to the conversation. Texts are those of the events, in which secrets are masked. */
export function linesOf(events: readonly Event[]): readonly TranscriptLine[] {
  return events.flatMap((event, at) => lineOf(event, events[at - 1]) ?? [])
}

function lineOf(event: Event, before: Event | undefined): TranscriptLine | readonly TranscriptLine[] | null {
  switch (event.type) {
    case 'messageReceived': {
      const said: TranscriptLine = { type: 'said', text: event.text }
      return event.rule === 'asleep' ? [said, note('warning', 'asleep', null)] : said
    }
    case 'messageSent':
      return { type: 'message', block: event.block, text: event.text, options: event.options }
    case 'invalidReply':
      return note('quiet', 'invalid', event.block, { tries: event.tries })
    case 'expressionFailed':
      return note('warning', 'failed', event.block, { message: event.message })
    case 'limitReached':
      return note('warning', `limit.${event.limit}`, event.block, { count: DEFAULT_LIMITS[event.limit] })
    case 'conversationClosed':
      // The limit that closed it was just said.
      if (event.reason === 'limit' && before?.type === 'limitReached') return null
      return closing(event.reason, event.block)
    case 'conversationStarted':
    case 'blockEntered':
    case 'edgeTaken':
    case 'variableSet':
      return null
  }
}

function closing(reason: 'end' | 'token' | 'deadEnd' | 'limit', block: BlockId | null): TranscriptNote {
  switch (reason) {
    case 'end':
      return note('quiet', block ? 'closed.end' : 'closed.endAnywhere', block)
    case 'deadEnd':
      return note('warning', block ? 'closed.deadEnd' : 'closed.lost', block)
    case 'token':
      return note('quiet', 'closed.token', null)
    case 'limit':
      return note('warning', 'closed.limit', block)
  }
}

function note(
  tone: TranscriptNote['tone'],
  word: string,
  block: BlockId | null,
  values: TranscriptNote['values'] = {},
): TranscriptNote {
  return { type: 'note', tone, word, values, block }
}
