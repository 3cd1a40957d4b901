import type { EntryData } from '../blocks/entry.ts'
import type { BotDocument } from '../document/bot-document.ts'
import type { Surroundings } from '../document/surroundings.ts'
import type { Event } from '../runtime/events.ts'
import { dueAt } from '../runtime/expire.ts'
import type { Program } from '../runtime/program.ts'
import type { Session } from '../runtime/session.ts'
import { USUAL_HOST } from '../runtime/simulated-host.ts'
import type { Happening } from '../runtime/simulation.ts'
import { sampleReplies } from './sample-replies.ts'

/**
 * Something that may happen next. `by`: what begins a conversation, an option that was offered, a reply made up here,
 * a word that always works (the main menu's, an agent's), or the clock.
 */
export type Possible = Readonly<{
  by: 'start' | 'option' | 'reply' | 'word' | 'clock'
  happening: Happening
  afterMs: number
  host: Surroundings
}>

/** Where a conversation is: its session, and what was said in the turn before. */
export type Place = Readonly<{ session: Session; at: number; events: readonly Event[] }>

const TURN_MS = 1000
const MOST_KEYWORDS = 50
const HAS_LETTER = /\p{L}/u

/** Says what may happen at each place of the conversations of one bot; what does not depend on the place is made once. */
export class PossibleInputs {
  private readonly starts: readonly Possible[]
  private readonly replies: readonly Possible[]
  private readonly words: readonly Possible[]
  private readonly program: Program

  constructor(document: BotDocument, program: Program, locale: string | null) {
    this.program = program
    this.starts = startsOf(document, locale ?? document.bot.locales[0] ?? '').map(possible('start'))
    this.replies = sampleReplies(document).map(possible('reply'))
    this.words = [...program.words]
      .filter(([, word]) => word === 'mainMenuToken' || word === 'agentWord')
      .map(([text]) => possible('word')({ type: 'message', text }))
  }

  at(place: Place): readonly Possible[] {
    const { session, at, events } = place
    const { state, block, more } = session
    if (state === 'asleep' || state === 'closed') return [...this.starts, ...this.words]
    const due = dueAt(this.program, session)
    const clock = possible('clock')({ type: 'time' }, Math.max(0, (due ?? at) - at))
    if (more?.agentAt !== undefined)
      return [
        possible('start')({ type: 'agent', action: 'close', text: '' }),
        ...(due === null ? [] : [clock]),
      ]
    const waiting = block && this.program.blocks.get(block)
    const wakes = more?.wakeAt !== undefined && due === more.wakeAt ? [clock] : []
    if (!waiting || waiting.answer) return [...optionsOf(events), ...this.replies, ...this.words, ...wakes]
    return wakes
  }
}

function possible(by: Possible['by']): (happening: Happening, afterMs?: number) => Possible {
  return (happening, afterMs) => ({
    by,
    happening,
    afterMs: typeof afterMs === 'number' && by === 'clock' ? afterMs : TURN_MS,
    host: USUAL_HOST,
  })
}

function optionsOf(events: readonly Event[]): readonly Possible[] {
  const offered = new Map<string, Possible>()
  for (const event of events)
    if (event.type === 'messageSent')
      for (const { id, label } of event.options ?? [])
        offered.set(id, possible('option')({ type: 'message', text: label, option: id }))
  return [...offered.values()]
}

function startsOf(document: BotDocument, locale: string): readonly Happening[] {
  const starts: Happening[] = []
  const keywords = [...document.all('keyword')]
  const near = keywords.filter(each => each.locale === null || each.locale === locale)
  const texts = new Map<string, string>()
  for (const { entry, text } of near.length > 0 ? near : keywords) {
    const known = texts.get(entry)
    // Words are easier to read than signs such as "#".
    const isBetter = known === undefined || (!HAS_LETTER.test(known) && HAS_LETTER.test(text))
    if (isBetter && (known !== undefined || texts.size < MOST_KEYWORDS)) texts.set(entry, text)
  }
  for (const text of texts.values()) starts.push({ type: 'message', text })
  for (const { entry, phrases } of document.all('intent')) {
    const phrase = (phrases[locale] ?? Object.values(phrases)[0])?.[0]
    if (entry && phrase) starts.push({ type: 'message', text: phrase })
  }
  for (const { id, kind, data } of document.all('block')) {
    if (kind !== 'entry') continue
    const { trigger, name = '' } = data as unknown as EntryData
    if (trigger === 'anyMessage') starts.push({ type: 'message', text: 'hello there' })
    if (trigger === 'proactive') starts.push({ type: 'proactive' })
    if (trigger === 'referral') starts.push({ type: 'referral', ref: name })
    if (trigger === 'event' && name !== '') starts.push({ type: 'event', name })
    if (trigger === 'schedule') starts.push({ type: 'schedule', entry: id })
  }
  return starts
}
