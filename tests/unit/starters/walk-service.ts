import type { DataOf } from '../../../src-shared/blocks/kinds.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../../src-shared/document/ids.ts'
import type { BlockRecord } from '../../../src-shared/document/records.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import type { Event } from '../../../src-shared/runtime/events.ts'
import type { SimulatedHost } from '../../../src-shared/runtime/simulated-host.ts'
import { type Said, type Simulation, send, startSimulation } from '../../../src-shared/runtime/simulation.ts'

/** Answers that fit what questions ask for. */
const ANSWERS = {
  text: 'A few words',
  number: '3',
  email: 'ana@example.com',
  phone: '+5511987654321',
  date: '2027-03-16',
  time: '14:30',
  currency: '149.90',
} as const

/** Longer than any service has questions. */
const MOST_TURNS = 20

/**
 * Says hi, takes an option of the main menu, and answers what is asked, until the main menu comes again, the
 * conversation is over, or a person has taken over. Gives how it ended, or null when it did not.
 */
export function walkService(
  document: BotDocument,
  option: string,
  host: SimulatedHost,
): 'menu' | 'closed' | 'person' | null {
  const program = compile(document)
  const { mainMenu } = document.bot
  let conversation = say(startSimulation(program), { text: 'Hi' })
  if (lastSaidBy(conversation) !== mainMenu) return null
  conversation = say(conversation, { text: 'this one', option })
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const ended = endOf(lastEvents(conversation), mainMenu)
    if (ended) return ended
    const block = document.get(lastSaidBy(conversation) ?? ('' as BlockId))
    const answer = block && answerTo(block)
    if (!answer) return null
    conversation = say(conversation, answer)
  }
  return null

  function say(before: Simulation, said: Said): Simulation {
    return send(before, program, said, host)
  }
}

function lastEvents({ turns }: Simulation): readonly Event[] {
  return turns.at(-1)?.events ?? []
}

function lastSaidBy({ turns }: Simulation): BlockId | null {
  const sent = turns.flatMap(({ events }) => events).findLast(event => event.type === 'messageSent')
  return sent?.type === 'messageSent' ? sent.block : null
}

function endOf(events: readonly Event[], menu: BlockId | null): 'menu' | 'closed' | 'person' | null {
  for (const event of events) {
    if (event.type === 'handoverStarted') return 'person'
    if (event.type === 'conversationClosed') return event.reason === 'end' ? 'closed' : null
    if (event.type === 'messageSent' && event.block === menu) return 'menu'
  }
  return null
}

function answerTo({ kind, data }: BlockRecord): Said | null {
  switch (kind) {
    case 'question':
      return { text: ANSWERS[(data as DataOf<'question'>).answer] }
    case 'rating':
      return { text: '4' }
    case 'answers':
      return { text: 'done', option: 'opt_done' }
    case 'menu':
      return { text: 'yes', option: 'opt_yes' }
    default:
      return null
  }
}
