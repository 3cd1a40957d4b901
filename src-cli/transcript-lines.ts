import type { BotDocument } from '../src-shared/document/bot-document.ts'
import type { Event, EventOf } from '../src-shared/runtime/events.ts'
import type { SimulatedTurn } from '../src-shared/runtime/simulation.ts'
import { eventLine, placeOf, timeOf } from './event-line.ts'
import { fileLines, indented, messageLines, placeLine, safe } from './message-lines.ts'

type Turn = Pick<SimulatedTurn, 'input' | 'at' | 'events'>

/** A tried conversation for people: what was said on all sides, what else happened, and what went wrong on the way. */
export function turnLines(document: BotDocument, turns: readonly Turn[]): readonly string[] {
  return turns.flatMap(turn => [...inputLines(document, turn), ...transcriptLines(document, turn.events)])
}

/** The same of a conversation of which nothing but its events is known. */
export function transcriptLines(document: BotDocument, events: readonly Event[]): readonly string[] {
  return events.flatMap(event => eventLines(document, event))
}

/** What began a turn where nobody wrote. */
function inputLines(document: BotDocument, { input, at }: Turn): readonly string[] {
  switch (input.type) {
    case 'time':
      return ['', `* ${timeOf(at)}`]
    case 'referral':
      return ['', `* The customer comes by the link “${safe(input.ref)}”.`]
    case 'proactive':
      return ['', '* The company writes first.']
    case 'schedule':
      return ['', `* The time of ${placeOf(document, input.entry)} has come.`]
    case 'event':
      return ['', '* Another system reports an event.']
    case 'agent':
      return input.action === 'close' ? ['', '* The agent closes.'] : []
    default:
      return []
  }
}

function eventLines(document: BotDocument, event: Event): readonly string[] {
  const line = eventLine(document, event)
  const told = line === null ? [] : [indented(line, '     ')]
  switch (event.type) {
    case 'messageReceived':
      return ['', ...saidLines(event), ...told]
    case 'messageSent':
      return messageLines(document.bot.name, event)
    case 'agentMessage':
      return [
        '',
        `  Agent: ${indented([event.text, ...fileLines(event.media)].filter(Boolean).join('\n'), '    ')}`,
      ]
    default:
      return told
  }
}

function saidLines({
  text,
  location,
  files = [],
  unsupported,
}: EventOf<'messageReceived'>): readonly string[] {
  const parts = [
    ...(location ? [placeLine(location)] : []),
    ...files.map(({ kind, name, size }) => `[${kind} ${name}, ${size} bytes]`),
    ...(unsupported ? [`[${unsupported}, which the bot cannot read]`] : []),
  ]
  const said = text === '' ? parts : [text, ...parts]
  return [`> ${indented(said.join('\n'), '  ')}`]
}
