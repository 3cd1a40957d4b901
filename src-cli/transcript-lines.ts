import type { BotDocument } from '../src-shared/document/bot-document.ts'
import type { BlockId } from '../src-shared/document/ids.ts'
import type { CloseReason, Event } from '../src-shared/runtime/events.ts'

const CLOSED: Readonly<Record<CloseReason, string>> = {
  end: 'The conversation has ended.',
  token: 'The customer has ended the conversation.',
  deadEnd: 'The conversation has ended where nothing leads on',
  limit: 'The conversation was stopped',
}

/** A conversation for people: what was said on both sides, and what went wrong on the way. */
export function transcriptLines(document: BotDocument, events: readonly Event[]): readonly string[] {
  const place = (id: BlockId | null) => {
    const block = id === null ? undefined : document.get(id)
    return block ? `${block.title === '' ? block.kind : `“${block.title}”`} (${block.id})` : 'the bot'
  }
  return events.flatMap(event => eventLines(event, document.bot.name, place))
}

function eventLines(event: Event, name: string, place: (id: BlockId | null) => string): readonly string[] {
  switch (event.type) {
    case 'messageReceived': {
      const said = ['', `> ${indented(event.text, '  ')}`]
      return event.rule === 'asleep' ? [...said, '  -- No answer: nothing wakes the bot with this.'] : said
    }
    case 'messageSent': {
      const options = (event.options ?? []).map(
        ({ label }, index) => `${String(index + 1).padStart(6)}  ${label}`,
      )
      return [`  ${name}: ${indented(event.text, '    ')}`, ...options]
    }
    case 'expressionFailed':
      return [`  !! In ${place(event.block)}: ${event.message}`]
    case 'limitReached':
      return [`  !! The limit ${event.limit} was reached in ${place(event.block)}.`]
    case 'conversationClosed':
      return [
        `  -- ${CLOSED[event.reason]}${event.reason === 'deadEnd' || event.reason === 'limit' ? ` in ${place(event.block)}.` : ''}`,
      ]
    default:
      return []
  }
}

/** Texts of several lines stay under their first one; control characters cannot play with the terminal. */
function indented(text: string, by: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '\uFFFD').replaceAll('\n', `\n${by}`)
}
